import { Decimal } from 'decimal.js'

/**
 * Significant digits kept by products and quotients. Parsed figures have at most 32 digits, so that every
 * product with a factor of a unit is exact and only true divisions are ever cut.
 */
const DIGITS = 34

/** Sums never round: numbers of 34 digits, whose sizes lie up to 66 digits apart, add up exactly in any order. */
export const Exact = Decimal.clone({
  precision: 100,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

/** An exact decimal number while it is being calculated with; stored and sent as text by `canonical`. */
export type ExactDecimal = Decimal

/** Text of a decimal number, as `canonical` writes it, to a number for calculation. The text must be a number. */
export const decimal = (value: string | number): ExactDecimal => new Exact(value)

/** A text that is canonical already: nearly every number that is read from the database. */
const CANONICAL = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/

/** The one text of a number: no exponent, no trailing zero, no leading plus, no minus zero. */
export function canonical(value: ExactDecimal | string | number): string {
  if (typeof value === 'string' && CANONICAL.test(value)) return value
  const number = value instanceof Decimal ? value : new Exact(value)
  return number.isZero() ? '0' : number.toFixed()
}

export const times = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => keep(a.times(b))

/** Quotient to 34 significant digits. The caller has made sure that the divisor is not zero. */
export const over = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => keep(a.div(b))

/**
 * The product's only rounding rule: half away from zero (四舍五入: 0.05 → 0.1, −0.05 → −0.1), used when a number
 * is shown and nowhere else. The text keeps its trailing zeros: 629 with one decimal is '629.0'.
 */
export function rounded(value: string, decimals: number): string {
  const cut = new Exact(value).toFixed(decimals, Decimal.ROUND_HALF_UP)
  return /^-0\.?0*$/.test(cut) ? cut.slice(1) : cut
}

const keep = (value: ExactDecimal): ExactDecimal =>
  value.precision() > DIGITS ? value.toSignificantDigits(DIGITS, Decimal.ROUND_HALF_UP) : value
