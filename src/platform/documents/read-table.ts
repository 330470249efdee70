import { MergedDown } from '#engine/mapping/merged-down'
import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { cellInput } from './cell-input'
import type { SentFile } from './file-kind'
import { type Header, headerRows, matchHeader } from './match-header'
import type { Merge } from './merged-cells'
import type { SheetRow } from './sheet-cells'
import type { SheetColumn } from './sheet-columns'
import { openSheet, type SheetFile } from './sheet-file'
import type { SheetProblem } from './sheet-problem'

/** One row of the file as input by field name (a blank cell is null), and what is wrong with its cells already. */
export interface TableRow {
  readonly row: number
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly SheetProblem[]
}

export interface Table {
  readonly header: Header
  /** To be gone through once; no more than one batch is held. */
  readonly batches: AsyncGenerator<TableRow[]>
  /** Where a row lies, and a field's cell in it, where rows of several sheets are counted through. */
  readonly where?: (
    row: number,
    field: string,
  ) => { readonly sheet: string; readonly row: number; readonly cell: string }
}

export interface TableOptions {
  readonly columns: readonly SheetColumn[]
  /** Header keys that are passed over. */
  readonly ignored?: ReadonlySet<string>
}

/** A merge over several columns begins here: which of them its value belongs to cannot be known. */
const acrossColumns = (row: number, { range }: Merge): SheetProblem => ({
  row,
  column: range,
  field: '',
  code: 'rule',
  value: shown(range),
  says: text(`${range} 是跨列合并的单元格`, `${range} is merged across columns`),
  mend: text('请取消合并并逐格填写', 'Unmerge it and fill in each cell.'),
})

function tableRow(source: SheetRow, header: Header, merged: MergedDown<Merge>): TableRow | undefined {
  const cells = merged.filled(source)
  const wide = merged.wideAt(source.row)
  const values: Record<string, unknown> = {}
  const problems: SheetProblem[] = wide ? [acrossColumns(source.row, wide)] : []
  let blank = true
  for (const [index, column] of header.columns) {
    const read = cellInput(column, cells[index] ?? null)
    if (read.ok) values[column.name] = read.value
    else
      problems.push({ ...read.error, row: source.row, column: header.labels.get(column.name) ?? column.name })
    blank &&= read.ok && read.value === null
  }
  return blank && problems.length === 0 ? undefined : { row: source.row, values, problems }
}

/** The first rows, until there are enough to find the header in; the rest follows from the same iterator. */
async function headOf(batches: AsyncIterator<readonly SheetRow[]> | Iterator<readonly SheetRow[]>) {
  const rows: SheetRow[] = []
  while (rows.length < headerRows) {
    const next = await batches.next()
    if (next.done) break
    rows.push(...next.value)
  }
  return rows
}

const iteratorOf = ({ batches }: SheetFile) =>
  Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()

/** Opens a file as a table of the given columns: header understood, rows to come in batches. */
export async function readTable(file: SentFile, { columns, ignored }: TableOptions): Promise<Table> {
  const sheet = await openSheet(file)
  const source = iteratorOf(sheet)
  const head = await headOf(source)
  const header = matchHeader(head, columns, ignored)
  const merged = new MergedDown(sheet.merges, header.row)
  const read = (rows: readonly SheetRow[]) =>
    rows.map((row) => tableRow(row, header, merged)).filter((row) => row !== undefined)
  async function* batches() {
    yield read(head.filter(({ row }) => row > header.row))
    for (let next = await source.next(); !next.done; next = await source.next()) yield read(next.value)
  }
  return { header, batches: batches() }
}
