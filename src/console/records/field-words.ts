import { formatQuantity, readableQuantity } from '#engine/quantity/format-quantity'
import { QUALIFIERS, quantity, type Qualifier } from '#engine/quantity/quantity'
import { findUnit } from '#engine/quantity/unit'
import type { Field } from '#engine/records/field'
import type { Titles } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { instantWords } from '#engine/calendar/instant-words'
import { dateWords, groupDigits, periodWords, type Language } from '#console/language/format'

export const unknownMark = '—'

export interface WordsContext {
  readonly language: Language
  readonly titles: Titles
  /** How the number is to be read, where the row carries a qualifier beside it. */
  readonly qualifier?: unknown
}

const yesNo = [text('是', 'Yes'), text('否', 'No')] as const

const say = (words: Text, language: Language) => words[language] || words.zh

const isQualifier = (given: unknown): given is Qualifier => QUALIFIERS.includes(given as Qualifier)

/** 亿元 are read with two decimals at least, so that a column lines up; digits that are there are never cut. */
const leastDecimals = (unit: string | undefined) => (unit === '亿元' ? 2 : 0)

function numberWords(field: Field & { unit?: string }, value: string, context: WordsContext): string {
  if (isQualifier(context.qualifier) && context.qualifier !== 'exact')
    return formatQuantity(quantity(value, context.qualifier), { language: context.language })
  return groupDigits(value, leastDecimals(field.unit))
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const nameOf = (to: string, id: unknown, { titles, language }: WordsContext): string => {
  const title = titles[to]?.[plain(id)]
  return title ? say(title, language) : plain(id)
}

function listWords(to: string, value: unknown, context: WordsContext): string {
  const names = (Array.isArray(value) ? value : [value]).map((id) => nameOf(to, id, context))
  return names.join(context.language === 'zh' ? '、' : ', ')
}

type Speaker<K extends Field['kind']> = (
  field: Extract<Field, { kind: K }>,
  value: unknown,
  context: WordsContext,
) => string

/** How a value of each kind is said. */
const speakers: { readonly [K in Field['kind']]: Speaker<K> } = {
  integer: (field, value, context) => numberWords(field, plain(value), context),
  decimal: (field, value, context) => numberWords(field, plain(value), context),
  boolean: (_, value, { language }) => say(value === true ? yesNo[0] : yesNo[1], language),
  date: (_, value, { language }) => (language === 'zh' ? plain(value) : dateWords(plain(value), language)),
  instant: (_, value) => instantWords(plain(value)),
  period: (_, value, { language }) => periodWords(plain(value), language),
  choice: (field, value, { language }) => {
    const option = field.options[plain(value)]
    return option ? say(option, language) : plain(value)
  },
  reference: (field, value, context) => nameOf(field.to, value, context),
  references: (field, value, context) => listWords(field.to, value, context),
  text: (_, value) => plain(value),
}

export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A stored value as people read it; unknown is a dash, never nothing and never zero. */
export function fieldWords(field: Field, value: unknown, context: WordsContext): string {
  if (isEmptyValue(value)) return unknownMark
  const speak = speakers[field.kind] as (field: Field, value: unknown, context: WordsContext) => string
  return speak(field, value, context)
}

/** The unit of a number field in words, empty where there is none. */
export function unitWords(field: Field, language: Language): string {
  if ((field.kind !== 'decimal' && field.kind !== 'integer') || !field.unit) return ''
  return findUnit(field.unit)?.[language] ?? field.unit
}

/** A number with its qualifier and unit, as on a detail page: 约1.76亿元. */
export function quantityWords(field: Field, value: unknown, context: WordsContext): string {
  if (isEmptyValue(value) || (field.kind !== 'decimal' && field.kind !== 'integer') || !field.unit)
    return fieldWords(field, value, context)
  const exact = plain(value)
  const qualifier = isQualifier(context.qualifier) ? context.qualifier : 'exact'
  const own = exact.split('.')[1]?.length ?? 0
  return readableQuantity(quantity(exact, qualifier), {
    unit: field.unit,
    language: context.language,
    ...(qualifier === 'exact' && { decimals: Math.max(own, leastDecimals(field.unit)) }),
  })
}

/** A field's label with its unit: 总投资（亿元）. */
export function labelWords(field: Field, language: Language): string {
  const unit = unitWords(field, language)
  const label = say(field.label, language)
  if (!unit) return label
  return language === 'zh' ? `${label}（${unit}）` : `${label} (${unit})`
}
