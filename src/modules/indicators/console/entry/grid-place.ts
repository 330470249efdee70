/** Columns one can stand in, from left to right. */
export const gridColumns = ['value', 'previous', 'last_year', 'target', 'yoy', 'explanation'] as const

export type GridColumn = (typeof gridColumns)[number]

export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** From where the selection began to where one stands. */
export interface GridSelection {
  readonly anchor: GridPlace
  readonly at: GridPlace
}

export interface GridRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const columnAt = ({ column }: GridPlace): GridColumn => gridColumns[column] ?? 'value'

export const isEditable = (column: GridColumn): column is 'value' | 'explanation' =>
  column === 'value' || column === 'explanation'

const last = gridColumns.length - 1

const within = (at: number, most: number) => Math.max(0, Math.min(at, most))

/** The place inside the grid nearest to this one. */
export const clamped = ({ row, column }: GridPlace, rows: number): GridPlace => ({
  row: within(row, rows - 1),
  column: within(column, last),
})

export const rangeOf = ({ anchor, at }: GridSelection): GridRange => ({
  top: Math.min(anchor.row, at.row),
  bottom: Math.max(anchor.row, at.row),
  left: Math.min(anchor.column, at.column),
  right: Math.max(anchor.column, at.column),
})

export const holds = ({ top, bottom, left, right }: GridRange, { row, column }: GridPlace): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

export interface GridKey {
  readonly key: string
  readonly isFar: boolean
}

/** Rows moved by Page Up and Page Down. */
const page = 10

type Move = (at: GridPlace, far: boolean, rows: number) => GridPlace

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }, far) => ({ row: far ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, far, rows) => ({ row: far ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, far) => ({ row, column: far ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, far) => ({ row, column: far ? last : column + 1 }),
  Home: ({ row }, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, far, rows) => ({ row: far ? rows - 1 : row, column: last }),
  PageUp: ({ row, column }) => ({ row: row - page, column }),
  PageDown: ({ row, column }) => ({ row: row + page, column }),
}

/** Where a key leads to, or undefined when it is not a key that moves. `isFar`: Ctrl or ⌘ is held. */
export function moved(at: GridPlace, { key, isFar }: GridKey, rows: number): GridPlace | undefined {
  const move = moves[key]
  return move && clamped(move(at, isFar, rows), rows)
}

const editable = gridColumns.flatMap((column, index) => (isEditable(column) ? [index] : []))

/** The next cell to fill in, line by line; undefined past the end, where Tab leaves the grid. */
export function nextEntry(at: GridPlace, rows: number, step: 1 | -1): GridPlace | undefined {
  const inRow =
    step === 1
      ? editable.find((column) => column > at.column)
      : editable.findLast((column) => column < at.column)
  if (inRow !== undefined) return { row: at.row, column: inRow }
  const row = at.row + step
  const column = step === 1 ? editable[0] : editable.at(-1)
  return row < 0 || row >= rows || column === undefined ? undefined : { row, column }
}
