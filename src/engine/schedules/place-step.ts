import type { Step } from '#engine/schedules/network'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'

/** From the beginning of the first day to the end of the last, as moments; a milestone has both at once. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The moment at which a step on this day has happened: the day's beginning for a milestone that opens it, else its end. */
export const momentOn = (step: Step, day: number): number => (step.opens ? day : day + 1)

/** The first moment at which a step may begin that may not stand before this day. */
export const firstMoment = (step: Step, day: number): number => (step.days > 0 ? day : momentOn(step, day))

/** The last day of a span as people write it. */
export const lastDayOf = (step: Step, span: Span): number => (step.opens ? span.end : span.end - 1)

/** The first day of a span as people write it; a milestone has one day. */
export const firstDayOf = (step: Step, span: Span): number =>
  step.days > 0 ? span.start : lastDayOf(step, span)

/** The earliest place of a step at or after a moment. */
export function earliestSpan(step: Step, from: number, calendar: ScheduleCalendar): Span {
  if (step.days === 0) return instant(earliestInstant(step, from, calendar))
  if (step.unit === 'calendar_day') return { start: from, end: from + step.days }
  const rank = calendar.rank(from)
  return { start: calendar.workday(rank), end: calendar.workday(rank + step.days - 1) + 1 }
}

/** The latest place of a step that starts by one moment and ends by another. */
export function latestSpan(step: Step, by: Span, calendar: ScheduleCalendar): Span {
  const { days } = step
  if (days === 0) return instant(latestInstant(step, Math.min(by.start, by.end), calendar))
  if (step.unit === 'calendar_day') {
    const end = Math.min(by.end, by.start + days)
    return { start: end - days, end }
  }
  // The ranks of its last working day, as the end and as the start allow; a day begun by then is `start + 1` over.
  const rank = Math.min(calendar.rank(by.end) - 1, calendar.rank(by.start + 1) - 1 + days - 1)
  return { start: calendar.workday(rank - days + 1), end: calendar.workday(rank) + 1 }
}

/** Where a fixed date puts a step; undefined without one. The fixed day counts although it may be a day off. */
export function fixedSpan(step: Step, calendar: ScheduleCalendar): Span | undefined {
  const { fixedStart, fixedFinish, days } = step
  const day = fixedStart ?? fixedFinish
  if (day === undefined) return undefined
  if (days === 0) return instant(momentOn(step, day))
  if (fixedStart !== undefined && fixedFinish !== undefined)
    return { start: fixedStart, end: fixedFinish + 1 }
  return fixedStart !== undefined
    ? { start: day, end: calendar.ahead(day + 1, days - 1, step.unit) }
    : { start: startBefore(step, day, calendar), end: day + 1 }
}

/** The first day of a step whose last is fixed, the fixed one counted. */
function startBefore({ days, unit }: Step, last: number, calendar: ScheduleCalendar): number {
  if (unit === 'calendar_day' || days === 1) return last + 1 - days
  return calendar.workday(calendar.rank(last) + 1 - days)
}

const instant = (moment: number): Span => ({ start: moment, end: moment })

/** A milestone counted in working days falls on one; counted in calendar days on any. */
function earliestInstant(step: Step, from: number, calendar: ScheduleCalendar): number {
  if (step.unit === 'calendar_day') return from
  return step.opens ? calendar.firstWorked(from) : calendar.firstWorked(from - 1) + 1
}

function latestInstant(step: Step, by: number, calendar: ScheduleCalendar): number {
  if (step.unit === 'calendar_day') return by
  return step.opens ? calendar.lastWorked(by + 1) : calendar.lastWorked(by) + 1
}
