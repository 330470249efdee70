import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay } from '#engine/period/period-extent'
import { addDays } from '#engine/period/plain-date'
import { dueWorkday } from './sample-forms'
import { randomStream, seedOf } from './random'
import type { SampleSize } from './sample-size'

export type ReportState = 'draft' | 'returned' | 'submitted' | 'verified' | 'published'

/** A park's report of one form and month, by its place in the size. */
export interface ReportPlace {
  readonly park: number
  readonly form: number
  readonly period: PeriodId
}

/**
 * The month being reported: every desk has something to do, and nothing of it counts yet: a sum of half the parks would
 * look like a collapse. The first park's statistician is the demonstration's.
 */
function lastMonthState(parks: number, { park, form }: ReportPlace): ReportState {
  if (park === 0) return (['draft', 'returned', 'submitted'] as const)[form] ?? 'draft'
  if (park === 1) return 'submitted'
  if (park === 2) return 'verified'
  if (park === parks - 1) return 'draft'
  return park % 2 === 0 ? 'submitted' : 'verified'
}

/** All is published but for two strays of the month before the last, the last month, and the month just begun. */
export function reportState({ months, parks }: SampleSize, place: ReportPlace): ReportState {
  const last = months.at(-1) ?? place.period
  if (place.period > last) return 'draft'
  if (place.period === last) return lastMonthState(parks.length, place)
  const isStray = place.period === months.at(-2) && place.park === parks.length - 1
  if (!isStray) return 'published'
  return (['published', 'returned', 'draft'] as const)[place.form] ?? 'published'
}

/** When a report was opened, due, handed in, returned, verified and published; null where it was not, or the calendar is not known. */
export interface Timeline {
  readonly opened: string | null
  readonly due: string | null
  readonly submitted: string | null
  readonly returned: string | null
  readonly verified: string | null
  readonly published: string | null
}

/** Most are in time; about one report in sixteen comes one to three working days late. */
function handedIn(unit: string, { form, period }: ReportPlace): number {
  const kind = randomStream(seedOf('handed-in', unit, String(form), period))()
  return kind < 0.06 ? dueWorkday + 1 + Math.floor(kind * 50) : dueWorkday - Math.floor(kind * 5)
}

const steps = ['submitted', 'verified', 'published'] as const

/** A report has been through every step up to its state; one that was returned had been handed in. */
const hasReached = (state: ReportState, step: (typeof steps)[number]): boolean =>
  steps.indexOf(state === 'returned' ? 'submitted' : (state as (typeof steps)[number])) >= steps.indexOf(step)

interface Situation {
  readonly unit: string
  readonly place: ReportPlace
  readonly state: ReportState
}

/** Days in the working-day calendar, at office hours in China. */
export function reportTimeline(calendar: WorkCalendar, { unit, place, state }: Situation): Timeline {
  const day = (workdays: number, from = lastDay(place.period)): string | null => {
    const found = calendar.addWorkdays(from, workdays)
    return found.ok ? found.value : null
  }
  const moment = (on: string | null, time: string) => (on === null ? null : `${on}T${time}:00.000Z`)
  const at = (step: (typeof steps)[number], workdays: number, time: string): string | null =>
    hasReached(state, step) ? moment(day(workdays), time) : null
  const first = handedIn(unit, place)
  return {
    opened: moment(day(1, addDays(firstDay(place.period), -1)), '01:00'),
    due: day(dueWorkday),
    submitted: at('submitted', first, '02:10'),
    returned: state === 'returned' ? moment(day(first + 1), '06:40') : null,
    verified: at('verified', first + 1, '06:40'),
    published: at('published', first + 1, '08:00'),
  }
}
