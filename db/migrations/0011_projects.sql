-- Projects from reserve to full capacity: a lifecycle, their place on the year's list, months, plan nodes, procedures,
-- blockers and joint starts. Optional references are indexed where they are filled.
DROP INDEX access_request_post_index;

DROP INDEX access_request_organ_index;

DROP INDEX access_request_person_index;

DROP INDEX access_request_asked_by_index;

DROP INDEX access_request_decided_by_index;

CREATE INDEX access_request_post_index ON access_request USING btree (zone_id, post) WHERE (post IS NOT NULL);

CREATE INDEX access_request_organ_index ON access_request USING btree (zone_id, organ) WHERE (organ IS NOT NULL);

CREATE INDEX access_request_person_index ON access_request USING btree (zone_id, person) WHERE (person IS NOT NULL);

CREATE INDEX access_request_asked_by_index ON access_request USING btree (zone_id, asked_by) WHERE (asked_by IS NOT NULL);

CREATE INDEX access_request_decided_by_index ON access_request USING btree (zone_id, decided_by) WHERE (decided_by IS NOT NULL);

CREATE TABLE blocker (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  subject text NOT NULL,
  category text NOT NULL,
  level text NOT NULL,
  details text,
  organ text,
  handler text,
  workdays integer,
  extension_days integer,
  answer text,
  settlement_due_at timestamptz,
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
  search_terms integer[],
  CONSTRAINT blocker_key PRIMARY KEY (zone_id, id),
  CONSTRAINT blocker_subject_check CHECK (char_length(subject) <= 120),
  CONSTRAINT blocker_category_check CHECK (category IN ('land', 'demolition', 'approval', 'funds', 'utilities', 'design', 'construction', 'other')),
  CONSTRAINT blocker_level_check CHECK (level IN ('park', 'zone', 'city', 'province')),
  CONSTRAINT blocker_details_check CHECK (char_length(details) <= 2000),
  CONSTRAINT blocker_workdays_check CHECK (workdays >= 1 AND workdays <= 120),
  CONSTRAINT blocker_extension_days_check CHECK (extension_days >= 1 AND extension_days <= 60),
  CONSTRAINT blocker_answer_check CHECK (char_length(answer) <= 2000),
  CONSTRAINT blocker_state_check CHECK (state IN ('raised', 'assigned', 'answered', 'closed', 'withdrawn'))
);
COMMENT ON TABLE blocker IS '堵点问题：卡住项目的问题，有责任单位、责任人和期限';
COMMENT ON COLUMN blocker.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN blocker.id IS '编号';
COMMENT ON COLUMN blocker.unit_id IS '所属单位';
COMMENT ON COLUMN blocker.version IS '版本：每次变更加一';
COMMENT ON COLUMN blocker.created_at IS '建立时间';
COMMENT ON COLUMN blocker.created_by IS '建立人';
COMMENT ON COLUMN blocker.updated_at IS '更新时间';
COMMENT ON COLUMN blocker.updated_by IS '更新人';
COMMENT ON COLUMN blocker.sample IS '示范数据';
COMMENT ON COLUMN blocker.extra IS '扩展字段的值';
COMMENT ON COLUMN blocker.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN blocker.project IS '项目';
COMMENT ON COLUMN blocker.subject IS '问题';
COMMENT ON COLUMN blocker.category IS '类型';
COMMENT ON COLUMN blocker.level IS '协调层级';
COMMENT ON COLUMN blocker.details IS '具体情况';
COMMENT ON COLUMN blocker.organ IS '责任单位';
COMMENT ON COLUMN blocker.handler IS '责任人';
COMMENT ON COLUMN blocker.workdays IS '办理时限';
COMMENT ON COLUMN blocker.extension_days IS '延长工作日';
COMMENT ON COLUMN blocker.answer IS '办理结果';
COMMENT ON COLUMN blocker.settlement_due_at IS '办理时限到期';
COMMENT ON COLUMN blocker.settlement_clock IS '办理时限：计时的规则与经过';
COMMENT ON COLUMN blocker.state IS '状态';
COMMENT ON COLUMN blocker.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN blocker.search_terms IS '检索文本的单字与双字';
CREATE INDEX blocker_unit_index ON blocker (zone_id, unit_id);
CREATE INDEX blocker_project_index ON blocker (zone_id, project);
CREATE INDEX blocker_organ_index ON blocker (zone_id, organ) WHERE organ IS NOT NULL;
CREATE INDEX blocker_handler_index ON blocker (zone_id, handler) WHERE handler IS NOT NULL;
CREATE INDEX blocker_settlement_due_at_index ON blocker (zone_id, settlement_due_at);
CREATE INDEX blocker_search_index ON blocker USING gin (search_terms);
ALTER TABLE blocker ENABLE ROW LEVEL SECURITY;
ALTER TABLE blocker FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON blocker TO yipanqi_app, yipanqi_kernel;
CREATE POLICY blocker_kernel ON blocker TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY blocker_read ON blocker FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]) OR handler = yipanqi_person());
CREATE POLICY blocker_create ON blocker FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,project_officer}'))::text[]));
CREATE POLICY blocker_update ON blocker FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,project_officer}'))::text[]));
CREATE POLICY blocker_remove ON blocker FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));

