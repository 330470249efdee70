import { sql } from 'kysely'
import type { Problem } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import type { ImportReport } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { appendEvents } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import type { SentFile } from '#platform/documents/file-kind'
import type { Header } from '#platform/documents/match-header'
import { readTable, type TableRow } from '#platform/documents/read-table'
import { headerKey, inputColumns, type SheetColumn } from '#platform/documents/sheet-columns'
import { type Decision, decide, type Ground, problemsOf } from './import-decision'
import { identitiesOf, type Identity, identityKey, identityValues, storedRows } from './import-identity'
import { ReferenceResolver } from './import-references'
import { ImportTally } from './import-report'
import type { Kernel } from './kernel'
import { duplicateProblem, refusalOf } from './refusals'
import { insertRows, replaceRow, type StoredRow } from './rows'
import { afterDeed, changesBetween, withEffect } from './write-row'

/** Rows checked, looked up and written together: round trips are what an import would otherwise wait for. */
const batchSize = 1000

/** Columns that an export adds and nobody fills in. */
const exportOnly = [
  '示范',
  'Sample',
  'sample',
  '编号',
  'Id',
  'id',
  '更新时间',
  'Updated',
  'updated_at',
  '建立时间',
  'Created',
  'created_at',
  '版本',
  'Version',
  'version',
]
const ignored = new Set(exportOnly.map(headerKey))

export interface ImportOrder {
  readonly record: RecordType
  readonly file: SentFile
  readonly dryRun: boolean
}

interface Run extends Ground {
  readonly dryRun: boolean
  /** Rows are really written: always at an import, at a dry run only where a module's own rule must have its say. */
  readonly writes: boolean
  readonly header: Header
  readonly resolver: ReferenceResolver
  readonly identities: readonly Identity[]
  readonly tally: ImportTally
  /** Identities of the file so far → the row that has it. */
  readonly seen: Map<string, number>
}

interface Prepared {
  readonly source: TableRow
  readonly input: Readonly<Record<string, unknown>>
  readonly problems: Problem[]
  readonly zone: string
  /** One per identity of the record; undefined where this row has none. */
  readonly keys: readonly (string | undefined)[]
}

const labelIn = (run: Run) => (field: string) =>
  run.header.labels.get(field) ??
  run.record.fields[field]?.label.zh ??
  run.extra[field]?.label.zh ??
  (field === 'unit_id' ? '所属单位' : field)

function prepare(run: Run, source: TableRow): Prepared {
  const { record, kernel, identities } = run
  const place = record.place ?? 'unit_id'
  const { input, problems } = run.resolver.resolved(source.values, place)
  const unit = input[place]
  const zone = typeof unit === 'string' ? (kernel.places().zoneOf(unit) ?? '') : ''
  const keys = identities.map((identity, index) => {
    const values = identityValues(record, identity, input)
    return values && `${index} ${identityKey(zone, values)}`
  })
  return { source, input, problems: [...problems, ...repeated(run, source.row, keys)], zone, keys }
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
        says: text(`与第 ${first} 行重复`, `is the same as in row ${first}`),
        mend: text('请只保留一行', 'Keep one of the two rows.'),
      },
    ]
  })
}

type Stored = readonly ReadonlyMap<string, StoredRow[]>[]

