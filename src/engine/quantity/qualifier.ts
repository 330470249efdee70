import type { Qualifier } from '#engine/quantity/quantity'

/**
 * What may be said of a + b. `over` x > a, `at_least` x ≥ a, `within` x ≤ a, `about` nothing but nearness.
 * Bounds of one direction add up (strict wins); bounds of opposite directions say nothing, hence `about`.
 */
const SUM = {
  exact: { exact: 'exact', about: 'about', over: 'over', at_least: 'at_least', within: 'within' },
  about: { exact: 'about', about: 'about', over: 'about', at_least: 'about', within: 'about' },
  over: { exact: 'over', about: 'about', over: 'over', at_least: 'over', within: 'about' },
  at_least: { exact: 'at_least', about: 'about', over: 'over', at_least: 'at_least', within: 'about' },
  within: { exact: 'within', about: 'about', over: 'about', at_least: 'about', within: 'within' },
} as const satisfies Record<Qualifier, Record<Qualifier, Qualifier>>

/** −x: the bounds change sides. "Less than" has no mark of its own, `within` (≤) is true of it as well. */
const NEGATED = {
  exact: 'exact',
  about: 'about',
  over: 'within',
  at_least: 'within',
  within: 'at_least',
} as const satisfies Record<Qualifier, Qualifier>

export const qualifierOfSum = (a: Qualifier, b: Qualifier): Qualifier => SUM[a][b]

export const qualifierOfNegative = (a: Qualifier): Qualifier => NEGATED[a]

/** Qualifier and sign (−1, 0, 1) of a factor. */
export interface Signed {
  readonly qualifier: Qualifier
  readonly sign: number
}

/**
 * a × b: an exact factor keeps the other's mark (turns it round when negative, and 0 × anything is exactly 0).
 * Two lower bounds of numbers not below zero give a lower bound; all else is `about`.
 */
export function qualifierOfProduct(a: Signed, b: Signed): Qualifier {
  if (isExactZero(a) || isExactZero(b)) return 'exact'
  if (a.qualifier === 'exact') return turned(b.qualifier, a.sign)
  if (b.qualifier === 'exact') return turned(a.qualifier, b.sign)
  return [a, b].every((x) => isLowerBound(x) && x.sign >= 0) ? lowerBoundOfProduct(a, b) : 'about'
}

/** x > a > 0 and y ≥ b > 0 give xy > ab; with a zero among them only xy ≥ ab is sure. */
function lowerBoundOfProduct(a: Signed, b: Signed): Qualifier {
  const isStrict = a.qualifier === 'over' || b.qualifier === 'over'
  return isStrict && a.sign > 0 && b.sign > 0 ? 'over' : 'at_least'
}

/**
 * a ÷ b, b not zero: an exact divisor keeps or turns the mark. A positive exact number over a positive lower
 * bound is at most their quotient (`within`); a negative one keeps the bound. All else is `about`.
 */
export function qualifierOfQuotient(a: Signed, b: Signed): Qualifier {
  if (isExactZero(a)) return 'exact'
  if (b.qualifier === 'exact') return turned(a.qualifier, b.sign)
  if (a.qualifier !== 'exact' || !isLowerBound(b) || b.sign <= 0) return 'about'
  return a.sign > 0 ? 'within' : b.qualifier
}

const isExactZero = (x: Signed): boolean => x.qualifier === 'exact' && x.sign === 0
const isLowerBound = (x: Signed): boolean => x.qualifier === 'over' || x.qualifier === 'at_least'
const turned = (q: Qualifier, sign: number): Qualifier => (sign < 0 ? qualifierOfNegative(q) : q)
