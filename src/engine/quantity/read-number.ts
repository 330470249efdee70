import { canonical, decimal } from '#engine/quantity/decimal'

/** Plain digits or digits in groups of three; '12,34' is a slip of the finger and refused, not read as 1234. */
const NUMBER = /^-?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,2})?$/
/** Twenty whole digits and twelve decimals: more than any figure has, few enough that sums stay exact. */
const WHOLE_DIGITS = 20
const DECIMALS = 12

export type NumberProblem = 'malformed_number' | 'too_many_digits'

/** Canonical text of a normalised number ('1,234.50' → '1234.5'), or the problem's name. */
export function readNumber(input: string): { readonly value: string } | { readonly problem: NumberProblem } {
  if (!NUMBER.test(input)) return { problem: 'malformed_number' }
  const value = canonical(decimal(input.replaceAll(',', '')))
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const fits = whole.length <= WHOLE_DIGITS && fraction.length <= DECIMALS
  return fits ? { value } : { problem: 'too_many_digits' }
}
