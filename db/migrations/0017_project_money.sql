CREATE TABLE project_fund (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  kind text NOT NULL,
  planned numeric NOT NULL,
  arrived numeric,
  arrived_by date,
  document text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_fund_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_fund_kind_unique UNIQUE (zone_id, project, kind),
  CONSTRAINT project_fund_kind_check CHECK (kind IN ('central', 'province', 'city', 'zone', 'special_bond', 'loan', 'own', 'abroad', 'other')),
  CONSTRAINT project_fund_planned_check CHECK (planned >= 0 AND scale(trim_scale(planned)) <= 4),
  CONSTRAINT project_fund_arrived_check CHECK (arrived >= 0 AND scale(trim_scale(arrived)) <= 4),
  CONSTRAINT project_fund_document_check CHECK (char_length(document) <= 80)
);
COMMENT ON TABLE project_fund IS '资金来源：项目总投资由哪些资金组成';
COMMENT ON COLUMN project_fund.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_fund.id IS '编号';
COMMENT ON COLUMN project_fund.unit_id IS '所属单位';
COMMENT ON COLUMN project_fund.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_fund.created_at IS '建立时间';
COMMENT ON COLUMN project_fund.created_by IS '建立人';
COMMENT ON COLUMN project_fund.updated_at IS '更新时间';
COMMENT ON COLUMN project_fund.updated_by IS '更新人';
COMMENT ON COLUMN project_fund.sample IS '示范数据';
COMMENT ON COLUMN project_fund.extra IS '扩展字段的值';
COMMENT ON COLUMN project_fund.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_fund.project IS '项目';
COMMENT ON COLUMN project_fund.kind IS '资金来源';
COMMENT ON COLUMN project_fund.planned IS '计划金额';
COMMENT ON COLUMN project_fund.arrived IS '已到位';
COMMENT ON COLUMN project_fund.arrived_by IS '到位截至';
COMMENT ON COLUMN project_fund.document IS '依据文号';
CREATE INDEX project_fund_unit_index ON project_fund (zone_id, unit_id);
CREATE INDEX project_fund_project_index ON project_fund (zone_id, project);
ALTER TABLE project_fund ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_fund FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_fund TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_fund_kernel ON project_fund TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_fund_read ON project_fund FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_fund_create ON project_fund FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_fund_update ON project_fund FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_fund_remove ON project_fund FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

ALTER TABLE project_month ADD COLUMN planned numeric;

ALTER TABLE project_month ADD COLUMN funds_for_works numeric;

ALTER TABLE project_month ADD COLUMN funds_for_equipment numeric;

ALTER TABLE project_month ADD CONSTRAINT project_month_planned_check CHECK (((planned >= (0)::numeric) AND (scale(trim_scale(planned)) <= 4)));

ALTER TABLE project_month ADD CONSTRAINT project_month_funds_for_works_check CHECK (((funds_for_works >= (0)::numeric) AND (scale(trim_scale(funds_for_works)) <= 4)));

ALTER TABLE project_month ADD CONSTRAINT project_month_funds_for_equipment_check CHECK (((funds_for_equipment >= (0)::numeric) AND (scale(trim_scale(funds_for_equipment)) <= 4)));

COMMENT ON COLUMN project_month.planned IS '本月计划投资';

COMMENT ON COLUMN project_month.funds_for_works IS '其中：用于工程建设';

COMMENT ON COLUMN project_month.funds_for_equipment IS '其中：用于设备购置';

CREATE TABLE statistics_deadline (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  day integer NOT NULL,
  source text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT statistics_deadline_key PRIMARY KEY (zone_id, id),
  CONSTRAINT statistics_deadline_unit_unique UNIQUE (zone_id, unit_id),
  CONSTRAINT statistics_deadline_day_check CHECK (day >= 1 AND day <= 28),
  CONSTRAINT statistics_deadline_source_check CHECK (char_length(source) <= 200)
);
COMMENT ON TABLE statistics_deadline IS '入库申报截止日：本单位及下级每月几日前交入库材料；未设的按上级，都未设的按 10 日';
COMMENT ON COLUMN statistics_deadline.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN statistics_deadline.id IS '编号';
COMMENT ON COLUMN statistics_deadline.unit_id IS '所属单位';
COMMENT ON COLUMN statistics_deadline.version IS '版本：每次变更加一';
COMMENT ON COLUMN statistics_deadline.created_at IS '建立时间';
COMMENT ON COLUMN statistics_deadline.created_by IS '建立人';
COMMENT ON COLUMN statistics_deadline.updated_at IS '更新时间';
COMMENT ON COLUMN statistics_deadline.updated_by IS '更新人';
COMMENT ON COLUMN statistics_deadline.sample IS '示范数据';
COMMENT ON COLUMN statistics_deadline.extra IS '扩展字段的值';
COMMENT ON COLUMN statistics_deadline.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN statistics_deadline.day IS '每月几日';
COMMENT ON COLUMN statistics_deadline.source IS '依据';
CREATE INDEX statistics_deadline_unit_index ON statistics_deadline (zone_id, unit_id);
ALTER TABLE statistics_deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_deadline FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON statistics_deadline TO yipanqi_app, yipanqi_kernel;
CREATE POLICY statistics_deadline_kernel ON statistics_deadline TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY statistics_deadline_read ON statistics_deadline FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY statistics_deadline_create ON statistics_deadline FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[]));
CREATE POLICY statistics_deadline_update ON statistics_deadline FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[]));
CREATE POLICY statistics_deadline_remove ON statistics_deadline FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));

