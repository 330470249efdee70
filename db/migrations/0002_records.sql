CREATE TABLE calendar_day (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  date date NOT NULL,
  kind text NOT NULL,
  name_zh text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT calendar_day_key PRIMARY KEY (zone_id, id),
  CONSTRAINT calendar_day_kind_check CHECK (kind IN ('holiday', 'makeup_workday')),
  CONSTRAINT calendar_day_name_zh_check CHECK (char_length(name_zh) <= 40)
);
COMMENT ON TABLE calendar_day IS '工作日历：国务院放假通知中的节假日与调休上班日';
COMMENT ON COLUMN calendar_day.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN calendar_day.id IS '编号';
COMMENT ON COLUMN calendar_day.unit_id IS '所属单位';
COMMENT ON COLUMN calendar_day.version IS '版本：每次变更加一';
COMMENT ON COLUMN calendar_day.created_at IS '建立时间';
COMMENT ON COLUMN calendar_day.created_by IS '建立人';
COMMENT ON COLUMN calendar_day.updated_at IS '更新时间';
COMMENT ON COLUMN calendar_day.updated_by IS '更新人';
COMMENT ON COLUMN calendar_day.sample IS '示范数据';
COMMENT ON COLUMN calendar_day.extra IS '扩展字段的值';
COMMENT ON COLUMN calendar_day.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN calendar_day.date IS '日期';
COMMENT ON COLUMN calendar_day.kind IS '类别';
COMMENT ON COLUMN calendar_day.name_zh IS '节日';
CREATE INDEX calendar_day_unit_index ON calendar_day (zone_id, unit_id);
ALTER TABLE calendar_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_day FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_day TO yipanqi_app, yipanqi_kernel;
CREATE POLICY calendar_day_kernel ON calendar_day TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY calendar_day_read ON calendar_day FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY calendar_day_create ON calendar_day FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY calendar_day_update ON calendar_day FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY calendar_day_remove ON calendar_day FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));

CREATE TABLE extra_field (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  record text NOT NULL,
  name text NOT NULL,
  label_zh text NOT NULL,
  label_en text,
  kind text NOT NULL,
  options text,
  required boolean,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  extra jsonb NOT NULL DEFAULT '{}',
  title_key text,
  CONSTRAINT extra_field_key PRIMARY KEY (zone_id, id),
  CONSTRAINT extra_field_name_unique UNIQUE (zone_id, record, name),
  CONSTRAINT extra_field_record_check CHECK (char_length(record) <= 60),
  CONSTRAINT extra_field_name_check CHECK (char_length(name) <= 40),
  CONSTRAINT extra_field_label_zh_check CHECK (char_length(label_zh) <= 40),
  CONSTRAINT extra_field_label_en_check CHECK (char_length(label_en) <= 80),
  CONSTRAINT extra_field_kind_check CHECK (kind IN ('text', 'integer', 'decimal', 'boolean', 'date', 'choice')),
  CONSTRAINT extra_field_options_check CHECK (char_length(options) <= 1000)
);
COMMENT ON TABLE extra_field IS '扩展字段：高新区自行为记录类型增加的字段';
COMMENT ON COLUMN extra_field.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN extra_field.id IS '编号';
COMMENT ON COLUMN extra_field.unit_id IS '所属单位';
COMMENT ON COLUMN extra_field.version IS '版本：每次变更加一';
COMMENT ON COLUMN extra_field.created_at IS '建立时间';
COMMENT ON COLUMN extra_field.created_by IS '建立人';
COMMENT ON COLUMN extra_field.updated_at IS '更新时间';
COMMENT ON COLUMN extra_field.updated_by IS '更新人';
COMMENT ON COLUMN extra_field.sample IS '示范数据';
COMMENT ON COLUMN extra_field.extra IS '扩展字段的值';
COMMENT ON COLUMN extra_field.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN extra_field.record IS '记录类型';
COMMENT ON COLUMN extra_field.name IS '标识';
COMMENT ON COLUMN extra_field.label_zh IS '名称';
COMMENT ON COLUMN extra_field.label_en IS '英文名称';
COMMENT ON COLUMN extra_field.kind IS '类型';
COMMENT ON COLUMN extra_field.options IS '选项';
COMMENT ON COLUMN extra_field.required IS '必填';
CREATE INDEX extra_field_unit_index ON extra_field (zone_id, unit_id);
ALTER TABLE extra_field ENABLE ROW LEVEL SECURITY;
ALTER TABLE extra_field FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON extra_field TO yipanqi_app, yipanqi_kernel;
CREATE POLICY extra_field_kernel ON extra_field TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY extra_field_read ON extra_field FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY extra_field_create ON extra_field FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY extra_field_update ON extra_field FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY extra_field_remove ON extra_field FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));

