import { plainWidth } from '#engine/records/read-value'
import { unitInCaption, unitInHead } from './head-unit'
import { cellText, type GridMerge, type GridRow } from './grid'

/** Rows of the sheet that are its head, both included. */
export interface HeadRows {
  readonly top: number
  readonly bottom: number
}

/** One column's head, its rows joined: 投资情况（万元）over 总投资 is `投资情况（万元）/总投资`. */
export interface Head {
  readonly column: number
  /** As told and remembered; the second of two that say the same ends in `#2`. */
  readonly name: string
  readonly parts: readonly string[]
  /** The code of the unit that the head names. */
  readonly unit: string | null
}

const tidy = (given: string): string => plainWidth(given).replace(/\s+/g, '')

/** What stands in a cell, or in the merged range that covers it. */
export function textAt(
  rows: ReadonlyMap<number, GridRow>,
  merges: readonly GridMerge[],
  { row, column }: { readonly row: number; readonly column: number },
): string {
  const own = cellText(rows.get(row)?.cells[column])
  if (own) return own
  const over = merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  return over ? cellText(rows.get(over.top)?.cells[over.left]) : ''
}

const byRow = (rows: readonly GridRow[]): ReadonlyMap<number, GridRow> =>
  new Map(rows.map((row) => [row.row, row]))

/** The heads of all columns that have one, from left to right. */
export function headsOf(
  rows: readonly GridRow[],
  merges: readonly GridMerge[],
  { top, bottom }: HeadRows,
): Head[] {
  const index = byRow(rows)
  const width = Math.max(
    0,
    ...rows.filter(({ row }) => row >= top && row <= bottom).map(({ cells }) => cells.length),
  )
  const seen = new Map<string, number>()
  const heads: Head[] = []
  for (let column = 0; column < width; column += 1) {
    const parts: string[] = []
    for (let row = top; row <= bottom; row += 1) {
      const part = tidy(textAt(index, merges, { row, column }))
      if (part && part !== parts.at(-1)) parts.push(part)
    }
    if (parts.length === 0) continue
    const path = parts.join('/')
    const times = (seen.get(path) ?? 0) + 1
    seen.set(path, times)
    const unit = parts
      .toReversed()
      .map(unitInHead)
      .find((found) => found !== undefined)
    heads.push({ column, name: times > 1 ? `${path}#${times}` : path, parts, unit: unit?.code ?? null })
  }
  return heads
}

/** The unit that the lines above the head give the figures of the whole sheet, as its code. */
export function captionUnit(rows: readonly GridRow[], { top }: HeadRows): string | null {
  for (const { row, cells } of rows)
    if (row < top)
      for (const cell of cells) {
        const unit = unitInCaption(cellText(cell))
        if (unit) return unit.code
      }
  return null
}

/** The year that the lines above the head speak of: 2026年重点项目. */
export function captionYear(rows: readonly GridRow[], { top }: HeadRows): number | null {
  for (const { row, cells } of rows)
    for (const cell of row < top ? cells : []) {
      const year = /(20\d{2})\s*年/.exec(cellText(cell))?.[1]
      if (year) return Number(year)
    }
  return null
}

/** Heads are the same again when they say the same, in whatever order they stand. Not secret: a short sum of their words. */
export function fingerprintOf(heads: readonly string[]): string {
  const words = [...new Set(heads)].toSorted().join('\n')
  let [one, other] = [0xcbf2_9ce4, 0x8422_2325]
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, 0x0100_0193) >>> 0
    other = Math.imul(other + code, 0x85eb_ca6b) >>> 0
  }
  return `${one.toString(16).padStart(8, '0')}${other.toString(16).padStart(8, '0')}`
}
