import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** The statements of the bare server, prepared once on each connection. No rights, no audit, no validation. */
export const statements = {
  list: `SELECT id, zone_id, unit_id, name_zh, owner, category, investment, investment_qualifier,
      excludes_working_capital, floor_area, floor_area_qualifier, land, length, capacity, stage, started_in, location,
      source, code, kind, signed_on, planned_start, started_on, promised_on, resumed_on, completed_on, produced_on, full_on,
      leader, task_force, organ, officer, agent, entered_on, statistics_code, longitude, latitude, state, version, created_at, created_by, updated_at, updated_by, sample, extra
    FROM project WHERE zone_id = 'SF' AND unit_id = $1 AND category = $2
    ORDER BY investment DESC NULLS LAST, title_key NULLS LAST, id LIMIT 50`,
  count: `SELECT count(*)::int AS total FROM project WHERE zone_id = 'SF' AND unit_id = $1 AND category = $2`,
  sums: `SELECT unit_id, count(*)::int AS projects, sum(investment)::text AS investment FROM project
    WHERE zone_id = $1 AND started_in >= $2 AND started_in <= $3 GROUP BY unit_id`,
  year: `SELECT indicator, period, sum(value)::text AS value FROM observation
    WHERE zone_id = $1 AND nature = 'actual' AND period >= $2 AND period <= $3 GROUP BY indicator, period`,
  shown: `SELECT indicator, period, sum(value)::text AS value FROM observation
    WHERE zone_id = $1 AND nature = 'actual' AND period >= $2 AND period <= $3
      AND indicator = ANY (string_to_array($4, ',')) GROUP BY indicator, period`,
  create: `INSERT INTO project (zone_id, id, unit_id, name_zh, owner, category, investment, started_in, location, created_by, updated_by, state)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 'reserve') RETURNING id`,
} as const

export type StatementName = keyof typeof statements
export type Run = (name: StatementName, values: readonly (string | null)[]) => Promise<readonly object[]>

function onPostgres(url: string, connections: number): Run {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  return async (name, values) => {
    const { rows } = await pool.query<object>({ name, text: statements[name], values: [...values] })
    return rows
  }
}

const literal = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`)

/** In the process of the server itself, as the shortest program would have it: statements prepared by SQL. */
async function onEmbedded(folder: string): Promise<Run> {
  const database = new PGlite(folder)
  await database.waitReady
  for (const [name, text] of Object.entries(statements))
    await database.exec(`PREPARE bare_${name} AS ${text}`)
  return async (name, values) => {
    const [result] = await database.exec(`EXECUTE bare_${name}(${values.map(literal).join(', ')})`)
    return result?.rows ?? []
  }
}

export const openBare = async (place: string, connections: number): Promise<Run> =>
  place.startsWith('postgres:') ? onPostgres(place, connections) : onEmbedded(place)
