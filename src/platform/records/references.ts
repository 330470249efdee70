import { sql } from 'kysely'
import type { Problem } from '#engine/records/problem'
import { isKeptByServer, type RecordType, sharedWhole } from '#engine/records/record'
import type { Titles } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { foreignPart, missingReference } from './refusals'

type Rows = readonly Readonly<Record<string, unknown>>[]

interface Referring {
  readonly name: string
  readonly to: string
}

const referring = new WeakMap<RecordType, readonly Referring[]>()

/** Fields that refer to rows, the unit a row lies in among them. */
function referringFields(record: RecordType): readonly Referring[] {
  const known = referring.get(record) ?? [
    { name: 'unit_id', to: 'unit' },
    ...Object.entries(record.fields).flatMap(([name, field]) =>
      'to' in field ? [{ name, to: field.to }] : [],
    ),
  ]
  referring.set(record, known)
  return known
}

/** Ids a set of rows refers to, by record type; the unit a row lies in and who changed it are references too. */
function referred(record: RecordType, rows: Rows): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { name, to } of referringFields(record)) {
    const ids = found.get(to) ?? new Set<string>()
    for (const row of rows) {
      const value = row[name]
      if (typeof value === 'string') ids.add(value)
      else if (Array.isArray(value)) for (const id of value as string[]) ids.add(id)
    }
    if (ids.size > 0) found.set(to, ids)
  }
  return found
}

/** Names of rows by id, as the actor may see them. The English name falls back to the Chinese one. */
export async function titlesOf(
  tx: Transaction,
  type: RecordType,
  ids: readonly string[],
): Promise<Record<string, Text>> {
  if (ids.length === 0) return {}
  const english = type.title.replace(/_zh$/, '_en')
  const columns = Object.hasOwn(type.fields, english) ? [type.title, english] : [type.title]
  const rows = await tx.all(
    queries()
      .selectFrom(type.name)
      .select(['id', ...columns])
      .where(sql<boolean>`id = ANY (${ids}::text[])`),
  )
  return Object.fromEntries(
    (rows as Record<string, string | null>[]).map((row) => {
      const zh = row[type.title] ?? row.id ?? ''
      return [row.id ?? '', { zh, en: row[english] || zh }]
    }),
  )
}

/** The names that a reply needs, so that no page asks again for every reference. */
export async function titlesFor(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; rows: Rows },
): Promise<Titles> {
  const named = [...referred(given.record, given.rows)].map(async ([name, ids]) => {
    const type = kernel.records.get(name)
    if (!type) return []
    const known = given.record.name === 'unit' ? undefined : placeNames(kernel, type, ids)
    return [[name, known ?? (await titlesOf(tx, type, [...ids]))] as const]
  })
  return Object.fromEntries((await Promise.all(named)).flat())
}

/**
 * Names of units from the tree in memory, where everyone may read them: nearly every reply asks for them. Not for a unit
 * itself: its own transaction may just have renamed one.
 */
function placeNames(
  kernel: Kernel,
  type: RecordType,
  ids: ReadonlySet<string>,
): Record<string, Text> | undefined {
  if (type.name !== 'unit' || !type.rights.read.includes('everyone')) return undefined
  const places = kernel.places()
  const names = [...ids].map((id) => [id, places.nameOf(id)] as const)
  return names.every(([, name]) => name !== undefined)
    ? (Object.fromEntries(names) as Record<string, Text>)
    : undefined
}

function referredType(record: RecordType, name: string): string | undefined {
  const field = record.fields[name]
  return field?.kind === 'reference' || field?.kind === 'references' ? field.to : undefined
}

function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as string[]
  return typeof value === 'string' ? [value] : []
}

/** Of these parts, those that lie in another whole than the row that refers to them. */
async function foreignParts(
  tx: Transaction,
  kernel: Kernel,
  given: {
    record: RecordType
    type: RecordType
    row: Readonly<Record<string, unknown>>
    ids: readonly string[]
  },
): Promise<{ readonly ids: readonly string[]; readonly whole: Text } | undefined> {
  const shared = sharedWhole(given.record, given.type)
  if (!shared) return undefined
  const rows = await tx.all<{ id: string }>(
    queries()
      .selectFrom(given.type.name)
      .select('id')
      .where(sql<boolean>`id = ANY (${given.ids}::text[])`)
      .where(sql<boolean>`${sql.ref(shared.theirs)} IS DISTINCT FROM ${given.row[shared.own]}`) as never,
  )
  const whole = kernel.records.get(referredType(given.record, shared.own) ?? '')?.label
  return rows.length > 0 && whole ? { ids: rows.map(({ id }) => id), whole } : undefined
}

/**
 * References to rows that do not exist, that the actor may not see, or that are parts of another row; `only` limits the
 * check to changed fields.
 */
export async function danglingReferences(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: Readonly<Record<string, unknown>>; only: readonly string[] },
): Promise<Problem[]> {
  const looked = given.only.map(async (name) => {
    const type = kernel.records.get(referredType(given.record, name) ?? '')
    const ids = idsIn(given.row[name])
    if (!type || ids.length === 0) return []
    const seen = await titlesOf(tx, type, ids)
    const missing = ids.filter((id) => !Object.hasOwn(seen, id))
    if (missing.length > 0) return [missingReference(name, missing.join('、'))]
    const foreign = await foreignParts(tx, kernel, { record: given.record, type, row: given.row, ids })
    if (!foreign) return []
    return [foreignPart(name, foreign.ids.map((id) => seen[id]?.zh ?? id).join('、'), foreign.whole)]
  })
  return (await Promise.all(looked)).flat()
}

/**
 * Fields of other records by which a row of this type is referred to. Parts that the server itself keeps do not hold it:
 * they go with it.
 */
const holdingFields = (
  kernel: Kernel,
  record: RecordType,
): { other: string; name: string; many: boolean }[] =>
  [...kernel.records.values()].flatMap((other) =>
    Object.entries(other.fields).flatMap(([name, field]) => {
      const refers = 'to' in field && field.to === record.name
      if (!refers || (other.within === name && isKeptByServer(other))) return []
      return [{ other: other.name, name, many: field.kind === 'references' }]
    }),
  )

/** Whether any row still refers to this one: there are no foreign keys across zones, so the kernel looks. */
export async function isReferredTo(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; id: string },
): Promise<boolean> {
  const looked = holdingFields(kernel, given.record).map(({ other, name, many }) => {
    const holds = many
      ? sql<boolean>`${given.id} = ANY (${sql.ref(name)})`
      : sql<boolean>`${sql.ref(name)} = ${given.id}`
    return tx.first(queries().selectFrom(other).select('id').where(holds).limit(1))
  })
  return (await Promise.all(looked)).some((found) => found !== undefined)
}
