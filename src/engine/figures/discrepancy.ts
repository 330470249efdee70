import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { deriveCell, observedCell } from '#engine/figures/compute-cell'
import type { Plan } from '#engine/figures/plan'
import { compareValues, subtract } from '#engine/quantity/arithmetic'
import type { Quantity } from '#engine/quantity/quantity'

/** A unit's own figure beside what its children or the formula give; `difference` is own − derived. */
export interface Discrepancy {
  readonly own: Cell
  readonly derived: Cell
  readonly difference: Quantity
}

/**
 * Both figures when the unit reports one itself and another can be derived that differs in value; undefined when they
 * agree or either is unknown. Partial coverage of the derived one is often the reason, so it is part of the answer.
 */
export function discrepancy(plan: Plan, key: CellKey, read: Read): Discrepancy | undefined {
  const observation = read.observation(key)
  if (!observation || observation.quantity.value === null) return undefined
  const derived = deriveCell(plan, key, read)
  if (derived.value === null || compareValues(derived.value, observation.quantity.value) === 0)
    return undefined
  const own = observedCell(observation)
  return { own, derived, difference: subtract(quantityOf(own), quantityOf(derived)) }
}