CREATE TABLE indicator (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  definition_zh text,
  definition_en text,
  unit text NOT NULL,
  decimals integer NOT NULL,
  direction text NOT NULL,
  frequency text NOT NULL,
  accumulation text NOT NULL,
  rollup text NOT NULL,
  weight text,
  numerator text,
  denominator text,
  source text NOT NULL,
  formula text,
  measure text,
  of_which text,
  theme text,
  position integer,
  key_figure boolean,
  valid_from date,
  valid_to date,
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
  CONSTRAINT indicator_key PRIMARY KEY (zone_id, id),
  CONSTRAINT indicator_code_check CHECK (char_length(code) <= 60),
  CONSTRAINT indicator_name_zh_check CHECK (char_length(name_zh) <= 80),
  CONSTRAINT indicator_name_en_check CHECK (char_length(name_en) <= 160),
  CONSTRAINT indicator_definition_zh_check CHECK (char_length(definition_zh) <= 2000),
  CONSTRAINT indicator_definition_en_check CHECK (char_length(definition_en) <= 2000),
  CONSTRAINT indicator_unit_check CHECK (char_length(unit) <= 30),
  CONSTRAINT indicator_decimals_check CHECK (decimals >= 0 AND decimals <= 8),
  CONSTRAINT indicator_direction_check CHECK (direction IN ('up', 'down', 'none')),
  CONSTRAINT indicator_frequency_check CHECK (frequency IN ('month', 'quarter', 'half_year', 'year', 'date')),
  CONSTRAINT indicator_accumulation_check CHECK (accumulation IN ('period', 'ytd', 'stock')),
  CONSTRAINT indicator_rollup_check CHECK (rollup IN ('sum', 'weighted_mean', 'ratio_of_sums', 'last', 'none')),
  CONSTRAINT indicator_source_check CHECK (source IN ('reported', 'measure', 'formula')),
  CONSTRAINT indicator_formula_check CHECK (char_length(formula) <= 2000),
  CONSTRAINT indicator_measure_check CHECK (char_length(measure) <= 80),
  CONSTRAINT indicator_theme_check CHECK (char_length(theme) <= 40),
  CONSTRAINT indicator_position_check CHECK (position >= 0 AND position <= 9999)
);
COMMENT ON TABLE indicator IS '指标：指标的口径、单位、频度、累计方式与汇总规则';
COMMENT ON COLUMN indicator.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN indicator.id IS '编号';
COMMENT ON COLUMN indicator.unit_id IS '所属单位';
COMMENT ON COLUMN indicator.version IS '版本：每次变更加一';
COMMENT ON COLUMN indicator.created_at IS '建立时间';
COMMENT ON COLUMN indicator.created_by IS '建立人';
COMMENT ON COLUMN indicator.updated_at IS '更新时间';
COMMENT ON COLUMN indicator.updated_by IS '更新人';
COMMENT ON COLUMN indicator.sample IS '示范数据';
COMMENT ON COLUMN indicator.extra IS '扩展字段的值';
COMMENT ON COLUMN indicator.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN indicator.code IS '代码';
COMMENT ON COLUMN indicator.name_zh IS '名称';
COMMENT ON COLUMN indicator.name_en IS '英文名称';
COMMENT ON COLUMN indicator.definition_zh IS '口径';
COMMENT ON COLUMN indicator.definition_en IS '英文口径';
COMMENT ON COLUMN indicator.unit IS '计量单位';
COMMENT ON COLUMN indicator.decimals IS '小数位';
COMMENT ON COLUMN indicator.direction IS '方向';
COMMENT ON COLUMN indicator.frequency IS '频度';
COMMENT ON COLUMN indicator.accumulation IS '累计方式';
COMMENT ON COLUMN indicator.rollup IS '汇总规则';
COMMENT ON COLUMN indicator.weight IS '权重指标';
COMMENT ON COLUMN indicator.numerator IS '分子指标';
COMMENT ON COLUMN indicator.denominator IS '分母指标';
COMMENT ON COLUMN indicator.source IS '来源';
COMMENT ON COLUMN indicator.formula IS '公式';
COMMENT ON COLUMN indicator.measure IS '台账统计项';
COMMENT ON COLUMN indicator.of_which IS '其中（上级指标）';
COMMENT ON COLUMN indicator.theme IS '分组';
COMMENT ON COLUMN indicator.position IS '排序';
COMMENT ON COLUMN indicator.key_figure IS '看板关键指标';
COMMENT ON COLUMN indicator.valid_from IS '启用日期';
COMMENT ON COLUMN indicator.valid_to IS '停用日期';
COMMENT ON COLUMN indicator.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN indicator.search_terms IS '检索文本的单字与双字';
CREATE INDEX indicator_unit_index ON indicator (zone_id, unit_id);
CREATE INDEX indicator_weight_index ON indicator (zone_id, weight);
CREATE INDEX indicator_numerator_index ON indicator (zone_id, numerator);
CREATE INDEX indicator_denominator_index ON indicator (zone_id, denominator);
CREATE INDEX indicator_of_which_index ON indicator (zone_id, of_which);
CREATE INDEX indicator_search_index ON indicator USING gin (search_terms);
ALTER TABLE indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE indicator FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON indicator TO yipanqi_app, yipanqi_kernel;
CREATE POLICY indicator_kernel ON indicator TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY indicator_read ON indicator FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY indicator_create ON indicator FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY indicator_update ON indicator FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY indicator_remove ON indicator FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE organ (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  parent text,
  position integer,
  duties text,
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
  CONSTRAINT organ_key PRIMARY KEY (zone_id, id),
  CONSTRAINT organ_name_unique UNIQUE (zone_id, unit_id, name_zh),
  CONSTRAINT organ_name_zh_check CHECK (char_length(name_zh) <= 60),
  CONSTRAINT organ_name_en_check CHECK (char_length(name_en) <= 120),
  CONSTRAINT organ_position_check CHECK (position >= 0 AND position <= 9999),
  CONSTRAINT organ_duties_check CHECK (char_length(duties) <= 1000)
);
COMMENT ON TABLE organ IS '机构：管委会的内设机构或派驻机构';
COMMENT ON COLUMN organ.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN organ.id IS '编号';
COMMENT ON COLUMN organ.unit_id IS '所属单位';
COMMENT ON COLUMN organ.version IS '版本：每次变更加一';
COMMENT ON COLUMN organ.created_at IS '建立时间';
COMMENT ON COLUMN organ.created_by IS '建立人';
COMMENT ON COLUMN organ.updated_at IS '更新时间';
COMMENT ON COLUMN organ.updated_by IS '更新人';
COMMENT ON COLUMN organ.sample IS '示范数据';
COMMENT ON COLUMN organ.extra IS '扩展字段的值';
COMMENT ON COLUMN organ.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN organ.name_zh IS '名称';
COMMENT ON COLUMN organ.name_en IS '英文名称';
COMMENT ON COLUMN organ.parent IS '上级机构';
COMMENT ON COLUMN organ.position IS '排序';
COMMENT ON COLUMN organ.duties IS '职责';
COMMENT ON COLUMN organ.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN organ.search_terms IS '检索文本的单字与双字';
CREATE INDEX organ_unit_index ON organ (zone_id, unit_id);
CREATE INDEX organ_parent_index ON organ (zone_id, parent);
CREATE INDEX organ_search_index ON organ USING gin (search_terms);
ALTER TABLE organ ENABLE ROW LEVEL SECURITY;
ALTER TABLE organ FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON organ TO yipanqi_app, yipanqi_kernel;
CREATE POLICY organ_kernel ON organ TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY organ_read ON organ FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician,system_admin}'))::text[]));
CREATE POLICY organ_create ON organ FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY organ_update ON organ FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY organ_remove ON organ FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));