CREATE TABLE statistics_entry (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  kind text NOT NULL,
  due_on date,
  has_approval boolean,
  has_contract boolean,
  has_photos boolean,
  has_licence boolean,
  has_content boolean,
  has_payment boolean,
  agrees boolean,
  refusal text,
  entered_on date,
  statistics_code text,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT statistics_entry_key PRIMARY KEY (zone_id, id),
  CONSTRAINT statistics_entry_project_unique UNIQUE (zone_id, project),
  CONSTRAINT statistics_entry_kind_check CHECK (kind IN ('works', 'purchase')),
  CONSTRAINT statistics_entry_refusal_check CHECK (refusal IN ('owner', 'party', 'dates', 'investment', 'proofs', 'not_started', 'other')),
  CONSTRAINT statistics_entry_statistics_code_check CHECK (char_length(statistics_code) <= 40),
  CONSTRAINT statistics_entry_state_check CHECK (state IN ('preparing', 'submitted', 'verified', 'returned', 'entered'))
);
COMMENT ON TABLE statistics_entry IS '入库申报：一个项目报进统计库的材料、时限与审核';
COMMENT ON COLUMN statistics_entry.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN statistics_entry.id IS '编号';
COMMENT ON COLUMN statistics_entry.unit_id IS '所属单位';
COMMENT ON COLUMN statistics_entry.version IS '版本：每次变更加一';
COMMENT ON COLUMN statistics_entry.created_at IS '建立时间';
COMMENT ON COLUMN statistics_entry.created_by IS '建立人';
COMMENT ON COLUMN statistics_entry.updated_at IS '更新时间';
COMMENT ON COLUMN statistics_entry.updated_by IS '更新人';
COMMENT ON COLUMN statistics_entry.sample IS '示范数据';
COMMENT ON COLUMN statistics_entry.extra IS '扩展字段的值';
COMMENT ON COLUMN statistics_entry.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN statistics_entry.project IS '项目';
COMMENT ON COLUMN statistics_entry.kind IS '投资类型';
COMMENT ON COLUMN statistics_entry.due_on IS '申报截止';
COMMENT ON COLUMN statistics_entry.has_approval IS '审批、核准或备案文件';
COMMENT ON COLUMN statistics_entry.has_contract IS '施工或购置合同';
COMMENT ON COLUMN statistics_entry.has_photos IS '现场或到货照片';
COMMENT ON COLUMN statistics_entry.has_licence IS '营业执照';
COMMENT ON COLUMN statistics_entry.has_content IS '建设内容说明';
COMMENT ON COLUMN statistics_entry.has_payment IS '付款凭证';
COMMENT ON COLUMN statistics_entry.agrees IS '四项一致已核对';
COMMENT ON COLUMN statistics_entry.refusal IS '退回情形';
COMMENT ON COLUMN statistics_entry.entered_on IS '入库日期';
COMMENT ON COLUMN statistics_entry.statistics_code IS '统计项目编码';
COMMENT ON COLUMN statistics_entry.state IS '状态';
CREATE INDEX statistics_entry_unit_index ON statistics_entry (zone_id, unit_id);
CREATE INDEX statistics_entry_project_index ON statistics_entry (zone_id, project);
ALTER TABLE statistics_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON statistics_entry TO yipanqi_app, yipanqi_kernel;
CREATE POLICY statistics_entry_kernel ON statistics_entry TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY statistics_entry_read ON statistics_entry FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY statistics_entry_create ON statistics_entry FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY statistics_entry_update ON statistics_entry FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer,statistician}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer,statistician}'))::text[]));
CREATE POLICY statistics_entry_remove ON statistics_entry FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
