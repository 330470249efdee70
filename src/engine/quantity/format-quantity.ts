import { rounded } from '#engine/quantity/decimal'
import { isKnown, type Qualifier, type Quantity } from '#engine/quantity/quantity'
import { findUnit } from '#engine/quantity/unit'

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
