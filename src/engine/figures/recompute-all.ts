import type { CellStore } from '#engine/figures/cell-store'
import { computeCell } from '#engine/figures/compute-cell'
import type { Frequency, Nature } from '#engine/figures/indicator'
import type { Plan } from '#engine/figures/plan'
import { grainOf, type PeriodId } from '#engine/period/period'

/** For which periods and natures figures are computed; an indicator takes the periods of its own frequency. */
export interface Scope {
  readonly periods: readonly PeriodId[]
  readonly natures: readonly Nature[]
}

/**
 * Computes every cell of the plan in the scope into the store, from the store's observations: 200 indicators × 21
 * units × 120 months is the size it is built for. Returns how many cells were computed.
 */
export function recomputeAll(plan: Plan, scope: Scope, store: CellStore): number {
  const indicators = [...plan.indicators.values()].sort((a, b) => a.order - b.order)
  const units = [...plan.units.values()].sort((a, b) => b.depth - a.depth).map(({ unit }) => unit.code)
  let computed = 0
  for (const { indicator } of indicators) {
    const periods = scope.periods.filter((period) => fits(indicator.frequency, period))
    for (const unit of units) {
      for (const nature of scope.natures) {
        for (const period of periods) {
          const key = { unit, indicator: indicator.code, period, nature }
          store.put(key, computeCell(plan, key, store))
          computed += 1
        }
      }
    }
  }
  return computed
}

const fits = (frequency: Frequency, period: PeriodId): boolean =>
  frequency === 'date' || grainOf(period) === frequency