function lookUp(run: Run, rows: readonly Prepared[]): Promise<Stored> {
  const { tx, record, identities } = run
  const wantedBy = (identity: Identity, index: number) =>
    rows
      .filter(({ keys }) => keys[index] !== undefined)
      .map(({ zone, input }) => ({ zone, values: identityValues(record, identity, input) ?? [] }))
  return tx.asKernel(async () => {
    const stored: Map<string, StoredRow[]>[] = []
    for (const [index, identity] of identities.entries())
      stored.push(
        await storedRows(tx, record, { identity, wanted: wantedBy(identity, index), lock: run.writes }),
      )
    return stored
  })
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
async function decideRow(run: Run, prepared: Prepared, stored: Stored): Promise<Decision | undefined> {
  const { before, twins, clashes } = storedFor(run, prepared, stored)
  const decision = await decide(run, { input: prepared.input, before, twins })
  const own = decision.kind === 'refuse' ? decision.problems : []
  // A reference that was not found reads as blank: being required is then no second problem.
  const named = new Set(prepared.problems.map(({ field }) => field))
  const faulty = new Set(prepared.source.problems.map(({ field }) => field))
  const missing = new Set(run.header.missing)
  const rest = own.filter(
    ({ field, code }) =>
      !(code === 'required' && (named.has(field) || faulty.has(field) || missing.has(field))),
  )
  const problems = [...prepared.source.problems, ...prepared.problems, ...clashes, ...rest]
  if (problems.length > 0) return { kind: 'refuse', problems }
  return decision.kind === 'refuse' ? undefined : decision
}

type Written = Extract<Decision, { kind: 'create' | 'update' }>

const deedOf = (decision: Written) => ({
  name: decision.kind,
  before: decision.kind === 'update' ? decision.before : undefined,
  row: decision.row,
  reason: null,
})

async function writeTogether(run: Run, decisions: readonly Written[]): Promise<void> {
  const { tx, record } = run
  const refused = (row: StoredRow | undefined) => (error: unknown) => {
    throw refusalOf(record, row ?? {}, error)
  }
  const created = decisions.filter(({ kind }) => kind === 'create').map(({ row }) => row)
  await insertRows(tx, record, created).catch(refused(created[0]))
  for (const { kind, row } of decisions)
    if (kind === 'update') await replaceRow(tx, record, row).catch(refused(row))
  const events = decisions.map(deedOf).map(({ name, before, row }) => ({
    zone: row.zone_id,
    unit: row.unit_id,
    record: record.name,
    id: row.id,
    deed: name,
    changes: changesBetween(record, before, row),
  }))
  await appendEvents(tx, events)
}

/** A module's own rule looks at each row by itself, and at what the rows before it have done. */
async function writeOneByOne(run: Run, decisions: readonly (Written & { at: number })[]): Promise<void> {
  const { tx, kernel, record } = run
  for (const decision of decisions) {
    if (!run.tally.clean) return
    try {
      const deed = deedOf(decision)
      const row = await withEffect(tx, kernel, { record, deed })
      const write = decision.kind === 'create' ? insertRows(tx, record, [row]) : replaceRow(tx, record, row)
      await write.catch((error: unknown) => {
        throw refusalOf(record, row, error)
      })
      await afterDeed(tx, kernel, { record, deed: { ...deed, row } })
    } catch (error) {
      run.tally.refuse(decision.at, problemsOf(error), labelIn(run))
    }
  }
}

function count(run: Run, decision: Decision, row: number): void {
  const { tally } = run
  if (decision.kind === 'create') tally.created += 1
  else if (decision.kind === 'update') tally.updated += 1
  else if (decision.kind === 'unchanged') tally.unchanged += 1
  else tally.refuse(row, decision.problems, labelIn(run))
}

async function importBatch(run: Run, rows: readonly TableRow[]): Promise<void> {
  run.tally.read += rows.length
  await run.resolver.load(rows.map(({ values }) => values))
  const prepared = rows.map((row) => prepare(run, row))
  const stored = await lookUp(run, prepared)
  const written: (Written & { at: number })[] = []
  for (const one of prepared) {
    const decision = await decideRow(run, one, stored)
    if (!decision) continue
    count(run, decision, one.source.row)
    if (decision.kind === 'create' || decision.kind === 'update')
      written.push({ ...decision, at: one.source.row })
  }
  // After the first problem nothing will stay: the rest is only checked.
  if (!run.writes || !run.tally.clean || written.length === 0) return
  if (run.kernel.effects.has(run.record.name)) await writeOneByOne(run, written)
  else await writeTogether(run, written)
}

/** Rows of the file in batches of one size, whatever pieces they are read in. */
async function* inBatches(pieces: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const piece of pieces)
    for (const row of piece) {
      batch.push(row)
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  if (batch.length > 0) yield batch
}

async function openRun(ground: Ground, order: ImportOrder, columns: readonly SheetColumn[]) {
  const { record, dryRun, file } = order
  const table = await readTable(file, { columns, ignored })
  const run: Run = {
    ...ground,
    dryRun,
    writes: !dryRun || ground.kernel.effects.has(record.name),
    header: table.header,
    resolver: new ReferenceResolver(ground.tx, ground.kernel, columns),
    identities: identitiesOf(record),
    tally: new ImportTally(),
    seen: new Map(),
  }
  if (table.header.problems.length > 0)
    run.tally.refuse(table.header.row, table.header.problems, labelIn(run))
  return { run, batches: table.batches }
}

/**
 * Brings a file in, as the actor: every row checked as the form would check it, all problems at once. With any problem,
 * or at a dry run, nothing of it stays. Rows that are stored already are changed where they differ and left alone where
 * they do not, so that the same file again changes nothing. A dry run in a read-only transaction is possible while the
 * record has no effects.
 */
export async function importRows(tx: Transaction, kernel: Kernel, order: ImportOrder): Promise<ImportReport> {
  const { record, dryRun } = order
  const extra = await kernel.extraFields(record, tx)
  const { run, batches } = await openRun({ tx, kernel, record, extra }, order, inputColumns(record, extra))
  if (run.writes) await tx.run(sql`SAVEPOINT import_rows`)
  for await (const batch of inBatches(batches)) await importBatch(run, batch)
  if (run.writes && (dryRun || !run.tally.clean)) await tx.run(sql`ROLLBACK TO SAVEPOINT import_rows`)
  return run.tally.report(dryRun)
}
