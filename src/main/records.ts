import { columnMapping } from '#engine/mapping/column-mapping'
import { extraField } from '#engine/records/extra-field'
import type { RecordType } from '#engine/records/record'
import { enterpriseRecords } from '#modules/enterprises/records/all'
import { indicatorRecords } from '#modules/indicators/records/all'
import { organisationRecords } from '#modules/organisation/records/all'
import { projectRecords } from '#modules/projects/records/all'

/** Every declared record type, in order of rank: tables, routes, pages and the dictionary all come from this list. */
export const allRecords: readonly RecordType[] = [
  ...organisationRecords,
  extraField,
  columnMapping,
  ...enterpriseRecords,
  ...indicatorRecords,
  ...projectRecords,
]
