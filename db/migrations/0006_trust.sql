-- Trust: data keys for what is encrypted at rest, digests and seals of the ledger, the audit desk's view of events, and the
-- one role that may purge what has been kept long enough.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yipanqi_keeper') THEN CREATE ROLE yipanqi_keeper NOLOGIN; END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT yipanqi_keeper TO %I', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO yipanqi_keeper;

CREATE TABLE data_key (
  zone_id text NOT NULL,
  id text NOT NULL,
  master_id text NOT NULL,
  wrapped text NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT data_key_key PRIMARY KEY (zone_id, id),
  CONSTRAINT data_key_state_check CHECK (state IN ('active', 'retiring', 'retired'))
);
COMMENT ON TABLE data_key IS '数据密钥：由主密钥加密保存';
COMMENT ON COLUMN data_key.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN data_key.id IS '密钥编号';
COMMENT ON COLUMN data_key.master_id IS '主密钥编号';
COMMENT ON COLUMN data_key.wrapped IS '经主密钥加密的密钥';
COMMENT ON COLUMN data_key.state IS '状态：使用中、轮换中、已停用';
COMMENT ON COLUMN data_key.created_at IS '建立时间';

ALTER TABLE attachment ADD COLUMN key_id text;
COMMENT ON COLUMN attachment.key_id IS '数据密钥编号；空为未加密';

ALTER TABLE person DROP CONSTRAINT person_mobile_check;
ALTER TABLE enterprise DROP CONSTRAINT enterprise_contact_check;

-- Events of before have an empty digest, which the first seal of their zone takes up; one added later without a digest is
-- no event of the server's.
ALTER TABLE event ADD COLUMN digest text DEFAULT '';
ALTER TABLE event ALTER COLUMN digest DROP DEFAULT;
COMMENT ON COLUMN event.digest IS '内容摘要（SM3）；空文字为启用封签以前的事件';
CREATE INDEX event_at ON event (zone_id, at, id);

CREATE TABLE ledger_seal (
  zone_id text NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  events integer NOT NULL,
  first_id text NOT NULL,
  last_id text NOT NULL,
  root text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  signer text,
  signature text,
  CONSTRAINT ledger_seal_key PRIMARY KEY (zone_id, number)
);
COMMENT ON TABLE ledger_seal IS '账本封签：一批事件的默克尔根，与上一封签相连';
COMMENT ON COLUMN ledger_seal.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN ledger_seal.number IS '序号，从 1 起';
COMMENT ON COLUMN ledger_seal.at IS '封签时间';
COMMENT ON COLUMN ledger_seal.events IS '事件数';
COMMENT ON COLUMN ledger_seal.first_id IS '首个事件';
COMMENT ON COLUMN ledger_seal.last_id IS '末个事件';
COMMENT ON COLUMN ledger_seal.root IS '默克尔根（SM3）';
COMMENT ON COLUMN ledger_seal.previous IS '上一封签的散列';
COMMENT ON COLUMN ledger_seal.hash IS '本封签的散列';
COMMENT ON COLUMN ledger_seal.signer IS '签名公钥（SM2）';
COMMENT ON COLUMN ledger_seal.signature IS '签名';

CREATE TABLE event_leaf (
  zone_id text NOT NULL,
  event_id text NOT NULL,
  seal integer NOT NULL,
  position integer NOT NULL,
  digest text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT event_leaf_key PRIMARY KEY (zone_id, event_id)
);
COMMENT ON TABLE event_leaf IS '事件存证：封签时各事件的摘要';
COMMENT ON COLUMN event_leaf.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN event_leaf.event_id IS '事件编号';
COMMENT ON COLUMN event_leaf.seal IS '封签序号';
COMMENT ON COLUMN event_leaf.position IS '封签内的次序，从 0 起';
COMMENT ON COLUMN event_leaf.digest IS '事件摘要（SM3）';
COMMENT ON COLUMN event_leaf.marks IS '各字段的短标记，用于指出被改动的字段';
CREATE INDEX event_leaf_seal ON event_leaf (zone_id, seal, position);

ALTER TABLE data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_key FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE event_leaf ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_leaf FORCE ROW LEVEL SECURITY;

-- A back-up says which migrations it was made at.
GRANT SELECT ON migration TO yipanqi_kernel;
CREATE POLICY migration_kernel ON migration FOR SELECT TO yipanqi_kernel USING (true);

GRANT SELECT, INSERT, UPDATE ON data_key TO yipanqi_kernel;
CREATE POLICY data_key_kernel ON data_key TO yipanqi_kernel USING (true) WITH CHECK (true);
-- A rotation writes content anew under another key; nothing else of an attachment ever changes.
GRANT UPDATE (content, key_id) ON attachment TO yipanqi_kernel;

-- Seals are added, never changed and never removed; digests go only with the events they belong to.
GRANT SELECT, INSERT ON ledger_seal, event_leaf TO yipanqi_kernel;
CREATE POLICY ledger_seal_kernel ON ledger_seal TO yipanqi_kernel USING (true) WITH CHECK (true);
CREATE POLICY event_leaf_kernel ON event_leaf TO yipanqi_kernel USING (true) WITH CHECK (true);

-- The audit administrator, and no other post, reads events as such; within the units of the post.
GRANT SELECT ON event TO yipanqi_app;
CREATE POLICY event_audit ON event FOR SELECT TO yipanqi_app USING (
  unit_id = ANY ((SELECT yipanqi_units('{audit_admin}'))::text[]));

-- Only `yipanqi ledger purge` becomes this role; the server never does.
GRANT SELECT, DELETE ON event, event_leaf TO yipanqi_keeper;
CREATE POLICY event_keeper ON event TO yipanqi_keeper USING (true);
CREATE POLICY event_leaf_keeper ON event_leaf TO yipanqi_keeper USING (true);
