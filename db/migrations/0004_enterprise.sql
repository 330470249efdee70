CREATE TABLE enterprise (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  credit_code text NOT NULL,
  name_zh text NOT NULL,
  legal_representative text,
  section text,
  registered_on date,
  capital numeric,
  employees integer,
  high_tech_until date,
  address text,
  contact text,
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
  CONSTRAINT enterprise_key PRIMARY KEY (zone_id, id),
  CONSTRAINT enterprise_code_unique UNIQUE (zone_id, credit_code),
  CONSTRAINT enterprise_credit_code_check CHECK (char_length(credit_code) <= 18),
  CONSTRAINT enterprise_name_zh_check CHECK (char_length(name_zh) <= 120),
  CONSTRAINT enterprise_legal_representative_check CHECK (char_length(legal_representative) <= 40),
  CONSTRAINT enterprise_section_check CHECK (section IN ('C', 'F', 'I', 'J', 'L', 'M', 'other')),
  CONSTRAINT enterprise_capital_check CHECK (capital >= 0 AND scale(trim_scale(capital)) <= 4),
  CONSTRAINT enterprise_employees_check CHECK (employees >= 0 AND employees <= 1000000),
  CONSTRAINT enterprise_address_check CHECK (char_length(address) <= 200),
  CONSTRAINT enterprise_contact_check CHECK (char_length(contact) <= 80),
  CONSTRAINT enterprise_state_check CHECK (state IN ('active', 'moved_out', 'closed'))
);
COMMENT ON TABLE enterprise IS '企业：在高新区登记或经营的企业，一企一档';
COMMENT ON COLUMN enterprise.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN enterprise.id IS '编号';
COMMENT ON COLUMN enterprise.unit_id IS '所属单位';
COMMENT ON COLUMN enterprise.version IS '版本：每次变更加一';
COMMENT ON COLUMN enterprise.created_at IS '建立时间';
COMMENT ON COLUMN enterprise.created_by IS '建立人';
COMMENT ON COLUMN enterprise.updated_at IS '更新时间';
COMMENT ON COLUMN enterprise.updated_by IS '更新人';
COMMENT ON COLUMN enterprise.sample IS '示范数据';
COMMENT ON COLUMN enterprise.extra IS '扩展字段的值';
COMMENT ON COLUMN enterprise.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN enterprise.credit_code IS '统一社会信用代码';
COMMENT ON COLUMN enterprise.name_zh IS '名称';
COMMENT ON COLUMN enterprise.legal_representative IS '法定代表人';
COMMENT ON COLUMN enterprise.section IS '行业门类';
COMMENT ON COLUMN enterprise.registered_on IS '成立日期';
COMMENT ON COLUMN enterprise.capital IS '注册资本';
COMMENT ON COLUMN enterprise.employees IS '从业人员';
COMMENT ON COLUMN enterprise.high_tech_until IS '高新技术企业有效期至';
COMMENT ON COLUMN enterprise.address IS '地址';
COMMENT ON COLUMN enterprise.contact IS '联系人';
COMMENT ON COLUMN enterprise.state IS '状态';
COMMENT ON COLUMN enterprise.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN enterprise.search_terms IS '检索文本的单字与双字';
CREATE INDEX enterprise_unit_index ON enterprise (zone_id, unit_id);
CREATE INDEX enterprise_search_index ON enterprise USING gin (search_terms);
ALTER TABLE enterprise ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprise TO yipanqi_app, yipanqi_kernel;
CREATE POLICY enterprise_kernel ON enterprise TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY enterprise_read ON enterprise FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY enterprise_create ON enterprise FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer}'))::text[]));
CREATE POLICY enterprise_update ON enterprise FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer}'))::text[]));
CREATE POLICY enterprise_remove ON enterprise FOR DELETE TO yipanqi_app USING (false);