CREATE TABLE person (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  mobile text,
  left_on date,
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
  CONSTRAINT person_key PRIMARY KEY (zone_id, id),
  CONSTRAINT person_name_zh_check CHECK (char_length(name_zh) <= 40),
  CONSTRAINT person_name_en_check CHECK (char_length(name_en) <= 80),
  CONSTRAINT person_mobile_check CHECK (char_length(mobile) <= 200)
);
COMMENT ON TABLE person IS '人员：在单位任职的人；权限来自岗位，不来自人';
COMMENT ON COLUMN person.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN person.id IS '编号';
COMMENT ON COLUMN person.unit_id IS '所属单位';
COMMENT ON COLUMN person.version IS '版本：每次变更加一';
COMMENT ON COLUMN person.created_at IS '建立时间';
COMMENT ON COLUMN person.created_by IS '建立人';
COMMENT ON COLUMN person.updated_at IS '更新时间';
COMMENT ON COLUMN person.updated_by IS '更新人';
COMMENT ON COLUMN person.sample IS '示范数据';
COMMENT ON COLUMN person.extra IS '扩展字段的值';
COMMENT ON COLUMN person.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN person.name_zh IS '姓名';
COMMENT ON COLUMN person.name_en IS '英文姓名';
COMMENT ON COLUMN person.mobile IS '手机';
COMMENT ON COLUMN person.left_on IS '离职日期';
COMMENT ON COLUMN person.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN person.search_terms IS '检索文本的单字与双字';
CREATE INDEX person_unit_index ON person (zone_id, unit_id);
CREATE INDEX person_search_index ON person USING gin (search_terms);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO yipanqi_app, yipanqi_kernel;
CREATE POLICY person_kernel ON person TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY person_read ON person FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,security_admin,statistician,system_admin}'))::text[]) OR id = yipanqi_person());
CREATE POLICY person_create ON person FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY person_update ON person FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY person_remove ON person FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE post (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  person text,
  role text NOT NULL,
  organ text,
  starts_on date NOT NULL,
  ends_on date,
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
  CONSTRAINT post_key PRIMARY KEY (zone_id, id),
  CONSTRAINT post_name_zh_check CHECK (char_length(name_zh) <= 60),
  CONSTRAINT post_name_en_check CHECK (char_length(name_en) <= 120),
  CONSTRAINT post_role_check CHECK (role IN ('leader', 'economist', 'statistician', 'project_officer', 'hall_officer', 'office_clerk', 'enterprise_user', 'system_admin', 'security_admin', 'audit_admin'))
);
COMMENT ON TABLE post IS '岗位：角色 × 单位 × 机构 × 任期；权限属于岗位';
COMMENT ON COLUMN post.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN post.id IS '编号';
COMMENT ON COLUMN post.unit_id IS '所属单位';
COMMENT ON COLUMN post.version IS '版本：每次变更加一';
COMMENT ON COLUMN post.created_at IS '建立时间';
COMMENT ON COLUMN post.created_by IS '建立人';
COMMENT ON COLUMN post.updated_at IS '更新时间';
COMMENT ON COLUMN post.updated_by IS '更新人';
COMMENT ON COLUMN post.sample IS '示范数据';
COMMENT ON COLUMN post.extra IS '扩展字段的值';
COMMENT ON COLUMN post.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN post.name_zh IS '岗位名称';
COMMENT ON COLUMN post.name_en IS '英文名称';
COMMENT ON COLUMN post.person IS '任职人';
COMMENT ON COLUMN post.role IS '角色';
COMMENT ON COLUMN post.organ IS '机构';
COMMENT ON COLUMN post.starts_on IS '任期起';
COMMENT ON COLUMN post.ends_on IS '任期止';
COMMENT ON COLUMN post.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN post.search_terms IS '检索文本的单字与双字';
CREATE INDEX post_unit_index ON post (zone_id, unit_id);
CREATE INDEX post_person_index ON post (zone_id, person);
CREATE INDEX post_organ_index ON post (zone_id, organ);
CREATE INDEX post_search_index ON post USING gin (search_terms);
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
ALTER TABLE post FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON post TO yipanqi_app, yipanqi_kernel;
CREATE POLICY post_kernel ON post TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY post_read ON post FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,security_admin,statistician,system_admin}'))::text[]) OR person = yipanqi_person());
CREATE POLICY post_create ON post FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY post_update ON post FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY post_remove ON post FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE project (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  owner text,
  category text,
  investment numeric,
  investment_qualifier text,
  excludes_working_capital boolean,
  floor_area numeric,
  floor_area_qualifier text,
  land numeric,
  length numeric,
  capacity text,
  stage text,
  started_in text,
  location text,
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
  search_terms text[],
  CONSTRAINT project_key PRIMARY KEY (zone_id, id),
  CONSTRAINT project_name_unique UNIQUE (zone_id, unit_id, name_zh),
  CONSTRAINT project_name_zh_check CHECK (char_length(name_zh) <= 120),
  CONSTRAINT project_owner_check CHECK (char_length(owner) <= 120),
  CONSTRAINT project_category_check CHECK (category IN ('manufacturing', 'medicine', 'medical-platform', 'industrial-premises', 'education', 'road', 'municipal')),
  CONSTRAINT project_investment_check CHECK (investment >= 0 AND scale(trim_scale(investment)) <= 4),
  CONSTRAINT project_investment_qualifier_check CHECK (investment_qualifier IN ('exact', 'about', 'over', 'at_least', 'within')),
  CONSTRAINT project_floor_area_check CHECK (floor_area >= 0 AND scale(trim_scale(floor_area)) <= 2),
  CONSTRAINT project_floor_area_qualifier_check CHECK (floor_area_qualifier IN ('exact', 'about', 'over', 'at_least', 'within')),
  CONSTRAINT project_land_check CHECK (land >= 0 AND scale(trim_scale(land)) <= 2),
  CONSTRAINT project_length_check CHECK (length >= 0 AND scale(trim_scale(length)) <= 2),
  CONSTRAINT project_capacity_check CHECK (char_length(capacity) <= 200),
  CONSTRAINT project_stage_check CHECK (char_length(stage) <= 200),
  CONSTRAINT project_started_in_check CHECK (started_in ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT project_location_check CHECK (char_length(location) <= 200),
  CONSTRAINT project_source_check CHECK (char_length(source) <= 200)
);
COMMENT ON TABLE project IS '项目：高新区的重大项目，一项一行';
COMMENT ON COLUMN project.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN project.id IS '编号';
COMMENT ON COLUMN project.unit_id IS '所属单位';
COMMENT ON COLUMN project.version IS '版本：每次变更加一';
COMMENT ON COLUMN project.created_at IS '建立时间';
COMMENT ON COLUMN project.created_by IS '建立人';
COMMENT ON COLUMN project.updated_at IS '更新时间';
COMMENT ON COLUMN project.updated_by IS '更新人';
COMMENT ON COLUMN project.sample IS '示范数据';
COMMENT ON COLUMN project.extra IS '扩展字段的值';
COMMENT ON COLUMN project.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN project.name_zh IS '项目名称';
COMMENT ON COLUMN project.owner IS '建设单位';
COMMENT ON COLUMN project.category IS '类别';
COMMENT ON COLUMN project.investment IS '总投资';
COMMENT ON COLUMN project.investment_qualifier IS '投资额口径';
COMMENT ON COLUMN project.excludes_working_capital IS '不含流动资金';
COMMENT ON COLUMN project.floor_area IS '建筑面积';
COMMENT ON COLUMN project.floor_area_qualifier IS '面积口径';
COMMENT ON COLUMN project.land IS '用地面积';
COMMENT ON COLUMN project.length IS '长度';
COMMENT ON COLUMN project.capacity IS '产能规模';
COMMENT ON COLUMN project.stage IS '进展';
COMMENT ON COLUMN project.started_in IS '开工月份';
COMMENT ON COLUMN project.location IS '地点';
COMMENT ON COLUMN project.source IS '出处';
COMMENT ON COLUMN project.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN project.search_terms IS '检索文本的单字与双字';
CREATE INDEX project_unit_index ON project (zone_id, unit_id);
CREATE INDEX project_search_index ON project USING gin (search_terms);
ALTER TABLE project ENABLE ROW LEVEL SECURITY;
ALTER TABLE project FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON project TO yipanqi_app, yipanqi_kernel;
CREATE POLICY project_kernel ON project TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY project_read ON project FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY project_create ON project FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_update ON project FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,project_officer}'))::text[]));
CREATE POLICY project_remove ON project FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{project_officer}'))::text[]));

