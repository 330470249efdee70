import { canonical, decimal, over, times } from '#engine/quantity/decimal'
import { exactSum } from '#engine/quantity/exact-sum'
import {
  qualifierOfNegative,
  qualifierOfProduct,
  qualifierOfQuotient,
  qualifierOfSum,
  type Signed,
} from '#engine/quantity/qualifier'
import { isKnown, UNKNOWN, type Coverage, type Qualifier, type Quantity } from '#engine/quantity/quantity'

/** a + b, exact; unknown when either is unknown (use `sum` for a total that may miss parts). */
export function add(a: Quantity, b: Quantity): Quantity {
  if (!isKnown(a) || !isKnown(b)) return UNKNOWN
  return { value: exactSum([a.value, b.value]), qualifier: qualifierOfSum(a.qualifier, b.qualifier) }
}

export const negate = (a: Quantity): Quantity =>
  isKnown(a)
    ? { value: canonical(decimal(a.value).negated()), qualifier: qualifierOfNegative(a.qualifier) }
    : UNKNOWN

/** a − b, exact; unknown when either is unknown. Subtracting "over 50" leaves an upper bound, not "over". */
export const subtract = (a: Quantity, b: Quantity): Quantity => add(a, negate(b))

/** a × b to 34 significant digits; unknown when either is unknown. */
export function multiply(a: Quantity, b: Quantity): Quantity {
  if (!isKnown(a) || !isKnown(b)) return UNKNOWN
  const value = canonical(times(decimal(a.value), decimal(b.value)))
  return { value, qualifier: qualifierOfProduct(signed(a), signed(b)) }
}

/** a ÷ b to 34 significant digits; unknown when either is unknown or b is zero, never infinity. */
export function divide(a: Quantity, b: Quantity): Quantity {
  if (!isKnown(a) || !isKnown(b)) return UNKNOWN
  const divisor = decimal(b.value)
  if (divisor.isZero()) return UNKNOWN
  const value = canonical(over(decimal(a.value), divisor))
  return { value, qualifier: qualifierOfQuotient(signed(a), signed(b)) }
}

const HUNDRED: Quantity = { value: '100', qualifier: 'exact' }

/** part ÷ whole in %, to 34 significant digits; unknown when either is unknown or the whole is zero. */
export const percentOf = (part: Quantity, whole: Quantity): Quantity => multiply(divide(part, whole), HUNDRED)

/** A total with how many of its parts are known; no known part is unknown, not zero. */
export interface PartialQuantity {
  readonly quantity: Quantity
  readonly coverage: Coverage
}

/** Exact sum of the known parts in any order, e.g. five of six projects: {5.12, about}, coverage 5 of 6. */
export function sum(parts: readonly Quantity[]): PartialQuantity {
  const known = parts.filter(isKnown)
  const coverage = { have: known.length, of: parts.length }
  if (known.length === 0) return { quantity: UNKNOWN, coverage }
  const qualifier = known.map((part) => part.qualifier).reduce(qualifierOfSum, 'exact' as Qualifier)
  return { quantity: { value: exactSum(known.map((part) => part.value)), qualifier }, coverage }
}

/** Arithmetic mean of the known parts, with its coverage; none known is unknown. */
export function mean(parts: readonly Quantity[]): PartialQuantity {
  const total = sum(parts)
  const count = { value: String(total.coverage.have), qualifier: 'exact' } as const
  return { quantity: divide(total.quantity, count), coverage: total.coverage }
}

/** Negative, zero or positive by value alone: "over 50" and 50 compare as equal. Both must be known. */
export const compareValues = (a: string, b: string): number => (a === b ? 0 : decimal(a).comparedTo(b))

const signed = (q: Quantity & { readonly value: string }): Signed => ({
  qualifier: q.qualifier,
  sign: q.value === '0' ? 0 : q.value.startsWith('-') ? -1 : 1,
})
