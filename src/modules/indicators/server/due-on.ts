import { WorkCalendar } from '#engine/calendar/work-calendar'
import type { CalendarRow } from '#engine/calendar/calendar-row'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { queries, type Transaction } from '#platform/database/database'

/** The working calendar as the table has it; a year is covered once its notice has been entered. */
export async function loadCalendar(tx: Transaction): Promise<WorkCalendar | undefined> {
  const rows = (await tx.all(
    queries().selectFrom('calendar_day').select(['date', 'kind', 'name_zh']).orderBy('date'),
  )) as {
    date: string
    kind: CalendarRow['kind']
    name_zh: string
  }[]
  const years = [...new Set(rows.map((row) => Number(row.date.slice(0, 4))))]
  const days = rows.map((row) => ({ date: row.date, kind: row.kind, name: row.name_zh }) as CalendarRow)
  const calendar = WorkCalendar.of(days, years)
  return calendar.ok ? calendar.value : undefined
}

/** The n-th working day after the period's end; null where the year's calendar has not been announced: never a guess. */
export async function dueOn(tx: Transaction, period: PeriodId, workdays: number): Promise<string | null> {
  const due = (await loadCalendar(tx))?.addWorkdays(lastDay(period), workdays)
  return due?.ok ? due.value : null
}
