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
