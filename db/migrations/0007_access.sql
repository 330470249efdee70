-- Accounts and posts are asked for by the system administrator and granted by the security administrator. Accounts know
-- how old a password is, which ones went before, and the second factor; sessions know from where they were opened.

CREATE TABLE access_request (
  zone_id text NOT NULL,
  id text NOT NULL,
  unit_id text NOT NULL,
  subject text,
  kind text NOT NULL,
  person text,
  name_zh text,
  name_en text,
  mobile text,
  account text,
  post text,
  post_zh text,
  post_en text,
  role text,
  organ text,
  starts_on date,
  ends_on date,
  why text NOT NULL,
  asked_by text,
  decided_by text,
  decided_at timestamptz,
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
  search_text text,
  search_terms text[],
  CONSTRAINT access_request_key PRIMARY KEY (zone_id, id),
  CONSTRAINT access_request_subject_check CHECK (char_length(subject) <= 200),
  CONSTRAINT access_request_kind_check CHECK (kind IN ('open_account', 'give_post', 'end_post', 'hand_over', 'reset_sign_in', 'restore_account')),
  CONSTRAINT access_request_name_zh_check CHECK (char_length(name_zh) <= 40),
  CONSTRAINT access_request_name_en_check CHECK (char_length(name_en) <= 80),
  CONSTRAINT access_request_mobile_check CHECK (char_length(mobile) <= 200),
  CONSTRAINT access_request_account_check CHECK (char_length(account) <= 40),
  CONSTRAINT access_request_post_zh_check CHECK (char_length(post_zh) <= 60),
  CONSTRAINT access_request_post_en_check CHECK (char_length(post_en) <= 120),
  CONSTRAINT access_request_role_check CHECK (role IN ('leader', 'economist', 'statistician', 'project_officer', 'hall_officer', 'office_clerk', 'enterprise_user', 'system_admin', 'security_admin', 'audit_admin')),
  CONSTRAINT access_request_why_check CHECK (char_length(why) <= 1000),
  CONSTRAINT access_request_decision_check CHECK (char_length(decision) <= 2000),
  CONSTRAINT access_request_state_check CHECK (state IN ('asked', 'granted', 'refused', 'withdrawn'))
);
COMMENT ON TABLE access_request IS '授权申请：系统管理员申请账号或岗位，安全管理员批准后才生效';
COMMENT ON COLUMN access_request.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN access_request.id IS '编号';
COMMENT ON COLUMN access_request.unit_id IS '所属单位';
COMMENT ON COLUMN access_request.version IS '版本：每次变更加一';
COMMENT ON COLUMN access_request.created_at IS '建立时间';
COMMENT ON COLUMN access_request.created_by IS '建立人';
COMMENT ON COLUMN access_request.updated_at IS '更新时间';
COMMENT ON COLUMN access_request.updated_by IS '更新人';
COMMENT ON COLUMN access_request.sample IS '示范数据';
COMMENT ON COLUMN access_request.extra IS '扩展字段的值';
COMMENT ON COLUMN access_request.title_key IS '名称的拼音排序键';
COMMENT ON COLUMN access_request.subject IS '申请';
COMMENT ON COLUMN access_request.kind IS '类别';
COMMENT ON COLUMN access_request.person IS '人员';
COMMENT ON COLUMN access_request.name_zh IS '新人员姓名';
COMMENT ON COLUMN access_request.name_en IS '英文姓名';
COMMENT ON COLUMN access_request.mobile IS '手机';
COMMENT ON COLUMN access_request.account IS '账号名';
COMMENT ON COLUMN access_request.post IS '岗位';
COMMENT ON COLUMN access_request.post_zh IS '岗位名称';
COMMENT ON COLUMN access_request.post_en IS '岗位英文名称';
COMMENT ON COLUMN access_request.role IS '角色';
COMMENT ON COLUMN access_request.organ IS '机构';
COMMENT ON COLUMN access_request.starts_on IS '任期起';
COMMENT ON COLUMN access_request.ends_on IS '任期止';
COMMENT ON COLUMN access_request.why IS '申请理由';
COMMENT ON COLUMN access_request.asked_by IS '申请人';
COMMENT ON COLUMN access_request.decided_by IS '审批人';
COMMENT ON COLUMN access_request.decided_at IS '审批时间';
COMMENT ON COLUMN access_request.decision IS '审批意见';
COMMENT ON COLUMN access_request.state IS '状态';
COMMENT ON COLUMN access_request.search_text IS '检索文本：原文、全拼、首字母';
COMMENT ON COLUMN access_request.search_terms IS '检索文本的单字与双字';
CREATE INDEX access_request_unit_index ON access_request (zone_id, unit_id);
CREATE INDEX access_request_person_index ON access_request (zone_id, person);
CREATE INDEX access_request_post_index ON access_request (zone_id, post);
CREATE INDEX access_request_organ_index ON access_request (zone_id, organ);
CREATE INDEX access_request_asked_by_index ON access_request (zone_id, asked_by);
CREATE INDEX access_request_decided_by_index ON access_request (zone_id, decided_by);
CREATE INDEX access_request_search_index ON access_request USING gin (search_terms);
ALTER TABLE access_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_request FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON access_request TO yipanqi_app, yipanqi_kernel;
CREATE POLICY access_request_kernel ON access_request TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY access_request_read ON access_request FOR SELECT TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{audit_admin,security_admin,system_admin}'))::text[]));
CREATE POLICY access_request_create ON access_request FOR INSERT TO yipanqi_app WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{system_admin}'))::text[]));
CREATE POLICY access_request_update ON access_request FOR UPDATE TO yipanqi_app USING (unit_id = ANY ((SELECT yipanqi_units('{security_admin,system_admin}'))::text[])) WITH CHECK (unit_id = ANY ((SELECT yipanqi_units('{security_admin,system_admin}'))::text[]));
CREATE POLICY access_request_remove ON access_request FOR DELETE TO yipanqi_app USING (false);

