import type { InputField } from '#engine/records/input-fields'
import type { RecordType } from '#engine/records/record'

/** The field that says where rows of a type lie: their unit, or the row they are a part of. */
export const placeOf = (record: RecordType): string => record.place ?? record.within ?? 'unit_id'

export const placeFieldOf = <F extends InputField>(record: RecordType, fields: readonly F[]): F | undefined =>
  fields.find(({ name }) => name === placeOf(record))
