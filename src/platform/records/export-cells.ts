import { instantWords } from '#engine/calendar/instant-words'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import type { OutCell } from '#platform/documents/xlsx-stream'

export type Language = keyof Text

/** A column of an export: a field of the record or of every row, or `extra.name`. */
export interface ExportColumn {
  readonly name: string
  readonly field: Field
}

interface Shown {
  readonly record: RecordType
  readonly language: Language
  readonly titles: Titles
}

type Shower = (value: unknown, field: Field, shown: Shown) => OutCell

const valueAt = (row: ReplyRow, name: string): unknown =>
  name.startsWith('extra.') ? row.extra[name.slice(6)] : row[name]

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const number: Shower = (value) => ({ number: plain(value) })

const yesNo = { zh: ['否', '是'], en: ['No', 'Yes'] } as const

/** Excel knows no day before March 1900 for certain: such a day stays text. */
function day(value: unknown): OutCell {
  const date = plain(value)
  if (date < '1900-03-01') return date
  return { serial: Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000) }
}

const title = (id: unknown, field: Field, { titles, language }: Shown): string =>
  ('to' in field ? titles[field.to]?.[plain(id)]?.[language] : undefined) ?? plain(id)

const showers: Readonly<Record<Field['kind'], Shower>> = {
  text: plain,
  period: plain,
  instant: (value) => instantWords(plain(value)),
  integer: number,
  decimal: number,
  date: day,
  boolean: (value, _field, { language }) => yesNo[language][value === true ? 1 : 0],
  choice: (value, field, { language }) =>
    (field.kind === 'choice' ? field.options[plain(value)]?.[language] : undefined) ?? plain(value),
  reference: title,
  // An import parts them again at the same signs.
  references: (value, field, shown) =>
    Array.isArray(value) ? value.map((id) => title(id, field, shown)).join('、') : plain(value),
}

/** A value as people read it: names for references, choices and states, days as days, numbers as numbers. */
export function exportCell(row: ReplyRow, { name, field }: ExportColumn, shown: Shown): OutCell {
  const value = valueAt(row, name)
  if (value === null || value === undefined || value === '') return null
  if (name === 'state')
    return shown.record.lifecycle?.states[plain(value)]?.label[shown.language] ?? plain(value)
  return showers[field.kind](value, field, shown)
}
