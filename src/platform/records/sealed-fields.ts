import type { RecordType } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'

/** No text that comes in can begin so: control characters are taken out of whatever is typed (engine, read-value). */
const prefix = '\u0001sealed:'

type Row = Readonly<Record<string, unknown>>

const namesByRecord = new WeakMap<RecordType, readonly string[]>()

/** Names of the fields that are encrypted at rest. */
export function sealedFields(record: RecordType): readonly string[] {
  const known = namesByRecord.get(record)
  if (known) return known
  const names = Object.entries(record.fields)
    .filter(([, field]) => field.kind === 'text' && field.sealed)
    .map(([name]) => name)
  namesByRecord.set(record, names)
  return names
}

/** Stands in the ledger for a sealed value: that it changed is kept, what it was is not. */
export const sealedMark = '●●●●'

/** The start of every value sealed under this key. */
export const sealedUnder = (key: string): string => `${prefix}${key}:`

export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(prefix)

const placeOf = (record: RecordType, row: Row, name: string) => ({
  zone: String(row.zone_id),
  context: `${record.name}|${String(row.id)}|${name}`,
})

async function mapped<R extends Row>(
  record: RecordType,
  rows: readonly R[],
  change: (row: R, name: string) => Promise<unknown>,
): Promise<R[]> {
  const names = sealedFields(record)
  const result: R[] = []
  for (const row of rows) {
    const changed: Record<string, unknown> = { ...row }
    for (const name of names) if (typeof row[name] === 'string') changed[name] = await change(row, name)
    result.push(changed as R)
  }
  return result
}

/** One value, sealed for its place. */
export async function sealValue(
  tx: Transaction,
  record: RecordType,
  given: { row: Row; name: string; value: string },
): Promise<string> {
  const { row, name, value } = given
  const sealed = await tx.vault.seal(tx, placeOf(record, row, name), Buffer.from(value, 'utf8'))
  return `${sealedUnder(sealed.key)}${Buffer.from(sealed.bytes).toString('base64')}`
}

/** One stored value in the clear: as it is where it was never sealed. */
export async function openValue(
  tx: Transaction,
  record: RecordType,
  given: { row: Row; name: string; value: string },
): Promise<string> {
  const { row, name, value } = given
  if (!isSealed(value)) return value
  const [key = '', text = ''] = value.slice(prefix.length).split(':')
  const sealed = { key, bytes: Buffer.from(text, 'base64') }
  return Buffer.from(await tx.vault.open(tx, placeOf(record, row, name), sealed)).toString('utf8')
}

/** Rows as they are written: sealed fields encrypted where a key is configured. Rows carry id and zone. */
export function sealRows<R extends Row>(
  tx: Transaction,
  record: RecordType,
  rows: readonly R[],
): Promise<readonly R[]> {
  if (!tx.vault.isConfigured || sealedFields(record).length === 0) return Promise.resolve(rows)
  return mapped(record, rows, (row, name) => sealValue(tx, record, { row, name, value: row[name] as string }))
}

/** Rows as they are worked with: sealed fields in the clear; who may see them is decided where they are told. */
export function openRows<R extends Row>(tx: Transaction, record: RecordType, rows: R[]): Promise<R[]> {
  const isNone = !sealedFields(record).some((name) => rows.some((row) => isSealed(row[name])))
  if (isNone) return Promise.resolve(rows)
  return mapped(record, rows, (row, name) => openValue(tx, record, { row, name, value: row[name] as string }))
}
