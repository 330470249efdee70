import { unitField } from '#engine/records/input-fields'
import { closedField, nextDueField, queryField, systemFieldNames } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import { headerKey, headerKeys, type SheetColumn } from '#platform/documents/sheet-columns'

/** What the kernel keeps of every row, or reads of it; where a row lies is filled in. */
const kept = [...systemFieldNames.filter((name) => name !== unitField.name), closedField, nextDueField]

/**
 * Keys of the headers that an export of the record writes and nobody fills in: what is computed, and what the kernel
 * keeps of each row. An import passes them over, or no exported list could come back in.
 */
export function exportOnlyHeaders(record: RecordType, columns: readonly SheetColumn[]): ReadonlySet<string> {
  const filledIn = new Set(columns.map(({ name }) => name))
  const computed = Object.keys(record.fields).filter((name) => record.fields[name]?.computed)
  const found = [...kept, ...computed].flatMap((name) => {
    const field = filledIn.has(name) ? undefined : queryField(record, name)
    return field ? headerKeys({ name, field }) : []
  })
  return new Set(found.map(headerKey))
}
