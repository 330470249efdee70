import { decimal, times, type ExactDecimal } from '#engine/quantity/decimal'

/** How a number is read: what differs between a figure and a field is said here and nowhere else. */
export interface NumberReading {
  /** `checked`: commas stand in threes, so that the slip '12,34' is refused; `ignored`: commas and spaces are dropped. */
  readonly groups: 'checked' | 'ignored'
  /** Whether 亿, 万 or 千 behind the number multiplies it. */
  readonly scales: boolean
  /** Most digits of the whole and of the fraction; absent: no limit. */
  readonly digits?: { readonly whole: number; readonly fraction: number }
}

export type NumberProblem = 'malformed_number' | 'too_many_digits'

/** A figure: '12,34' is a slip of the finger. Twenty whole digits and twelve decimals are more than any figure has. */
export const asFigure: NumberReading = {
  groups: 'checked',
  scales: false,
  digits: { whole: 20, fraction: 12 },
}

/** A field of a form or a cell of a file, as people write it: `1,234.5`, `1 234.5`, `1.2亿`, `3万`. */
export const asTyped: NumberReading = { groups: 'ignored', scales: true }

const SCALES: Readonly<Record<string, string>> = { 亿: '1e8', 万: '1e4', 千: '1e3' }

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,2})?$/i
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i

/** The number alone, without separators; undefined where it is none. */
function plainNumber(given: string): ExactDecimal | undefined {
  const isNumber = NUMBER.test(given) || GROUPED.test(given)
  return isNumber ? decimal(given.replaceAll(',', '')) : undefined
}

function fits(value: ExactDecimal, { whole, fraction }: NonNullable<NumberReading['digits']>): boolean {
  const [before = '', after = ''] = value.abs().toFixed().split('.')
  return before.length <= whole && after.length <= fraction
}

/** A number in plain characters, exactly; or the problem's name. Nothing is rounded and nothing guessed. */
export function readNumber(
  input: string,
  { groups, scales, digits }: NumberReading,
): { readonly value: ExactDecimal } | { readonly problem: NumberProblem } {
  const given = groups === 'ignored' ? input.replace(/[\s,\u2009]/g, '') : input
  const scale = scales ? SCALES[given.slice(-1)] : undefined
  const number = plainNumber(scale ? given.slice(0, -1) : given)
  if (!number) return { problem: 'malformed_number' }
  if (digits && !fits(number, digits)) return { problem: 'too_many_digits' }
  return { value: scale ? times(number, decimal(scale)) : number }
}
