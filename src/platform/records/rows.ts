import { sql, type RawBuilder } from 'kysely'
import type { RecordType, SystemColumns } from '#engine/records/record'
import { clockColumn, storedFields } from '#engine/records/record-clock'
import { queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { openRows, sealRows } from './sealed-fields'
import { searchTerms, searchText, titleKey } from './search-terms'
import { isSearchable } from './table-sql'

/** A row as it lies in the database: system columns, fields, and the state where there is a lifecycle. */
export type StoredRow = SystemColumns & { readonly state?: string; readonly [field: string]: unknown }

const clockColumns = (record: RecordType): string[] => Object.keys(record.clocks ?? {}).map(clockColumn)

/** Columns that hold a row's content; search columns are never read back. */
export function columnsOf(record: RecordType): string[] {
  return [
    'id',
    'zone_id',
    'unit_id',
    ...storedFields(record)
      .map(([name]) => name)
      .filter((name) => name !== 'id'),
    ...clockColumns(record),
    ...(record.lifecycle ? ['state'] : []),
    'version',
    'created_at',
    'created_by',
    'updated_at',
    'updated_by',
    'sample',
    'extra',
  ]
}

const blanks = new WeakMap<RecordType, Readonly<Record<string, null>>>()

/**
 * A row of this type with nothing in it, every column in its place: rows that are copies of it have one shape, which is
 * made, copied and written out several times faster than one to which columns are added.
 */
export function blankRow(record: RecordType): Readonly<Record<string, null>> {
  const known = blanks.get(record)
  if (known) return known
  const blank = Object.fromEntries(columnsOf(record).map((name) => [name, null]))
  blanks.set(record, blank)
  return blank
}

/** The row, when it exists and the actor may see it. */
export async function findRow(
  tx: Transaction,
  record: RecordType,
  given: { id: string },
): Promise<StoredRow | undefined> {
  const select = queries().selectFrom(record.name).select(columnsOf(record)).where('id', '=', given.id)
  return (await openRows(tx, record, (await tx.all(select)) as StoredRow[]))[0]
}

/** The row, or not-found: a row that the actor may not see does not exist for them. */
export async function getRow(tx: Transaction, record: RecordType, given: { id: string }): Promise<StoredRow> {
  const row = await findRow(tx, record, given)
  if (!row) throw kernelError('not_found')
  return row
}

const asArray = (value: unknown): RawBuilder<unknown> => sql`${value}::text[]`

/** Columns that follow from a row's content: the key it sorts by and the text it is found by. */
export function derivedColumns(
  record: RecordType,
  row: Readonly<Record<string, unknown>>,
): { title_key: string | null; search_text?: string; search_terms?: number[] } {
  const title_key = titleKey(row[record.title])
  if (!isSearchable(record)) return { title_key }
  const text = searchText(record, row)
  return { title_key, search_text: text, search_terms: searchTerms(text) }
}

/** What is written besides the values themselves: search text, sort key; arrays and JSON in the driver's form. */
function storedForm(record: RecordType, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...row, extra: JSON.stringify(row.extra ?? {}) }
  for (const [name, field] of Object.entries(record.fields))
    if (field.kind === 'references' && row[name] != null) stored[name] = asArray(row[name])
  for (const name of clockColumns(record)) if (row[name] != null) stored[name] = JSON.stringify(row[name])
  const { search_terms: terms, ...derived } = derivedColumns(record, row)
  return { ...stored, ...derived, ...(terms && { search_terms: sql`${terms}::integer[]` }) }
}

/** Adds a row that has been checked. */
export async function insertRow(
  tx: Transaction,
  record: RecordType,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [sealed = row] = await sealRows(tx, record, [row])
  await tx.run(queries().insertInto(record.name).values(storedForm(record, sealed)))
}

/** Replaces a row's content and raises its version; the row was locked or its version is checked by the caller. */
export async function replaceRow(tx: Transaction, record: RecordType, row: StoredRow): Promise<void> {
  const [sealed = row] = await sealRows(tx, record, [row])
  const { id, zone_id, created_at: _at, created_by: _by, ...content } = storedForm(record, sealed)
  const touched = await tx.run(
    queries().updateTable(record.name).set(content).where('id', '=', id).where('zone_id', '=', zone_id),
  )
  // Visible but not writable: the row policy for updates hid it from this statement.
  if (touched === 0) throw kernelError('forbidden')
}
