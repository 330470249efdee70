import { text } from '#engine/result/result'
import type { ExtraFields } from './check-input'
import type { Field } from './field'
import type { RecordType } from './record'

/** A field by its name (`extra` fields by their bare name), as a person may fill it in. */
export interface InputField {
  readonly name: string
  readonly field: Field
}

/** The unit a row lies in, where no field of the record says it. */
export const unitField: InputField = {
  name: 'unit_id',
  field: { kind: 'reference', to: 'unit', label: text('所属单位', 'Unit'), required: true },
}

/** Whether whoever adds a row says its unit: no field of the record does. */
export const asksForUnit = (record: RecordType): boolean => (record.place ?? record.within) === undefined

/** What a person fills in: the unit, the declared fields that are not computed, the zone's own fields. */
export function inputFields(record: RecordType, extra: ExtraFields = {}): InputField[] {
  const fields = [...Object.entries(record.fields), ...Object.entries(extra)]
  const asked = fields.filter(([, field]) => !field.computed).map(([name, field]) => ({ name, field }))
  return asksForUnit(record) ? [unitField, ...asked] : asked
}
