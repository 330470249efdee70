import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { MappingPlan } from '#engine/mapping/plan'
import type { RecordType } from '#engine/records/record'
import type { ImportReport } from '#engine/records/reply'
import type { NewEvent } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import type { SentFile } from '#platform/documents/file-kind'
import { readTable, type TableRow } from '#platform/documents/read-table'
import { inputColumns, type SheetColumn } from '#platform/documents/sheet-columns'
import { askedOf, type Batch, decideRow, labelIn, type Run } from './import-batch'
import { type Decision, type Ground, problemsOf } from './import-decision'
import { idColumns, identitiesOf } from './import-identity'
import { ReferenceResolver } from './import-references'
import { ImportTally } from './import-report'
import { hearsEachRow } from './effects'
import { exportOnlyHeaders } from './export-only'
import type { Kernel } from './kernel'
import { mappedTable } from './mapping/mapped-table'
import { refusalOf } from './refusals'
import { insertRow, replaceRow } from './rows'
import { insertTogether, replaceTogether, together, type Together } from './rows-together'
import { eventOf, withEffect, withEvents, writeDeed } from './deeds'

/** Rows checked, looked up and written together: round trips are what an import would otherwise wait for. */
const batchSize = 1000
/** Rows checked at a stretch: a few milliseconds. */
const atOnce = 100
/** Changes whose consequences are worked out together; more of them would be held in memory for long. */
const settledTogether = 20_000

export interface ImportOrder {
  readonly record: RecordType
  readonly file: SentFile
  readonly dryRun: boolean
  /** How a sheet that is not the template is read. */
  readonly plan?: MappingPlan | undefined
}

type Written = Extract<Decision, { kind: 'create' | 'update' }>

const deedOf = (decision: Written) => ({
  name: decision.kind,
  before: decision.kind === 'update' ? decision.before : undefined,
  row: decision.row,
  reason: null,
})

/** What is sent of a batch, worked out while the database is at the one before. */
interface Outgoing {
  readonly created: Together
  readonly changed: Together
  readonly events: readonly NewEvent[]
}

interface Ready {
  readonly decisions: readonly Placed[]
  /** Absent where nothing is written, or each row by itself. */
  readonly outgoing?: Outgoing
}

async function outgoingOf({ tx, record }: Run, decisions: readonly Written[]): Promise<Outgoing> {
  const rowsOf = (kind: Written['kind']) => decisions.filter((one) => one.kind === kind).map(({ row }) => row)
  return {
    created: await together(tx, record, rowsOf('create')),
    changed: await together(tx, record, rowsOf('update')),
    events: decisions.map((decision) => eventOf(record, deedOf(decision))),
  }
}

async function writeRows({ tx, record }: Run, { created, changed }: Outgoing): Promise<void> {
  try {
    await insertTogether(tx, created)
    await replaceTogether(tx, changed)
  } catch (error) {
    throw refusalOf(record, {}, error)
  }
}

/** The digests of the events are worked out while the database is at the rows. */
async function writeTogether(run: Run, { decisions, outgoing }: Required<Ready>): Promise<void> {
  const writing = writeRows(run, outgoing)
  writing.catch(() => {})
  // What has been sent leaves the process once it is given a turn.
  await turn()
  await withEvents(run.tx, writing, outgoing.events)
  if (!run.kernel.effects.get(run.record.name)?.settle) return
  run.unsettled.push(...decisions.map(deedOf))
  if (run.unsettled.length >= settledTogether) await settle(run)
}

/** What follows from all changes at once: asked after every batch it would be worked out twenty times. */
async function settle(run: Run): Promise<void> {
  const deeds = run.unsettled.splice(0)
  if (deeds.length > 0) await run.kernel.effects.get(run.record.name)?.settle?.(run.tx, deeds)
}

/** A module's own rule looks at each row by itself, and at what the rows before it have done. */
async function writeOneByOne(run: Run, decisions: readonly Placed[]): Promise<void> {
  const { tx, kernel, record } = run
  for (const decision of decisions) {
    if (!run.tally.clean) return
    try {
      const deed = deedOf(decision)
      const row = await withEffect(tx, kernel, { record, deed })
      const writing = decision.kind === 'create' ? insertRow(tx, record, row) : replaceRow(tx, record, row)
      await writeDeed(tx, kernel, { record, deed: { ...deed, row }, writing })
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

type Placed = Written & { readonly at: number }

async function decideBatch(run: Run, { prepared, stored }: Batch): Promise<Placed[]> {
  const written: Placed[] = []
  for (const [index, one] of prepared.entries()) {
    // Others are served meanwhile, and what was sent before goes out.
    if (index % atOnce === atOnce - 1) await turn()
    const decision = await decideRow(run, one, stored)
    if (!decision) continue
    count(run, decision, one.source.row)
    if (decision.kind === 'create' || decision.kind === 'update')
      written.push({ ...decision, at: one.source.row })
  }
  return written
}

/** After the first problem nothing will stay: the rest is only checked. */
const stillWrites = (run: Run, decisions: readonly Placed[]): boolean =>
  run.writes && run.tally.clean && decisions.length > 0

async function readied(run: Run, batch: Batch): Promise<Ready> {
  const decisions = await decideBatch(run, batch)
  if (!stillWrites(run, decisions) || hearsEachRow(run.kernel.effects, run.record.name)) return { decisions }
  return { decisions, outgoing: await outgoingOf(run, decisions) }
}

async function writeBatch(run: Run, { decisions, outgoing }: Ready): Promise<void> {
  if (!stillWrites(run, decisions)) return
  if (outgoing) await writeTogether(run, { decisions, outgoing })
  else await writeOneByOne(run, decisions)
}

/** Batch by batch. While the database writes one, the next is checked and made ready, and the one after is read. */
async function importBatches(run: Run, batches: AsyncGenerator<readonly TableRow[]>): Promise<void> {
  let ready: Ready = { decisions: [] }
  try {
    let rows = await batches.next()
    while (!rows.done) {
      const batch = await askedOf(run, rows.value)
      const [, next, after] = await Promise.all([writeBatch(run, ready), readied(run, batch), batches.next()])
      ready = next
      rows = after
    }
  } finally {
    await batches.return(undefined)
  }
  await writeBatch(run, ready)
  if (run.tally.clean) await settle(run)
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
  const { record, dryRun, file, plan } = order
  const table = plan
    ? await mappedTable({ record, file, plan }, columns)
    : await readTable(file, {
        columns: [...columns, ...idColumns(record)],
        ignored: exportOnlyHeaders(record, columns),
      })
  const run: Run = {
    ...ground,
    dryRun,
    writes: !dryRun || hearsEachRow(ground.kernel.effects, record.name),
    header: table.header,
    resolver: new ReferenceResolver(ground, columns),
    identities: identitiesOf(record),
    tally: new ImportTally(table.where),
    where: table.where,
    seen: new Map(),
    unsettled: [],
    lacking: new Set(),
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
  await importBatches(run, inBatches(batches))
  if (run.writes && (dryRun || !run.tally.clean)) await tx.run(sql`ROLLBACK TO SAVEPOINT import_rows`)
  return run.tally.report({ dryRun, unread: run.header.unread ?? [] })
}
