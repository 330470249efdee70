/** What an order of wholes and parts needs to know of an indicator. */
export interface PartOf {
  readonly code: string
  /** The whole it is a part of (其中). */
  readonly of_which: string | null
  readonly theme: string | null
}

export interface Placed<Row> {
  readonly row: Row
  /** Steps below a whole that is in the list: 0 for a whole, and for a part whose whole is not here. */
  readonly depth: number
  /** The theme it stands under: that of the outermost whole. */
  readonly theme: string | null
}

/** Deeper than any form goes; an end for parts that name each other in a circle. */
const deepest = 6

/** A part stands right after the whole it belongs to, wherever the list had it; nothing is lost, nothing is doubled. */
export function partsAfterWholes<Row>(rows: readonly Row[], of: (row: Row) => PartOf): Placed<Row>[] {
  const codes = new Set(rows.map((row) => of(row).code))
  const isPart = (row: Row) => codes.has(of(row).of_which ?? '') && of(row).of_which !== of(row).code
  // A whole may stand in several periods: its parts follow the last of them.
  const lastOf = new Map(rows.map((row) => [of(row).code, row]))
  const parts = new Map<string, Row[]>()
  for (const row of rows.filter(isPart)) {
    const whole = of(row).of_which ?? ''
    parts.set(whole, [...(parts.get(whole) ?? []), row])
  }
  const below = (row: Row, depth: number, theme: string | null): Placed<Row>[] => {
    const own = lastOf.get(of(row).code) === row && depth < deepest ? (parts.get(of(row).code) ?? []) : []
    return [{ row, depth, theme }, ...own.flatMap((part) => below(part, depth + 1, theme))]
  }
  const placed = rows.filter((row) => !isPart(row)).flatMap((row) => below(row, 0, of(row).theme))
  const seen = new Set(placed.map(({ row }) => row))
  // Parts that name each other in a circle have no whole to follow.
  const rest = rows.filter((row) => !seen.has(row))
  return [...placed, ...rest.map((row) => ({ row, depth: 0, theme: of(row).theme }))]
}
