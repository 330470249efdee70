import { startRepeating } from '#platform/jobs/start-repeating'
import { type ConnectionSource, withConnection } from './connection'

/** The first time soon after the start, when what came with it has been written; then once a day. */
const times = { first: 60_000, every: 24 * 3_600_000 }

const tables = `SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`

/**
 * Gives back the room of rows that are gone and counts anew what plans are made by, table by table: others have their
 * turn in between.
 */
export async function tendTables(source: ConnectionSource): Promise<void> {
  const { rows } = await withConnection(source, (connection) => connection.query(tables, []))
  for (const { name } of rows)
    await withConnection(source, (connection) => connection.run(`VACUUM (ANALYZE) ${String(name)}`))
}

/** Tends the embedded database day by day; PostgreSQL does so by itself. Returns what stops it. */
export function startUpkeep(source: ConnectionSource, failed: (error: unknown) => void): () => Promise<void> {
  if (source.kind !== 'embedded') return () => Promise.resolve()
  return startRepeating(() => tendTables(source), { ...times, failed }).stop
}
