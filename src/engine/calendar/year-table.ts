import { addDays, daysBetween, plainDate, weekday, type PlainDate } from '#engine/period/plain-date'
import type { CalendarDayKind } from '#engine/calendar/calendar-row'

/** The working days of one year, laid out so that counting is a look-up: 250 days on costs the same as one. */
export interface YearTable {
  readonly first: PlainDate
  /** Every working day of the year, in order. */
  readonly workdays: readonly PlainDate[]
  /** At index i: working days from 1 January through the day i days later. */
  readonly through: Uint16Array
}

type KindOn = (date: PlainDate) => CalendarDayKind | undefined

/** Builds the table of a year from the exceptions to the plain week; 365 steps, done once per year. */
export function yearTable(year: number, kindOn: KindOn): YearTable {
  const first = plainDate(year, 1, 1)
  const length = daysBetween(first, plainDate(year, 12, 31)) + 1
  const workdays: PlainDate[] = []
  const through = new Uint16Array(length)
  for (let index = 0; index < length; index++) {
    const date = addDays(first, index)
    if (isWorked(date, kindOn(date))) workdays.push(date)
    through[index] = workdays.length
  }
  return { first, workdays, through }
}

/** Working days of the year up to and including `date`, which must lie in that year. */
export function workdaysThrough(table: YearTable, date: PlainDate): number {
  return table.through[daysBetween(table.first, date)] ?? 0
}

/** True if `date`, which must lie in the table's year, is worked. */
export function isWorkedIn(table: YearTable, date: PlainDate): boolean {
  const index = daysBetween(table.first, date)
  return (table.through[index] ?? 0) > (table.through[index - 1] ?? 0)
}

function isWorked(date: PlainDate, kind: CalendarDayKind | undefined): boolean {
  if (kind !== undefined) return kind === 'makeup_workday'
  return weekday(date) <= 5
}
