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
