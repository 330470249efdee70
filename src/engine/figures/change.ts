import { quantityOf, type Cell } from '#engine/figures/cell'
import type { PeriodId } from '#engine/period/period'
import { growthRate } from '#engine/formula/evaluate-call'
import { multiply, subtract } from '#engine/quantity/arithmetic'
import { quantityInBase, quantityInUnit } from '#engine/quantity/convert-quantity'
import { isKnown, quantity, UNKNOWN, type Coverage, type Quantity } from '#engine/quantity/quantity'
import { findUnit, isRate, type Unit } from '#engine/quantity/unit'
import { text, type Text } from '#engine/result/result'

/**
 * How a figure moved against a base. `unit` 'percent': growth in %; 'pp': a rate's difference in points. `base` is in
 * the indicator's unit. `isLikeForLike` is false when the two stand on different coverage (8 parks against 10).
 */
export interface Change {
  readonly quantity: Quantity
  readonly unit: 'percent' | 'pp'
  readonly base: Quantity
  readonly basePeriod: PeriodId
  readonly isLikeForLike: boolean
  readonly why: Text | null
}

/** A figure to compare: value in the indicator's unit and the sources behind it. */
export interface Compared {
  readonly quantity: Quantity
  readonly coverage: Coverage
}

export const comparedOf = (cell: Cell): Compared => ({ quantity: quantityOf(cell), coverage: cell.coverage })

/** Growth in % of an amount, difference in points of a rate; unknown with a reason on an unknown or unusable base. */
export function changeOf(
  now: Compared,
  base: Compared & { readonly period: PeriodId },
  measure: Unit,
): Change {
  const moved = isRate(measure)
    ? pointsBetween(now.quantity, base.quantity, measure)
    : growth(now.quantity, base.quantity)
  const isLikeForLike = now.coverage.have === base.coverage.have && now.coverage.of === base.coverage.of
  const why = isKnown(moved) ? null : reason(now.quantity, base.quantity)
  const unit = isRate(measure) ? 'pp' : 'percent'
  return { quantity: moved, unit, base: base.quantity, basePeriod: base.period, isLikeForLike, why }
}

const HUNDRED = quantity(100)
const POINTS = findUnit('pp') as Unit

const growth = (now: Quantity, base: Quantity): Quantity => multiply(growthRate(now, base), HUNDRED)

function pointsBetween(now: Quantity, base: Quantity, measure: Unit): Quantity {
  if (!isKnown(now) || !isKnown(base)) return UNKNOWN
  return quantityInUnit(subtract(quantityInBase(now, measure), quantityInBase(base, measure)), POINTS)
}

function reason(now: Quantity, base: Quantity): Text {
  if (!isKnown(now)) return text('本期未知', 'this period is unknown')
  if (!isKnown(base)) return text('基期未知', 'the base is unknown')
  return text('基期为零或负数，不能计算增长率', 'the base is zero or negative: growth has no meaning')
}
