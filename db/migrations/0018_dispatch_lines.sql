-- What a closed month of dispatch says of each project, kept as the month is closed; months that were closed before keep none.
ALTER TABLE dispatch ADD COLUMN closed_kept integer;

COMMENT ON COLUMN dispatch.closed_kept IS '冻结时留存底稿的项目数';

CREATE TABLE dispatch_line (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  dispatch text NOT NULL,
  month text NOT NULL,
  project text NOT NULL,
  name_zh text NOT NULL,
  kept text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT dispatch_line_key PRIMARY KEY (zone_id, id),
  CONSTRAINT dispatch_line_project_unique UNIQUE (zone_id, dispatch, project),
  CONSTRAINT dispatch_line_month_check CHECK (month ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT dispatch_line_name_zh_check CHECK (char_length(name_zh) <= 120),
  CONSTRAINT dispatch_line_kept_check CHECK (char_length(kept) <= 2000000)
);
COMMENT ON TABLE dispatch_line IS '调度底稿：调度期冻结时按项目留存的底稿，冻结月份的报告以此为准';
COMMENT ON COLUMN dispatch_line.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN dispatch_line.id IS '编号';
COMMENT ON COLUMN dispatch_line.unit_id IS '所属单位';
COMMENT ON COLUMN dispatch_line.version IS '版本：每次变更加一';
COMMENT ON COLUMN dispatch_line.created_at IS '建立时间';
COMMENT ON COLUMN dispatch_line.created_by IS '建立人';
COMMENT ON COLUMN dispatch_line.updated_at IS '更新时间';
COMMENT ON COLUMN dispatch_line.updated_by IS '更新人';
COMMENT ON COLUMN dispatch_line.sample IS '示范数据';
COMMENT ON COLUMN dispatch_line.extra IS '扩展字段的值';
COMMENT ON COLUMN dispatch_line.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN dispatch_line.dispatch IS '调度期';
COMMENT ON COLUMN dispatch_line.month IS '月份';
COMMENT ON COLUMN dispatch_line.project IS '项目';
COMMENT ON COLUMN dispatch_line.name_zh IS '当时的项目名称';
COMMENT ON COLUMN dispatch_line.kept IS '当时的清单、月报、亮灯、堵点和各方名称';
CREATE INDEX dispatch_line_unit_index ON dispatch_line (zone_id, unit_id);
CREATE INDEX dispatch_line_dispatch_index ON dispatch_line (zone_id, dispatch);
CREATE INDEX dispatch_line_project_index ON dispatch_line (zone_id, project);
ALTER TABLE dispatch_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_line FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch_line TO yipanqi_app, yipanqi_kernel;
CREATE POLICY dispatch_line_kernel ON dispatch_line TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY dispatch_line_read ON dispatch_line FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY dispatch_line_create ON dispatch_line FOR INSERT TO yipanqi_app WITH CHECK (false);
CREATE POLICY dispatch_line_update ON dispatch_line FOR UPDATE TO yipanqi_app USING (false) WITH CHECK (false);
CREATE POLICY dispatch_line_remove ON dispatch_line FOR DELETE TO yipanqi_app USING (false);