DROP INDEX enterprise_request_organ_index;

DROP INDEX enterprise_request_handler_index;

CREATE INDEX enterprise_request_organ_index ON enterprise_request USING btree (zone_id, organ) WHERE (organ IS NOT NULL);

CREATE INDEX enterprise_request_handler_index ON enterprise_request USING btree (zone_id, handler) WHERE (handler IS NOT NULL);

DROP INDEX indicator_weight_index;

DROP INDEX indicator_of_which_index;

DROP INDEX indicator_numerator_index;

DROP INDEX indicator_denominator_index;

CREATE INDEX indicator_weight_index ON indicator USING btree (zone_id, weight) WHERE (weight IS NOT NULL);

CREATE INDEX indicator_of_which_index ON indicator USING btree (zone_id, of_which) WHERE (of_which IS NOT NULL);

CREATE INDEX indicator_numerator_index ON indicator USING btree (zone_id, numerator) WHERE (numerator IS NOT NULL);

CREATE INDEX indicator_denominator_index ON indicator USING btree (zone_id, denominator) WHERE (denominator IS NOT NULL);

CREATE TABLE joint_start (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  held_on date,
  month text NOT NULL,
  projects text[],
  published_count integer,
  published_investment numeric,
  published_plan numeric,
  counted_investment numeric,
  known integer,
  source text,
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
  CONSTRAINT joint_start_key PRIMARY KEY (zone_id, id),
  CONSTRAINT joint_start_name_unique UNIQUE (zone_id, unit_id, name_zh),
  CONSTRAINT joint_start_name_zh_check CHECK (char_length(name_zh) <= 120),
  CONSTRAINT joint_start_month_check CHECK (month ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT joint_start_published_count_check CHECK (published_count >= 0),
  CONSTRAINT joint_start_published_investment_check CHECK (published_investment >= 0 AND scale(trim_scale(published_investment)) <= 4),
  CONSTRAINT joint_start_published_plan_check CHECK (published_plan >= 0 AND scale(trim_scale(published_plan)) <= 4),
  CONSTRAINT joint_start_counted_investment_check CHECK (scale(trim_scale(counted_investment)) <= 4),
  CONSTRAINT joint_start_source_check CHECK (char_length(source) <= 200)
);
COMMENT ON TABLE joint_start IS '集中开工：一批项目同时开工，并公布总量';
COMMENT ON COLUMN joint_start.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN joint_start.id IS '编号';
COMMENT ON COLUMN joint_start.unit_id IS '所属单位';
COMMENT ON COLUMN joint_start.version IS '版本：每次变更加一';
COMMENT ON COLUMN joint_start.created_at IS '建立时间';
COMMENT ON COLUMN joint_start.created_by IS '建立人';
COMMENT ON COLUMN joint_start.updated_at IS '更新时间';
COMMENT ON COLUMN joint_start.updated_by IS '更新人';
COMMENT ON COLUMN joint_start.sample IS '示范数据';
COMMENT ON COLUMN joint_start.extra IS '扩展字段的值';
COMMENT ON COLUMN joint_start.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN joint_start.name_zh IS '批次';
COMMENT ON COLUMN joint_start.held_on IS '开工日期';
COMMENT ON COLUMN joint_start.month IS '月份';
COMMENT ON COLUMN joint_start.projects IS '项目';
COMMENT ON COLUMN joint_start.published_count IS '公布项目数';
COMMENT ON COLUMN joint_start.published_investment IS '公布总投资';
COMMENT ON COLUMN joint_start.published_plan IS '公布年度计划投资';
COMMENT ON COLUMN joint_start.counted_investment IS '项目台账总投资';
COMMENT ON COLUMN joint_start.known IS '总投资已知的项目数';
COMMENT ON COLUMN joint_start.source IS '出处';
COMMENT ON COLUMN joint_start.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN joint_start.search_terms IS '检索文本的单字与双字';
CREATE INDEX joint_start_unit_index ON joint_start (zone_id, unit_id);
CREATE INDEX joint_start_search_index ON joint_start USING gin (search_terms);
ALTER TABLE joint_start ENABLE ROW LEVEL SECURITY;
ALTER TABLE joint_start FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON joint_start TO yipanqi_app, yipanqi_kernel;
CREATE POLICY joint_start_kernel ON joint_start TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY joint_start_read ON joint_start FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY joint_start_create ON joint_start FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY joint_start_update ON joint_start FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY joint_start_remove ON joint_start FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

DROP INDEX organ_parent_index;

CREATE INDEX organ_parent_index ON organ USING btree (zone_id, parent) WHERE (parent IS NOT NULL);

DROP INDEX post_organ_index;

DROP INDEX post_person_index;

CREATE INDEX post_organ_index ON post USING btree (zone_id, organ) WHERE (organ IS NOT NULL);

CREATE INDEX post_person_index ON post USING btree (zone_id, person) WHERE (person IS NOT NULL);

DROP POLICY project_update ON project;

ALTER TABLE project ADD COLUMN code text;

ALTER TABLE project ADD COLUMN kind text;

ALTER TABLE project ADD COLUMN agent text;

ALTER TABLE project ADD COLUMN organ text;

-- A project that is there already has been started where its month is known; what came after, its officers say.
ALTER TABLE project ADD COLUMN state text NOT NULL DEFAULT 'reserve';
ALTER TABLE project ALTER COLUMN state TYPE text USING CASE WHEN started_in IS NULL THEN 'reserve' ELSE 'started' END;
ALTER TABLE project ALTER COLUMN state DROP DEFAULT;

ALTER TABLE project ADD COLUMN leader text;

ALTER TABLE project ADD COLUMN full_on date;

ALTER TABLE project ADD COLUMN officer text;

ALTER TABLE project ADD COLUMN latitude numeric;

ALTER TABLE project ADD COLUMN longitude numeric;

ALTER TABLE project ADD COLUMN signed_on date;

ALTER TABLE project ADD COLUMN entered_on date;

ALTER TABLE project ADD COLUMN resumed_on date;

ALTER TABLE project ADD COLUMN started_on date;

ALTER TABLE project ADD COLUMN task_force text;

ALTER TABLE project ADD COLUMN produced_on date;

ALTER TABLE project ADD COLUMN promised_on date;

ALTER TABLE project ADD COLUMN completed_on date;

ALTER TABLE project ADD COLUMN planned_start date;

ALTER TABLE project ADD COLUMN statistics_code text;

ALTER TABLE project ADD CONSTRAINT project_code_check CHECK ((char_length(code) <= 40));

ALTER TABLE project ADD CONSTRAINT project_kind_check CHECK ((kind = ANY (ARRAY['industrial'::text, 'infrastructure'::text, 'municipal'::text, 'conversion'::text])));

ALTER TABLE project ADD CONSTRAINT project_state_check CHECK ((state = ANY (ARRAY['reserve'::text, 'signed'::text, 'preliminary'::text, 'started'::text, 'building'::text, 'completed'::text, 'producing'::text, 'full'::text, 'suspended'::text, 'withdrawn'::text])));

ALTER TABLE project ADD CONSTRAINT project_latitude_check CHECK (((latitude >= (3)::numeric) AND (latitude <= (54)::numeric) AND (scale(trim_scale(latitude)) <= 6)));

ALTER TABLE project ADD CONSTRAINT project_longitude_check CHECK (((longitude >= (73)::numeric) AND (longitude <= (136)::numeric) AND (scale(trim_scale(longitude)) <= 6)));

ALTER TABLE project ADD CONSTRAINT project_task_force_check CHECK ((char_length(task_force) <= 120));

ALTER TABLE project ADD CONSTRAINT project_statistics_code_check CHECK ((char_length(statistics_code) <= 40));

CREATE INDEX project_agent_index ON project USING btree (zone_id, agent) WHERE (agent IS NOT NULL);

CREATE INDEX project_organ_index ON project USING btree (zone_id, organ) WHERE (organ IS NOT NULL);

CREATE INDEX project_leader_index ON project USING btree (zone_id, leader) WHERE (leader IS NOT NULL);

CREATE INDEX project_officer_index ON project USING btree (zone_id, officer) WHERE (officer IS NOT NULL);

CREATE POLICY project_update ON project FOR UPDATE TO yipanqi_app USING ((unit_id = ANY (( SELECT yipanqi_units('{economist,leader,project_officer}'::text[]) AS yipanqi_units)::text[]))) WITH CHECK ((unit_id = ANY (( SELECT yipanqi_units('{economist,leader,project_officer}'::text[]) AS yipanqi_units)::text[])));

COMMENT ON COLUMN project.code IS '项目代码';

COMMENT ON COLUMN project.kind IS '项目类型';

COMMENT ON COLUMN project.agent IS '帮办代办员';

COMMENT ON COLUMN project.organ IS '责任单位';

COMMENT ON COLUMN project.state IS '状态';

COMMENT ON COLUMN project.leader IS '包联领导';

COMMENT ON COLUMN project.full_on IS '达效日期';

COMMENT ON COLUMN project.officer IS '责任人';

COMMENT ON COLUMN project.latitude IS '纬度';

COMMENT ON COLUMN project.longitude IS '经度';

COMMENT ON COLUMN project.signed_on IS '签约日期';

COMMENT ON COLUMN project.entered_on IS '入库纳统日期';

COMMENT ON COLUMN project.resumed_on IS '复工日期';

COMMENT ON COLUMN project.started_on IS '实际开工';

COMMENT ON COLUMN project.task_force IS '工作专班';

COMMENT ON COLUMN project.produced_on IS '投产日期';

COMMENT ON COLUMN project.promised_on IS '承诺竣工';

COMMENT ON COLUMN project.completed_on IS '实际竣工';

COMMENT ON COLUMN project.planned_start IS '计划开工';

COMMENT ON COLUMN project.statistics_code IS '统计项目编码';

CREATE TABLE project_month (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  month text NOT NULL,
  invested numeric,
  funds numeric,
  funds_other_province numeric,
  funds_other_city numeric,
  funds_abroad numeric,
  progress text NOT NULL,
  next_month text,
  requests text,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_month_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_month_month_unique UNIQUE (zone_id, project, month),
  CONSTRAINT project_month_month_check CHECK (month ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_month_invested_check CHECK (invested >= 0 AND scale(trim_scale(invested)) <= 4),
  CONSTRAINT project_month_funds_check CHECK (funds >= 0 AND scale(trim_scale(funds)) <= 4),
  CONSTRAINT project_month_funds_other_province_check CHECK (funds_other_province >= 0 AND scale(trim_scale(funds_other_province)) <= 4),
  CONSTRAINT project_month_funds_other_city_check CHECK (funds_other_city >= 0 AND scale(trim_scale(funds_other_city)) <= 4),
  CONSTRAINT project_month_funds_abroad_check CHECK (funds_abroad >= 0 AND scale(trim_scale(funds_abroad)) <= 4),
  CONSTRAINT project_month_progress_check CHECK (char_length(progress) <= 1000),
  CONSTRAINT project_month_next_month_check CHECK (char_length(next_month) <= 1000),
  CONSTRAINT project_month_requests_check CHECK (char_length(requests) <= 1000),
  CONSTRAINT project_month_state_check CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'correcting'))
);
COMMENT ON TABLE project_month IS '月度进展：项目每月上报的投资、资金与形象进度';
COMMENT ON COLUMN project_month.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_month.id IS '编号';
COMMENT ON COLUMN project_month.unit_id IS '所属单位';
COMMENT ON COLUMN project_month.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_month.created_at IS '建立时间';
COMMENT ON COLUMN project_month.created_by IS '建立人';
COMMENT ON COLUMN project_month.updated_at IS '更新时间';
COMMENT ON COLUMN project_month.updated_by IS '更新人';
COMMENT ON COLUMN project_month.sample IS '示范数据';
COMMENT ON COLUMN project_month.extra IS '扩展字段的值';
COMMENT ON COLUMN project_month.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_month.project IS '项目';
COMMENT ON COLUMN project_month.month IS '月份';
COMMENT ON COLUMN project_month.invested IS '本月完成投资';
COMMENT ON COLUMN project_month.funds IS '本月到位资金';
COMMENT ON COLUMN project_month.funds_other_province IS '其中：省外';
COMMENT ON COLUMN project_month.funds_other_city IS '其中：市外省内';
COMMENT ON COLUMN project_month.funds_abroad IS '其中：境外';
COMMENT ON COLUMN project_month.progress IS '形象进度';
COMMENT ON COLUMN project_month.next_month IS '下月计划';
COMMENT ON COLUMN project_month.requests IS '需协调事项';
COMMENT ON COLUMN project_month.state IS '状态';
CREATE INDEX project_month_unit_index ON project_month (zone_id, unit_id);
CREATE INDEX project_month_project_index ON project_month (zone_id, project);
ALTER TABLE project_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_month FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_month TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_month_kernel ON project_month TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_month_read ON project_month FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_month_create ON project_month FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_month_update ON project_month FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,project_officer}'))::text[]));
CREATE POLICY project_month_remove ON project_month FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{project_officer}'))::text[]));