DROP POLICY organ_read ON organ;

CREATE POLICY organ_read ON organ FOR SELECT TO yipanqi_app USING ((unit_id = ANY (( SELECT yipanqi_units('{audit_admin,economist,hall_officer,leader,office_clerk,project_officer,security_admin,statistician,system_admin}'::text[]) AS yipanqi_units)::text[])));

DROP POLICY person_read ON person;

CREATE POLICY person_read ON person FOR SELECT TO yipanqi_app USING (((unit_id = ANY (( SELECT yipanqi_units('{audit_admin,economist,hall_officer,leader,office_clerk,project_officer,security_admin,statistician,system_admin}'::text[]) AS yipanqi_units)::text[])) OR (id = yipanqi_person())));

DROP POLICY post_read ON post;

DROP POLICY post_create ON post;

DROP POLICY post_update ON post;

CREATE POLICY post_read ON post FOR SELECT TO yipanqi_app USING (((unit_id = ANY (( SELECT yipanqi_units('{audit_admin,economist,hall_officer,leader,office_clerk,project_officer,security_admin,statistician,system_admin}'::text[]) AS yipanqi_units)::text[])) OR (person = yipanqi_person())));

CREATE POLICY post_create ON post FOR INSERT TO yipanqi_app WITH CHECK (false);

CREATE POLICY post_update ON post FOR UPDATE TO yipanqi_app USING (false) WITH CHECK (false);

ALTER TABLE account ADD COLUMN password_changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE account ADD COLUMN must_change boolean NOT NULL DEFAULT false;
ALTER TABLE account ADD COLUMN earlier_hashes text[] NOT NULL DEFAULT '{}';
ALTER TABLE account ADD COLUMN start_due boolean NOT NULL DEFAULT false;
ALTER TABLE account ADD COLUMN start_until timestamptz;
ALTER TABLE account ADD COLUMN factor_secret text;
ALTER TABLE account ADD COLUMN factor_pending text;
ALTER TABLE account ADD COLUMN factor_since timestamptz;
ALTER TABLE account ADD COLUMN factor_step bigint;
ALTER TABLE account ADD COLUMN recovery_hashes text[] NOT NULL DEFAULT '{}';
ALTER TABLE account ADD COLUMN subject text;
COMMENT ON COLUMN account.password_changed_at IS '口令修改时间';
COMMENT ON COLUMN account.must_change IS '下次登录须修改口令';
COMMENT ON COLUMN account.earlier_hashes IS '以前口令的散列，新的在前';
COMMENT ON COLUMN account.start_due IS '待发放初始口令';
COMMENT ON COLUMN account.start_until IS '初始口令有效期至';
COMMENT ON COLUMN account.factor_secret IS '二次验证密钥';
COMMENT ON COLUMN account.factor_pending IS '待确认的二次验证密钥：输入其验证码后启用';
COMMENT ON COLUMN account.factor_since IS '二次验证启用时间';
COMMENT ON COLUMN account.factor_step IS '最近用过的验证码时间步，用过即不再有效';
COMMENT ON COLUMN account.recovery_hashes IS '恢复码的散列，用一个少一个';
COMMENT ON COLUMN account.subject IS '统一身份认证的主体标识';
CREATE UNIQUE INDEX account_subject ON account (zone_id, subject) WHERE subject IS NOT NULL;
CREATE INDEX account_person ON account (person_id);

ALTER TABLE session ADD COLUMN address text NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN way text NOT NULL DEFAULT 'password';
ALTER TABLE session ADD CONSTRAINT session_way_check CHECK (way IN ('password', 'second_factor', 'oidc'));
COMMENT ON COLUMN session.address IS '登录地址（IP）';
COMMENT ON COLUMN session.way IS '登录方式';

-- How often a person has unmasked personal data lately is counted from the ledger.
CREATE INDEX event_unmask ON event (person_id, at) WHERE deed = 'unmask';
-- When an account was last signed in to.
CREATE INDEX event_sign_in ON event (row_id, at) WHERE record = 'account' AND deed = 'sign_in';
