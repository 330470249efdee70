import { rounded } from '#engine/quantity/decimal'
import { isKnown, type Qualifier, type Quantity } from '#engine/quantity/quantity'
import { scaledForEnglish } from '#engine/quantity/english-scale'
import { findUnit, type Unit } from '#engine/quantity/unit'

export type Language = 'zh' | 'en'

export interface QuantityFormat {
  /** Code of the unit to write after the number; none writes the number alone. */
  readonly unit?: string
  /** Decimals shown, rounded half away from zero; none shows all the digits there are. */
  readonly decimals?: number
  readonly language: Language
}

export const UNKNOWN_MARK = '—'

/**
 * The quantity as people read it: '629.0亿元', '50+项', '约1.76亿元', '90亿元以上', '100位以内', '−5', '—'.
 * English: '629.0 × 100 million yuan', '50+', '≈ 1.76', '≥ 90', 'within 100'. The mark is never dropped.
 */
export function formatQuantity(q: Quantity, format: QuantityFormat): string {
  if (!isKnown(q)) return UNKNOWN_MARK
  const digits = format.decimals === undefined ? q.value : rounded(q.value, format.decimals)
  const number = grouped(digits)
  const unit = format.unit === undefined ? undefined : findUnit(format.unit)
  return format.language === 'zh'
    ? CHINESE[q.qualifier](number, unit?.zh ?? '')
    : ENGLISH[q.qualifier](number, spaced(unit?.en ?? ''))
}

export interface QuantityParts {
  /** The number with its qualifier: '≥ 9'. */
  readonly number: string
  /** The unit, to be set apart: 'billion yuan'; '' where there is none to say. */
  readonly unit: string
}

/**
 * The quantity for readers: number and unit apart, and in English at the scale in which English speaks of it: 261.48
 * 亿元 is "26.148 billion yuan". Where a column or a formula counts in the unit itself, `formatQuantity` keeps to it.
 */
export function quantityParts(q: Quantity, format: QuantityFormat): QuantityParts {
  const { unit: name, ...rest } = format
  const unit = name === undefined ? undefined : findUnit(name)
  if (!isKnown(q)) return { number: UNKNOWN_MARK, unit: '' }
  const scaled = format.language === 'en' && unit ? scaledForEnglish(q.value, unit) : undefined
  if (!scaled) return { number: formatQuantity(q, rest), unit: unitName(unit, name, format.language) }
  const { decimals } = format
  const shown = { ...rest, ...(decimals !== undefined && { decimals: Math.max(0, decimals + scaled.shift) }) }
  return { number: formatQuantity({ ...q, value: scaled.value }, shown), unit: scaled.unit }
}

const unitName = (unit: Unit | undefined, name: string | undefined, language: Language): string =>
  unit?.[language] ?? name ?? ''

/** `quantityParts` as one text: '≥ 9 billion yuan'; in Chinese the same as `formatQuantity`. */
export function readableQuantity(q: Quantity, format: QuantityFormat): string {
  if (format.language === 'zh' || !isKnown(q)) return formatQuantity(q, format)
  const { number, unit } = quantityParts(q, format)
  return `${number}${spaced(unit)}`
}

type Wording = Readonly<Record<Qualifier, (number: string, unit: string) => string>>

const CHINESE: Wording = {
  exact: (number, unit) => `${number}${unit}`,
  about: (number, unit) => `约${number}${unit}`,
  over: (number, unit) => `${number}+${unit}`,
  at_least: (number, unit) => `${number}${unit}以上`,
  within: (number, unit) => `${number}${unit}以内`,
}

const ENGLISH: Wording = {
  exact: (number, unit) => `${number}${unit}`,
  about: (number, unit) => `≈ ${number}${unit}`,
  over: (number, unit) => `${number}+${unit}`,
  at_least: (number, unit) => `≥ ${number}${unit}`,
  within: (number, unit) => `within ${number}${unit}`,
}

/** 'percent' signs stand at the number; "100 million yuan" needs a multiplication sign to be read rightly. */
function spaced(unit: string): string {
  if (unit === '' || unit === '%' || unit === '‰') return unit
  return /^\d/.test(unit) ? ` × ${unit}` : ` ${unit}`
}

/** Thousands separators in the whole part and a true minus sign (U+2212). */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.replace('-', '').split('.')
  const sign = digits.startsWith('-') ? '−' : ''
  const body = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? `${sign}${body}` : `${sign}${body}.${fraction}`
}
