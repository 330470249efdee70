import type { RecordType } from '#engine/records/record'
import { calendarDay } from '#modules/organisation/records/calendar-day'
import { organ } from '#modules/organisation/records/organ'
import { person } from '#modules/organisation/records/person'
import { post } from '#modules/organisation/records/post'
import { unit } from '#modules/organisation/records/unit'
import { project } from '#modules/projects/records/project'
import type { ConsoleModule } from './module'

export const records: readonly RecordType[] = [project, unit, organ, person, post, calendarDay]

export const modules: readonly ConsoleModule[] = []
