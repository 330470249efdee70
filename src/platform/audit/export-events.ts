import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type AuditEntry, kernelDeeds, kernelRecords } from '#engine/ledger/audit-entry'
import { findAction } from '#engine/lifecycles/lifecycle'
import { type Text, text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { csvStream } from '#platform/documents/csv-stream'
import { type OutCell, type OutSheet, xlsxStream } from '#platform/documents/xlsx-stream'
import { kernelError } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import type { AuditQuery } from './audit-query'
import { listEvents } from './list-events'

export type Language = 'zh' | 'en'

const batchSize = 2000
/** Rows of a sheet in Excel, less its head. */
const sheetRows = 1_048_575

interface Column {
  readonly label: Text
  readonly cell: (entry: AuditEntry, told: Told) => OutCell
}

interface Told {
  readonly language: Language
  readonly deed: (entry: AuditEntry) => Text
  readonly record: (entry: AuditEntry) => Text
}

const columns: readonly Column[] = [
  { label: text('时间（UTC）', 'Time (UTC)'), cell: ({ at }) => at },
  { label: text('人员', 'Person'), cell: ({ person_name }, { language }) => person_name[language] },
  { label: text('人员编号', 'Person id'), cell: ({ person }) => person },
  { label: text('动作', 'Deed'), cell: (entry, { language, deed }) => deed(entry)[language] },
  {
    label: text('结果', 'Outcome'),
    cell: ({ outcome }, { language }) =>
      (outcome === 'done' ? text('成功', 'done') : text('被拒', 'refused'))[language],
  },
  { label: text('对象', 'Record'), cell: (entry, { language, record }) => record(entry)[language] },
  { label: text('对象编号', 'Row'), cell: ({ row }) => row },
  { label: text('单位', 'Unit'), cell: ({ unit }) => unit },
  { label: text('理由', 'Reason'), cell: ({ reason }) => reason },
  { label: text('变更', 'Changes'), cell: ({ changes }) => JSON.stringify(changes) },
  { label: text('请求编号', 'Request'), cell: ({ request }) => request },
  { label: text('封签', 'Seal'), cell: ({ seal }) => (seal === null ? null : { number: String(seal) }) },
  { label: text('事件编号', 'Event'), cell: ({ id }) => id },
]

function toldOf(kernel: Kernel, language: Language): Told {
  return {
    language,
    deed({ record, deed }) {
      const lifecycle = kernel.records.get(record)?.lifecycle
      return (lifecycle && findAction(lifecycle, deed)?.label) ?? kernelDeeds[deed] ?? text(deed, deed)
    },
    record: ({ record }) =>
      kernel.records.get(record)?.label ?? kernelRecords[record] ?? text(record, record),
  }
}

interface Run {
  readonly tx: Transaction
  readonly kernel: Kernel
  readonly query: AuditQuery
  readonly format: 'xlsx' | 'csv'
  readonly told: Told
  count: number
}

async function* batches(run: Run): AsyncGenerator<OutCell[][]> {
  let next: string | undefined
  do {
    const [at = '', id = ''] = (next ?? '').split('~')
    const query = { ...run.query, size: batchSize, ...(next !== undefined && { after: { at, id } }) }
    const page = await listEvents(run.tx, run.kernel, query)
    run.count += page.entries.length
    if (run.format === 'xlsx' && run.count > sheetRows)
      throw kernelError('too_large', {
        detail: text(
          '超过 Excel 的行数上限，请导出 CSV 或缩小时间范围',
          'More rows than Excel takes: export CSV, or narrow the time',
        ),
      })
    yield page.entries.map((entry) => columns.map(({ cell }) => cell(entry, run.told)))
    next = page.next
  } while (next !== undefined)
}

const sheetOf = (run: Run): OutSheet => ({
  name: text('审计记录', 'Audit')[run.told.language],
  header: columns.map(({ label }) => label[run.told.language]),
  rows: batches(run),
  notes: () => [
    `共 ${run.count} 条 / ${run.count} events`,
    `导出时间 Exported at ${new Date().toISOString()}`,
  ],
})

export interface ExportedEvents {
  readonly count: number
  readonly bytes: number
  /** To be read once; the file goes with it. */
  open(): Readable
}

/** Writes all matching events to a temporary file first: a slow client must not hold the transaction. */
export async function exportEvents(
  tx: Transaction,
  kernel: Kernel,
  order: { query: AuditQuery; format: 'xlsx' | 'csv'; language: Language },
): Promise<ExportedEvents> {
  const { after: _after, ...query } = order.query
  const run: Run = { tx, kernel, query, format: order.format, told: toldOf(kernel, order.language), count: 0 }
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-audit-'))
  const path = join(folder, `events.${order.format}`)
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(
      order.format === 'csv' ? csvStream(sheetOf(run)) : xlsxStream(sheetOf(run)),
      createWriteStream(path),
    )
    const { size } = await stat(path)
    const open = () => createReadStream(path).once('close', () => void drop())
    return { count: run.count, bytes: size, open }
  } catch (error) {
    await drop()
    throw error
  }
}