CREATE TABLE project_node (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  name_zh text NOT NULL,
  position integer,
  line text,
  duration integer NOT NULL,
  day_kind text,
  follows text[],
  starts_with text[],
  lag integer,
  fixed_start date,
  fixed_finish date,
  actual_start date,
  actual_finish date,
  planned_money numeric,
  organ text,
  officer text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_node_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_node_name_unique UNIQUE (zone_id, project, name_zh),
  CONSTRAINT project_node_name_zh_check CHECK (char_length(name_zh) <= 80),
  CONSTRAINT project_node_position_check CHECK (position >= 0 AND position <= 9999),
  CONSTRAINT project_node_line_check CHECK (char_length(line) <= 40),
  CONSTRAINT project_node_duration_check CHECK (duration >= 0 AND duration <= 3650),
  CONSTRAINT project_node_day_kind_check CHECK (day_kind IN ('working', 'calendar')),
  CONSTRAINT project_node_lag_check CHECK (lag >= -365 AND lag <= 3650),
  CONSTRAINT project_node_planned_money_check CHECK (planned_money >= 0 AND scale(trim_scale(planned_money)) <= 4)
);
COMMENT ON TABLE project_node IS '计划节点：倒排工期里的一个节点，有时长、前置节点、责任人和日期';
COMMENT ON COLUMN project_node.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_node.id IS '编号';
COMMENT ON COLUMN project_node.unit_id IS '所属单位';
COMMENT ON COLUMN project_node.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_node.created_at IS '建立时间';
COMMENT ON COLUMN project_node.created_by IS '建立人';
COMMENT ON COLUMN project_node.updated_at IS '更新时间';
COMMENT ON COLUMN project_node.updated_by IS '更新人';
COMMENT ON COLUMN project_node.sample IS '示范数据';
COMMENT ON COLUMN project_node.extra IS '扩展字段的值';
COMMENT ON COLUMN project_node.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_node.project IS '项目';
COMMENT ON COLUMN project_node.name_zh IS '节点';
COMMENT ON COLUMN project_node.position IS '次序';
COMMENT ON COLUMN project_node.line IS '并行线';
COMMENT ON COLUMN project_node.duration IS '时长';
COMMENT ON COLUMN project_node.day_kind IS '按';
COMMENT ON COLUMN project_node.follows IS '前置节点';
COMMENT ON COLUMN project_node.starts_with IS '同步开始';
COMMENT ON COLUMN project_node.lag IS '间隔';
COMMENT ON COLUMN project_node.fixed_start IS '固定开始';
COMMENT ON COLUMN project_node.fixed_finish IS '固定完成';
COMMENT ON COLUMN project_node.actual_start IS '实际开始';
COMMENT ON COLUMN project_node.actual_finish IS '实际完成';
COMMENT ON COLUMN project_node.planned_money IS '计划投资';
COMMENT ON COLUMN project_node.organ IS '责任单位';
COMMENT ON COLUMN project_node.officer IS '责任人';
CREATE INDEX project_node_unit_index ON project_node (zone_id, unit_id);
CREATE INDEX project_node_project_index ON project_node (zone_id, project);
CREATE INDEX project_node_organ_index ON project_node (zone_id, organ) WHERE organ IS NOT NULL;
CREATE INDEX project_node_officer_index ON project_node (zone_id, officer) WHERE officer IS NOT NULL;
ALTER TABLE project_node ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_node FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_node TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_node_kernel ON project_node TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_node_read ON project_node FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]) OR officer = yipanqi_person());
CREATE POLICY project_node_create ON project_node FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_node_update ON project_node FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_node_remove ON project_node FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

