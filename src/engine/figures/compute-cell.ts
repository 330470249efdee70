import type { Cell, CellKey, Observation, Read } from '#engine/figures/cell'
import { formulaCell } from '#engine/figures/formula-cell'
import type { Indicator } from '#engine/figures/indicator'
import type { Plan, PlannedIndicator } from '#engine/figures/plan'
import { rollUp } from '#engine/figures/roll-up'
import { UNREPORTED, unknownCell } from '#engine/figures/unknown-cell'
import { oneSource } from '#engine/quantity/coverage'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay } from '#engine/period/period-extent'
import { text } from '#engine/result/result'

/**
 * The cell of a key: the unit's own known figure if there is one, else the formula, else the roll-up from the
 * children; a roll-up that pairs like with like goes before the formula where there are children. Inputs are taken from
 * `read.cell`, which must hold what comes earlier in the plan's order.
 */
export function computeCell(plan: Plan, key: CellKey, read: Read): Cell {
  const own = read.observation(key)
  return own && own.quantity.value !== null ? observedCell(own) : deriveCell(plan, key, read)
}

/** The figure without the unit's own report: what formula or roll-up say. Unknown outside the indicator's validity. */
export function deriveCell(plan: Plan, key: CellKey, read: Read): Cell {
  const planned = plan.indicators.get(key.indicator)
  if (!planned) return unknownCell(NO_INDICATOR)
  if (!isValidIn(planned.indicator, key.period)) return unknownCell(NOT_IN_USE)
  if (!pairsBelow(plan, key, planned)) return calculated(plan, key, { planned, read })
  const paired = rollUp({ plan, key, planned, read })
  return paired.value === null && planned.formula ? calculated(plan, key, { planned, read }) : paired
}

/** By the formula; where that says nothing, by the roll-up. */
function calculated(
  plan: Plan,
  key: CellKey,
  { planned, read }: { planned: PlannedIndicator; read: Read },
): Cell {
  const { formula } = planned
  const byFormula = formula ? formulaCell(formula, planned, { plan, key, read }) : UNREPORTED
  if (byFormula.value !== null || !canRollUp(plan, key, planned)) return byFormula
  const rolled = rollUp({ plan, key, planned, read })
  // Where neither knows, the formula's reason names the missing operand, which helps more than "nothing below".
  return rolled.value === null && formula ? byFormula : rolled
}

/**
 * Whether the figure is made of pairs of the units below. The formula over this unit's own totals would divide the sum of
 * eight parks by the sum of ten where two are late with one of the two.
 */
function pairsBelow(plan: Plan, key: CellKey, { indicator }: PlannedIndicator): boolean {
  const { rule } = indicator.rollup
  const pairs = rule === 'ratio_of_sums' || rule === 'weighted_mean'
  return pairs && (plan.units.get(key.unit)?.children.length ?? 0) > 0
}

/** A ratio of sums is worked out at a leaf too, from the unit's own two figures. */
function canRollUp(plan: Plan, key: CellKey, { indicator }: PlannedIndicator): boolean {
  const { rule } = indicator.rollup
  if (rule === 'none' || rule === 'ratio_of_sums') return rule !== 'none'
  return (plan.units.get(key.unit)?.children.length ?? 0) > 0
}

/** A reported figure as a cell: one source, its marks kept. */
export const observedCell = (own: Observation): Cell => ({
  value: own.quantity.value,
  qualifier: own.quantity.qualifier,
  coverage: oneSource(own.quantity.value !== null),
  origin: own.origin,
  sample: own.sample,
  status: own.status,
  why: own.quantity.value === null ? UNREPORTED.why : null,
  ambiguity: own.ambiguity ?? null,
})

function isValidIn({ validFrom, validTo }: Indicator, period: PeriodId): boolean {
  if (validFrom !== undefined && lastDay(period) < firstDay(validFrom)) return false
  return validTo === undefined || firstDay(period) <= lastDay(validTo)
}

const NO_INDICATOR = text('没有这个指标', 'there is no such indicator')
const NOT_IN_USE = text('指标在这一期间不适用', 'the indicator is not in use in this period')
