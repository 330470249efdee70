import { shown } from '#engine/records/problem'
import { type Text, text } from '#engine/result/result'
import type { SheetProblem } from './sheet-problem'
import type { Cell, SheetRow } from './sheet-cells'
import { headerKey, headerKeys, type SheetColumn } from './sheet-columns'
import { unreadable } from './unreadable'

/** A header that was understood, and everything about it that was not. */
export interface Header {
  readonly row: number
  /** Column index → what it holds; unknown and repeated headers are left out. */
  readonly columns: ReadonlyMap<number, SheetColumn>
  /** Field name → the header as it stands in the file. */
  readonly labels: ReadonlyMap<string, string>
  /** Fields that a new row must have and that have no column: rows that are stored already do without. */
  readonly missing: readonly string[]
  readonly problems: readonly SheetProblem[]
  /** Headers that were passed over, as they stand in the file. */
  readonly unread?: readonly string[]
}

/** Rows looked at for the header: sheets begin with a title and a line about who filled them in. */
export const headerRows = 10

const headerOf = (cell: Cell): string => (typeof cell === 'string' ? cell.trim() : '')

type Known = ReadonlyMap<string, SheetColumn>

function knownHeaders(columns: readonly SheetColumn[]): Known {
  const known = new Map<string, SheetColumn>()
  for (const column of columns)
    for (const key of headerKeys(column)) if (!known.has(key)) known.set(key, column)
  return known
}

const matches = (row: SheetRow, known: Known) =>
  row.cells.filter((cell) => known.has(headerKey(headerOf(cell)))).length

const names = (columns: readonly SheetColumn[]): Text =>
  text(
    columns.map(({ field }) => field.label.zh).join('、'),
    columns.map(({ field }) => field.label.en).join(', '),
  )

const unknown = (header: string, free: readonly SheetColumn[]) => ({
  code: 'unknown_field' as const,
  value: shown(header),
  says: text(`没有“${shown(header)}”这一列`, `“${shown(header)}” is not a column of this record`),
  mend:
    free.length > 0
      ? text(`尚可用的列：${names(free).zh}`, `Columns still free: ${names(free).en}.`)
      : text('请删去这一列', 'Remove the column.'),
})

const repeated = (header: string) => ({
  code: 'duplicate' as const,
  value: shown(header),
  says: text('同一列出现了两次', 'is there twice'),
  mend: text('请只保留一列', 'Keep one of them.'),
})

/** Reads one row as the header; `ignored` headers (row number, export marks) are passed over. */
function readHeader(
  row: SheetRow,
  columns: readonly SheetColumn[],
  given: { known: Known; ignored: ReadonlySet<string> },
): Header {
  const found = new Map<number, SheetColumn>()
  const labels = new Map<string, string>()
  const stray: string[] = []
  const unread: string[] = []
  const twice: { header: string; name: string }[] = []
  row.cells.forEach((cell, index) => {
    const header = headerOf(cell)
    const column = given.known.get(headerKey(header))
    if (!column && header) (given.ignored.has(headerKey(header)) ? unread : stray).push(header)
    if (!column) return
    if (labels.has(column.name)) return void twice.push({ header, name: column.name })
    found.set(index, column)
    labels.set(column.name, header)
  })
  const free = columns.filter(({ name }) => !labels.has(name))
  const at = (header: string, field: string) => ({ row: row.row, column: header, field })
  return {
    row: row.row,
    columns: found,
    labels,
    missing: free.filter(({ field }) => field.required).map(({ name }) => name),
    unread,
    problems: [
      ...stray.map((header) => ({ ...at(header, ''), ...unknown(header, free) })),
      ...twice.map(({ header, name }) => ({ ...at(header, name), ...repeated(header) })),
    ],
  }
}

/** Finds the header among the first rows: the row that names most columns. A file that names none is refused. */
export function matchHeader(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  ignored: ReadonlySet<string> = new Set(),
): Header {
  const known = knownHeaders(columns)
  const first = rows.slice(0, headerRows)
  const best = first.reduce<SheetRow | undefined>(
    (found, row) => (matches(row, known) > (found ? matches(found, known) : 0) ? row : found),
    undefined,
  )
  if (best) return readHeader(best, columns, { known, ignored })
  throw unreadable(
    `前 ${headerRows} 行里没有表头；可用的列：${names(columns).zh}`,
    `None of the first ${headerRows} rows is a header; columns: ${names(columns).en}`,
  )
}
