import type { OutCell, OutSheet } from './xlsx-stream'

/** A spreadsheet runs text that begins like this as a formula: the mark in front makes it text, and reading takes it away. */
const couldRun = /^[=+\-@\t\r]/

const marked = (value: string) => (couldRun.test(value) ? `'${value}` : value)

const quoted = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

function csvCell(cell: OutCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(marked(cell))
  return 'number' in cell
    ? cell.number
    : new Date(Date.UTC(1899, 11, 30) + cell.serial * 86_400_000).toISOString().slice(0, 10)
}

const line = (cells: readonly OutCell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** UTF-8 with its mark, without which Excel takes Chinese for another encoding. */
export async function* csvStream(sheet: Pick<OutSheet, 'header' | 'rows'>): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${line(sheet.header)}`, 'utf8')
  for await (const rows of sheet.rows) yield Buffer.from(rows.map(line).join(''), 'utf8')
}
