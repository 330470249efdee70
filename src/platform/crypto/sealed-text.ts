import type { Transaction } from '#platform/database/database'
import type { Place } from './vault'

/** No text that comes in can begin so: control characters are taken out of whatever is typed (engine, read-value). */
const prefix = '\u0001sealed:'

/** The start of every text sealed under this key. */
export const sealedUnder = (key: string): string => `${prefix}${key}:`

/** The start of every sealed text, whatever the key. */
export const sealedStart = prefix

export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(prefix)

/** A column of a table whose texts are encrypted at rest; the table is keyed by zone and id. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
}

/** Where the text of a row's column lies: sealed for it, it opens nowhere else. */
export const placeOfText = (
  { table, column }: SealedColumn,
  row: { readonly zone_id?: unknown; readonly id?: unknown },
): Place => ({
  zone: String(row.zone_id),
  context: `${table}|${String(row.id)}|${column}`,
})

/** A text as it is stored at its place: sealed where a master key is configured, else as it is. */
export async function sealText(tx: Transaction, place: Place, value: string): Promise<string> {
  if (!tx.vault.isConfigured) return value
  const sealed = await tx.vault.seal(tx, place, Buffer.from(value, 'utf8'))
  return `${sealedUnder(sealed.key)}${Buffer.from(sealed.bytes).toString('base64')}`
}

/** A stored text in the clear: as it is where it was never sealed. Throws `KeyMissing` or `SealBroken`. */
export async function openText(tx: Transaction, place: Place, value: string): Promise<string> {
  if (!isSealed(value)) return value
  const [key = '', text = ''] = value.slice(prefix.length).split(':')
  const sealed = { key, bytes: Buffer.from(text, 'base64') }
  return Buffer.from(await tx.vault.open(tx, place, sealed)).toString('utf8')
}
