-- The kernel: the two roles the server works as, who acts, accounts and sessions, the ledger, comments, attachments.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yipanqi_app') THEN CREATE ROLE yipanqi_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yipanqi_kernel') THEN CREATE ROLE yipanqi_kernel NOLOGIN; END IF;
  -- The migrating user must be able to become both; a superuser already is.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT yipanqi_app, yipanqi_kernel TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO yipanqi_app, yipanqi_kernel;

-- Who acts: set by transaction() with SET LOCAL, read by every row policy.
CREATE FUNCTION yipanqi_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('yipanqi.person', true), '') $$;

CREATE FUNCTION yipanqi_signed_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('yipanqi.person', true), '') NOT IN ('', 'public') $$;

-- The units over which the actor holds one of the roles. Policies call it in a sub-select, so it runs once a statement.
CREATE FUNCTION yipanqi_units(roles text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT unit), '{}')
  FROM jsonb_each(coalesce(nullif(current_setting('yipanqi.scope', true), ''), '{}')::jsonb) AS held(role, units),
       jsonb_array_elements_text(held.units) AS unit
  WHERE held.role = ANY(roles)
$$;

CREATE TABLE account (
  zone_id text NOT NULL,
  id text NOT NULL,
  person_id text NOT NULL,
  password_hash text NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_key PRIMARY KEY (zone_id, id)
);
COMMENT ON TABLE account IS '登录账号';
COMMENT ON COLUMN account.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN account.id IS '账号名，小写';
COMMENT ON COLUMN account.person_id IS '人员编号';
COMMENT ON COLUMN account.password_hash IS '口令散列（argon2id）';
COMMENT ON COLUMN account.failures IS '连续输错次数';
COMMENT ON COLUMN account.locked_until IS '锁定至';
COMMENT ON COLUMN account.disabled IS '已停用';
COMMENT ON COLUMN account.created_at IS '建立时间';
CREATE UNIQUE INDEX account_id ON account (id, zone_id);

CREATE TABLE session (
  zone_id text NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  person_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  client text NOT NULL,
  CONSTRAINT session_key PRIMARY KEY (zone_id, id)
);
COMMENT ON TABLE session IS '登录会话';
COMMENT ON COLUMN session.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN session.id IS '会话令牌的散列';
COMMENT ON COLUMN session.account_id IS '账号名';
COMMENT ON COLUMN session.person_id IS '人员编号';
COMMENT ON COLUMN session.created_at IS '登录时间';
COMMENT ON COLUMN session.used_at IS '最近使用时间';
COMMENT ON COLUMN session.expires_at IS '到期时间';
COMMENT ON COLUMN session.client IS '浏览器或程序';
CREATE INDEX session_person ON session (zone_id, person_id);
CREATE INDEX session_id ON session (id);

CREATE TABLE event (
  zone_id text NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  person_id text NOT NULL,
  record text NOT NULL,
  row_id text NOT NULL,
  unit_id text NOT NULL,
  deed text NOT NULL,
  reason text,
  changes jsonb NOT NULL DEFAULT '{}',
  request_id text NOT NULL DEFAULT '',
  CONSTRAINT event_key PRIMARY KEY (zone_id, id)
);
COMMENT ON TABLE event IS '事件账本：每次变更一条，只增不改';
COMMENT ON COLUMN event.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN event.id IS '编号（UUID v7，按时间递增）';
COMMENT ON COLUMN event.at IS '发生时间';
COMMENT ON COLUMN event.person_id IS '操作人';
COMMENT ON COLUMN event.record IS '记录类型';
COMMENT ON COLUMN event.row_id IS '记录编号';
COMMENT ON COLUMN event.unit_id IS '所属单位';
COMMENT ON COLUMN event.deed IS '动作';
COMMENT ON COLUMN event.reason IS '理由';
COMMENT ON COLUMN event.changes IS '变更：字段 → [变更前, 变更后]';
COMMENT ON COLUMN event.request_id IS '请求编号';
CREATE INDEX event_row ON event (zone_id, record, row_id, id);
CREATE INDEX event_unit ON event (zone_id, unit_id, id);

CREATE TABLE comment (
  zone_id text NOT NULL,
  id text NOT NULL,
  record text NOT NULL,
  row_id text NOT NULL,
  unit_id text NOT NULL,
  person_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  body text NOT NULL,
  CONSTRAINT comment_key PRIMARY KEY (zone_id, id),
  CONSTRAINT comment_body CHECK (char_length(body) BETWEEN 1 AND 4000)
);
COMMENT ON TABLE comment IS '评论';
COMMENT ON COLUMN comment.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN comment.id IS '编号';
COMMENT ON COLUMN comment.record IS '记录类型';
COMMENT ON COLUMN comment.row_id IS '记录编号';
COMMENT ON COLUMN comment.unit_id IS '所属单位';
COMMENT ON COLUMN comment.person_id IS '评论人';
COMMENT ON COLUMN comment.at IS '时间';
COMMENT ON COLUMN comment.body IS '内容';
CREATE INDEX comment_row ON comment (zone_id, record, row_id, id);

CREATE TABLE attachment (
  zone_id text NOT NULL,
  id text NOT NULL,
  record text NOT NULL,
  row_id text NOT NULL,
  unit_id text NOT NULL,
  person_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT attachment_key PRIMARY KEY (zone_id, id)
);
COMMENT ON TABLE attachment IS '附件';
COMMENT ON COLUMN attachment.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN attachment.id IS '编号';
COMMENT ON COLUMN attachment.record IS '记录类型';
COMMENT ON COLUMN attachment.row_id IS '记录编号';
COMMENT ON COLUMN attachment.unit_id IS '所属单位';
COMMENT ON COLUMN attachment.person_id IS '上传人';
COMMENT ON COLUMN attachment.at IS '上传时间';
COMMENT ON COLUMN attachment.name IS '文件名';
COMMENT ON COLUMN attachment.media_type IS '文件类型';
COMMENT ON COLUMN attachment.bytes IS '字节数';
COMMENT ON COLUMN attachment.content IS '内容';
CREATE INDEX attachment_row ON attachment (zone_id, record, row_id, id);

-- Accounts and sessions are the kernel's alone. Comments and attachments are opened by the row they hang on: the server
-- reads that row first, as the actor; the policy keeps to the units of any business post.
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
ALTER TABLE comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON account, session TO yipanqi_kernel;
GRANT SELECT, INSERT ON event, comment TO yipanqi_kernel;
GRANT SELECT, INSERT, DELETE ON attachment TO yipanqi_kernel;
CREATE POLICY account_kernel ON account TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY session_kernel ON session TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY event_kernel ON event TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY comment_kernel ON comment TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY attachment_kernel ON attachment TO yipanqi_kernel USING (true) WITH CHECK (true);

-- The application role writes events of its own actor and no others, and may never change or remove one.
GRANT INSERT ON event TO yipanqi_app;
CREATE POLICY event_write ON event FOR INSERT TO yipanqi_app WITH CHECK (person_id = yipanqi_person());
