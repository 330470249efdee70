import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'

export interface BackupTable {
  readonly name: string
  /** Columns of the primary key: the order of the rows. */
  readonly key: readonly string[]
  /** Holds whole files: fetched row by row, so that many large ones never lie in memory together. */
  readonly has_files: boolean
  readonly is_seen: boolean
}

/** The book of migrations is the target's own; sessions are over once their server is. */
const leftOut = ['migration', 'session']

/**
 * Every table of the schema that a back-up holds. One that the kernel does not wholly see — no grant, or no policy —
 * stops the back-up: it would be missing, and nobody would know.
 */
export async function backupTables(tx: Transaction): Promise<BackupTable[]> {
  const tables = await tx.all<BackupTable>(sql`SELECT relname::text AS name,
      coalesce((SELECT array_agg(attname::text ORDER BY array_position(conkey, attnum)) FROM pg_constraint
        JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) WHERE conrelid = t.oid AND contype = 'p'), '{}') AS key,
      EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND atttypid = 'bytea'::regtype AND NOT attisdropped) AS has_files,
      has_table_privilege('yipanqi_kernel', t.oid, 'SELECT') AND EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid
        AND polcmd IN ('*', 'r') AND 'yipanqi_kernel'::regrole = ANY (polroles) AND pg_get_expr(polqual, polrelid) = 'true') AS is_seen
    FROM pg_class AS t WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`)
  const kept = tables.filter(({ name }) => !leftOut.includes(name))
  const unseen = kept.filter(({ is_seen, key }) => !is_seen || key.length === 0).map(({ name }) => name)
  if (unseen.length > 0) throw new Error(`Tables that a back-up would miss: ${unseen.join(', ')}`)
  return kept
}
