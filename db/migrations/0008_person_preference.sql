-- What each person has set for themselves: language, appearance, columns and saved views. It follows them to every browser.

CREATE TABLE person_preference (
  zone_id text NOT NULL,
  person_id text NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_preference_key PRIMARY KEY (zone_id, person_id, key),
  CONSTRAINT person_preference_name CHECK (key ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  CONSTRAINT person_preference_size CHECK (octet_length(value::text) <= 20000)
);
COMMENT ON TABLE person_preference IS '个人设置';
COMMENT ON COLUMN person_preference.zone_id IS '所属高新区（分布键）';
COMMENT ON COLUMN person_preference.person_id IS '人员编号';
COMMENT ON COLUMN person_preference.key IS '设置项';
COMMENT ON COLUMN person_preference.value IS '设置值';
COMMENT ON COLUMN person_preference.updated_at IS '更新时间';

-- Whoever is signed in reads and writes their own, and nobody else's; no post gives more.
ALTER TABLE person_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_preference FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON person_preference TO yipanqi_app;
CREATE POLICY person_preference_own ON person_preference TO yipanqi_app
  USING (yipanqi_signed_in() AND person_id = yipanqi_person())
  WITH CHECK (yipanqi_signed_in() AND person_id = yipanqi_person());

-- A back-up copies every table, a restore fills it.
GRANT SELECT, INSERT ON person_preference TO yipanqi_kernel;
CREATE POLICY person_preference_kernel ON person_preference TO yipanqi_kernel USING (true) WITH CHECK (true);
