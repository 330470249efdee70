import { sql } from 'kysely'
import type { Transaction } from './database'

/** Rows that travel in one statement: some megabytes of JSON. */
const usualBatch = 2000

/**
 * Adds rows that have every column of a table, `by` at a time, each batch as one parameter: a parameter for every value
 * would be slow to bind, and one statement is parsed once. Columns that a row does not name are empty, not their default.
 */
export async function insertAll(
  tx: Transaction,
  table: string,
  { rows, by = usualBatch }: { readonly rows: readonly object[]; readonly by?: number },
): Promise<void> {
  for (let start = 0; start < rows.length; start += by)
    await tx.run(
      sql`INSERT INTO ${sql.table(table)} SELECT * FROM
        json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows.slice(start, start + by))}::json)`,
    )
}
