import type { Field } from '#engine/records/field'
import { type InputField, inputFields, unitField } from '#engine/records/input-fields'
import { plainWidth } from '#engine/records/read-value'
import { type Text, text } from '#engine/result/result'

/** One column of a sheet: a field, and how its header is written. */
export type SheetColumn = InputField

export const unitColumn = unitField

/** The columns a person fills in. */
export const inputColumns = inputFields

/** The unit a number is written in: 亿元, 亩. */
export const unitOf = (field: Field): string | undefined =>
  field.kind === 'decimal' || field.kind === 'integer' ? field.unit : undefined

/** 总投资（亿元）: a column of bare numbers must say what they count. */
export function headerText({ field }: SheetColumn): Text {
  const unit = unitOf(field)
  return unit ? text(`${field.label.zh}（${unit}）`, `${field.label.en} (${unit})`) : field.label
}

/** Headers are compared without width, case, spaces and the mark of what is required. */
export const headerKey = (header: string): string =>
  plainWidth(header.normalize('NFC')).replace(/[\s*]/g, '').toLowerCase()

/** Every way a column may be headed. */
export function headerKeys(column: SheetColumn): string[] {
  const { zh, en } = headerText(column)
  const { label } = column.field
  return [...new Set([zh, en, label.zh, label.en, column.name].map(headerKey))]
}
