import { findState } from '#engine/lifecycles/lifecycle'
import { isLamp } from '#engine/records/record-clock'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import type { Language } from '#console/language/format'
import { clockWords } from './clock-words'
import { cellOf, isNumeric, type Column } from './columns'
import { fieldWords, isEmptyValue, labelWords } from './field-words'

/** The number's qualifier where the record keeps one beside it: `investment` and `investment_qualifier`. */
export const qualifierOf = (row: ReplyRow, name: string): unknown => row[`${name}_qualifier`]

export interface CellContext {
  readonly record: RecordType
  readonly titles: Titles
  readonly language: Language
}

function lampText(row: ReplyRow, name: string, { language }: CellContext): string {
  const state = row.clocks?.[name]
  return state && state.status !== 'not_started' ? clockWords(state)[language] : ''
}

/** A cell as plain text, as it is seen; empty where nothing is known. */
export function cellText(row: ReplyRow, { name, field }: Column, context: CellContext): string {
  const { record, titles, language } = context
  if (name === 'state' && record.lifecycle)
    return findState(record.lifecycle, String(row.state))?.label[language] ?? ''
  if (isLamp(field)) return lampText(row, field.lampOf, context)
  const value = cellOf(row, name)
  if (isEmptyValue(value)) return ''
  return fieldWords(field, value, { language, titles, qualifier: qualifierOf(row, name) })
}

/** A cell for a spreadsheet: a number without separators, so that it can be counted with; its mark is kept. */
function sheetText(row: ReplyRow, column: Column, context: CellContext): string {
  const qualifier = qualifierOf(row, column.name)
  const value = cellOf(row, column.name)
  const isPlain = isNumeric(column.field) && (qualifier == null || qualifier === 'exact')
  return isPlain && typeof value === 'string' ? value : cellText(row, column, context)
}

/** Rows as tab-separated text with their heads: what Excel takes from the clipboard. */
export function sheetOf(rows: readonly ReplyRow[], columns: readonly Column[], context: CellContext): string {
  const heads = columns.map(({ field }) => labelWords(field, context.language))
  const lines = rows.map((row) => columns.map((column) => sheetText(row, column, context)))
  return [heads, ...lines]
    .map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
}
