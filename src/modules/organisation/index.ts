import { calendarDay } from './records/calendar-day'
import { organ } from './records/organ'
import { person } from './records/person'
import { post } from './records/post'
import { unit } from './records/unit'

export const organisationRecords = [unit, organ, person, post, calendarDay]
