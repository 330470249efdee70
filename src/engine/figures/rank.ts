import { type Cell, type CellKey, type Read } from '#engine/figures/cell'
import type { Plan } from '#engine/figures/plan'
import { UNREPORTED } from '#engine/figures/unknown-cell'
import { placeAmong } from '#engine/formula/place-among'
import type { Coverage } from '#engine/quantity/quantity'

/** A unit's place: standard competition ranking, so that two seconds are followed by a fourth. */
export interface Ranked {
  readonly unit: string
  readonly place: number
  readonly cell: Cell
  /** Other units with the same value. */
  readonly tiedWith: readonly string[]
}

export interface Ranking {
  readonly ranked: readonly Ranked[]
  /** Units without a known figure: listed, never placed last. */
  readonly unknown: readonly string[]
  readonly coverage: Coverage
}

/**
 * Units ranked by their figures for the key's indicator, period and nature; the key's unit is not used. Less is better
 * where the indicator says so. Figures are placed by value: "over 50" ties with 50, and its mark is in the cell.
 */
export function rankUnits(
  plan: Plan,
  { units, key }: { readonly units: readonly string[]; readonly key: CellKey },
  read: Read,
): Ranking {
  const isLessBetter = plan.indicators.get(key.indicator)?.indicator.direction === 'down'
  const all = units.map((unit) => ({ unit, cell: read.cell({ ...key, unit }) ?? UNREPORTED }))
  const known = all.flatMap(({ unit, cell }) =>
    cell.value === null ? [] : [{ unit, cell, value: cell.value }],
  )
  const values = known.map(({ value }) => value)
  const ranked = known.map(({ unit, cell, value }) => ({
    unit,
    cell,
    place: placeAmong(value, values, isLessBetter),
    tiedWith: known
      .filter((other) => other.value === value && other.unit !== unit)
      .map((other) => other.unit),
  }))
  return {
    ranked: ranked.sort((a, b) => a.place - b.place),
    unknown: all.filter(({ cell }) => cell.value === null).map(({ unit }) => unit),
    coverage: { have: known.length, of: all.length },
  }
}
