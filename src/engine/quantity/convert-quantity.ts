import { canonical, decimal } from '#engine/quantity/decimal'
import { isKnown, type Quantity } from '#engine/quantity/quantity'
import { fromBase, toBase, type Unit } from '#engine/quantity/unit'

/** A quantity of `unit` in its base units (6.16 亿元 → 616000000), mark kept; unknown stays unknown. */
export function quantityInBase(q: Quantity, unit: Unit): Quantity {
  if (!isKnown(q) || isBase(unit)) return q
  return { value: canonical(toBase(decimal(q.value), unit)), qualifier: q.qualifier }
}

/** A quantity in base units as one of `unit`, mark kept; unknown stays unknown. */
export function quantityInUnit(q: Quantity, unit: Unit): Quantity {
  if (!isKnown(q) || isBase(unit)) return q
  return { value: canonical(fromBase(decimal(q.value), unit)), qualifier: q.qualifier }
}

const isBase = (unit: Unit): boolean => unit.factor[0] === '1' && unit.factor[1] === '1'
