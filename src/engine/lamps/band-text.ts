import { text, type Text } from '#engine/result/result'
import {
  COLOUR_WORDS,
  MEASURES,
  type LampBand,
  type LampMeasure,
  type LampRule,
} from '#engine/lamps/lamp-table'
import { orderOf, type Range, rangeText } from '#engine/lamps/range'

/** A band in words: 10 至 30 个百分点为黄灯; what the source leaves open is said beside it. */
export function bandText(band: LampBand, { measure }: Pick<LampRule, 'measure'>): Text {
  const range = measuredRange(band, measure)
  const colour = COLOUR_WORDS[band.colour]
  const words = text(`${range.zh}为${colour.zh}`, `${range.en} is ${colour.en}`)
  return band.note === undefined
    ? words
    : text(`${words.zh}（${band.note.zh}）`, `${words.en} (${band.note.en})`)
}

/** A band in words, with what is done under its lamp where the rule says so itself. */
export function bandAndFollowUp(band: LampBand, rule: Pick<LampRule, 'measure'>): Text {
  const words = bandText(band, rule)
  const { followUp } = band
  return followUp ? text(`${words.zh} → ${followUp.zh}`, `${words.en} → ${followUp.en}`) : words
}

const isZero = (bound: string | undefined): boolean => bound !== undefined && orderOf(bound, '0') === 0

/** Zero and everything below it, or zero alone. */
const isNone = ({ atLeast, above, atMost }: Range): boolean =>
  isZero(atMost) && above === undefined && (atLeast === undefined || isZero(atLeast))

/** Nobody says "no more than 0 points": where a range ends or begins at zero, what that means is said instead. */
function measuredRange(range: Range, measure: LampMeasure): Text {
  const { unit, zero } = MEASURES[measure]
  if (!zero) return rangeText(range, unit)
  if (isNone(range)) return zero.none
  const { above, ...upper } = range
  if (!isZero(above)) return rangeText(range, unit)
  return upper.atMost === undefined && upper.below === undefined
    ? zero.some
    : zero.sized(rangeText(upper, unit))
}