CREATE TABLE report (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  title text,
  form text NOT NULL,
  period text NOT NULL,
  due_on date,
  submitted_at timestamptz,
  submitted_by text,
  verified_at timestamptz,
  verified_by text,
  published_at timestamptz,
  published_by text,
  note text,
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
  CONSTRAINT report_key PRIMARY KEY (zone_id, id),
  CONSTRAINT report_period_unique UNIQUE (zone_id, unit_id, form, period),
  CONSTRAINT report_title_check CHECK (char_length(title) <= 160),
  CONSTRAINT report_period_check CHECK (period ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'),
  CONSTRAINT report_note_check CHECK (char_length(note) <= 2000),
  CONSTRAINT report_state_check CHECK (state IN ('draft', 'submitted', 'verified', 'published', 'returned', 'correcting'))
);
COMMENT ON TABLE report IS '报表：一个单位一个期间的一份填报';
COMMENT ON COLUMN report.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN report.id IS '编号';
COMMENT ON COLUMN report.unit_id IS '所属单位';
COMMENT ON COLUMN report.version IS '版本：每次变更加一';
COMMENT ON COLUMN report.created_at IS '建立时间';
COMMENT ON COLUMN report.created_by IS '建立人';
COMMENT ON COLUMN report.updated_at IS '更新时间';
COMMENT ON COLUMN report.updated_by IS '更新人';
COMMENT ON COLUMN report.sample IS '示范数据';
COMMENT ON COLUMN report.extra IS '扩展字段的值';
COMMENT ON COLUMN report.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN report.title IS '标题';
COMMENT ON COLUMN report.form IS '填报表';
COMMENT ON COLUMN report.period IS '期间';
COMMENT ON COLUMN report.due_on IS '截止日期';
COMMENT ON COLUMN report.submitted_at IS '提交时间';
COMMENT ON COLUMN report.submitted_by IS '提交人';
COMMENT ON COLUMN report.verified_at IS '审核时间';
COMMENT ON COLUMN report.verified_by IS '审核人';
COMMENT ON COLUMN report.published_at IS '发布时间';
COMMENT ON COLUMN report.published_by IS '发布人';
COMMENT ON COLUMN report.note IS '说明';
COMMENT ON COLUMN report.state IS '状态';
COMMENT ON COLUMN report.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN report.search_terms IS '检索文本的单字与双字';
CREATE INDEX report_unit_index ON report (zone_id, unit_id);
CREATE INDEX report_form_index ON report (zone_id, form);
CREATE INDEX report_submitted_by_index ON report (zone_id, submitted_by);
CREATE INDEX report_verified_by_index ON report (zone_id, verified_by);
CREATE INDEX report_published_by_index ON report (zone_id, published_by);
CREATE INDEX report_search_index ON report USING gin (search_terms);
ALTER TABLE report ENABLE ROW LEVEL SECURITY;
ALTER TABLE report FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON report TO yipanqi_app, yipanqi_kernel;
CREATE POLICY report_kernel ON report TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY report_read ON report FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,hall_officer,leader,office_clerk,project_officer,statistician}'))::text[]));
CREATE POLICY report_create ON report FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,statistician}'))::text[]));
CREATE POLICY report_update ON report FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,statistician}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist,leader,statistician}'))::text[]));
CREATE POLICY report_remove ON report FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE reporting_form (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  frequency text NOT NULL,
  nature text NOT NULL,
  indicators text[] NOT NULL,
  due_workday integer NOT NULL,
  closed boolean,
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
  CONSTRAINT reporting_form_key PRIMARY KEY (zone_id, id),
  CONSTRAINT reporting_form_name_unique UNIQUE (zone_id, unit_id, name_zh),
  CONSTRAINT reporting_form_name_zh_check CHECK (char_length(name_zh) <= 80),
  CONSTRAINT reporting_form_name_en_check CHECK (char_length(name_en) <= 160),
  CONSTRAINT reporting_form_frequency_check CHECK (frequency IN ('month', 'quarter', 'half_year', 'year', 'date')),
  CONSTRAINT reporting_form_nature_check CHECK (nature IN ('actual', 'target', 'plan', 'fact')),
  CONSTRAINT reporting_form_due_workday_check CHECK (due_workday >= 1 AND due_workday <= 60)
);
COMMENT ON TABLE reporting_form IS '填报表：一组一起填报的指标及其频度和截止日';
COMMENT ON COLUMN reporting_form.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN reporting_form.id IS '编号';
COMMENT ON COLUMN reporting_form.unit_id IS '所属单位';
COMMENT ON COLUMN reporting_form.version IS '版本：每次变更加一';
COMMENT ON COLUMN reporting_form.created_at IS '建立时间';
COMMENT ON COLUMN reporting_form.created_by IS '建立人';
COMMENT ON COLUMN reporting_form.updated_at IS '更新时间';
COMMENT ON COLUMN reporting_form.updated_by IS '更新人';
COMMENT ON COLUMN reporting_form.sample IS '示范数据';
COMMENT ON COLUMN reporting_form.extra IS '扩展字段的值';
COMMENT ON COLUMN reporting_form.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN reporting_form.name_zh IS '名称';
COMMENT ON COLUMN reporting_form.name_en IS '英文名称';
COMMENT ON COLUMN reporting_form.frequency IS '频度';
COMMENT ON COLUMN reporting_form.nature IS '性质';
COMMENT ON COLUMN reporting_form.indicators IS '指标';
COMMENT ON COLUMN reporting_form.due_workday IS '截止工作日';
COMMENT ON COLUMN reporting_form.closed IS '停用';
COMMENT ON COLUMN reporting_form.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN reporting_form.search_terms IS '检索文本的单字与双字';
CREATE INDEX reporting_form_unit_index ON reporting_form (zone_id, unit_id);
CREATE INDEX reporting_form_search_index ON reporting_form USING gin (search_terms);
ALTER TABLE reporting_form ENABLE ROW LEVEL SECURITY;
ALTER TABLE reporting_form FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON reporting_form TO yipanqi_app, yipanqi_kernel;
CREATE POLICY reporting_form_kernel ON reporting_form TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY reporting_form_read ON reporting_form FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY reporting_form_create ON reporting_form FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY reporting_form_update ON reporting_form FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY reporting_form_remove ON reporting_form FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE unit (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  kind text NOT NULL,
  parent text,
  position integer,
  division_code text,
  closed_on date,
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
  CONSTRAINT unit_key PRIMARY KEY (zone_id, id),
  CONSTRAINT unit_code_check CHECK (char_length(code) <= 20),
  CONSTRAINT unit_name_zh_check CHECK (char_length(name_zh) <= 60),
  CONSTRAINT unit_name_en_check CHECK (char_length(name_en) <= 120),
  CONSTRAINT unit_kind_check CHECK (kind IN ('system', 'zone', 'park')),
  CONSTRAINT unit_position_check CHECK (position >= 0 AND position <= 9999),
  CONSTRAINT unit_division_code_check CHECK (char_length(division_code) <= 200)
);
COMMENT ON TABLE unit IS '单位：高新区或其下属园区，组成一棵树';
COMMENT ON COLUMN unit.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN unit.id IS '编号';
COMMENT ON COLUMN unit.unit_id IS '所属单位';
COMMENT ON COLUMN unit.version IS '版本：每次变更加一';
COMMENT ON COLUMN unit.created_at IS '建立时间';
COMMENT ON COLUMN unit.created_by IS '建立人';
COMMENT ON COLUMN unit.updated_at IS '更新时间';
COMMENT ON COLUMN unit.updated_by IS '更新人';
COMMENT ON COLUMN unit.sample IS '示范数据';
COMMENT ON COLUMN unit.extra IS '扩展字段的值';
COMMENT ON COLUMN unit.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN unit.code IS '编码';
COMMENT ON COLUMN unit.name_zh IS '名称';
COMMENT ON COLUMN unit.name_en IS '英文名称';
COMMENT ON COLUMN unit.kind IS '类别';
COMMENT ON COLUMN unit.parent IS '上级单位';
COMMENT ON COLUMN unit.position IS '排序';
COMMENT ON COLUMN unit.division_code IS '行政区划代码';
COMMENT ON COLUMN unit.closed_on IS '撤销日期';
COMMENT ON COLUMN unit.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN unit.search_terms IS '检索文本的单字与双字';
CREATE INDEX unit_unit_index ON unit (zone_id, unit_id);
CREATE INDEX unit_parent_index ON unit (zone_id, parent);
CREATE INDEX unit_search_index ON unit USING gin (search_terms);
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON unit TO yipanqi_app, yipanqi_kernel;
CREATE POLICY unit_kernel ON unit TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY unit_read ON unit FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY unit_create ON unit FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY unit_update ON unit FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY unit_remove ON unit FOR DELETE TO yipanqi_app USING (false);

