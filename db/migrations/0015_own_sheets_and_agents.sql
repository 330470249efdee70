CREATE TABLE column_mapping (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  record text NOT NULL,
  fingerprint text NOT NULL,
  heads text,
  choices text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  search_text text,
  search_terms integer[],
  CONSTRAINT column_mapping_key PRIMARY KEY (zone_id, id),
  CONSTRAINT column_mapping_heads_unique UNIQUE (zone_id, unit_id, record, fingerprint),
  CONSTRAINT column_mapping_name_check CHECK (char_length(name) <= 80),
  CONSTRAINT column_mapping_record_check CHECK (char_length(record) <= 60),
  CONSTRAINT column_mapping_fingerprint_check CHECK (char_length(fingerprint) <= 40),
  CONSTRAINT column_mapping_heads_check CHECK (char_length(heads) <= 4000),
  CONSTRAINT column_mapping_choices_check CHECK (char_length(choices) <= 12000)
);
COMMENT ON TABLE column_mapping IS '列对应：自有表格的列与字段如何对应；表头相同的表格再来时自动带出';
COMMENT ON COLUMN column_mapping.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN column_mapping.id IS '编号';
COMMENT ON COLUMN column_mapping.unit_id IS '所属单位';
COMMENT ON COLUMN column_mapping.version IS '版本：每次变更加一';
COMMENT ON COLUMN column_mapping.created_at IS '建立时间';
COMMENT ON COLUMN column_mapping.created_by IS '建立人';
COMMENT ON COLUMN column_mapping.updated_at IS '更新时间';
COMMENT ON COLUMN column_mapping.updated_by IS '更新人';
COMMENT ON COLUMN column_mapping.sample IS '示范数据';
COMMENT ON COLUMN column_mapping.extra IS '扩展字段的值';
COMMENT ON COLUMN column_mapping.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN column_mapping.name IS '名称';
COMMENT ON COLUMN column_mapping.record IS '记录类型';
COMMENT ON COLUMN column_mapping.fingerprint IS '表头指纹';
COMMENT ON COLUMN column_mapping.heads IS '表头';
COMMENT ON COLUMN column_mapping.choices IS '对应关系';
COMMENT ON COLUMN column_mapping.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN column_mapping.search_terms IS '检索文本的单字与双字';
CREATE INDEX column_mapping_unit_index ON column_mapping (zone_id, unit_id);
CREATE INDEX column_mapping_search_index ON column_mapping USING gin (search_terms);
ALTER TABLE column_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE column_mapping FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON column_mapping TO yipanqi_app, yipanqi_kernel;
CREATE POLICY column_mapping_kernel ON column_mapping TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY column_mapping_read ON column_mapping FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY column_mapping_create ON column_mapping FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY column_mapping_update ON column_mapping FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY column_mapping_remove ON column_mapping FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));

CREATE TABLE agent_log (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  agent text,
  counterpart text,
  subject text NOT NULL,
  procedure text,
  done text,
  result text,
  hours numeric,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  search_text text,
  search_terms integer[],
  CONSTRAINT agent_log_key PRIMARY KEY (zone_id, id),
  CONSTRAINT agent_log_kind_check CHECK (kind IN ('visit', 'call', 'errand', 'training', 'meeting')),
  CONSTRAINT agent_log_counterpart_check CHECK (char_length(counterpart) <= 80),
  CONSTRAINT agent_log_subject_check CHECK (char_length(subject) <= 120),
  CONSTRAINT agent_log_done_check CHECK (char_length(done) <= 2000),
  CONSTRAINT agent_log_result_check CHECK (result IN ('settled', 'in_hand', 'handed_on', 'impossible')),
  CONSTRAINT agent_log_hours_check CHECK (hours >= 0 AND hours <= 24 AND scale(trim_scale(hours)) <= 1)
);
COMMENT ON TABLE agent_log IS '帮办记录：帮办代办员为项目做的一件事：何时、与谁、求什么、办了什么';
COMMENT ON COLUMN agent_log.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN agent_log.id IS '编号';
COMMENT ON COLUMN agent_log.unit_id IS '所属单位';
COMMENT ON COLUMN agent_log.version IS '版本：每次变更加一';
COMMENT ON COLUMN agent_log.created_at IS '建立时间';
COMMENT ON COLUMN agent_log.created_by IS '建立人';
COMMENT ON COLUMN agent_log.updated_at IS '更新时间';
COMMENT ON COLUMN agent_log.updated_by IS '更新人';
COMMENT ON COLUMN agent_log.sample IS '示范数据';
COMMENT ON COLUMN agent_log.extra IS '扩展字段的值';
COMMENT ON COLUMN agent_log.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN agent_log.project IS '项目';
COMMENT ON COLUMN agent_log.day IS '日期';
COMMENT ON COLUMN agent_log.kind IS '方式';
COMMENT ON COLUMN agent_log.agent IS '帮办代办员';
COMMENT ON COLUMN agent_log.counterpart IS '对接人';
COMMENT ON COLUMN agent_log.subject IS '企业诉求';
COMMENT ON COLUMN agent_log.procedure IS '相关手续';
COMMENT ON COLUMN agent_log.done IS '办理情况';
COMMENT ON COLUMN agent_log.result IS '结果';
COMMENT ON COLUMN agent_log.hours IS '用时';
COMMENT ON COLUMN agent_log.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN agent_log.search_terms IS '检索文本的单字与双字';
CREATE INDEX agent_log_unit_index ON agent_log (zone_id, unit_id);
CREATE INDEX agent_log_project_index ON agent_log (zone_id, project);
CREATE INDEX agent_log_agent_index ON agent_log (zone_id, agent) WHERE agent IS NOT NULL;
CREATE INDEX agent_log_procedure_index ON agent_log (zone_id, procedure) WHERE procedure IS NOT NULL;
CREATE INDEX agent_log_search_index ON agent_log USING gin (search_terms);
ALTER TABLE agent_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_log FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON agent_log TO yipanqi_app, yipanqi_kernel;
CREATE POLICY agent_log_kernel ON agent_log TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY agent_log_read ON agent_log FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY agent_log_create ON agent_log FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[]));
CREATE POLICY agent_log_update ON agent_log FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[]));
CREATE POLICY agent_log_remove ON agent_log FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
