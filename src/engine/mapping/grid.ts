/** A cell as a sheet holds it: a date cell is its day, a fault is a formula without a usable result. */
export type GridCell =
  | string
  | number
  | boolean
  | { readonly date: string }
  | { readonly fault: 'error' | 'no_result'; readonly text: string }
  | null

/** Cells by column (from 0) of one row (from 1, as Excel counts). */
export interface GridRow {
  readonly row: number
  readonly cells: readonly GridCell[]
}

/** A merged range: rows from 1, columns from 0, both ends included. */
export interface GridMerge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** `5` → `F`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}

/** `F7`. */
export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`

/** What a cell says to a person; a blank cell is ''. */
export function cellText(cell: GridCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.text
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim()
}

export const isBlankCell = (cell: GridCell | undefined): boolean =>
  typeof cell === 'object' && cell !== null ? false : cellText(cell) === ''
