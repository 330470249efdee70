import type { ReplyRow } from '#engine/records/reply'

export interface Mark {
  readonly row: ReplyRow
  readonly x: number
  readonly y: number
  readonly radius: number
  /** How far about it a click is meant for it; 12 px where nothing is said. */
  readonly target?: number
}

/** Classes of total investment in 亿元, by which a mark is large; a setting of ours. */
export const investmentClasses = [
  { from: 10, radius: 12 },
  { from: 5, radius: 10 },
  { from: 1, radius: 8 },
  { from: 0, radius: 6 },
] as const

/** How large the mark of a project is; of one whose investment nobody knows as small as the smallest. */
export function markRadius(investment: unknown): number {
  const amount = typeof investment === 'string' ? Number(investment) : 0
  return investmentClasses.find(({ from }) => amount >= from)?.radius ?? 6
}

/** The golden angle: each mark lies as far from the ones before as can be. */
const turn = Math.PI * (3 - Math.sqrt(5))
const step = 15
/** The room for which the sizes are meant; in a larger one the marks are larger too, up to half as much again. */
const usual = 36

/** Marks around a centre, the largest in the middle; the more there are, the smaller all of them, so that none leaves its room. */
export function placedMarks(
  rows: readonly ReplyRow[],
  room: { readonly x: number; readonly y: number; readonly radius: number },
): Mark[] {
  const sorted = [...rows].sort((a, b) => markRadius(b.investment) - markRadius(a.investment))
  const fits = room.radius / Math.sqrt(Math.max(1, sorted.length))
  const spread = Math.min(step * Math.min(1.5, Math.max(1, room.radius / usual)), fits)
  const scale = spread / step
  return sorted.map((row, index) => {
    const far = spread * Math.sqrt(index + (sorted.length > 1 ? 0.6 : 0))
    return {
      row,
      x: room.x + far * Math.cos(index * turn),
      y: room.y + far * Math.sin(index * turn),
      radius: markRadius(row.investment) * scale,
    }
  })
}

interface MapUnit {
  readonly code: string
  readonly parent: string | null
}

/** Each row in the cell it is drawn in: of the units below the one one stands in, the one that holds it. */
export function inCells(rows: readonly ReplyRow[], units: readonly MapUnit[], standing: string): ReplyRow[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const cellOf = (code: string): string => {
    const parent = parents.get(code) ?? null
    return code === standing || parent === null || parent === standing ? code : cellOf(parent)
  }
  return rows.map((row) => ({ ...row, unit_id: cellOf(row.unit_id) }))
}

/** Rows by the unit in which they lie. */
export function byUnit(rows: readonly ReplyRow[]): Map<string, ReplyRow[]> {
  const found = new Map<string, ReplyRow[]>()
  for (const row of rows) found.set(row.unit_id, [...(found.get(row.unit_id) ?? []), row])
  return found
}
