-- Figures: what was published (append-only), what a report holds on its way there, and the cells that boards read.

CREATE TABLE observation (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  indicator text NOT NULL,
  period text NOT NULL,
  nature text NOT NULL,
  revision integer NOT NULL,
  value numeric,
  qualifier text NOT NULL,
  origin text NOT NULL,
  source text,
  note text,
  ambiguity_zh text,
  ambiguity_en text,
  report text,
  reported_by text,
  reported_at timestamptz,
  verified_by text,
  verified_at timestamptz,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  CONSTRAINT observation_key PRIMARY KEY (zone_id, id),
  CONSTRAINT observation_revision_unique UNIQUE (zone_id, unit_id, indicator, period, nature, revision),
  CONSTRAINT observation_nature_check CHECK (nature IN ('actual', 'target', 'plan', 'fact')),
  CONSTRAINT observation_qualifier_check CHECK (qualifier IN ('exact', 'about', 'over', 'at_least', 'within')),
  CONSTRAINT observation_origin_check CHECK (origin IN ('reported', 'measure', 'published'))
);
COMMENT ON TABLE observation IS '已发布的数据：只增不改，更正即新的修订';
COMMENT ON COLUMN observation.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN observation.id IS '编号';
COMMENT ON COLUMN observation.unit_id IS '所属单位';
COMMENT ON COLUMN observation.indicator IS '指标代码';
COMMENT ON COLUMN observation.period IS '期间';
COMMENT ON COLUMN observation.nature IS '性质：实际、目标、计划、事实';
COMMENT ON COLUMN observation.revision IS '修订序号，从 1 起';
COMMENT ON COLUMN observation.value IS '数值；空为未知';
COMMENT ON COLUMN observation.qualifier IS '限定：约、超过、以上、以内';
COMMENT ON COLUMN observation.origin IS '来源：填报、台账统计、公开发布';
COMMENT ON COLUMN observation.source IS '出处';
COMMENT ON COLUMN observation.note IS '说明';
COMMENT ON COLUMN observation.ambiguity_zh IS '出处未明之处';
COMMENT ON COLUMN observation.ambiguity_en IS '出处未明之处（英文）';
COMMENT ON COLUMN observation.report IS '报表编号';
COMMENT ON COLUMN observation.reported_by IS '填报人';
COMMENT ON COLUMN observation.reported_at IS '填报时间';
COMMENT ON COLUMN observation.verified_by IS '审核人';
COMMENT ON COLUMN observation.verified_at IS '审核时间';
COMMENT ON COLUMN observation.published_by IS '发布人';
COMMENT ON COLUMN observation.published_at IS '发布时间';
COMMENT ON COLUMN observation.sample IS '示范数据';

CREATE TABLE report_line (
  zone_id text NOT NULL,
  report text NOT NULL,
  indicator text NOT NULL,
  unit_id text NOT NULL,
  value numeric,
  qualifier text NOT NULL DEFAULT 'exact',
  explanation text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  CONSTRAINT report_line_key PRIMARY KEY (zone_id, report, indicator),
  CONSTRAINT report_line_qualifier_check CHECK (qualifier IN ('exact', 'about', 'over', 'at_least', 'within')),
  CONSTRAINT report_line_explanation_check CHECK (char_length(explanation) <= 1000)
);
COMMENT ON TABLE report_line IS '报表中的一行：发布前的工作数据';
COMMENT ON COLUMN report_line.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN report_line.report IS '报表编号';
COMMENT ON COLUMN report_line.indicator IS '指标代码';
COMMENT ON COLUMN report_line.unit_id IS '所属单位';
COMMENT ON COLUMN report_line.value IS '数值；空为未填';
COMMENT ON COLUMN report_line.qualifier IS '限定';
COMMENT ON COLUMN report_line.explanation IS '异常说明';
COMMENT ON COLUMN report_line.updated_at IS '更新时间';
COMMENT ON COLUMN report_line.updated_by IS '更新人';

CREATE TABLE cell (
  zone_id text NOT NULL,
  unit_id text NOT NULL,
  indicator text NOT NULL,
  period text NOT NULL,
  nature text NOT NULL,
  value numeric,
  qualifier text NOT NULL,
  coverage_have integer NOT NULL,
  coverage_of integer NOT NULL,
  origin text NOT NULL,
  status text,
  sample boolean NOT NULL,
  ambiguity_zh text,
  ambiguity_en text,
  derived numeric,
  computed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT cell_key PRIMARY KEY (zone_id, unit_id, indicator, period, nature)
);
COMMENT ON TABLE cell IS '看板数据格：发布时随即计算，看板只读它';
COMMENT ON COLUMN cell.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN cell.unit_id IS '所属单位';
COMMENT ON COLUMN cell.indicator IS '指标代码';
COMMENT ON COLUMN cell.period IS '期间';
COMMENT ON COLUMN cell.nature IS '性质';
COMMENT ON COLUMN cell.value IS '数值；空为未知';
COMMENT ON COLUMN cell.qualifier IS '限定';
COMMENT ON COLUMN cell.coverage_have IS '已知的来源数';
COMMENT ON COLUMN cell.coverage_of IS '应有的来源数';
COMMENT ON COLUMN cell.origin IS '来源：填报、汇总、公式、台账、公开发布';
COMMENT ON COLUMN cell.status IS '状态';
COMMENT ON COLUMN cell.sample IS '含示范数据';
COMMENT ON COLUMN cell.ambiguity_zh IS '出处未明之处';
COMMENT ON COLUMN cell.ambiguity_en IS '出处未明之处（英文）';
COMMENT ON COLUMN cell.derived IS '与自报数不一致时，下级汇总或公式所得';
COMMENT ON COLUMN cell.computed_at IS '计算时间';
CREATE INDEX cell_unit_period ON cell (unit_id, period);

ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation FORCE ROW LEVEL SECURITY;
ALTER TABLE report_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_line FORCE ROW LEVEL SECURITY;
ALTER TABLE cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE cell FORCE ROW LEVEL SECURITY;

-- Observations and cells are written by the kernel only, at publication; nobody changes an observation.
GRANT SELECT ON observation, cell TO yipanqi_app;
GRANT SELECT, INSERT ON observation TO yipanqi_kernel;
GRANT SELECT, INSERT, UPDATE, DELETE ON cell TO yipanqi_kernel;
GRANT SELECT, INSERT, UPDATE, DELETE ON report_line TO yipanqi_app, yipanqi_kernel;
CREATE POLICY observation_kernel ON observation TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY cell_kernel ON cell TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY report_line_kernel ON report_line TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY observation_read ON observation FOR SELECT TO yipanqi_app USING (
  unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY cell_read ON cell FOR SELECT TO yipanqi_app USING (
  unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY report_line_read ON report_line FOR SELECT TO yipanqi_app USING (
  unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY report_line_write ON report_line FOR ALL TO yipanqi_app USING (
  unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[])) WITH CHECK (
  unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[]));
