import { cellText, type GridCell, type GridMerge, type GridRow } from './grid'
import type { HeadRows } from './heads'

/** Rows looked at: sheets begin with a title, a line about who filled them in and one with the unit of their figures. */
export const headSearch = 20

/** Heads have at most this many rows. */
const deepest = 4

/** How well a word fits as a head, from 0 to 1: known to the caller, who knows the fields. */
export type HeadFit = (words: string) => number

const isText = (cell: GridCell | undefined): boolean => typeof cell === 'string' && cell.trim() !== ''

const isFigure = (cell: GridCell | undefined): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'object' && cell !== null) ||
  (typeof cell === 'string' && /^[\d.,\s%-]+$/.test(cell.trim()) && cell.trim() !== '')

const distinct = ({ cells }: GridRow): string[] => [
  ...new Set(cells.filter(isText).map((cell) => cellText(cell))),
]

/** A row of several short words and no figures is like a head; the more of them are known, the more. */
function score(row: GridRow, fit: HeadFit): number {
  const words = distinct(row).filter((word) => word.length <= 30)
  if (words.length < 2) return 0
  const figures = row.cells.filter(isFigure).length
  const known = words.reduce((sum, word) => sum + fit(word), 0)
  return known + words.length * 0.1 - figures * 0.5
}

interface Ground {
  readonly rows: ReadonlyMap<number, GridRow>
  readonly merges: readonly GridMerge[]
}

/** Whether a row above belongs to the head: its words reach over several columns below, or down into the head. */
function reachesDown({ rows, merges }: Ground, above: number, top: number): boolean {
  const row = rows.get(above)
  if (!row || row.cells.some(isFigure)) return false
  const width = rows.get(top)?.cells.length ?? 0
  const here = merges.filter((merge) => merge.top === above)
  const isTitle = here.some(({ left, right }) => right - left + 1 >= Math.max(3, width * 0.7))
  if (isTitle) return false
  const intoHead = here.some(({ bottom }) => bottom >= top)
  const over = here.filter(({ left, right, bottom }) => bottom < top && right > left)
  return intoHead || (over.length > 0 && distinct(row).length >= 2)
}

/** Whether a row below still belongs to the head: a merged head reaches into it, or words stand under a wide one. */
function stillHead({ rows, merges }: Ground, { top, bottom }: HeadRows): boolean {
  const next = bottom + 1
  const row = rows.get(next)
  if (row?.cells.some(isFigure)) return false
  const covering = merges.filter((merge) => merge.top >= top && merge.top <= bottom)
  if (covering.some((merge) => merge.bottom >= next && merge.top <= bottom)) return true
  const wide = covering.filter(({ left, right, bottom: end }) => end === bottom && right > left)
  const under = wide.some(({ left, right }) =>
    row?.cells.slice(left, right + 1).every((cell) => cell === null || isText(cell)),
  )
  const words = row ? distinct(row) : []
  return under && words.length >= 2 && wide.length > 0 && words.length <= widthUnder(wide)
}

const widthUnder = (merges: readonly GridMerge[]): number =>
  merges.reduce((sum, { left, right }) => sum + right - left + 1, 0)

/**
 * The rows that are the head of a sheet, among its first: the row most like one, grown up and down over what is merged
 * with it. Undefined where no row is like a head.
 */
export function findHead(
  given: readonly GridRow[],
  merges: readonly GridMerge[],
  fit: HeadFit,
): HeadRows | undefined {
  const first = given.filter(({ row }) => row <= headSearch)
  let best: { row: number; score: number } | undefined
  for (const row of first) {
    const found = score(row, fit)
    if (found > 0.3 && found > (best?.score ?? 0) + 1e-9) best = { row: row.row, score: found }
  }
  if (!best) return undefined
  const ground: Ground = { rows: new Map(first.map((row) => [row.row, row])), merges }
  return grown(ground, { top: best.row, bottom: best.row })
}

function grown(ground: Ground, found: HeadRows): HeadRows {
  let { top, bottom } = found
  while (bottom - top + 1 < deepest && top > 1 && reachesDown(ground, top - 1, top)) top -= 1
  while (bottom - top + 1 < deepest && stillHead(ground, { top, bottom })) bottom += 1
  return { top, bottom }
}
