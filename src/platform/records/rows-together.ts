import { sql } from 'kysely'
import type { RecordType } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { columnsOf, derivedColumns, type StoredRow } from './rows'
import { sealRows } from './sealed-fields'

/**
 * Rows as one parameter: a statement with a place for every value of a thousand rows takes longer to build and to parse
 * than to run. Decimals travel as text and stay exact.
 */
const asJson = (record: RecordType, rows: readonly StoredRow[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, ...derivedColumns(record, row) })))

const written = (record: RecordType, row: StoredRow) => [
  ...columnsOf(record),
  ...Object.keys(derivedColumns(record, row)),
]

/** Adds checked rows in one statement. */
export async function insertTogether(
  tx: Transaction,
  record: RecordType,
  rows: readonly StoredRow[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(written(record, first).map((name) => sql.ref(name)))
  const table = sql.table(record.name)
  await tx.run(
    sql`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, ${asJson(record, await sealRows(tx, record, rows))}::json)`,
  )
}

const fixed = new Set(['zone_id', 'id', 'created_at', 'created_by'])

/** Replaces the content of rows that were read and locked before, in one statement; all of them or none. */
export async function replaceTogether(
  tx: Transaction,
  record: RecordType,
  rows: readonly StoredRow[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = written(record, first).filter((name) => !fixed.has(name))
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`))
  const table = sql.table(record.name)
  const touched = await tx.run(
    sql`UPDATE ${table} AS stored SET ${set} FROM json_populate_recordset(null::${table}, ${asJson(record, await sealRows(tx, record, rows))}::json) AS given WHERE stored.zone_id = given.zone_id AND stored.id = given.id`,
  )
  // Visible but not writable: the row policy for updates hid some from this statement.
  if (touched !== rows.length) throw kernelError('forbidden')
}
