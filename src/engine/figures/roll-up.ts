import { UNREPORTED } from '#engine/figures/unknown-cell'
import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import type { Rollup } from '#engine/figures/indicator'
import { cellOf } from '#engine/figures/marks'
import type { Plan, PlannedIndicator } from '#engine/figures/plan'
import { divide, multiply, sum } from '#engine/quantity/arithmetic'
import { addCoverage, NO_PARTS, oneSource, poorerCoverage } from '#engine/quantity/coverage'
import { isKnown, UNKNOWN, type Coverage, type Quantity } from '#engine/quantity/quantity'
import { quantityInBase, quantityInUnit } from '#engine/quantity/convert-quantity'
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
  return cellOf({
    quantity: total,
    coverage,
    origin: 'rollup',
    why: isKnown(total) ? null : NOTHING_BELOW,
    inputs,
  })
}

function rolled(rolling: Rolling, rollup: Rollup): Rolled {
  switch (rollup.rule) {
    case 'sum':
      return total(counted(rolling, cellsBelow(rolling)))
    case 'weighted_mean':
      return weightedMean(rolling, rollup.weight)
    case 'ratio_of_sums':
      return ratioOfSums(rolling, rollup)
    case 'last':
      return last(cellsBelow(rolling))
    case 'none':
      return { quantity: UNKNOWN, coverage: oneSource(false), inputs: [] }
  }
}

/** Who keeps no rows of something has none: where a figure is counted from rows, nothing is missing of such a unit. */
const counted = ({ planned }: Rolling, cells: readonly Cell[]): readonly Cell[] =>
  planned.indicator.source === 'measure' ? cells.filter(({ value }) => value !== null) : cells

function total(cells: readonly Cell[]): Rolled {
  const coverage = cells.reduce((all, cell) => addCoverage(all, cell.coverage), NO_PARTS)
  return { quantity: sum(cells.map(quantityOf)).quantity, coverage, inputs: cells }
}

/** Σ(weight × value) ÷ Σ weight over the children whose value and weight are both known. */
function weightedMean(rolling: Rolling, weight: string): Rolled {
  const pairs = pairsAt(below(rolling), rolling, [rolling.key.indicator, weight])
  const weighted = pairs.known.map(([value, heft]) => multiply(quantityOf(value), quantityOf(heft)))
  const mean = divide(sum(weighted).quantity, sum(pairs.known.map(([, heft]) => quantityOf(heft))).quantity)
  return { quantity: mean, coverage: pairs.coverage, inputs: pairs.known.flat() }
}

/**
 * Σ numerators ÷ Σ denominators over the children that know both, like with like. Where no child does (a leaf, or a
 * zone that reports both itself), the unit's own numerator and denominator.
 */
function ratioOfSums(rolling: Rolling, rule: Extract<Rollup, { rule: 'ratio_of_sums' }>): Rolled {
  const codes = [rule.numerator, rule.denominator] as const
  const children = pairsAt(below(rolling), rolling, codes)
  const pairs = children.known.length > 0 ? children : pairsAt([rolling.key.unit], rolling, codes)
  const top = totalInBase(
    rolling,
    rule.numerator,
    pairs.known.map(([numerator]) => numerator),
  )
  const bottom = totalInBase(
    rolling,
    rule.denominator,
    pairs.known.map(([, denominator]) => denominator),
  )
  const ratio = quantityInUnit(divide(top, bottom), rolling.planned.measure)
  return { quantity: ratio, coverage: pairs.coverage, inputs: pairs.known.flat() }
}

function last(cells: readonly Cell[]): Rolled {
  const cell = [...cells].reverse().find((each) => each.value !== null)
  if (!cell) return { quantity: UNKNOWN, coverage: oneSource(false), inputs: [] }
  return { quantity: quantityOf(cell), coverage: cell.coverage, inputs: [cell] }
}

const below = ({ plan, key }: Rolling): readonly string[] => plan.units.get(key.unit)?.children ?? []

const cellsBelow = (rolling: Rolling): readonly Cell[] =>
  below(rolling).map(
    (unit) => rolling.read.cell(keyAt(rolling.key, unit, rolling.key.indicator)) ?? UNREPORTED,
  )

/** Written out, not spread: a zone of twenty parks builds these by the hundred thousand. */
const keyAt = ({ period, nature }: CellKey, unit: string, indicator: string): CellKey => ({
  unit,
  indicator,
  period,
  nature,
})

interface Pairs {
  readonly known: readonly (readonly [Cell, Cell])[]
  readonly coverage: Coverage
}

/** Two indicators' cells at each unit: the pairs known whole, and how many sources stand behind all of them. */
function pairsAt(units: readonly string[], { key, read }: Rolling, codes: readonly [string, string]): Pairs {
  const cellOf = (unit: string, indicator: string) => read.cell(keyAt(key, unit, indicator)) ?? UNREPORTED
  const pairs = units.map((unit) => [cellOf(unit, codes[0]), cellOf(unit, codes[1])] as const)
  const known = pairs.filter((pair) => pair.every((cell) => cell.value !== null))
  const coverage = pairs.map((pair) => coverageOfPair(pair)).reduce(addCoverage, NO_PARTS)
  return { known, coverage }
}

function coverageOfPair([a, b]: readonly [Cell, Cell]): Coverage {
  const coverage = poorerCoverage(a.coverage, b.coverage)
  return a.value !== null && b.value !== null ? coverage : { have: 0, of: Math.max(1, coverage.of) }
}

function totalInBase({ plan }: Rolling, code: string, cells: readonly Cell[]): Quantity {
  const total = sum(cells.map(quantityOf)).quantity
  const measure = plan.indicators.get(code)?.measure
  return measure ? quantityInBase(total, measure) : UNKNOWN
}

const NOTHING_BELOW = text('下级单位没有已知的值', 'no unit below has a known value')
