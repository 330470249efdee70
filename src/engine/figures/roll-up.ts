import { cellId, quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import type { Rollup } from '#engine/figures/indicator'
import { marksOf } from '#engine/figures/marks'
import type { Plan, PlannedIndicator } from '#engine/figures/plan'
import { add, divide, multiply, sum } from '#engine/quantity/arithmetic'
import { addCoverage, NO_PARTS, oneSource, poorerCoverage } from '#engine/quantity/coverage'
import { isKnown, quantity, UNKNOWN, type Coverage, type Quantity } from '#engine/quantity/quantity'
import { convertValue, fromBase, toBase, type Unit } from '#engine/quantity/unit'
import { canonical, decimal } from '#engine/quantity/decimal'
import { text } from '#engine/result/result'

/** A roll-up being worked out: for which cell, over which children, from what. */
interface Rolling {
  readonly plan: Plan
  readonly key: CellKey
  readonly planned: PlannedIndicator
  readonly read: Read
}

/** Quantity in the indicator's unit, sources counted, and the cells whose marks travel. */
interface Rolled {
  readonly quantity: Quantity
  readonly coverage: Coverage
  readonly inputs: readonly Cell[]
}

/** The figure taken from the unit's children by the indicator's rule; unknown when no child is known. */
export function rollUp(rolling: Rolling): Cell {
  const { quantity: total, coverage, inputs } = rolled(rolling, rolling.planned.indicator.rollup)
  const why = isKnown(total) ? null : NOTHING_BELOW
  return { ...total, coverage, origin: 'rollup', ...marksOf(isKnown(total) ? inputs : []), why }
}

function rolled(rolling: Rolling, rollup: Rollup): Rolled {
  switch (rollup.rule) {
    case 'sum':
      return total(cellsBelow(rolling, rolling.key.indicator))
    case 'weighted_mean':
      return weightedMean(rolling, rollup.weight)
    case 'ratio_of_sums':
      return ratioOfSums(rolling, rollup)
    case 'last':
      return last(cellsBelow(rolling, rolling.key.indicator))
    case 'none':
      return { quantity: UNKNOWN, coverage: oneSource(false), inputs: [] }
  }
}

function total(cells: readonly Cell[]): Rolled {
  const coverage = cells.reduce((all, cell) => addCoverage(all, cell.coverage), NO_PARTS)
  return { quantity: sum(cells.map(quantityOf)).quantity, coverage, inputs: cells }
}

/** Σ(weight × value) ÷ Σ weight over the children whose value and weight are both known. */
function weightedMean(rolling: Rolling, weight: string): Rolled {
  const pairs = pairsBelow(rolling, rolling.key.indicator, weight)
  const weighted = pairs.known.map(([value, heft]) => multiply(quantityOf(value), quantityOf(heft)))
  const mean = divide(sum(weighted).quantity, sum(pairs.known.map(([, heft]) => quantityOf(heft))).quantity)
  return { quantity: mean, coverage: pairs.coverage, inputs: pairs.known.flat() }
}

/**
 * Σ numerators ÷ Σ denominators over the children that know both, like with like. Where no child does (a leaf, or a
 * zone that reports both itself), the unit's own numerator and denominator.
 */
function ratioOfSums(rolling: Rolling, rule: Extract<Rollup, { rule: 'ratio_of_sums' }>): Rolled {
  const below = pairsBelow(rolling, rule.numerator, rule.denominator)
  const pairs = below.known.length > 0 ? below : paired([rolling.key], rolling, [rule.numerator, rule.denominator])
  const top = inBase(sum(pairs.known.map(([n]) => quantityOf(n))).quantity, measureOf(rolling, rule.numerator))
  const bottom = inBase(sum(pairs.known.map(([, d]) => quantityOf(d))).quantity, measureOf(rolling, rule.denominator))
  const ratio = divide(top, bottom)
  const value = isKnown(ratio) ? canonical(fromBase(decimal(ratio.value), rolling.planned.measure)) : null
  return { quantity: { ...ratio, value }, coverage: pairs.coverage, inputs: pairs.known.flat() }
}

function last(cells: readonly Cell[]): Rolled {
  const cell = [...cells].reverse().find((each) => each.value !== null)
  if (!cell) return { quantity: UNKNOWN, coverage: oneSource(false), inputs: [] }
  return { quantity: quantityOf(cell), coverage: cell.coverage, inputs: [cell] }
}
