import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { cellInput } from './cell-input'
import type { SentFile } from './file-kind'
import { type Header, headerRows, matchHeader } from './match-header'
import type { Merge } from './merged-cells'
import type { Cell, SheetRow } from './sheet-cells'
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
}

export interface TableOptions {
  readonly columns: readonly SheetColumn[]
  /** Header keys that are passed over. */
  readonly ignored?: ReadonlySet<string>
}

/** Values of merged cells that reach down one column: Excel keeps them in the first row only, but shows them for all. */
class MergedColumns {
  readonly #down: readonly Merge[]
  readonly #wide: ReadonlyMap<number, Merge>
  #open: { merge: Merge; value: Cell }[] = []
  #next = 0

  constructor(merges: readonly Merge[], header: Header) {
    const below = merges.filter(({ bottom }) => bottom > header.row)
    const single = (merge: Merge) => merge.left === merge.right && merge.top > header.row
    this.#down = below.filter(single).toSorted((one, other) => one.top - other.top)
    this.#wide = new Map(
      below.filter((merge) => !single(merge)).map((merge) => [Math.max(merge.top, header.row + 1), merge]),
    )
  }

  /** The row with the values that reach it from above. */
  filled({ row, cells }: SheetRow): readonly Cell[] {
    for (; (this.#down[this.#next]?.top ?? Infinity) <= row; this.#next += 1) {
      const merge = this.#down[this.#next] as Merge
      this.#open.push({ merge, value: merge.top === row ? (cells[merge.left] ?? null) : null })
    }
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= row)
    if (this.#open.length === 0) return cells
    const full = [...cells]
    for (const { merge, value } of this.#open) {
      while (full.length < merge.left) full.push(null)
      full[merge.left] ??= value
    }
    return full
  }

  /** A merge over several columns begins here: which of them its value belongs to cannot be known. */
  across(row: number): SheetProblem | undefined {
    const merge = this.#wide.get(row)
    return (
      merge && {
        row,
        column: merge.range,
        field: '',
        code: 'rule',
        value: shown(merge.range),
        says: text(`${merge.range} 是跨列合并的单元格`, `${merge.range} is merged across columns`),
        mend: text('请取消合并并逐格填写', 'Unmerge it and fill in each cell.'),
      }
    )
  }
}

function tableRow(source: SheetRow, header: Header, merged: MergedColumns): TableRow | undefined {
  const cells = merged.filled(source)
  const across = merged.across(source.row)
  const values: Record<string, unknown> = {}
  const problems: SheetProblem[] = across ? [across] : []
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
  const merged = new MergedColumns(sheet.merges, header)
  const read = (rows: readonly SheetRow[]) =>
    rows.map((row) => tableRow(row, header, merged)).filter((row) => row !== undefined)
  async function* batches() {
    yield read(head.filter(({ row }) => row > header.row))
    for (let next = await source.next(); !next.done; next = await source.next()) yield read(next.value)
  }
  return { header, batches: batches() }
}
