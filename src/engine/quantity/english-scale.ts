import type { Unit } from '#engine/quantity/unit'

/** How a unit named by a multiple is counted in English, in powers of ten: 亿元 is "100 million yuan". */
const MULTIPLES: readonly (readonly [prefix: string, power: number])[] = [
  ['100 million ', 8],
  ['10,000 ', 4],
  ['million ', 6],
]

const WORDS: readonly (readonly [word: string, power: number])[] = [
  ['trillion ', 12],
  ['billion ', 9],
  ['million ', 6],
]

export interface Scaled {
  readonly value: string
  /** Places by which the point moved to the left; negative: to the right. */
  readonly shift: number
  /** The unit's English name at this scale: "billion yuan". */
  readonly unit: string
}

/**
 * A value of a unit that Chinese counts in 万 or 亿, at the scale in which English speaks of it: 261.48 亿元 is
 * "26.148 billion yuan", 53.05 万人 is "530,500 people". Digits are moved, never rounded. Undefined: no such unit.
 */
export function scaledForEnglish(value: string, unit: Unit): Scaled | undefined {
  const multiple = MULTIPLES.find(([prefix]) => unit.en.startsWith(prefix))
  if (!multiple) return undefined
  const [prefix, power] = multiple
  const base = moved(value, power)
  const [word, up] = WORDS.find(([, size]) => wholeDigits(base) > size) ?? ['', 0]
  return {
    value: moved(value, power - up),
    shift: up - power,
    unit: `${word}${unit.en.slice(prefix.length)}`,
  }
}

/** A column of one unit at the one scale its largest value asks for, so that its numbers can be compared at a glance. */
export interface ColumnScale {
  /** The unit's English name at this scale, for the column's head. */
  readonly unit: string
  /** Places by which the point moves to the left; decimals to print grow by as many. */
  readonly shift: number
  readonly moved: (value: string) => string
}

/** The scale in which English speaks of a column of this unit. Undefined: a unit that is not counted in 万 or 亿. */
export function englishColumn(values: readonly (string | null)[], unit: Unit): ColumnScale | undefined {
  const widest = values
    .filter((value) => value !== null)
    .reduce((a, b) => (wholeDigits(b) > wholeDigits(a) ? b : a), '0')
  const scaled = scaledForEnglish(widest, unit)
  if (!scaled) return undefined
  const { shift } = scaled
  return { unit: scaled.unit, shift, moved: (value) => moved(value, -shift) }
}

const wholeDigits = (value: string): number => {
  const whole = (value.replace('-', '').split('.')[0] ?? '').replace(/^0+/, '')
  return whole.length
}

/** A canonical value times ten to the `power`: the point moves, every digit stays. */
function moved(value: string, power: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const padded = power >= 0 ? whole + fraction.padEnd(power, '0') : whole.padStart(1 - power, '0') + fraction
  const at = power >= 0 ? whole.length + power : padded.length - fraction.length + power
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0'
  const right = padded.slice(at)
  return right === '' ? `${sign}${left}` : `${sign}${left}.${right}`
}
