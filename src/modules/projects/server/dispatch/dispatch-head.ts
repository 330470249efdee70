import { sql } from 'kysely'
import { stepPeriod } from '#engine/period/period-steps'
import { period, type PeriodId } from '#engine/period/period'
import { daysBetween, type PlainDate } from '#engine/period/plain-date'
import { type Actor, deedsOf } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { DispatchHead } from '../../dispatch-contract'
import { dispatch } from '../../records/dispatch'
import type { NameOf } from './person-names'

export interface DispatchRow {
  readonly id: string
  readonly unit_id: string
  readonly version: number
  readonly month: string
  readonly state: DispatchHead['state']
  readonly due_on: string
  readonly note: string | null
  readonly closed_at: string | null
  readonly closed_by: string | null
  readonly closed_reported: number | null
  readonly closed_invested: string | null
  readonly closed_kept: number | null
  readonly reopened_by: string | null
  readonly reopened_reason: string | null
}

/** Ten years of months. */
const most = 120

/**
 * The months of a zone that have been opened, newest first. Read as the kernel: whoever reports in a park has to know
 * until when, though the zone's own rows are not theirs to read.
 */
export const zoneMonths = (tx: Transaction, zone: string): Promise<DispatchRow[]> =>
  tx.asKernel.all<DispatchRow>(
    sql`SELECT id, unit_id, version, month, state, due_on, note, closed_at, closed_by, closed_reported,
          closed_invested, closed_kept, reopened_by, reopened_reason
        FROM dispatch WHERE zone_id = ${zone} ORDER BY month DESC LIMIT ${most}`,
  )

/** The month to show where none is asked for: the oldest that is still open, else the newest, else the last whole month. */
export function likelyMonth(months: readonly DispatchRow[]): PeriodId {
  const open = months.filter(({ state }) => state !== 'closed').at(-1)
  const found = open ?? months[0]
  return found ? period(found.month) : stepPeriod(period(beijingToday().slice(0, 7)), -1)
}

/** A month as its desk and report are headed. */
export function headOf(actor: Actor, row: DispatchRow, personName: NameOf): DispatchHead {
  return {
    id: row.id,
    version: row.version,
    month: row.month,
    state: row.state,
    due_on: row.due_on,
    days_left: daysBetween(beijingToday(), row.due_on as PlainDate),
    note: row.note,
    closed_at: row.state === 'closed' ? row.closed_at : null,
    closed_by: row.state === 'closed' ? personName(row.closed_by) : null,
    closed_reported: row.closed_reported,
    closed_invested: row.closed_invested,
    reopened_by: personName(row.reopened_by),
    reopened_reason: row.reopened_reason,
    may: deedsOf(actor, dispatch, { ...row }),
  }
}
