import { ok, type Result } from '#engine/result/result'
import { addDays, daysBetween, plainDate, type PlainDate } from '#engine/period/plain-date'
import {
  beijingSeconds,
  beijingTimeAt,
  formatBeijingTime,
  type BeijingTime,
} from '#engine/calendar/beijing-time'
import type { CalendarError } from '#engine/calendar/calendar-row'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { ClockDefinition } from '#engine/clocks/clock-definition'

/**
 * How a clock measures. A point is a whole day (days since 1970) or a second; what lies after point a up to and
 * including point b is counted. So days and hours share one way of counting.
 */
export interface Ruler {
  /** The point after which counting begins when the clock starts at this moment. */
  readonly begin: (at: BeijingTime) => Result<number, CalendarError>
  /** The last point before this moment that still counts: a pause stops the clock on the same day. */
  readonly before: (at: BeijingTime) => number
  /** The point of this moment itself: today, or this second. */
  readonly point: (at: BeijingTime) => number
  /** The point `units` after a point. */
  readonly add: (from: number, units: number) => Result<number, CalendarError>
  /** Units after `from` through `to`; 0 when `to` is not later. */
  readonly between: (from: number, to: number) => Result<number, CalendarError>
  /** The day of a point, and the last moment of it as an instant. */
  readonly day: (point: number) => PlainDate
  readonly instant: (point: number) => string
  /** The first moment of a point as an instant. */
  readonly opening: (point: number) => string
}

/** The ruler of a definition; the calendar is asked only for working days. */
export function rulerOf(definition: ClockDefinition, calendar: WorkCalendar): Ruler {
  if (definition.unit === 'hour') return HOURS
  return definition.unit === 'workday' ? workdays(definition, calendar) : calendarDays(definition)
}

const EPOCH = plainDate(1970, 1, 1)
const HOUR = 3600
const numberOf = (date: PlainDate): number => daysBetween(EPOCH, date)
const dayOf = (point: number): PlainDate => addDays(EPOCH, point)

const DAYS = {
  before: ({ date }: BeijingTime) => numberOf(date) - 1,
  point: ({ date }: BeijingTime) => numberOf(date),
  day: dayOf,
  instant: (point: number) => formatBeijingTime({ date: dayOf(point), second: 86_399 }),
  opening: (point: number) => formatBeijingTime({ date: dayOf(point), second: 0 }),
}

const HOURS: Ruler = {
  begin: (at) => ok(beijingSeconds(at)),
  before: beijingSeconds,
  point: beijingSeconds,
  add: (from, units) => ok(from + Math.round(units * HOUR)),
  between: (from, to) => ok(Math.max(0, to - from) / HOUR),
  day: (point) => beijingTimeAt(point).date,
  instant: (point) => formatBeijingTime(beijingTimeAt(point)),
  opening: (point) => formatBeijingTime(beijingTimeAt(point)),
}

function workdays(definition: ClockDefinition, calendar: WorkCalendar): Ruler {
  return {
    ...DAYS,
    begin: (at) => {
      const received = calendar.receivedOn(at, definition.cutOffHour)
      return received.ok ? ok(firstPoint(definition, received.value)) : received
    },
    add: (from, units) => {
      const date = calendar.addWorkdays(dayOf(from), units)
      return date.ok ? ok(numberOf(date.value)) : date
    },
    between: (from, to) => (to <= from ? ok(0) : calendar.workdaysBetween(dayOf(from), dayOf(to))),
  }
}

function calendarDays(definition: ClockDefinition): Ruler {
  return {
    ...DAYS,
    begin: ({ date, second }) => {
      const isLate = second > (definition.cutOffHour ?? 24) * HOUR
      return ok(firstPoint(definition, isLate ? addDays(date, 1) : date))
    },
    add: (from, units) => ok(from + units),
    between: (from, to) => ok(Math.max(0, to - from)),
  }
}

function firstPoint(definition: ClockDefinition, received: PlainDate): number {
  return numberOf(received) - (definition.startRule === 'same_day' ? 1 : 0)
}
