import { describeTables } from './catalogue'
import type { CitusGround } from './citus-plan'
import type { Connection } from './connection'

const triggers = `SELECT tgrelid::regclass::text AS "table", array_to_string(array_agg(tgname::text), ',') AS names
  FROM pg_trigger WHERE NOT tgisinternal GROUP BY tgrelid`

const functions = `SELECT oid::regprocedure::text AS name FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'yipanqi%' ORDER BY 1`

/** The bookkeeping of migrations is no zone's: only who migrates, or backs up, reads it. */
const local = new Map([['migration', 'belongs to no zone; read where migrations run']])

/** Reads of a migrated database what its distribution depends on. */
export async function readCitusGround(
  connection: Connection,
  shared: ReadonlySet<string>,
): Promise<CitusGround> {
  const tables = await describeTables(connection)
  const found = await connection.query(triggers, [])
  const named = await connection.query(functions, [])
  return {
    tables,
    shared,
    local,
    triggers: new Map(found.rows.map((row) => [row.table as string, (row.names as string).split(',')])),
    functions: named.rows.map((row) => row.name as string),
  }
}
