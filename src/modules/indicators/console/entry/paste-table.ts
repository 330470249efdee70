import { parseQuantity } from '#engine/quantity/parse-quantity'
import type { CellChange, EntryField } from './entry-book'

/** What the paste has to know of a line of the grid. */
export interface PasteLine {
  readonly code: string
  readonly names: readonly string[]
}

export interface PasteTarget {
  readonly lines: readonly PasteLine[]
  /** Line where the paste begins, when the table brings no names. */
  readonly row: number
  readonly field: EntryField
}

export interface Pasted {
  readonly changes: readonly CellChange[]
  /** Names in the table that no line of this report has. */
  readonly unknown: readonly string[]
  /** Rows beyond the last line of the grid. */
  readonly beyond: number
  readonly byName: boolean
}

/** One cell as it stands in the clipboard: in quotes when it holds tabs or line breaks, else up to the next of them. */
const cellShape = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y

/** A clipboard of Excel as rows of cells. */
export function readClipboard(clip: string): string[][] {
  const plain = clip.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  let at = 0
  while (at <= plain.length) {
    cellShape.lastIndex = at
    const [whole = '', inQuotes, bare = ''] = cellShape.exec(plain) ?? []
    rows.at(-1)?.push((inQuotes?.replaceAll('""', '"') ?? bare).trim())
    at += whole.length + 1
    if (plain[at - 1] === '\n') rows.push([])
  }
  return rows
}

/** Names are compared without spaces, brackets with the unit, full-width forms and the 其中 of a part. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(其中|of which)[:,]?/u, '')
    .replace(/\([^()]*\)\s*$/u, '')
    .replace(/[\s:]/gu, '')

function codesByName(lines: readonly PasteLine[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap(({ code, names }) => [code, ...names].map((name) => [plainName(name), code])))
}

const heads: Readonly<Record<EntryField, readonly string[]>> = {
  value: ['本期值', '本期', '数值', '值', 'value', 'thisperiod'],
  explanation: ['说明', '备注', 'explanation', 'note'],
}

const headOf = (row: readonly string[], field: EntryField): number =>
  row.findIndex((cell) => heads[field].includes(plainName(cell)))

const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && parseQuantity(cell).ok

/** Where names, values and explanations stand: told by the head row, else by what the columns hold. */
function columnsIn(table: readonly (readonly string[])[], name: number) {
  const [first = []] = table
  const headed = headOf(first, 'value')
  if (headed >= 0) return { value: headed, explanation: headOf(first, 'explanation') }
  const width = Math.max(...table.map((row) => row.length))
  const candidates = Array.from({ length: width - name - 1 }, (_, index) => name + 1 + index)
  const value = candidates.find((column) => table.some((row) => isNumber(row[column]))) ?? name + 1
  return { value, explanation: value + 1 < width ? value + 1 : -1 }
}

/** The column that names lines of this report in at least half of its rows; −1: the table brings no names. */
function nameColumn(table: readonly (readonly string[])[], names: ReadonlyMap<string, string>): number {
  const known = (column: number) =>
    table.filter((row) => names.has(plainName(row[column] ?? ''))).length * 2 >= table.length
  return [0, 1].find((column) => (table[0]?.length ?? 0) > column + 1 && known(column)) ?? -1
}

interface ByName {
  readonly table: readonly (readonly string[])[]
  readonly names: ReadonlyMap<string, string>
  readonly name: number
}

function pasteByName({ table, names, name }: ByName): Pasted {
  const columns = columnsIn(table, name)
  const body = headOf(table[0] ?? [], 'value') >= 0 ? table.slice(1) : table
  const changes: CellChange[] = []
  const unknown: string[] = []
  for (const row of body) {
    const title = row[name] ?? ''
    const code = names.get(plainName(title))
    if (code) changes.push(...cellsOf(code, row, columns))
    else if (title && row.some((cell, index) => index !== name && cell !== '')) unknown.push(title)
  }
  return { changes, unknown, beyond: 0, byName: true }
}

function cellsOf(
  code: string,
  row: readonly string[],
  columns: Readonly<Record<EntryField, number>>,
): CellChange[] {
  return (['value', 'explanation'] as const).flatMap((field) => {
    const cell = columns[field] >= 0 ? row[columns[field]] : undefined
    return cell === undefined ? [] : [{ code, field, text: cell }]
  })
}

function pasteByPlace(table: readonly (readonly string[])[], target: PasteTarget): Pasted {
  const columns = target.field === 'value' ? { value: 0, explanation: 1 } : { value: -1, explanation: 0 }
  const changes = table.flatMap((row, index) => {
    const line = target.lines[target.row + index]
    return line ? cellsOf(line.code, row, columns) : []
  })
  const beyond = Math.max(0, target.row + table.length - target.lines.length)
  return { changes, unknown: [], beyond, byName: false }
}

/** A block of Excel in the grid: by the indicators' names when it brings them, else from the cell one stands in. */
export function pasteTable(clip: string, target: PasteTarget): Pasted {
  const table = readClipboard(clip)
  const names = codesByName(target.lines)
  const name = nameColumn(table, names)
  return name >= 0 ? pasteByName({ table, names, name }) : pasteByPlace(table, target)
}

const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows of cells as Excel takes them. */
export const writeClipboard = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n')
