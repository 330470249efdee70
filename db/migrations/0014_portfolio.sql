-- Baselines of plans, kept as they are taken; and what a node has cost so far beside what it was planned to cost.
CREATE TABLE plan_baseline (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  name_zh text NOT NULL,
  taken_on date,
  promised_on date,
  forecast_start date,
  forecast_finish date,
  node_count integer,
  kept_nodes text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT plan_baseline_key PRIMARY KEY (zone_id, id),
  CONSTRAINT plan_baseline_name_unique UNIQUE (zone_id, project, name_zh),
  CONSTRAINT plan_baseline_name_zh_check CHECK (char_length(name_zh) <= 60),
  CONSTRAINT plan_baseline_kept_nodes_check CHECK (char_length(kept_nodes) <= 2000000)
);
COMMENT ON TABLE plan_baseline IS '计划基线：某日留存的整套计划，用来对比偏差';
COMMENT ON COLUMN plan_baseline.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN plan_baseline.id IS '编号';
COMMENT ON COLUMN plan_baseline.unit_id IS '所属单位';
COMMENT ON COLUMN plan_baseline.version IS '版本：每次变更加一';
COMMENT ON COLUMN plan_baseline.created_at IS '建立时间';
COMMENT ON COLUMN plan_baseline.created_by IS '建立人';
COMMENT ON COLUMN plan_baseline.updated_at IS '更新时间';
COMMENT ON COLUMN plan_baseline.updated_by IS '更新人';
COMMENT ON COLUMN plan_baseline.sample IS '示范数据';
COMMENT ON COLUMN plan_baseline.extra IS '扩展字段的值';
COMMENT ON COLUMN plan_baseline.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN plan_baseline.project IS '项目';
COMMENT ON COLUMN plan_baseline.name_zh IS '基线名称';
COMMENT ON COLUMN plan_baseline.taken_on IS '留存日期';
COMMENT ON COLUMN plan_baseline.promised_on IS '当时承诺竣工';
COMMENT ON COLUMN plan_baseline.forecast_start IS '当时预计开始';
COMMENT ON COLUMN plan_baseline.forecast_finish IS '当时预计竣工';
COMMENT ON COLUMN plan_baseline.node_count IS '节点数';
COMMENT ON COLUMN plan_baseline.kept_nodes IS '当时各节点的日期与投资';
CREATE INDEX plan_baseline_unit_index ON plan_baseline (zone_id, unit_id);
CREATE INDEX plan_baseline_project_index ON plan_baseline (zone_id, project);
ALTER TABLE plan_baseline ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_baseline FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_baseline TO yipanqi_app, yipanqi_kernel;
CREATE POLICY plan_baseline_kernel ON plan_baseline TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY plan_baseline_read ON plan_baseline FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY plan_baseline_create ON plan_baseline FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY plan_baseline_update ON plan_baseline FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY plan_baseline_remove ON plan_baseline FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

ALTER TABLE project_node ADD COLUMN spent numeric;

ALTER TABLE project_node ADD CONSTRAINT project_node_spent_check CHECK (((spent >= (0)::numeric) AND (scale(trim_scale(spent)) <= 4)));

COMMENT ON COLUMN project_node.spent IS '已完成投资';
