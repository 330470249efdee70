import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { sql } from 'kysely'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { loadCalendar } from '#modules/organisation/server/work-calendar'
import type { Transaction } from '#platform/database/database'

/** The n-th working day after the period's end; null where the year's calendar has not been announced: never a guess. */
export async function dueOn(tx: Transaction, period: PeriodId, workdays: number): Promise<string | null> {
  const due = (await loadCalendar(tx)).addWorkdays(lastDay(period), workdays)
  return due.ok ? due.value : null
}

interface OwedReport {
  readonly id: string
  readonly zone_id: string
  readonly period: string
  readonly due_on: string | null
  readonly workdays: number
}

/**
 * Works out again when open reports are due after the calendar of a year has changed, and returns how many moved. What
 * has been handed in keeps the day it was measured by.
 */
export async function moveDueDays(
  tx: Transaction,
  { year, calendar }: { year: number; calendar: WorkCalendar },
): Promise<number> {
  const as = tx.asKernel
  const owed =
    await as.all<OwedReport>(sql`SELECT report.id, report.zone_id, report.period, report.due_on, form.due_workday AS workdays
    FROM report JOIN reporting_form AS form ON form.id = report.form
    WHERE report.state IN ('draft', 'returned', 'correcting') AND left(report.period, 4)::int IN (${year - 1}::int, ${year}::int)`)
  let moved = 0
  for (const report of owed) {
    const due = calendar.addWorkdays(lastDay(report.period as PeriodId), report.workdays)
    const day = due.ok ? due.value : null
    if (day === report.due_on) continue
    await as.run(
      sql`UPDATE report SET due_on = ${day}::date WHERE id = ${report.id} AND zone_id = ${report.zone_id}`,
    )
    moved += 1
  }
  return moved
}
