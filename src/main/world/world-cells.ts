import { createCellStore } from '#engine/figures/cell-store'
import { compilePlan } from '#engine/figures/compile-plan'
import { computeCell } from '#engine/figures/compute-cell'
import { discrepancy } from '#engine/figures/discrepancy'
import { affectedBy } from '#engine/figures/recompute'
import type { PeriodId } from '#engine/period/period'
import { indicatorOf, type IndicatorRow } from '#modules/indicators/domain/indicator-of'
import {
  type CellRow,
  cellRow,
  keyOf,
  type ObservationRow,
  observationOf,
} from '#modules/indicators/server/figure-rows'
import { figureUnits } from '#modules/indicators/server/figures-plan'
import type { UnitTree } from '#modules/organisation/server/unit-tree'

/** Every cell that the observations reach, computed in memory by the same engine that publication uses. */
export function worldCells(
  observations: readonly ObservationRow[],
  indicators: readonly IndicatorRow[],
  tree: UnitTree,
): CellRow[] {
  const { plan } = compilePlan(indicators.map(indicatorOf), figureUnits(tree.inOrder))
  const store = createCellStore()
  for (const row of observations) store.report(keyOf(row), observationOf(row))
  const until = observations.map((row) => row.period.slice(0, 4)).reduce((a, b) => (a > b ? a : b), '2022')
  const keys = affectedBy(plan, { keys: observations.map(keyOf), until: `${until}-12` as PeriodId })
  for (const key of keys) store.put(key, computeCell(plan, key, store))
  return keys.flatMap((key) => {
    const cell = store.cell(key)
    if (!cell || cell.value === null) return []
    const derived = discrepancy(plan, key, store)?.derived.value ?? null
    return [cellRow(tree.zoneOf(key.unit) ?? key.unit, key, { cell, derived })]
  })
}
