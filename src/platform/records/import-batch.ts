import type { Problem } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import type { Header } from '#platform/documents/match-header'
import type { Table, TableRow } from '#platform/documents/read-table'
import { unitColumn } from '#platform/documents/sheet-columns'
import { type Decision, decide, type Ground } from './import-decision'
import { type Identity, identityKey, identityValues, rowsById, storedRows } from './import-identity'
import type { ReferenceResolver } from './import-references'
import type { ImportTally } from './import-report'
import { likelyZone } from './lock-row'
import { newId } from './new-id'
import { duplicateProblem, unknownRow } from './refusals'
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
  /** Columns that new rows lack, once it has been said that they do. */
  readonly lacking: Set<string>
}

export interface Prepared {
  readonly source: TableRow
  readonly input: Readonly<Record<string, unknown>>
  readonly problems: Problem[]
  readonly zone: string
  /** The id of the row, should it be new. */
  readonly id: string
  /** The id of a stored row, where the sheet says that this one is meant. */
  readonly meant: string | undefined
  /** One per identity of the record; undefined where this row has none. */
  readonly keys: readonly (string | undefined)[]
}

/** The header over a field, as the file has it. */
export const labelIn = (run: Run) => (field: string) =>
  run.header.labels.get(field) ??
  run.record.fields[field]?.label.zh ??
  run.extra[field]?.label.zh ??
  (field === 'unit_id' ? '所属单位' : field)

/** The zone of the row; where the sheet does not say its unit, that in which the actor's posts lie. */
const zoneIn = ({ kernel, tx }: Run, unit: unknown): string =>
  (typeof unit === 'string' ? kernel.places().zoneOf(unit) : likelyZone(kernel.places(), tx.actor)) ?? ''

function prepare(run: Run, source: TableRow): Prepared {
  const { record, identities } = run
  const { id: said, ...values } = source.values
  const meant = typeof said === 'string' ? said : undefined
  const place = record.place ?? record.within ?? 'unit_id'
  const { input, problems } = run.resolver.resolved(values, place)
  const unit = input[record.place ?? 'unit_id']
  const zone = zoneIn(run, unit)
  const keys = identities.map((identity, index) => {
    const values = identityValues(record, identity, input)
    return values && `${index} ${identityKey(zone, values)}`
  })
  const id = record.key ? String(input[record.key]) : newId()
  if (run.resolver.namesItself) run.resolver.learnAhead({ ...input, id, unit_id: unit })
  const twice = [...repeated(run, source.row, keys), ...repeatedId(run, source.row, meant)]
  return { source, input, id, meant, problems: [...problems, ...twice], zone, keys }
}

const rowWords = ({ where }: Run, at: number): Text => {
  if (!where) return text(`第 ${at} 行`, `row ${at}`)
  const { sheet, row } = where(at, '')
  return text(`“${sheet}”第 ${row} 行`, `row ${row} of “${sheet}”`)
}

const sameAs = (run: Run, first: number): Text => {
  const row = rowWords(run, first)
  return text(`与${row.zh}重复`, `is the same as in ${row.en}`)
}

const keepOne = (run: Run, first: number, problem: Problem): Problem => ({
  ...problem,
  says: sameAs(run, first),
  mend: text('请只保留一行', 'Keep one of the two rows.'),
})

function repeatedId(run: Run, row: number, id: string | undefined): Problem[] {
  if (id === undefined) return []
  const first = run.seen.get(`id ${id}`)
  if (first !== undefined) return [keepOne(run, first, duplicateProblem('id', id))]
  run.seen.set(`id ${id}`, row)
  return []
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
    const value = (JSON.parse(key.slice(key.indexOf('['))) as string[]).at(-1)
    return [keepOne(run, first, duplicateProblem(field, value))]
  })
}

interface Stored {
  readonly byId: ReadonlyMap<string, StoredRow>
  /** One per identity of the record. */
  readonly alike: readonly ReadonlyMap<string, StoredRow[]>[]
}

