import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import { type ListQuery, queryField } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import type { Actor } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import { csvStream } from '#platform/documents/csv-stream'
import { headerText, unitColumn } from '#platform/documents/sheet-columns'
import { type OutCell, type OutSheet, xlsxStream } from '#platform/documents/xlsx-stream'
import { exportCell, type ExportColumn, type Language } from './export-cells'
import { identitiesOf } from './import-identity'
import type { Kernel } from './kernel'
import { countRows } from './count-rows'
import { listRows } from './list-rows'
import { titlesFor } from './references'
import { replyRows } from './reply'

/** Rows fetched at a time: the next batch continues after the last row (keyset). */
const batchSize = 2000

export interface ExportOrder {
  readonly record: RecordType
  /** What is exported: every page of it, in its order. */
  readonly list: ListQuery
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

/** A finished export, kept in a temporary file until it has been sent. */
export interface Exported {
  /** Rows in it. */
  readonly count: number
  readonly bytes: number
  /** To be read once; the file goes with it. */
  open(): Readable
}

interface Export extends ExportOrder {
  readonly tx: Transaction
  readonly kernel: Kernel
  readonly columns: readonly ExportColumn[]
  count: number
}

/** Whether any post of the actor sees the field; on which rows it does, `replyRow` decides. */
const isSeen = (actor: Actor, record: RecordType, field: Field) =>
  !field.see || record.owner !== undefined || field.see.some((role) => (actor.reach[role]?.length ?? 0) > 0)

async function hasSamples(tx: Transaction, kernel: Kernel, { record, list }: ExportOrder): Promise<boolean> {
  const filters = [...list.filters, { field: 'sample', op: 'eq' as const, values: [true] }]
  const { total } = await countRows(tx, record, { list: { ...list, filters }, places: kernel.places() })
  return total > 0
}

/**
 * The columns asked for, or those of the list; a column that marks samples wherever there are any; the rows' ids where
 * nothing else tells them apart: without them a changed sheet could not come back in as a change.
 */
async function columnsFor(
  tx: Transaction,
  kernel: Kernel,
  order: ExportOrder & { extra: ExtraFields },
): Promise<ExportColumn[]> {
  const { record, list, extra } = order
  const asked = list.fields ?? record.list.columns
  const marked = !asked.includes('sample') && (await hasSamples(tx, kernel, order))
  const told = asked.includes('id') || identitiesOf(record).some(({ unique }) => unique)
  return [...asked, ...(marked ? ['sample'] : []), ...(told ? [] : ['id'])].flatMap((name) => {
    if (name === unitColumn.name) return [unitColumn]
    const field = queryField(record, name, extra)
    return field && isSeen(tx.actor as Actor, record, field) ? [{ name, field }] : []
  })
}

async function* batches(run: Export): AsyncGenerator<OutCell[][]> {
  const { tx, kernel, record, language } = run
  const { after: _after, ...all } = run.list
  let last: string | undefined
  for (;;) {
    const list = { ...all, page: 1, size: batchSize, ...(last !== undefined && { after: last }) }
    const rows = await listRows(tx, record, { list, places: kernel.places() })
    const titles = await titlesFor(tx, kernel, { record, rows })
    const replies = await replyRows(tx, kernel, { record, rows })
    run.count += rows.length
    last = rows.at(-1)?.id
    yield replies.map((row) =>
      run.columns.map((column) => exportCell(row, column, { record, language, titles })),
    )
    if (rows.length < batchSize) return
  }
}

function sheetOf(run: Export): OutSheet {
  const { record, columns, language } = run
  return {
    name: record.label[language],
    header: columns.map((column) => headerText(column)[language]),
    rows: batches(run),
    notes: () => [
      `${record.label.zh} · ${record.label.en}`,
      `共 ${run.count} 行 / ${run.count} rows`,
      `导出时间 Exported at ${new Date().toISOString()}`,
      ...columns.map(({ name, field }) => `${field.label.zh} · ${field.label.en} · ${name}`),
    ],
  }
}

/** A file that is gone once it has been read, or could not be. */
function readOnce(path: string, folder: string): Readable {
  const stream = createReadStream(path)
  stream.once('close', () => void rm(folder, { recursive: true, force: true }))
  return stream
}

/**
 * Writes every row of a list that the actor may see to a temporary file. Not straight to the client: a slow one would
 * hold the transaction, and with the embedded database everybody else.
 */
export async function exportRows(tx: Transaction, kernel: Kernel, order: ExportOrder): Promise<Exported> {
  const extra = await kernel.extraFields(order.record, tx)
  const columns = await columnsFor(tx, kernel, { ...order, extra })
  const run: Export = { ...order, tx, kernel, columns, count: 0 }
  const sheet = sheetOf(run)
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-export-'))
  const path = join(folder, `rows.${order.format}`)
  try {
    await pipeline(order.format === 'csv' ? csvStream(sheet) : xlsxStream(sheet), createWriteStream(path))
    const { size } = await stat(path)
    return { count: run.count, bytes: size, open: () => readOnce(path, folder) }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
