import { timeProgressPercent } from '#engine/period/period-extent'
import type { PeriodId } from '#engine/period/period'
import { compareValues, percentOf, subtract } from '#engine/quantity/arithmetic'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { isKnown, quantity, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import { RATES, type BaseOf, type RateCode } from '#engine/lamps/rates.data'

/**
 * Decimals of a rate where it is shown, rounded half away from zero. Officials sometimes cut (129 of 270 printed as
 * 47 %, which is 47.8 %): here no rate is ever cut, and it always stands beside its two numbers.
 */
export const RATE_DECIMALS = 1

/** A rate with the two numbers it was made from. `value` is in %, exact to 34 digits; unknown says why. */
export interface Rate {
  readonly code: RateCode
  readonly base: string
  readonly numerator: Quantity
  readonly denominator: Quantity
  readonly value: Quantity
  readonly why: Text | null
  /** 开工率 80.8% = 已开工 206 ÷ 年度计划开工 255. */
  readonly says: Text
}

/** Numerator and denominator of one rate; amounts of money in one unit. */
export interface RateParts {
  readonly numerator: Quantity
  readonly denominator: Quantity
}

/** A rate on a stated base. Unknown parts, or a denominator of zero, leave it unknown, never 0 or 100. */
export function rateOf<Code extends RateCode>(
  code: Code,
  base: BaseOf<Code> & string,
  parts: RateParts,
): Rate {
  const { numerator, denominator } = parts
  const value = percentOf(numerator, denominator)
  const words = baseText(code, base)
  const why = isKnown(value) ? null : reason(parts, words)
  const line = (language: Language) => {
    const [above, below] = [numerator, denominator].map((part) => formatQuantity(part, { language }))
    const { name, numerator: what } = RATES[code]
    return `${name[language]} ${shownRate(value, language)} = ${what[language]} ${above} ÷ ${words[language]} ${below}`
  }
  return { code, base, numerator, denominator, value, why, says: text(line('zh'), line('en')) }
}

/** A rate as it is printed: one decimal and the sign, its mark kept; — when unknown. */
export const shownRate = (value: Quantity, language: Language): string =>
  formatQuantity(value, { language, unit: 'percent', decimals: RATE_DECIMALS })

const baseText = (code: RateCode, base: string): Text => {
  const bases: Readonly<Partial<Record<string, Text>>> = RATES[code].bases
  return bases[base] ?? text(base, base)
}

function reason({ numerator, denominator }: RateParts, base: Text): Text {
  if (!isKnown(denominator)) return text(`“${base.zh}”未知`, `“${base.en}” is unknown`)
  if (!isKnown(numerator)) return text('分子未知', 'the numerator is unknown')
  return text(`“${base.zh}”为零`, `“${base.en}” is zero`)
}

/** One record on its way through a rate: is it in the base, has it reached? null when nobody knows. */
export interface RateItem {
  readonly id: string
  readonly isDue: boolean | null
  readonly isDone: boolean | null
}

/** A rate with the records on either side. What is not known is in none of the two, and marks the number. */
export interface CountedRate extends Rate {
  readonly done: readonly string[]
  readonly missed: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * A rate counted from records. A record that is due and not known to be done makes the numerator a lower bound ("at
 * least"); one not known to be due makes the denominator one.
 */
export function countedRate<Code extends RateCode>(
  code: Code,
  base: BaseOf<Code> & string,
  items: readonly RateItem[],
): CountedRate {
  const due = items.filter(({ isDue }) => isDue === true)
  const done = due.filter(({ isDone }) => isDone === true)
  const untold = due.filter(({ isDone }) => isDone === null)
  const doubtful = items.filter(({ isDue }) => isDue === null)
  const mayBeDone = [...untold, ...doubtful].some(({ isDone }) => isDone !== false)
  const rate = rateOf(code, base, {
    numerator: quantity(done.length, mayBeDone ? 'at_least' : 'exact'),
    denominator: quantity(due.length, doubtful.length > 0 ? 'at_least' : 'exact'),
  })
  const ids = (some: readonly RateItem[]) => some.map(({ id }) => id)
  const missed = due.filter(({ isDone }) => isDone === false)
  return { ...rate, done: ids(done), missed: ids(missed), unknown: ids([...untold, ...doubtful]) }
}

/** Points above time progress (months ÷ 12) at a period's end; negative is below. From the exact rate, not the shown one. */
export const pointsAhead = (completion: Quantity, period: PeriodId): Quantity =>
  subtract(completion, quantity(timeProgressPercent(period)))

/** True when a rate is at or above a target in %; undefined when it is unknown. */
export const reachesTarget = ({ value }: Rate, target: string): boolean | undefined =>
  isKnown(value) ? compareValues(value.value, target) >= 0 : undefined
