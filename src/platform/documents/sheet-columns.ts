import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import { plainWidth } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import { type Text, text } from '#engine/result/result'

/** One column of a sheet: a field by its name (`extra` fields by their bare name), and how its header is written. */
export interface SheetColumn {
  readonly name: string
  readonly field: Field
}

/** The unit a row lies in, where no field of the record says it. */
export const unitColumn: SheetColumn = {
  name: 'unit_id',
  field: { kind: 'reference', to: 'unit', label: text('所属单位', 'Unit'), required: true },
}

/** The columns a person fills in: the unit, the declared fields that are not computed, the zone's own fields. */
export function inputColumns(record: RecordType, extra: ExtraFields = {}): SheetColumn[] {
  const fields = [...Object.entries(record.fields), ...Object.entries(extra)]
  const columns = fields.filter(([, field]) => !field.computed).map(([name, field]) => ({ name, field }))
  return (record.place ?? record.within) ? columns : [unitColumn, ...columns]
}

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
