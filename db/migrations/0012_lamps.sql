CREATE TABLE lamp_exemption (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  dimension text NOT NULL,
  reason text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  asked_by text,
  approved_by text,
  approved_on date,
  decision text,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT lamp_exemption_key PRIMARY KEY (zone_id, id),
  CONSTRAINT lamp_exemption_dimension_check CHECK (dimension IN ('progress', 'start', 'money', 'entry', 'node')),
  CONSTRAINT lamp_exemption_reason_check CHECK (char_length(reason) <= 200),
  CONSTRAINT lamp_exemption_decision_check CHECK (char_length(decision) <= 500),
  CONSTRAINT lamp_exemption_state_check CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'revoked'))
);
COMMENT ON TABLE lamp_exemption IS '亮灯豁免：有正当理由并经领导批准，在期限内一个方面不亮灯';
COMMENT ON COLUMN lamp_exemption.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN lamp_exemption.id IS '编号';
COMMENT ON COLUMN lamp_exemption.unit_id IS '所属单位';
COMMENT ON COLUMN lamp_exemption.version IS '版本：每次变更加一';
COMMENT ON COLUMN lamp_exemption.created_at IS '建立时间';
COMMENT ON COLUMN lamp_exemption.created_by IS '建立人';
COMMENT ON COLUMN lamp_exemption.updated_at IS '更新时间';
COMMENT ON COLUMN lamp_exemption.updated_by IS '更新人';
COMMENT ON COLUMN lamp_exemption.sample IS '示范数据';
COMMENT ON COLUMN lamp_exemption.extra IS '扩展字段的值';
COMMENT ON COLUMN lamp_exemption.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN lamp_exemption.project IS '项目';
COMMENT ON COLUMN lamp_exemption.dimension IS '方面';
COMMENT ON COLUMN lamp_exemption.reason IS '正当理由';
COMMENT ON COLUMN lamp_exemption.from_on IS '起始日';
COMMENT ON COLUMN lamp_exemption.until_on IS '截止日';
COMMENT ON COLUMN lamp_exemption.asked_by IS '申请人';
COMMENT ON COLUMN lamp_exemption.approved_by IS '批准人';
COMMENT ON COLUMN lamp_exemption.approved_on IS '批准日期';
COMMENT ON COLUMN lamp_exemption.decision IS '审批意见';
COMMENT ON COLUMN lamp_exemption.state IS '状态';
CREATE INDEX lamp_exemption_unit_index ON lamp_exemption (zone_id, unit_id);
CREATE INDEX lamp_exemption_project_index ON lamp_exemption (zone_id, project);
CREATE INDEX lamp_exemption_asked_by_index ON lamp_exemption (zone_id, asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX lamp_exemption_approved_by_index ON lamp_exemption (zone_id, approved_by) WHERE approved_by IS NOT NULL;
ALTER TABLE lamp_exemption ENABLE ROW LEVEL SECURITY;
ALTER TABLE lamp_exemption FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON lamp_exemption TO yipanqi_app, yipanqi_kernel;
CREATE POLICY lamp_exemption_kernel ON lamp_exemption TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY lamp_exemption_read ON lamp_exemption FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY lamp_exemption_create ON lamp_exemption FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY lamp_exemption_update ON lamp_exemption FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[]));
CREATE POLICY lamp_exemption_remove ON lamp_exemption FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE lamp_rule (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  dimension text NOT NULL,
  measure text NOT NULL,
  bands text NOT NULL,
  exemptible boolean,
  source text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT lamp_rule_key PRIMARY KEY (zone_id, id),
  CONSTRAINT lamp_rule_dimension_unique UNIQUE (zone_id, unit_id, dimension),
  CONSTRAINT lamp_rule_dimension_check CHECK (dimension IN ('progress', 'start', 'money', 'entry', 'node')),
  CONSTRAINT lamp_rule_measure_check CHECK (measure IN ('points_behind', 'pace_ratio', 'paid_ratio', 'days_late', 'months_running', 'months_since')),
  CONSTRAINT lamp_rule_bands_check CHECK (char_length(bands) <= 1500),
  CONSTRAINT lamp_rule_source_check CHECK (char_length(source) <= 200)
);
COMMENT ON TABLE lamp_rule IS '亮灯规则：高新区或园区一个方面的亮灯分档，管本单位及以下的项目';
COMMENT ON COLUMN lamp_rule.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN lamp_rule.id IS '编号';
COMMENT ON COLUMN lamp_rule.unit_id IS '所属单位';
COMMENT ON COLUMN lamp_rule.version IS '版本：每次变更加一';
COMMENT ON COLUMN lamp_rule.created_at IS '建立时间';
COMMENT ON COLUMN lamp_rule.created_by IS '建立人';
COMMENT ON COLUMN lamp_rule.updated_at IS '更新时间';
COMMENT ON COLUMN lamp_rule.updated_by IS '更新人';
COMMENT ON COLUMN lamp_rule.sample IS '示范数据';
COMMENT ON COLUMN lamp_rule.extra IS '扩展字段的值';
COMMENT ON COLUMN lamp_rule.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN lamp_rule.dimension IS '方面';
COMMENT ON COLUMN lamp_rule.measure IS '尺度';
COMMENT ON COLUMN lamp_rule.bands IS '分档';
COMMENT ON COLUMN lamp_rule.exemptible IS '可豁免';
COMMENT ON COLUMN lamp_rule.source IS '依据';
CREATE INDEX lamp_rule_unit_index ON lamp_rule (zone_id, unit_id);
ALTER TABLE lamp_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE lamp_rule FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON lamp_rule TO yipanqi_app, yipanqi_kernel;
CREATE POLICY lamp_rule_kernel ON lamp_rule TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY lamp_rule_read ON lamp_rule FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY lamp_rule_create ON lamp_rule FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader}'))::text[]));
CREATE POLICY lamp_rule_update ON lamp_rule FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader}'))::text[]));
CREATE POLICY lamp_rule_remove ON lamp_rule FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader}'))::text[]));

