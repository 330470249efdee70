import type { RecordType } from '#engine/records/record'
import { isSealed, openText, placeOfText, type SealedColumn, sealText } from '#platform/crypto/sealed-text'
import type { Place } from '#platform/crypto/vault'
import type { Transaction } from '#platform/database/database'

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

/** Every column of these records that is encrypted at rest. */
export const sealedColumns = (records: Iterable<RecordType>): SealedColumn[] =>
  [...records].flatMap((record) => sealedFields(record).map((column) => ({ table: record.name, column })))

async function mapped<R extends Row>(
  record: RecordType,
  rows: readonly R[],
  change: (place: Place, value: string) => Promise<string>,
): Promise<R[]> {
  const names = sealedFields(record)
  const result: R[] = []
  for (const row of rows) {
    const changed: Record<string, unknown> = { ...row }
    for (const name of names)
      if (typeof row[name] === 'string')
        changed[name] = await change(placeOfText({ table: record.name, column: name }, row), row[name])
    result.push(changed as R)
  }
  return result
}

/** Rows as they are written: sealed fields encrypted where a key is configured. Rows carry id and zone. */
export function sealRows<R extends Row>(
  tx: Transaction,
  record: RecordType,
  rows: readonly R[],
): Promise<readonly R[]> {
  if (!tx.vault.isConfigured || sealedFields(record).length === 0) return Promise.resolve(rows)
  return mapped(record, rows, (place, value) => sealText(tx, place, value))
}

/** Rows as they are worked with: sealed fields in the clear; who may see them is decided where they are told. */
export function openRows<R extends Row>(tx: Transaction, record: RecordType, rows: R[]): Promise<R[]> {
  const isNone = !sealedFields(record).some((name) => rows.some((row) => isSealed(row[name])))
  if (isNone) return Promise.resolve(rows)
  return mapped(record, rows, (place, value) => openText(tx, place, value))
}
