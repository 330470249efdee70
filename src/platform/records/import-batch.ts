import type { Problem } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import type { Header } from '#platform/documents/match-header'
import type { Table, TableRow } from '#platform/documents/read-table'
import { type Decision, decide, type Ground } from './import-decision'
import { type Identity, identityKey, identityValues, storedRows } from './import-identity'
import type { ReferenceResolver } from './import-references'
import type { ImportTally } from './import-report'
import { newId } from './new-id'
import { duplicateProblem } from './refusals'
import type { Deed } from './effects'
import type { StoredRow } from './rows'

/** One import under way. */
export interface Run extends Ground {
  readonly dryRun: boolean
  /** Rows are really written: always at an import, at a dry run only where a module's own rule must have its say. */
  readonly writes: boolean
  readonly header: Header
  readonly resolver: ReferenceResolver
  readonly identities: readonly Identity[]
  readonly tally: ImportTally
  /** Where a row lies, in a workbook of several sheets. */
  readonly where: Table['where'] | undefined
  /** Identities of the file so far → the row that has it. */
  readonly seen: Map<string, number>
  /** Changes written whose consequences have not been worked out yet. */
  readonly unsettled: Deed[]
}

export interface Prepared {
  readonly source: TableRow
  readonly input: Readonly<Record<string, unknown>>
  readonly problems: Problem[]
  readonly zone: string
  /** The id of the row, should it be new. */
  readonly id: string
  /** One per identity of the record; undefined where this row has none. */
  readonly keys: readonly (string | undefined)[]
}

/** The header over a field, as the file has it. */
export const labelIn = (run: Run) => (field: string) =>
  run.header.labels.get(field) ??
  run.record.fields[field]?.label.zh ??
  run.extra[field]?.label.zh ??
  (field === 'unit_id' ? '所属单位' : field)

function prepare(run: Run, source: TableRow): Prepared {
  const { record, kernel, identities } = run
  const place = record.place ?? record.within ?? 'unit_id'
  const { input, problems } = run.resolver.resolved(source.values, place)
  const unit = input[record.place ?? 'unit_id']
  const zone = typeof unit === 'string' ? (kernel.places().zoneOf(unit) ?? '') : ''
  const keys = identities.map((identity, index) => {
    const values = identityValues(record, identity, input)
    return values && `${index} ${identityKey(zone, values)}`
  })
  const id = record.key ? String(input[record.key]) : newId()
  if (run.resolver.namesItself) run.resolver.learnAhead({ ...input, id, unit_id: unit })
  return { source, input, id, problems: [...problems, ...repeated(run, source.row, keys)], zone, keys }
}

function sameAs({ where }: Run, first: number): Text {
  if (!where) return text(`与第 ${first} 行重复`, `is the same as in row ${first}`)
  const { sheet, row } = where(first, '')
  return text(`与“${sheet}”第 ${row} 行重复`, `is the same as in row ${row} of “${sheet}”`)
}

/** A row that an earlier row of the file already is. */
function repeated(run: Run, row: number, keys: readonly (string | undefined)[]): Problem[] {
  return keys.flatMap((key, index) => {
    const identity = run.identities[index]
    if (key === undefined || !identity?.unique) return []
    const first = run.seen.get(key)
    if (first === undefined) {
      run.seen.set(key, row)
      return []
    }
    const field = identity.fields.at(-1) ?? ''
    return [
      {
        ...duplicateProblem(field, (JSON.parse(key.slice(key.indexOf('['))) as string[]).at(-1)),
        says: sameAs(run, first),
        mend: text('请只保留一行', 'Keep one of the two rows.'),
      },
    ]
  })
}

type Stored = readonly ReadonlyMap<string, StoredRow[]>[]

async function lookUp(run: Run, rows: readonly Prepared[]): Promise<Stored> {
  const { tx, record, identities } = run
  const wantedBy = (identity: Identity, index: number) =>
    rows
      .filter(({ keys }) => keys[index] !== undefined)
      .map(({ zone, input }) => ({ zone, values: identityValues(record, identity, input) ?? [] }))
  const stored: Map<string, StoredRow[]>[] = []
  for (const [index, identity] of identities.entries()) {
    const wanted = wantedBy(identity, index)
    stored.push(await storedRows(tx.asKernel, record, { identity, wanted, lock: run.writes }))
  }
  return stored
}

const bare = (key: string) => key.slice(key.indexOf('['))

/** The stored row this one is, by the first identity that finds one; another identity finding another row is a clash. */
function storedFor(run: Run, prepared: Prepared, stored: Stored) {
  const found = prepared.keys.map((key, index) =>
    key === undefined ? [] : (stored[index]?.get(bare(key)) ?? []),
  )
  if (!run.identities[0]?.unique) return { before: undefined, twins: found[0] ?? [], clashes: [] }
  const before = run.record.key ? found[0]?.[0] : found.flat()[0]
  const clashes = found.flatMap((rows, index) => {
    const field = run.identities[index]?.fields.at(-1) ?? ''
    return rows.some(({ id }) => id !== before?.id) ? [duplicateProblem(field, prepared.input[field])] : []
  })
  return { before, twins: [], clashes }
}

/** What becomes of the row; undefined when all that is wrong with it has been said of the header. */
export async function decideRow(run: Run, prepared: Prepared, stored: Stored): Promise<Decision | undefined> {
  const { before, twins, clashes } = storedFor(run, prepared, stored)
  const decision = await decide(run, { input: prepared.input, id: prepared.id, before, twins })
  const own = decision.kind === 'refuse' ? decision.problems : []
  // A reference that was not found reads as blank: being required is then no second problem.
  const named = new Set(prepared.problems.map(({ field }) => field))
  const faulty = new Set(prepared.source.problems.map(({ field }) => field))
  const missing = new Set(run.header.missing)
  const rest = own.filter(
    ({ field, code }) =>
      !(code === 'required' && (named.has(field) || faulty.has(field) || missing.has(field))),
  )
  const barred = own.some(({ field, code }) => code === 'not_allowed' && field === 'unit_id')
  const told = barred ? [] : clashes
  const problems = [...prepared.source.problems, ...prepared.problems, ...told, ...rest]
  if (problems.length > 0) return { kind: 'refuse', problems }
  return decision.kind === 'refuse' ? undefined : decision
}

export interface Batch {
  readonly prepared: readonly Prepared[]
  readonly stored: Stored
}

/** Everything about a batch that the database must be asked. */
export async function askedOf(run: Run, rows: readonly TableRow[]): Promise<Batch> {
  run.tally.read += rows.length
  await run.resolver.load(rows.map(({ values }) => values))
  const prepared = rows.map((row) => prepare(run, row))
  return { prepared, stored: await lookUp(run, prepared) }
}
