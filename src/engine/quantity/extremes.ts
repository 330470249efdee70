import { compareValues, negate, type PartialQuantity } from '#engine/quantity/arithmetic'
import { isKnown, UNKNOWN, type Qualifier, type Quantity } from '#engine/quantity/quantity'

/**
 * The greatest of the known parts with coverage. Its mark is sound: max(over 50, 60) is at least 60, and
 * max(within 40, 60) is exactly 60; where a bound leaves the winner open the result is `about`.
 */
export function greatest(parts: readonly Quantity[]): PartialQuantity {
  const known = parts.filter(isKnown)
  const coverage = { have: known.length, of: parts.length }
  const first = known[0]
  if (!first) return { quantity: UNKNOWN, coverage }
  const top = known.reduce((a, b) => (compareValues(a.value, b.value) >= 0 ? a : b), first).value
  return { quantity: { value: top, qualifier: qualifierOfGreatest(known, top) }, coverage }
}

/** The least of the known parts, by the same rules: min(x) = −max(−x). */
export function least(parts: readonly Quantity[]): PartialQuantity {
  const mirrored = greatest(parts.map(negate))
  return { quantity: negate(mirrored.quantity), coverage: mirrored.coverage }
}

type Known = Quantity & { readonly value: string }

function qualifierOfGreatest(known: readonly Known[], top: string): Qualifier {
  const atTop = known.filter((part) => compareValues(part.value, top) === 0).map((part) => part.qualifier)
  const marks = new Set(known.map((part) => part.qualifier))
  if (marks.has('about')) return 'about'
  if (marks.size === 1 && marks.has('within')) return 'within'
  if (atTop.every((mark) => mark === 'within')) return 'about'
  if (atTop.includes('over')) return 'over'
  return marks.has('over') || marks.has('at_least') ? 'at_least' : 'exact'
}
