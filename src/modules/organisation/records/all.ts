import { accessRequest } from './access-request'
import { calendarDay } from './calendar-day'
import { organ } from './organ'
import { person } from './person'
import { post } from './post'
import { unit } from './unit'

/** The record types of this module, in the order in which they refer to each other. */
export const organisationRecords = [unit, organ, person, post, calendarDay, accessRequest]