async function lookUp(run: Run, rows: readonly Prepared[]): Promise<Stored> {
  const { tx, record, identities } = run
  const wantedBy = (identity: Identity, index: number) =>
    rows
      .filter(({ keys }) => keys[index] !== undefined)
      .map(({ zone, input }) => ({ zone, values: identityValues(record, identity, input) ?? [] }))
  const alike: Map<string, StoredRow[]>[] = []
  for (const [index, identity] of identities.entries()) {
    const wanted = wantedBy(identity, index)
    alike.push(await storedRows(tx.asKernel, record, { identity, wanted, lock: run.writes }))
  }
  const ids = rows.flatMap(({ meant }) => meant ?? [])
  return { byId: await rowsById(tx, record, { ids, lock: run.writes }), alike }
}

const bare = (key: string) => key.slice(key.indexOf('['))

/**
 * The stored row this one is: the one that the sheet names by its id, else by the first identity that finds one; an
 * identity finding another row is a clash.
 */
function storedFor(run: Run, prepared: Prepared, { byId, alike }: Stored) {
  const named = prepared.meant === undefined ? undefined : byId.get(prepared.meant)
  const found = prepared.keys.map((key, index) =>
    key === undefined ? [] : (alike[index]?.get(bare(key)) ?? []),
  )
  if (!run.identities[0]?.unique)
    return { before: named, twins: prepared.meant === undefined ? (found[0] ?? []) : [], clashes: [] }
  const before = named ?? (run.record.key ? found[0]?.[0] : found.flat()[0])
  const clashes = found.flatMap((rows, index) => {
    const field = run.identities[index]?.fields.at(-1) ?? ''
    return rows.some(({ id }) => id !== before?.id) ? [duplicateProblem(field, prepared.input[field])] : []
  })
  return { before, twins: [], clashes }
}

/** What a new row needs and the sheet has no column for is said once, of the header. */
function sayLacking(run: Run, at: number): void {
  const row = rowWords(run, at)
  for (const field of run.header.missing.filter((one) => !run.lacking.has(one))) {
    run.lacking.add(field)
    const { label } = run.record.fields[field] ?? run.extra[field] ?? unitColumn.field
    const problem: Problem = {
      field,
      code: 'required',
      value: '',
      says: text(
        `缺少必填的列，而${row.zh}是新增的行`,
        `is a required column and missing, and ${row.en} is new`,
      ),
      mend: text(
        `请加上“${label.zh}”列，或下载模板；要改的是已有的行，请从导出的表改起，带上“系统编号”列`,
        'Add the column, or download the template; to change rows that are there, start from an export with its “Row id” column.',
      ),
    }
    run.tally.refuse(run.header.row, [problem], labelIn(run))
  }
}

/** What becomes of the row; undefined when all that is wrong with it has been said of the header. */
export async function decideRow(run: Run, prepared: Prepared, stored: Stored): Promise<Decision | undefined> {
  const { before, twins, clashes } = storedFor(run, prepared, stored)
  if (prepared.meant !== undefined && !stored.byId.has(prepared.meant))
    return { kind: 'refuse', problems: [...prepared.source.problems, unknownRow(prepared.meant)] }
  const decision = await decide(run, { input: prepared.input, id: prepared.id, before, twins })
  const own = decision.kind === 'refuse' ? decision.problems : []
  // A reference that was not found reads as blank: being required is then no second problem.
  const named = new Set(prepared.problems.map(({ field }) => field))
  const faulty = new Set(prepared.source.problems.map(({ field }) => field))
  const missing = new Set(run.header.missing)
  const lacks = ({ field, code }: Problem) => code === 'required' && missing.has(field)
  const rest = own.filter(
    (one) => !lacks(one) && !(one.code === 'required' && (named.has(one.field) || faulty.has(one.field))),
  )
  if (own.some(lacks)) sayLacking(run, prepared.source.row)
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
