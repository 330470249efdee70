import type { CalendarRow } from '#engine/calendar/calendar-row'
import { WorkCalendar } from '#engine/calendar/work-calendar'
import { type Bus, keptUntilChanged } from '#platform/audit/bus'
import { queries, type Transaction } from '#platform/database/database'
import { coveredYears } from './calendar-notice-diff'

interface DayRow {
  readonly date: string
  readonly kind: CalendarRow['kind']
  readonly name_zh: string
}

/** The working calendar as the table has it in this transaction; a year is covered once its notice has been entered. */
export async function loadCalendar(tx: Transaction): Promise<WorkCalendar> {
  const rows = (await tx.all(
    queries().selectFrom('calendar_day').select(['date', 'kind', 'name_zh']).orderBy('date'),
  )) as DayRow[]
  const days = rows.map((row) => ({ date: row.date, kind: row.kind, name: row.name_zh }) as CalendarRow)
  // A year is covered by its own notice: the New Year's days of the year before do not announce it.
  const calendar = WorkCalendar.of(days, coveredYears(days))
  // The day is the table's key: no day can be there twice.
  if (!calendar.ok) throw new Error(calendar.error.message.en)
  return calendar.value
}

/** The working calendar, read once and again when a day of it changes. */
export const openWorkCalendar = (bus: Bus): ((tx: Transaction) => Promise<WorkCalendar>) =>
  keptUntilChanged(bus, ['calendar_day'], loadCalendar)
