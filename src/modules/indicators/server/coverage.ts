import { sql } from 'kysely'
import { type ReportingRecord, timeliness } from '#engine/figures/timeliness'
import type { PlainDate } from '#engine/period/plain-date'
import type { Transaction } from '#platform/database/database'
import type { CoverageReply } from '../contract'
import { assertSeesSome } from './seen-units'

interface OwedRow {
  readonly unit_id: string
  readonly period: string
  readonly due_on: string
  readonly submitted_on: string | null
}

/** How the units keep their reporting dates, over the reports whose period lies in the range; days in China's time. */
export async function reportingCoverage(
  tx: Transaction,
  given: { units: readonly string[]; from: string; to: string; today: PlainDate },
): Promise<CoverageReply> {
  assertSeesSome(tx, given.units)
  const rows =
    await tx.all<OwedRow>(sql`SELECT unit_id, period, due_on, ((submitted_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS submitted_on
    FROM report WHERE unit_id = ANY (${given.units}::text[]) AND due_on IS NOT NULL AND period >= ${given.from} AND period <= ${`${given.to}~`}`)
  const records = rows.map((row): ReportingRecord => ({
    unit: row.unit_id,
    period: row.period as never,
    dueDate: row.due_on as PlainDate,
    ...(row.submitted_on !== null && { submittedAt: row.submitted_on as PlainDate }),
  }))
  return {
    units: timeliness(records, given.today).map((one) => ({
      unit: one.unit,
      due: one.due,
      on_time: one.onTime,
      late: one.late,
      missing: one.missing,
      coverage_rate: one.coverageRate.value,
      on_time_rate: one.onTimeRate.value,
    })),
  }
}
