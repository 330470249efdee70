import { type RawBuilder, sql } from 'kysely'
import type { Field, FieldKind, Value } from '#engine/records/field'
import { queryField } from '#engine/records/list-query'
import { readValue } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import type { SheetColumn } from '#platform/documents/sheet-columns'
import { columnsOf, type StoredRow } from './rows'
import { openRows } from './sealed-fields'

type Input = Readonly<Record<string, unknown>>

/** Fields by which a row of the file is the same as one that is stored. */
export interface Identity {
  readonly fields: readonly string[]
  /** No two rows may share it. Without any such set, rows are compared whole among those of one title and unit. */
  readonly unique: boolean
}

/** What makes rows of this type the same: its key first, then every unique set. */
export function identitiesOf(record: RecordType): Identity[] {
  const sets = [...(record.key ? [[record.key]] : []), ...Object.values(record.unique ?? {})]
  const unique = sets.map((fields) => ({ fields, unique: true }))
  return unique.length > 0 ? unique : [{ fields: [record.place ?? 'unit_id', record.title], unique: false }]
}

const columnType: Readonly<Partial<Record<FieldKind, RawBuilder<unknown>>>> = {
  date: sql`date[]`,
  integer: sql`integer[]`,
  decimal: sql`numeric[]`,
  boolean: sql`boolean[]`,
}

const fieldNamed = (record: RecordType, name: string): Field | undefined => record.fields[name]

/** The column in which a field lies: a key is the row's id. */
const storedColumn = (record: RecordType, name: string): string => (name === record.key ? 'id' : name)

/** The canonical values of an identity in one input; undefined when one is blank, wrong or not in the file. */
export function identityValues(record: RecordType, identity: Identity, input: Input): Value[] | undefined {
  const values: Value[] = []
  for (const name of identity.fields) {
    const field = fieldNamed(record, name)
    const read = field ? readValue(field, input[name]) : undefined
    const value = read ? (read.ok ? read.value : null) : ((input[name] ?? null) as Value)
    if (value === null || value === undefined) return undefined
    values.push(value)
  }
  return values
}

export const identityKey = (zone: string, values: readonly unknown[]): string =>
  JSON.stringify([zone, ...values.map(String)])

interface Wanted {
  readonly zone: string
  readonly values: readonly Value[]
}

interface Asked {
  readonly identity: Identity
  readonly wanted: readonly Wanted[]
  readonly lock: boolean
}

/** Those of one zone, named as such: a distributed database locks no others. */
async function rowsOfZone(
  tx: Transaction,
  record: RecordType,
  { identity, wanted, lock, zone }: Asked & { readonly zone: string },
): Promise<StoredRow[]> {
  const lists = identity.fields.map((name, index) => {
    const kind = name === record.key ? 'text' : (fieldNamed(record, name)?.kind ?? 'text')
    const type = columnType[kind] ?? sql`text[]`
    return sql`${wanted.map(({ values }) => values[index])}::${type}`
  })
  const names = identity.fields.map((name) => sql.ref(storedColumn(record, name)))
  const query = queries()
    .selectFrom(record.name)
    .select(columnsOf(record))
    .where('zone_id', '=', zone)
    .where(sql<boolean>`(${sql.join(names)}) IN (SELECT * FROM unnest(${sql.join(lists)}))`)
  return (await tx.all(lock ? query.forUpdate() : query)) as StoredRow[]
}

/**
 * Stored rows with these identities, by key. Run as the kernel: a row that the actor may not see is taken all the same,
 * and must be told as such before the database refuses the whole file without naming a row.
 */
export async function storedRows(
  tx: Transaction,
  record: RecordType,
  given: Asked,
): Promise<Map<string, StoredRow[]>> {
  const { identity, wanted } = given
  const rows: StoredRow[] = []
  for (const zone of new Set(wanted.map((one) => one.zone)))
    rows.push(
      ...(await rowsOfZone(tx, record, {
        ...given,
        zone,
        wanted: wanted.filter((one) => one.zone === zone),
      })),
    )
  const found = new Map<string, StoredRow[]>()
  for (const row of await openRows(tx, record, rows)) {
    const key = identityKey(
      row.zone_id,
      identity.fields.map((name) => row[storedColumn(record, name)]),
    )
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** The column by which a sheet says which stored row is meant; a key has a column of its own. */
export function idColumns(record: RecordType): SheetColumn[] {
  const field = record.key ? undefined : queryField(record, 'id')
  return field ? [{ name: 'id', field }] : []
}

/** Stored rows with these ids, as far as the actor sees them: another one is told like one that is not there. */
export async function rowsById(
  tx: Transaction,
  record: RecordType,
  given: { readonly ids: readonly string[]; readonly lock: boolean },
): Promise<ReadonlyMap<string, StoredRow>> {
  if (given.ids.length === 0) return new Map()
  const seen = (await tx.all(
    queries()
      .selectFrom(record.name)
      .select(['id', 'zone_id'])
      .where(sql<boolean>`id = ANY (${given.ids}::text[])`),
  )) as { id: string; zone_id: string }[]
  const wanted = seen.map(({ id, zone_id }) => ({ zone: zone_id, values: [id] }))
  const identity = { fields: ['id'], unique: true }
  // Seen, but perhaps not to be changed: a row policy would then not let the actor keep it from changing.
  const rows = await storedRows(tx.asKernel, record, { identity, wanted, lock: given.lock })
  return new Map([...rows.values()].flat().map((row) => [row.id, row]))
}
