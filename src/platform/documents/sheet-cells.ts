import { type CellDate, serialDay } from './sheet-dates'
import { unreadable } from './unreadable'
import type { WorkbookParts } from './workbook-parts'
import { decoded, textRuns } from './xml-tags'

/** A cell that shows no value: an error (`#REF!`), or a formula that was saved without its result. */
export interface CellFault {
  readonly fault: 'error' | 'no_result'
  readonly text: string
}

/** What a cell holds. Formulas are never computed: the result that was saved with them counts. */
export type Cell = string | number | boolean | CellDate | CellFault | null

/** Cells by column (0-based) of one sheet row (1-based, as Excel counts). */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly Cell[]
}

/** More columns than any record type has; a row that claims Excel's 16 384 would cost that many slots each. */
export const mostColumns = 1000

/** `C7` → 2. */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

type Source = Pick<WorkbookParts, 'shared' | 'dates' | 'from1904'>

interface RawCell {
  readonly type: string
  readonly style: number
  readonly content: string
  readonly prefix: string
}

/** Excel keeps 15 digits; what follows (0.30000000000000004) is binary noise that no one typed. */
const cleaned = (number: number) => Number(number.toPrecision(15))

function numberCell(raw: string, style: number, source: Source): Cell {
  const number = Number(raw)
  if (raw === '' || !Number.isFinite(number)) return raw || null
  const date = source.dates.has(style) ? serialDay(number, source.from1904) : undefined
  return date ? { date } : cleaned(number)
}

function valueText({ content, prefix }: RawCell): string | undefined {
  const open = content.indexOf(`<${prefix}v`)
  const from = open < 0 ? -1 : content.indexOf('>', open)
  if (from < 0 || content[from - 1] === '/') return undefined
  const end = content.indexOf(`</${prefix}v>`, from)
  return decoded(content.slice(from + 1, end < 0 ? content.length : end))
}

const isoDay = (raw: string): Cell => (/^\d{4}-\d{2}-\d{2}/.test(raw) ? { date: raw.slice(0, 10) } : raw)

/** How each cell type (`t`) is read; numbers are all the rest. */
const readers: Readonly<Record<string, (raw: string, source: Source) => Cell>> = {
  s: (raw, source) => source.shared[Number(raw)] ?? null,
  str: (raw) => raw,
  b: (raw) => raw === '1' || raw === 'true',
  e: (raw) => ({ fault: 'error', text: raw.slice(0, 40) }),
  d: isoDay,
}

function cellValue(cell: RawCell, source: Source): Cell {
  if (cell.content === '') return null
  if (cell.type === 'inlineStr') return textRuns(cell.content, cell.prefix)
  const raw = valueText(cell)
  if (raw === undefined)
    return cell.content.includes(`<${cell.prefix}f`) ? { fault: 'no_result', text: '' } : null
  return typed(raw, cell, source)
}

function typed(raw: string, cell: Pick<RawCell, 'type' | 'style'>, source: Source): Cell {
  const read = Object.hasOwn(readers, cell.type) ? readers[cell.type] : undefined
  return read ? read(raw, source) : numberCell(raw.trim(), cell.style, source)
}

interface Head {
  readonly column: number
  readonly type: string
  readonly style: number
}

/** `r="C7" s="4" t="s"` → column, style, type; a cell without a reference stands after the one before. */
function readHead(head: string, last: number): Head {
  const reference = /\sr="([A-Z]{1,3})\d/.exec(head)?.[1]
  return {
    column: reference ? columnIndex(reference) : last + 1,
    type: /\st="(\w{1,9})"/.exec(head)?.[1] ?? 'n',
    style: Number(/\ss="(\d{1,9})"/.exec(head)?.[1] ?? 0),
  }
}

/** Where a cell begun at `gt` ends: itself when it is empty (`<c …/>`), else its closing tag; -1 when there is none. */
const cellEnd = (fragment: string, gt: number, close: string) =>
  gt < 0 || fragment[gt - 1] === '/' ? gt : fragment.indexOf(close, gt)

/** How nearly every cell looks; one match is three times as quick as finding its parts one by one. Linear: no part can run past `<`. */
const usual =
  /<c(?: r="([A-Z]{1,3})\d{1,7}")?(?: s="(\d{1,9})")?(?: t="(\w{1,9})")?(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)<\/c>)/y

/** A usual cell at `at`: its place, its value, and where it ends. */
function usualCell(fragment: string, at: number, given: { last: number; source: Source }) {
  usual.lastIndex = at
  const match = usual.exec(fragment)
  if (!match) return undefined
  const [, reference, style, type, value, inline] = match
  const column = reference ? columnIndex(reference) : given.last + 1
  return { column, end: usual.lastIndex, value: usualValue({ style, type, value, inline }, given.source) }
}

type UsualParts = Readonly<Record<'style' | 'type' | 'value' | 'inline', string | undefined>>

function usualValue({ style, type, value, inline }: UsualParts, source: Source): Cell {
  if (inline !== undefined) return decoded(inline)
  if (value === undefined) return null
  return typed(decoded(value), { type: type ?? 'n', style: Number(style ?? 0) }, source)
}

/** A cell of any other form: formulas, rich text, prefixed elements. */
function anyCell(fragment: string, at: number, given: { last: number; source: Source; prefix: string }) {
  const { prefix } = given
  const gt = fragment.indexOf('>', at)
  const end = cellEnd(fragment, gt, `</${prefix}c>`)
  if (end < 0) return undefined
  const head = readHead(fragment.slice(at + prefix.length + 2, gt), given.last)
  const content = fragment.slice(gt + 1, end)
  return { column: head.column, end: end + 1, value: cellValue({ ...head, content, prefix }, given.source) }
}

/** The cells between `<row …>` and `</row>`, in one pass. */
export function rowCells(fragment: string, prefix: string, source: Source): Cell[] {
  const open = `<${prefix}c`
  const cells: Cell[] = []
  let last = -1
  let start = fragment.indexOf(open)
  while (start >= 0) {
    const cell =
      usualCell(fragment, start, { last, source }) ?? anyCell(fragment, start, { last, source, prefix })
    if (!cell) break
    last = cell.column
    if (cell.value !== null) place(cells, last, cell.value)
    start = fragment.startsWith(open, cell.end) ? cell.end : fragment.indexOf(open, cell.end)
  }
  return cells
}

function place(cells: Cell[], column: number, value: Cell): void {
  if (column >= mostColumns)
    throw unreadable(`工作表超过 ${mostColumns} 列`, `The sheet has more than ${mostColumns} columns`)
  while (cells.length < column) cells.push(null)
  cells[column] = value
}
