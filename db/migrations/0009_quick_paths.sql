-- Every statement under a row rule asks for the reach of its actor. As an SQL function its query was planned anew each
-- time, which took longer than many of the statements themselves; a loop over the roles needs no plan. Unit codes hold
-- no brackets and no quotes, so the list of a role is an array literal but for its brackets.
CREATE OR REPLACE FUNCTION yipanqi_units(roles text[]) RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  scope jsonb := coalesce(nullif(current_setting('yipanqi.scope', true), ''), '{}');
  role text;
  units text[] := '{}';
BEGIN
  FOREACH role IN ARRAY roles LOOP
    IF scope ? role THEN
      units := units || translate(scope ->> role, '[]', '{}')::text[];
    END IF;
  END LOOP;
  RETURN units;
END $$;

-- Cells are found by zone first, as everything is; then a unit's year over all its indicators is one stretch.
DROP INDEX cell_unit_period;
CREATE INDEX cell_unit_period ON cell (zone_id, unit_id, period);

-- The engine asks for figures by their keys, of several zones at once.
CREATE INDEX cell_figure ON cell (unit_id, indicator, period, nature);
CREATE INDEX observation_figure ON observation (unit_id, indicator, period, nature, revision);

-- Search terms as numbers: one or two characters, sixteen bits each. As texts they took four fifths of the time it takes
-- to store a row. Every table that has them is converted, whichever migration made it.
CREATE FUNCTION yipanqi_search_numbers(terms text[]) RETURNS integer[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(CASE WHEN char_length(term) = 1 THEN first ELSE
      ((first::bigint << 16) | second) - CASE WHEN first >= 32768 THEN 4294967296 ELSE 0 END END::integer)
  FROM unnest(terms) AS term,
    LATERAL (SELECT ascii(term) & 65535 AS first, ascii(substr(term, 2)) & 65535 AS second) AS code
$$;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'search_terms' AND a.atttypid = 'text[]'::regtype
  LOOP
    EXECUTE format('DROP INDEX %I', name || '_search_index');
    EXECUTE format('ALTER TABLE %I ALTER COLUMN search_terms TYPE integer[] USING yipanqi_search_numbers(search_terms)', name);
    EXECUTE format('CREATE INDEX %I ON %I USING gin (search_terms)', name || '_search_index', name);
  END LOOP;
END $$;
DROP FUNCTION yipanqi_search_numbers(text[]);
