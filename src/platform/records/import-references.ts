import { sql } from 'kysely'
import type { Field } from '#engine/records/field'
import { type Problem, shown } from '#engine/records/problem'
import { type RecordType, sharedWhole } from '#engine/records/record'
import { text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import type { SheetColumn } from '#platform/documents/sheet-columns'
import type { Kernel } from './kernel'
import { missingReference } from './refusals'

interface Candidate {
  readonly id: string
  readonly unit_id: string
  /** The row it is a part of, where rows of the file are parts of such rows as well. */
  readonly whole?: unknown
}

type Input = Readonly<Record<string, unknown>>
type Referring = Extract<Field, { readonly to: string }>

/** Where the row lies that names others: the same name in the same unit, and in the same whole, is meant. */
interface Near {
  readonly unit: unknown
  readonly whole?: { readonly id: unknown }
}

/** Names and ids of one record type, as far as they have been asked for; an empty list: nobody is called so. */
type Known = Map<string, Candidate[]>

const ambiguous = (field: string, value: string, found: number): Problem => ({
  field,
  code: 'not_found',
  value: shown(value),
  says: text(`有 ${found} 条记录叫这个名称`, `is the name of ${found} rows`),
  mend: text('请改填编号', 'Write the id instead.'),
})

interface Unreadable {
  readonly missing: string
  readonly found: number
}

const unreadable = (field: string, { missing, found }: Unreadable): Problem =>
  found > 1 ? ambiguous(field, missing, found) : missingReference(field, missing)

const parts = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split(/[,，、;；\n]+/)
        .map((part) => part.trim())
        .filter(Boolean)
    : []

/** Where a name is looked up, and which field of what is found says whose part it is. */
interface Sought {
  readonly type: RecordType
  readonly whole: string | undefined
}

async function named(tx: Transaction, { type, whole }: Sought, wanted: readonly string[]): Promise<Input[]> {
  const english = type.title.replace(/_zh$/, '_en')
  const columns = ['id', 'unit_id', type.title, ...(Object.hasOwn(type.fields, english) ? [english] : [])]
  const names = [...new Set(['id', ...columns.slice(2)])]
  const conditions = names.map((name) => sql`${sql.ref(name)}::text = ANY (${wanted}::text[])`)
  return tx.all(
    queries()
      .selectFrom(type.name)
      .select([...new Set([...columns, ...(whole ? [whole] : [])])])
      .where(sql<boolean>`(${sql.join(conditions, sql` OR `)})`),
  )
}

/** Turns what people write in reference columns (an id, or a name in either language) into ids; asks once per distinct value. */
export class ReferenceResolver {
  readonly #known = new Map<string, Known>()
  /** Rows of the file itself that later rows may name: they are not stored yet. */
  readonly #ahead: Known = new Map()
  readonly #columns: readonly SheetColumn[]

  constructor(
    readonly ground: { readonly tx: Transaction; readonly kernel: Kernel; readonly record: RecordType },
    columns: readonly SheetColumn[],
  ) {
    this.#columns = columns.filter(({ field }) => field.kind === 'reference' || field.kind === 'references')
  }

  /** Looks up, as the actor, everything these rows refer to that is not known yet. */
  async load(rows: readonly Input[]): Promise<void> {
    for (const [typeName, wanted] of this.#asked(rows)) {
      const type = this.ground.kernel.records.get(typeName)
      const known = this.#of(typeName)
      for (const value of wanted) known.set(value, [])
      if (!type || wanted.size === 0) continue
      const whole = sharedWhole(this.ground.record, type)?.theirs
      for (const row of await named(this.ground.tx, { type, whole }, [...wanted]))
        this.#learn(known, row, whole)
    }
  }

  /** Whether rows of the file can name one another. */
  get namesItself(): boolean {
    return this.#columns.some(({ field }) => 'to' in field && field.to === this.ground.record.name)
  }

  /** From here on the file's rows may name this one, as they name a stored one. */
  learnAhead(row: Input): void {
    const values = [
      row.id,
      row[this.ground.record.title],
      row[this.ground.record.title.replace(/_zh$/, '_en')],
    ]
    for (const value of new Set(values))
      if (typeof value === 'string')
        this.#ahead.set(value, [
          ...(this.#ahead.get(value) ?? []),
          { id: String(row.id), unit_id: String(row.unit_id), whole: row[this.ground.record.within ?? ''] },
        ])
  }

  /** The row's input with ids in place of names, and a problem for each that nobody or several are called. */
  resolved(input: Input, place: string): { input: Record<string, unknown>; problems: Problem[] } {
    const result: Record<string, unknown> = { ...input }
    const problems: Problem[] = []
    // The row's own unit comes first: 经济发展局 is the one of that unit. Then its whole: a node is one of that project.
    const first = [place, this.ground.record.within]
    const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
    const columns = this.#columns.toSorted((one, other) => rank(one.name) - rank(other.name))
    for (const { name, field } of columns) {
      const value = input[name]
      if (typeof value !== 'string' || !('to' in field)) continue
      const unit = name === place ? undefined : (result.unit_id ?? result[place])
      const read = this.#read(field, value, { unit, ...this.#wholeIn(field, result) })
      if (!Array.isArray(read)) {
        problems.push(unreadable(name, read))
        result[name] = undefined
      } else Object.assign(result, this.#filled(name, field, read))
    }
    return { input: result, problems }
  }

  /** The whole that what a part refers to must lie in as well. */
  #wholeIn({ to }: Referring, input: Input): Pick<Near, 'whole'> {
    const type = this.ground.kernel.records.get(to)
    const shared = type && sharedWhole(this.ground.record, type)
    return shared ? { whole: { id: input[shared.own] } } : {}
  }

  /** What a cell's rows put into the input: their ids, and the unit of the row that this one is a part of. */
  #filled(name: string, field: Referring, rows: readonly Candidate[]): Input {
    const ids = rows.map(({ id }) => id)
    const isWhole = name === this.ground.record.within
    return {
      [name]: field.kind === 'references' ? ids : ids[0],
      ...(isWhole && { unit_id: rows[0]?.unit_id }),
    }
  }

  /** The rows that a cell names; or the first of its names that nobody or several are called, and how many. */
  #read(field: Referring, value: string, near: Near): Candidate[] | Unreadable {
    const rows: Candidate[] = []
    for (const one of field.kind === 'references' ? parts(value) : [value.trim()]) {
      const read = this.#find(this.#candidates(field.to, one), one, near)
      if (Array.isArray(read)) return { missing: one, found: read.length }
      rows.push(read)
    }
    return rows
  }

  #of(type: string): Known {
    const known = this.#known.get(type) ?? new Map<string, Candidate[]>()
    this.#known.set(type, known)
    return known
  }

  #asked(rows: readonly Input[]): Map<string, Set<string>> {
    const asked = new Map<string, Set<string>>()
    for (const { name, field } of this.#columns) {
      if (!('to' in field)) continue
      const known = this.#of(field.to)
      const wanted = asked.get(field.to) ?? new Set<string>()
      asked.set(field.to, wanted)
      for (const row of rows) {
        const value = row[name]
        if (typeof value !== 'string') continue
        for (const one of field.kind === 'references' ? parts(value) : [value.trim()])
          if (!known.has(one)) wanted.add(one)
      }
    }
    return asked
  }

  #learn(known: Known, row: Input, whole: string | undefined): void {
    const candidate = {
      id: String(row.id),
      unit_id: String(row.unit_id),
      ...(whole && { whole: row[whole] }),
    }
    for (const value of new Set(
      Object.entries(row)
        .filter(([name]) => name !== 'unit_id' && name !== whole)
        .map(([, value]) => value),
    ))
      if (typeof value === 'string') known.get(value)?.push(candidate)
  }

  /** What is stored under this name; in a whole of its own a row of the file counts as much as a stored one. */
  #candidates(type: string, value: string): Candidate[] {
    const stored = this.#of(type).get(value) ?? []
    if (type !== this.ground.record.name) return stored
    const ahead = this.#ahead.get(value) ?? []
    if (this.ground.record.within === undefined) return stored.length === 0 ? ahead : stored
    return [...stored, ...ahead.filter(({ id }) => !stored.some((one) => one.id === id))]
  }

  /** The row that is meant, or the candidates among whom none can be chosen. An id goes before a name, a row of the same unit before others. */
  #find(all: Candidate[], value: string, { unit, whole }: Near): Candidate | Candidate[] {
    const found = whole ? all.filter((one) => one.whole === whole.id) : all
    const own = found.filter((one) => one.id === value)
    const near = found.filter((one) => one.unit_id === unit)
    const [only, more] = own.length > 0 ? own : near.length > 0 ? near : found
    return only && !more ? only : found
  }
}