CREATE TABLE validation_rule (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  kind text NOT NULL,
  indicator text,
  minimum numeric,
  maximum numeric,
  percent numeric,
  left_side text,
  operator text,
  right_side text,
  tolerance numeric,
  severity text NOT NULL,
  explanation boolean,
  off boolean,
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
  CONSTRAINT validation_rule_key PRIMARY KEY (zone_id, id),
  CONSTRAINT validation_rule_name_zh_check CHECK (char_length(name_zh) <= 80),
  CONSTRAINT validation_rule_name_en_check CHECK (char_length(name_en) <= 160),
  CONSTRAINT validation_rule_kind_check CHECK (kind IN ('required', 'range', 'jump_prev', 'jump_yoy', 'balance', 'outlier')),
  CONSTRAINT validation_rule_minimum_check CHECK (scale(trim_scale(minimum)) <= 8),
  CONSTRAINT validation_rule_maximum_check CHECK (scale(trim_scale(maximum)) <= 8),
  CONSTRAINT validation_rule_percent_check CHECK (percent >= 0 AND scale(trim_scale(percent)) <= 4),
  CONSTRAINT validation_rule_left_side_check CHECK (char_length(left_side) <= 500),
  CONSTRAINT validation_rule_operator_check CHECK (operator IN ('=', '<=', '>=')),
  CONSTRAINT validation_rule_right_side_check CHECK (char_length(right_side) <= 500),
  CONSTRAINT validation_rule_tolerance_check CHECK (tolerance >= 0 AND scale(trim_scale(tolerance)) <= 8),
  CONSTRAINT validation_rule_severity_check CHECK (severity IN ('error', 'warning'))
);
COMMENT ON TABLE validation_rule IS '校验规则：填报数据的校验规则，按数据维护';
COMMENT ON COLUMN validation_rule.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN validation_rule.id IS '编号';
COMMENT ON COLUMN validation_rule.unit_id IS '所属单位';
COMMENT ON COLUMN validation_rule.version IS '版本：每次变更加一';
COMMENT ON COLUMN validation_rule.created_at IS '建立时间';
COMMENT ON COLUMN validation_rule.created_by IS '建立人';
COMMENT ON COLUMN validation_rule.updated_at IS '更新时间';
COMMENT ON COLUMN validation_rule.updated_by IS '更新人';
COMMENT ON COLUMN validation_rule.sample IS '示范数据';
COMMENT ON COLUMN validation_rule.extra IS '扩展字段的值';
COMMENT ON COLUMN validation_rule.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN validation_rule.name_zh IS '名称';
COMMENT ON COLUMN validation_rule.name_en IS '英文名称';
COMMENT ON COLUMN validation_rule.kind IS '类型';
COMMENT ON COLUMN validation_rule.indicator IS '指标';
COMMENT ON COLUMN validation_rule.minimum IS '下限';
COMMENT ON COLUMN validation_rule.maximum IS '上限';
COMMENT ON COLUMN validation_rule.percent IS '变动幅度（%）';
COMMENT ON COLUMN validation_rule.left_side IS '左式';
COMMENT ON COLUMN validation_rule.operator IS '关系';
COMMENT ON COLUMN validation_rule.right_side IS '右式';
COMMENT ON COLUMN validation_rule.tolerance IS '容差';
COMMENT ON COLUMN validation_rule.severity IS '级别';
COMMENT ON COLUMN validation_rule.explanation IS '须填说明';
COMMENT ON COLUMN validation_rule.off IS '停用';
COMMENT ON COLUMN validation_rule.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN validation_rule.search_terms IS '检索文本的单字与双字';
CREATE INDEX validation_rule_unit_index ON validation_rule (zone_id, unit_id);
CREATE INDEX validation_rule_indicator_index ON validation_rule (zone_id, indicator);
CREATE INDEX validation_rule_search_index ON validation_rule USING gin (search_terms);
ALTER TABLE validation_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE validation_rule FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON validation_rule TO yipanqi_app, yipanqi_kernel;
CREATE POLICY validation_rule_kernel ON validation_rule TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY validation_rule_read ON validation_rule FOR SELECT TO yipanqi_app USING (yipanqi_signed_in());
CREATE POLICY validation_rule_create ON validation_rule FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY validation_rule_update ON validation_rule FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
CREATE POLICY validation_rule_remove ON validation_rule FOR DELETE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{economist}'))::text[]));
