import { sql } from 'kysely'
import type { RecordType } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { columnsOf, derivedColumns, type StoredRow } from './rows'
import { sealRows } from './sealed-fields'

/** Rows worked out to what is sent: as one parameter. */
export interface Together {
  readonly record: RecordType
  readonly columns: readonly string[]
  readonly count: number
  readonly json: string
}

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

/** Works checked rows out to what will be sent; the database may be at others meanwhile. */
export async function together(
  tx: Transaction,
  record: RecordType,
  rows: readonly StoredRow[],
): Promise<Together> {
  const [first] = rows
  const columns = first ? written(record, first) : []
  const json = first ? asJson(record, await sealRows(tx, record, rows)) : '[]'
  return { record, columns, count: rows.length, json }
}

const given = ({ record, json }: Together) =>
  sql`json_populate_recordset(null::${sql.table(record.name)}, ${json}::json)`

/** Adds rows in one statement. */
export async function insertTogether(tx: Transaction, rows: Together): Promise<void> {
  if (rows.count === 0) return
  const columns = sql.join(rows.columns.map((name) => sql.ref(name)))
  await tx.run(
    sql`INSERT INTO ${sql.table(rows.record.name)} (${columns}) SELECT ${columns} FROM ${given(rows)}`,
  )
}

const fixed = new Set(['zone_id', 'id', 'created_at', 'created_by'])

/** Replaces the content of rows that were read and locked before, in one statement; all of them or none. */
export async function replaceTogether(tx: Transaction, rows: Together): Promise<void> {
  if (rows.count === 0) return
  const names = rows.columns.filter((name) => !fixed.has(name))
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`))
  const touched = await tx.run(
    sql`UPDATE ${sql.table(rows.record.name)} AS stored SET ${set} FROM ${given(rows)} AS given WHERE stored.zone_id = given.zone_id AND stored.id = given.id`,
  )
  // Visible but not writable: the row policy for updates hid some from this statement.
  if (touched !== rows.count) throw kernelError('forbidden')
}
