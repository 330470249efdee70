import { columnMapping } from '#engine/mapping/column-mapping'
import { extraField } from '#engine/records/extra-field'
import type { RecordType } from '#engine/records/record'
import { boardConsole } from '#modules/board/console/board-console'
import { enterpriseRecords } from '#modules/enterprises/records/all'
import { indicatorsConsole } from '#modules/indicators/console/indicators-console'
import { indicatorRecords } from '#modules/indicators/records/all'
import { organisationConsole } from '#modules/organisation/console/organisation-console'
import { organisationRecords } from '#modules/organisation/records/all'
import { projectsConsole } from '#modules/projects/console/projects-console'
import { projectRecords } from '#modules/projects/records/all'
import { auditConsole } from './audit/audit-console'
import type { ConsoleModule } from './module'

/** Every record type the console knows; each has list, form and detail pages by being here. */
export const records: readonly RecordType[] = [
  ...projectRecords,
  ...enterpriseRecords,
  ...indicatorRecords,
  ...organisationRecords,
  extraField,
  columnMapping,
]

/** The modules' own pages, in the order of their homes: the first that has one for a role wins. */
export const modules: readonly ConsoleModule[] = [
  boardConsole,
  indicatorsConsole,
  projectsConsole,
  organisationConsole,
  auditConsole,
]