CREATE TABLE project_procedure (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  name_zh text NOT NULL,
  stage text NOT NULL,
  office text,
  needless boolean,
  planned_on date,
  applied_on date,
  done_on date,
  document text,
  errand text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_procedure_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_procedure_name_unique UNIQUE (zone_id, project, name_zh),
  CONSTRAINT project_procedure_name_zh_check CHECK (char_length(name_zh) <= 80),
  CONSTRAINT project_procedure_stage_check CHECK (stage IN ('land', 'design', 'works', 'acceptance')),
  CONSTRAINT project_procedure_office_check CHECK (char_length(office) <= 80),
  CONSTRAINT project_procedure_document_check CHECK (char_length(document) <= 80),
  CONSTRAINT project_procedure_errand_check CHECK (char_length(errand) <= 1000)
);
COMMENT ON TABLE project_procedure IS '前期手续：项目要办的一项手续，由谁办、何时办结';
COMMENT ON COLUMN project_procedure.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_procedure.id IS '编号';
COMMENT ON COLUMN project_procedure.unit_id IS '所属单位';
COMMENT ON COLUMN project_procedure.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_procedure.created_at IS '建立时间';
COMMENT ON COLUMN project_procedure.created_by IS '建立人';
COMMENT ON COLUMN project_procedure.updated_at IS '更新时间';
COMMENT ON COLUMN project_procedure.updated_by IS '更新人';
COMMENT ON COLUMN project_procedure.sample IS '示范数据';
COMMENT ON COLUMN project_procedure.extra IS '扩展字段的值';
COMMENT ON COLUMN project_procedure.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_procedure.project IS '项目';
COMMENT ON COLUMN project_procedure.name_zh IS '手续';
COMMENT ON COLUMN project_procedure.stage IS '审批阶段';
COMMENT ON COLUMN project_procedure.office IS '审批单位';
COMMENT ON COLUMN project_procedure.needless IS '无需办理';
COMMENT ON COLUMN project_procedure.planned_on IS '计划办结';
COMMENT ON COLUMN project_procedure.applied_on IS '受理日期';
COMMENT ON COLUMN project_procedure.done_on IS '办结日期';
COMMENT ON COLUMN project_procedure.document IS '文号';
COMMENT ON COLUMN project_procedure.errand IS '代办记录';
CREATE INDEX project_procedure_unit_index ON project_procedure (zone_id, unit_id);
CREATE INDEX project_procedure_project_index ON project_procedure (zone_id, project);
ALTER TABLE project_procedure ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_procedure FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_procedure TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_procedure_kernel ON project_procedure TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_procedure_read ON project_procedure FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_procedure_create ON project_procedure FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[]));
CREATE POLICY project_procedure_update ON project_procedure FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,project_officer}'))::text[]));
CREATE POLICY project_procedure_remove ON project_procedure FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

