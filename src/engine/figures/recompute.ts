import { cellId, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { computeCell } from '#engine/figures/compute-cell'
import { createKeyMap } from '#engine/figures/key-map'
import { placesReading } from '#engine/figures/places'
import type { Plan } from '#engine/figures/plan'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay } from '#engine/period/period-extent'

/** Cells whose observations changed, and the last period for which figures are kept. */
export interface Change {
  readonly keys: readonly CellKey[]
  /** Comparisons reach into later years; beyond this period nothing is computed ahead. */
  readonly until: PeriodId
}

export interface ComputedCell {
  readonly key: CellKey
  readonly cell: Cell
}

/**
 * Every cell that has to be computed again, the changed ones among them, each after all it reads: units above,
 * indicators that read them, and later periods that look back, up to `until`.
 */
export function affectedBy(plan: Plan, change: Change): readonly CellKey[] {
  const end = lastDay(change.until)
  const found = new Map(change.keys.map((key) => [cellId(key), key]))
  // A Map grows while it is walked: what is added is visited in its turn.
  for (const key of found.values()) {
    for (const { indicator, path } of plan.dependants.get(key.indicator) ?? []) {
      for (const place of placesReading(plan, path, key)) {
        if (firstDay(place.period) > end) continue
        const reader = { unit: place.unit, indicator, period: place.period, nature: key.nature }
        const id = cellId(reader)
        if (!found.has(id)) found.set(id, reader)
      }
    }
  }
  return inOrder(plan, [...found.values()])
}

/** The affected cells computed anew, in order. `read` answers for the rest and is not written to. */
export function recompute(plan: Plan, change: Change, read: Read): readonly ComputedCell[] {
  const fresh = createKeyMap<Cell>()
  const reading: Read = {
    observation: (key) => read.observation(key),
    cell: (key) => fresh.get(key) ?? read.cell(key),
  }
  return affectedBy(plan, change).map((key) => {
    const cell = computeCell(plan, key, reading)
    fresh.set(key, cell)
    return { key, cell }
  })
}

/** Indicators in the order of calculation and, within one, the deepest units first, as roll-ups need. */
function inOrder(plan: Plan, keys: readonly CellKey[]): readonly CellKey[] {
  const orderOf = (key: CellKey): number => plan.indicators.get(key.indicator)?.order ?? 0
  const depthOf = (key: CellKey): number => plan.units.get(key.unit)?.depth ?? 0
  return [...keys].sort((a, b) => orderOf(a) - orderOf(b) || depthOf(b) - depthOf(a))
}
