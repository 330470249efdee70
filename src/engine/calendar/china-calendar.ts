import { addDays, plainDate, type PlainDate } from '#engine/period/plain-date'
import type { CalendarDayKind, CalendarRow } from '#engine/calendar/calendar-row'
import { CHINA_CALENDAR } from '#engine/calendar/china.data'
import { WorkCalendar } from '#engine/calendar/work-calendar'

/** The years of the State Council's notices shipped with the product: 2004–2026. Later ones are imported. */
export const CHINA_YEARS: readonly number[] = Object.keys(CHINA_CALENDAR).map(Number)

/** Holidays and make-up working days of 2004–2026, in date order: the seed of the `calendar_day` table. */
export function chinaCalendarRows(): CalendarRow[] {
  const rows = Object.entries(CHINA_CALENDAR).flatMap(([year, { holidays, makeupWorkdays }]) => [
    ...rowsOf(Number(year), 'holiday', holidays),
    ...rowsOf(Number(year), 'makeup_workday', makeupWorkdays),
  ])
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The calendar as shipped, for tests and tools; a running server builds its own from the table. */
export function chinaCalendar(): WorkCalendar {
  const built = WorkCalendar.of(chinaCalendarRows(), CHINA_YEARS)
  if (!built.ok) throw new Error(built.error.message.en)
  return built.value
}

function rowsOf(year: number, kind: CalendarDayKind, spans: string): CalendarRow[] {
  return spans
    .split(', ')
    .filter(Boolean)
    .flatMap((span) => {
      const [name = '', first = '', last = first] = span.split(' ')
      const end = dayOf(year, last)
      const rows: CalendarRow[] = []
      for (let date = dayOf(year, first); date <= end; date = addDays(date, 1))
        rows.push({ date, kind, name })
      return rows
    })
}

function dayOf(year: number, monthDay: string): PlainDate {
  return plainDate(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
}