CREATE TABLE project_year (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  project text NOT NULL,
  year text NOT NULL,
  project_class text NOT NULL,
  annual_plan numeric,
  planned_start text,
  planned_completion text,
  funds_plan numeric,
  listed_on date,
  left_on date,
  left_reason text,
  state_started boolean,
  state_resumed boolean,
  procedures_done boolean,
  state_entered boolean,
  investment numeric,
  counted boolean,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT project_year_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_year_year_unique UNIQUE (zone_id, project, year),
  CONSTRAINT project_year_year_check CHECK (year ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_year_project_class_check CHECK (project_class IN ('carried_on', 'new', 'preparatory')),
  CONSTRAINT project_year_annual_plan_check CHECK (annual_plan >= 0 AND scale(trim_scale(annual_plan)) <= 4),
  CONSTRAINT project_year_planned_start_check CHECK (planned_start ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_year_planned_completion_check CHECK (planned_completion ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_year_funds_plan_check CHECK (funds_plan >= 0 AND scale(trim_scale(funds_plan)) <= 4),
  CONSTRAINT project_year_left_reason_check CHECK (char_length(left_reason) <= 200),
  CONSTRAINT project_year_investment_check CHECK (scale(trim_scale(investment)) <= 4)
);
COMMENT ON TABLE project_year IS '年度清单：项目列入某年清单的计划，一个项目一年一行';
COMMENT ON COLUMN project_year.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project_year.id IS '编号';
COMMENT ON COLUMN project_year.unit_id IS '所属单位';
COMMENT ON COLUMN project_year.version IS '版本：每次变更加一';
COMMENT ON COLUMN project_year.created_at IS '建立时间';
COMMENT ON COLUMN project_year.created_by IS '建立人';
COMMENT ON COLUMN project_year.updated_at IS '更新时间';
COMMENT ON COLUMN project_year.updated_by IS '更新人';
COMMENT ON COLUMN project_year.sample IS '示范数据';
COMMENT ON COLUMN project_year.extra IS '扩展字段的值';
COMMENT ON COLUMN project_year.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project_year.project IS '项目';
COMMENT ON COLUMN project_year.year IS '年度';
COMMENT ON COLUMN project_year.project_class IS '建设性质';
COMMENT ON COLUMN project_year.annual_plan IS '年度计划投资';
COMMENT ON COLUMN project_year.planned_start IS '计划开工月份';
COMMENT ON COLUMN project_year.planned_completion IS '计划竣工月份';
COMMENT ON COLUMN project_year.funds_plan IS '计划到位资金';
COMMENT ON COLUMN project_year.listed_on IS '列入日期';
COMMENT ON COLUMN project_year.left_on IS '退出日期';
COMMENT ON COLUMN project_year.left_reason IS '退出原因';
COMMENT ON COLUMN project_year.state_started IS '已开工';
COMMENT ON COLUMN project_year.state_resumed IS '已复工';
COMMENT ON COLUMN project_year.procedures_done IS '前期手续办结';
COMMENT ON COLUMN project_year.state_entered IS '已入库';
COMMENT ON COLUMN project_year.investment IS '总投资';
COMMENT ON COLUMN project_year.counted IS '计入清单';
CREATE INDEX project_year_unit_index ON project_year (zone_id, unit_id);
CREATE INDEX project_year_project_index ON project_year (zone_id, project);
ALTER TABLE project_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_year FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_year TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_year_kernel ON project_year TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_year_read ON project_year FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_year_create ON project_year FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_year_update ON project_year FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_year_remove ON project_year FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));

DROP INDEX report_verified_by_index;

DROP INDEX report_published_by_index;

DROP INDEX report_submitted_by_index;

CREATE INDEX report_verified_by_index ON report USING btree (zone_id, verified_by) WHERE (verified_by IS NOT NULL);

CREATE INDEX report_published_by_index ON report USING btree (zone_id, published_by) WHERE (published_by IS NOT NULL);

CREATE INDEX report_submitted_by_index ON report USING btree (zone_id, submitted_by) WHERE (submitted_by IS NOT NULL);

DROP INDEX unit_parent_index;

CREATE INDEX unit_parent_index ON unit USING btree (zone_id, parent) WHERE (parent IS NOT NULL);

DROP INDEX validation_rule_indicator_index;

CREATE INDEX validation_rule_indicator_index ON validation_rule USING btree (zone_id, indicator) WHERE (indicator IS NOT NULL);
