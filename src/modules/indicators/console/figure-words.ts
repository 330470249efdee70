import { readableQuantity, UNKNOWN_MARK, type Language } from '#engine/quantity/format-quantity'
import { findUnit } from '#engine/quantity/unit'
import { QUALIFIERS, type Qualifier } from '#engine/quantity/quantity'

/** A unit of measure in words; English counts 家 and 个 without a word. */
export const unitWords = (unit: string, language: Language): string => findUnit(unit)?.[language] ?? unit

interface Marked {
  readonly value: string | null
  readonly qualifier: string
}

const qualifierOf = (given: string): Qualifier => QUALIFIERS.find((one) => one === given) ?? 'exact'

/** Digits after the point that are worth showing where nobody has declared them: a quotient has 34 of them. */
const most = 4

/** Decimals to print: those declared, else those there are, up to four. */
export function decimalsOf(value: string | null, declared?: number): number {
  if (declared !== undefined) return declared
  return Math.min(most, value?.split('.')[1]?.length ?? 0)
}

interface Wording {
  readonly language: Language
  readonly measure?: string
  readonly decimals?: number
}

/** A figure as text: for names, titles, files and the clipboard; pages use `Figure`. */
export function figureWords(figure: Marked, { language, measure, decimals }: Wording): string {
  return readableQuantity(
    { value: figure.value, qualifier: qualifierOf(figure.qualifier) },
    { language, decimals: decimalsOf(figure.value, decimals), ...(measure && { unit: measure }) },
  )
}

interface Moved extends Marked {
  readonly unit: 'percent' | 'pp'
}

/** A change's mark as a sign: “13.6+%” would be read as a slip of the pen. */
const signs: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: '≈',
  over: '>',
  at_least: '≥',
  within: '≤',
}

/** +7.2% for an amount, −0.3个百分点 for a rate: always with its sign, never confused. */
export function changeWords(change: Moved, language: Language): string {
  if (change.value === null) return UNKNOWN_MARK
  const plain = figureWords(
    { value: change.value, qualifier: 'exact' },
    { language, measure: change.unit, decimals: 1 },
  )
  const sign = Number(change.value) > 0 ? '+' : ''
  return `${signs[qualifierOf(change.qualifier)]}${sign}${plain}`
}
