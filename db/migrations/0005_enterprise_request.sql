CREATE TABLE enterprise_request (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  subject text NOT NULL,
  enterprise text NOT NULL,
  category text NOT NULL,
  urgent boolean,
  channel text,
  body text NOT NULL,
  organ text,
  handler text,
  extension_days integer,
  answer text,
  satisfaction text,
  response_due_at timestamptz,
  settlement_due_at timestamptz,
  response_clock jsonb,
  settlement_clock jsonb,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  search_text text,
  search_terms text[],
  CONSTRAINT enterprise_request_key PRIMARY KEY (zone_id, id),
  CONSTRAINT enterprise_request_subject_check CHECK (char_length(subject) <= 120),
  CONSTRAINT enterprise_request_category_check CHECK (category IN ('policy', 'land', 'utilities', 'finance', 'labour', 'approval', 'other')),
  CONSTRAINT enterprise_request_channel_check CHECK (channel IN ('hall', 'visit', 'hotline', 'portal')),
  CONSTRAINT enterprise_request_body_check CHECK (char_length(body) <= 4000),
  CONSTRAINT enterprise_request_extension_days_check CHECK (extension_days >= 1 AND extension_days <= 10),
  CONSTRAINT enterprise_request_answer_check CHECK (char_length(answer) <= 4000),
  CONSTRAINT enterprise_request_satisfaction_check CHECK (satisfaction IN ('satisfied', 'acceptable')),
  CONSTRAINT enterprise_request_state_check CHECK (state IN ('submitted', 'accepted', 'handling', 'suspended', 'answered', 'closed', 'rejected'))
);
COMMENT ON TABLE enterprise_request IS '企业诉求：企业提出的问题或请求，从受理到满意闭环';
COMMENT ON COLUMN enterprise_request.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN enterprise_request.id IS '编号';
COMMENT ON COLUMN enterprise_request.unit_id IS '所属单位';
COMMENT ON COLUMN enterprise_request.version IS '版本：每次变更加一';
COMMENT ON COLUMN enterprise_request.created_at IS '建立时间';
COMMENT ON COLUMN enterprise_request.created_by IS '建立人';
COMMENT ON COLUMN enterprise_request.updated_at IS '更新时间';
COMMENT ON COLUMN enterprise_request.updated_by IS '更新人';
COMMENT ON COLUMN enterprise_request.sample IS '示范数据';
COMMENT ON COLUMN enterprise_request.extra IS '扩展字段的值';
COMMENT ON COLUMN enterprise_request.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN enterprise_request.subject IS '诉求';
COMMENT ON COLUMN enterprise_request.enterprise IS '企业';
COMMENT ON COLUMN enterprise_request.category IS '类别';
COMMENT ON COLUMN enterprise_request.urgent IS '紧急';
COMMENT ON COLUMN enterprise_request.channel IS '来源';
COMMENT ON COLUMN enterprise_request.body IS '具体内容';
COMMENT ON COLUMN enterprise_request.organ IS '承办机构';
COMMENT ON COLUMN enterprise_request.handler IS '承办人';
COMMENT ON COLUMN enterprise_request.extension_days IS '延长工作日';
COMMENT ON COLUMN enterprise_request.answer IS '答复';
COMMENT ON COLUMN enterprise_request.satisfaction IS '回访评价';
COMMENT ON COLUMN enterprise_request.response_due_at IS '响应时限到期';
COMMENT ON COLUMN enterprise_request.settlement_due_at IS '办理时限到期';
COMMENT ON COLUMN enterprise_request.response_clock IS '响应时限：计时的规则与经过';
COMMENT ON COLUMN enterprise_request.settlement_clock IS '办理时限：计时的规则与经过';
COMMENT ON COLUMN enterprise_request.state IS '状态';
COMMENT ON COLUMN enterprise_request.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN enterprise_request.search_terms IS '检索文本的单字与双字';
CREATE INDEX enterprise_request_unit_index ON enterprise_request (zone_id, unit_id);
CREATE INDEX enterprise_request_enterprise_index ON enterprise_request (zone_id, enterprise);
CREATE INDEX enterprise_request_organ_index ON enterprise_request (zone_id, organ);
CREATE INDEX enterprise_request_handler_index ON enterprise_request (zone_id, handler);
CREATE INDEX enterprise_request_response_due_at_index ON enterprise_request (zone_id, response_due_at);
CREATE INDEX enterprise_request_settlement_due_at_index ON enterprise_request (zone_id, settlement_due_at);
CREATE INDEX enterprise_request_search_index ON enterprise_request USING gin (search_terms);
ALTER TABLE enterprise_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise_request FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprise_request TO yipanqi_app, yipanqi_kernel;
CREATE POLICY enterprise_request_kernel ON enterprise_request TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY enterprise_request_read ON enterprise_request FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]) OR handler = yipanqi_person());
CREATE POLICY enterprise_request_create ON enterprise_request FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,office_clerk,project_officer}'))::text[]));
CREATE POLICY enterprise_request_update ON enterprise_request FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer}'))::text[]));
CREATE POLICY enterprise_request_remove ON enterprise_request FOR DELETE TO yipanqi_app USING (false);
