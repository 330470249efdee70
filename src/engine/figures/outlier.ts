import { canonical, decimal, over, times, type ExactDecimal } from '#engine/quantity/decimal'

/** Fewer figures than this say nothing about what is usual. */
const LEAST_HISTORY = 6
/** Makes the median deviation comparable with a standard deviation of a normal distribution (Iglewicz and Hoaglin). */
const SCALE = '0.6745'

/** How unusual a value is: the median of the history, and the distance from it in robust deviations. */
export interface Unusualness {
  readonly median: string
  readonly deviations: string
}

/**
 * |value − median| × 0.6745 ÷ MAD. Null with fewer than six figures, and when more than half of them are equal (MAD
 * zero), where any difference would look infinite: the jump rules are for those.
 */
export function unusualness(value: string, history: readonly string[]): Unusualness | null {
  if (history.length < LEAST_HISTORY) return null
  const numbers = history.map(decimal)
  const middle = median(numbers)
  const spread = median(numbers.map((number) => number.minus(middle).abs()))
  if (spread.isZero()) return null
  const distance = decimal(value).minus(middle).abs()
  return { median: canonical(middle), deviations: canonical(over(times(distance, decimal(SCALE)), spread)) }
}

/** The middle of an unsorted list that is not empty; of an even number, the mean of the two middle ones. */
function median(numbers: readonly ExactDecimal[]): ExactDecimal {
  const sorted = [...numbers].sort((a, b) => a.comparedTo(b))
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? decimal(0)
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper)
  return over(upper.plus(lower), decimal(2))
}
