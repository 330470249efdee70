import type { CalendarRow } from '#engine/calendar/calendar-row'
import { WorkCalendar } from '#engine/calendar/work-calendar'
import { addDays, daysInMonth, plainDate, type PlainDate, weekday } from '#engine/period/plain-date'
import type { CalendarDay } from '../contract'

/** How a day is worked: by the plain week, or as the notice sets it. */
export type DayState = 'workday' | 'weekend' | 'holiday' | 'makeup'

export interface YearDay {
  readonly date: PlainDate
  readonly state: DayState
  /** The festival, on days of the notice. */
  readonly name: string | undefined
}

function stateOf(date: PlainDate, day: CalendarDay | undefined): DayState {
  if (day) return day.kind === 'holiday' ? 'holiday' : 'makeup'
  return weekday(date) > 5 ? 'weekend' : 'workday'
}

/** The days of a month, 1–12. */
export function monthDays(year: number, month: number, days: ReadonlyMap<string, CalendarDay>): YearDay[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, index) => {
    const date = plainDate(year, month, index + 1)
    const day = days.get(date)
    return { date, state: stateOf(date, day), name: day?.name }
  })
}

/** Days in a row that are alike. */
export interface DaySpan {
  readonly first: string
  readonly last: string
  readonly days: number
  readonly kind: CalendarDay['kind']
  readonly name: string
}

/** Days in the order of their dates, those in a row of the same occasion and kind as one. */
export function spansOf(days: readonly CalendarDay[]): DaySpan[] {
  const found: DaySpan[] = []
  for (const { date, kind, name } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = found.at(-1)
    const follows = last?.name === name && last.kind === kind && addDays(last.last as PlainDate, 1) === date
    if (last && follows) found[found.length - 1] = { ...last, last: date, days: last.days + 1 }
    else found.push({ first: date, last: date, days: 1, kind, name })
  }
  return found
}

export interface Festival {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly days: number
  readonly makeups: readonly string[]
}

/** The festivals of a year in the order they come: days off in a row, with the days worked for them. */
export function festivalsOf(days: readonly CalendarDay[]): Festival[] {
  const found = spansOf(days).filter((span) => span.kind === 'holiday')
  const worked = days
    .filter((day) => day.kind === 'makeup_workday')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  // A day is worked for the festival of its name that lies nearest: New Year comes twice in some years.
  const distance = (date: string, festival: DaySpan) =>
    Math.abs(Date.parse(date) - Date.parse(festival.first))
  const nearest = (day: CalendarDay) =>
    found
      .filter((festival) => festival.name === day.name)
      .sort((a, b) => distance(day.date, a) - distance(day.date, b))[0]
  return found.map((festival) => ({
    name: festival.name,
    first: festival.first,
    last: festival.last,
    days: festival.days,
    makeups: worked.filter((day) => nearest(day) === festival).map((day) => day.date),
  }))
}

/** Working days of a year whose notice has been entered. */
export function workdaysIn(year: number, days: readonly CalendarDay[]): number | undefined {
  const calendar = WorkCalendar.of(days as readonly CalendarRow[], [year, year - 1])
  if (!calendar.ok) return undefined
  const count = calendar.value.workdaysBetween(plainDate(year - 1, 12, 31), plainDate(year, 12, 31))
  return count.ok ? count.value : undefined
}

/** Whether the next year is missing, and how pressing that is: the notice comes out in October or November. */
export function missingNextYear(
  covered: readonly number[],
  today: string,
): { readonly year: number; readonly isPressing: boolean } | undefined {
  const year = Number(today.slice(0, 4)) + 1
  if (covered.includes(year)) return undefined
  return { year, isPressing: Number(today.slice(5, 7)) >= 10 }
}