ALTER TABLE project ADD COLUMN lamp text;

ALTER TABLE project ADD CONSTRAINT project_lamp_check CHECK ((lamp = ANY (ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'blue'::text, 'green'::text, 'unknown'::text])));

COMMENT ON COLUMN project.lamp IS '亮灯';

CREATE TABLE project_lamp (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  month text NOT NULL,
  dimension text NOT NULL,
  colour text NOT NULL,
  measured text,
  says_zh text NOT NULL,
  says_en text NOT NULL,
  months integer NOT NULL,
  exempted_by text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_lamp_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_lamp_month_unique UNIQUE (zone_id, project, month, dimension),
  CONSTRAINT project_lamp_month_check CHECK (month ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_lamp_dimension_check CHECK (dimension IN ('progress', 'start', 'money', 'entry', 'node')),
  CONSTRAINT project_lamp_colour_check CHECK (colour IN ('red', 'orange', 'yellow', 'blue', 'green', 'unknown')),
  CONSTRAINT project_lamp_measured_check CHECK (char_length(measured) <= 80),
  CONSTRAINT project_lamp_says_zh_check CHECK (char_length(says_zh) <= 600),
  CONSTRAINT project_lamp_says_en_check CHECK (char_length(says_en) <= 900),
  CONSTRAINT project_lamp_months_check CHECK (months >= 0 AND months <= 1200)
);
COMMENT ON TABLE project_lamp IS '月度亮灯：项目一个方面在某月的灯，由系统按规则留存';
COMMENT ON COLUMN project_lamp.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_lamp.id IS '编号';
COMMENT ON COLUMN project_lamp.unit_id IS '所属单位';
COMMENT ON COLUMN project_lamp.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_lamp.created_at IS '建立时间';
COMMENT ON COLUMN project_lamp.created_by IS '建立人';
COMMENT ON COLUMN project_lamp.updated_at IS '更新时间';
COMMENT ON COLUMN project_lamp.updated_by IS '更新人';
COMMENT ON COLUMN project_lamp.sample IS '示范数据';
COMMENT ON COLUMN project_lamp.extra IS '扩展字段的值';
COMMENT ON COLUMN project_lamp.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_lamp.project IS '项目';
COMMENT ON COLUMN project_lamp.month IS '月份';
COMMENT ON COLUMN project_lamp.dimension IS '方面';
COMMENT ON COLUMN project_lamp.colour IS '灯';
COMMENT ON COLUMN project_lamp.measured IS '实测值';
COMMENT ON COLUMN project_lamp.says_zh IS '判定说明';
COMMENT ON COLUMN project_lamp.says_en IS '判定说明（英文）';
COMMENT ON COLUMN project_lamp.months IS '连续亮灯';
COMMENT ON COLUMN project_lamp.exempted_by IS '豁免';
CREATE INDEX project_lamp_unit_index ON project_lamp (zone_id, unit_id);
CREATE INDEX project_lamp_project_index ON project_lamp (zone_id, project);
CREATE INDEX project_lamp_exempted_by_index ON project_lamp (zone_id, exempted_by) WHERE exempted_by IS NOT NULL;
ALTER TABLE project_lamp ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_lamp FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_lamp TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_lamp_kernel ON project_lamp TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_lamp_read ON project_lamp FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_lamp_create ON project_lamp FOR INSERT TO yipanqi_app WITH CHECK (false);
CREATE POLICY project_lamp_update ON project_lamp FOR UPDATE TO yipanqi_app USING (false) WITH CHECK (false);
CREATE POLICY project_lamp_remove ON project_lamp FOR DELETE TO yipanqi_app USING (false);
