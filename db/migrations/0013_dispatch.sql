CREATE TABLE dispatch (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  month text NOT NULL,
  due_on date NOT NULL,
  note text,
  closed_at timestamptz,
  closed_by text,
  closed_reported integer,
  closed_invested numeric,
  reopened_by text,
  reopened_reason text,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT dispatch_key PRIMARY KEY (zone_id, id),
  CONSTRAINT dispatch_month_unique UNIQUE (zone_id, month),
  CONSTRAINT dispatch_month_check CHECK (month ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT dispatch_note_check CHECK (char_length(note) <= 1000),
  CONSTRAINT dispatch_closed_invested_check CHECK (scale(trim_scale(closed_invested)) <= 4),
  CONSTRAINT dispatch_reopened_reason_check CHECK (char_length(reopened_reason) <= 2000),
  CONSTRAINT dispatch_state_check CHECK (state IN ('open', 'closed', 'reopened'))
);
COMMENT ON TABLE dispatch IS '调度期：高新区一个月的项目调度：何时报齐、是否冻结';
COMMENT ON COLUMN dispatch.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN dispatch.id IS '编号';
COMMENT ON COLUMN dispatch.unit_id IS '所属单位';
COMMENT ON COLUMN dispatch.version IS '版本：每次变更加一';
COMMENT ON COLUMN dispatch.created_at IS '建立时间';
COMMENT ON COLUMN dispatch.created_by IS '建立人';
COMMENT ON COLUMN dispatch.updated_at IS '更新时间';
COMMENT ON COLUMN dispatch.updated_by IS '更新人';
COMMENT ON COLUMN dispatch.sample IS '示范数据';
COMMENT ON COLUMN dispatch.extra IS '扩展字段的值';
COMMENT ON COLUMN dispatch.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN dispatch.month IS '月份';
COMMENT ON COLUMN dispatch.due_on IS '报送截止';
COMMENT ON COLUMN dispatch.note IS '本月要求';
COMMENT ON COLUMN dispatch.closed_at IS '冻结时间';
COMMENT ON COLUMN dispatch.closed_by IS '冻结人';
COMMENT ON COLUMN dispatch.closed_reported IS '冻结时已审定项目数';
COMMENT ON COLUMN dispatch.closed_invested IS '冻结时本月完成投资';
COMMENT ON COLUMN dispatch.reopened_by IS '重开人';
COMMENT ON COLUMN dispatch.reopened_reason IS '重开理由';
COMMENT ON COLUMN dispatch.state IS '状态';
CREATE INDEX dispatch_unit_index ON dispatch (zone_id, unit_id);
CREATE INDEX dispatch_closed_by_index ON dispatch (zone_id, closed_by) WHERE closed_by IS NOT NULL;
CREATE INDEX dispatch_reopened_by_index ON dispatch (zone_id, reopened_by) WHERE reopened_by IS NOT NULL;
ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch TO yipanqi_app, yipanqi_kernel;
CREATE POLICY dispatch_kernel ON dispatch TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY dispatch_read ON dispatch FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY dispatch_create ON dispatch FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY dispatch_update ON dispatch FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[]));
CREATE POLICY dispatch_remove ON dispatch FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE letter (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  blocker text NOT NULL,
  kind text NOT NULL,
  number text,
  series text,
  serial integer,
  organ text NOT NULL,
  subject text NOT NULL,
  asked text NOT NULL,
  answer_by date NOT NULL,
  issued_on date,
  signed_by text,
  answer text,
  answered_on date,
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
  search_terms integer[],
  CONSTRAINT letter_key PRIMARY KEY (zone_id, id),
  CONSTRAINT letter_number_unique UNIQUE (zone_id, kind, series, serial),
  CONSTRAINT letter_kind_check CHECK (kind IN ('assignment', 'reminder', 'supervision')),
  CONSTRAINT letter_number_check CHECK (char_length(number) <= 40),
  CONSTRAINT letter_series_check CHECK (char_length(series) <= 4),
  CONSTRAINT letter_serial_check CHECK (serial >= 1),
  CONSTRAINT letter_subject_check CHECK (char_length(subject) <= 120),
  CONSTRAINT letter_asked_check CHECK (char_length(asked) <= 2000),
  CONSTRAINT letter_answer_check CHECK (char_length(answer) <= 2000),
  CONSTRAINT letter_state_check CHECK (state IN ('draft', 'issued', 'answered', 'closed', 'withdrawn'))
);
COMMENT ON TABLE letter IS '函件：就堵点发给责任单位的交办函、提醒函、督办函';
COMMENT ON COLUMN letter.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN letter.id IS '编号';
COMMENT ON COLUMN letter.unit_id IS '所属单位';
COMMENT ON COLUMN letter.version IS '版本：每次变更加一';
COMMENT ON COLUMN letter.created_at IS '建立时间';
COMMENT ON COLUMN letter.created_by IS '建立人';
COMMENT ON COLUMN letter.updated_at IS '更新时间';
COMMENT ON COLUMN letter.updated_by IS '更新人';
COMMENT ON COLUMN letter.sample IS '示范数据';
COMMENT ON COLUMN letter.extra IS '扩展字段的值';
COMMENT ON COLUMN letter.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN letter.project IS '项目';
COMMENT ON COLUMN letter.blocker IS '堵点';
COMMENT ON COLUMN letter.kind IS '函件种类';
COMMENT ON COLUMN letter.number IS '文号';
COMMENT ON COLUMN letter.series IS '编号年度';
COMMENT ON COLUMN letter.serial IS '编号序数';
COMMENT ON COLUMN letter.organ IS '主送单位';
COMMENT ON COLUMN letter.subject IS '事由';
COMMENT ON COLUMN letter.asked IS '要求';
COMMENT ON COLUMN letter.answer_by IS '答复期限';
COMMENT ON COLUMN letter.issued_on IS '发函日期';
COMMENT ON COLUMN letter.signed_by IS '签发人';
COMMENT ON COLUMN letter.answer IS '复函内容';
COMMENT ON COLUMN letter.answered_on IS '复函日期';
COMMENT ON COLUMN letter.state IS '状态';
COMMENT ON COLUMN letter.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN letter.search_terms IS '检索文本的单字与双字';
CREATE INDEX letter_unit_index ON letter (zone_id, unit_id);
CREATE INDEX letter_project_index ON letter (zone_id, project);
CREATE INDEX letter_blocker_index ON letter (zone_id, blocker);
CREATE INDEX letter_organ_index ON letter (zone_id, organ);
CREATE INDEX letter_signed_by_index ON letter (zone_id, signed_by) WHERE signed_by IS NOT NULL;
CREATE INDEX letter_search_index ON letter USING gin (search_terms);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON letter TO yipanqi_app, yipanqi_kernel;
CREATE POLICY letter_kernel ON letter TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY letter_read ON letter FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY letter_create ON letter FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,office_clerk,project_officer}'))::text[]));
CREATE POLICY letter_update ON letter FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,office_clerk,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,office_clerk,project_officer}'))::text[]));
CREATE POLICY letter_remove ON letter FOR DELETE TO yipanqi_app USING (false);

ALTER TABLE project_month ADD COLUMN correction_at timestamp with time zone;

ALTER TABLE project_month ADD COLUMN correction_by text;

ALTER TABLE project_month ADD COLUMN correction_open boolean;

ALTER TABLE project_month ADD COLUMN invested_before numeric;

ALTER TABLE project_month ADD COLUMN correction_reason text;

ALTER TABLE project_month ADD CONSTRAINT project_month_invested_before_check CHECK ((scale(trim_scale(invested_before)) <= 4));

ALTER TABLE project_month ADD CONSTRAINT project_month_correction_reason_check CHECK ((char_length(correction_reason) <= 2000));

CREATE INDEX project_month_correction_by_index ON project_month USING btree (zone_id, correction_by) WHERE (correction_by IS NOT NULL);

COMMENT ON COLUMN project_month.correction_at IS '允许更正时间';

COMMENT ON COLUMN project_month.correction_by IS '允许更正人';

COMMENT ON COLUMN project_month.correction_open IS '更正中';

COMMENT ON COLUMN project_month.invested_before IS '更正前完成投资';

COMMENT ON COLUMN project_month.correction_reason IS '更正理由';
