import { sql } from 'kysely'
import type { PeriodId } from '#engine/period/period'
import type { Transaction } from '#platform/database/database'
import type {
  BlockerRow,
  LetterRow,
  ListedRow,
  MonthRow,
  MonthTold,
} from '../../domain/dispatch/dispatch-rows'
import type { KeptLine } from '../../domain/dispatch/kept-lines'
import type { UnitsOfZone } from './dispatch-query'

/** Projects that are or were on the year's list, of the unit and everything below it, as the reader may see them. */
export const listedProjects = (tx: Transaction, { zone, units }: UnitsOfZone, month: PeriodId) =>
  tx.all<ListedRow>(
    sql`SELECT p.id, p.name_zh, p.unit_id, p.sample, p.state, p.category, p.investment, p.officer, p.leader,
        y.project_class, y.annual_plan, y.planned_start, p.started_on, p.started_in, p.entered_on, p.completed_on,
        p.produced_on, y.listed_on, y.left_on, y.left_reason
      FROM project_year y JOIN project p ON p.zone_id = y.zone_id AND p.id = y.project
      WHERE y.zone_id = ${zone} AND y.year = ${month.slice(0, 4)} AND y.unit_id = ANY (${units}::text[])`,
  )

const sinceJanuary = (month: PeriodId) =>
  sql<boolean>`month BETWEEN ${`${month.slice(0, 4)}-01`} AND ${month} AND length(month) = 7`

/** Reports from January to the month; long texts of the month itself alone. */
export const monthReports = (tx: Transaction, { zone, units }: UnitsOfZone, month: PeriodId) =>
  tx.all<MonthRow>(
    sql`SELECT id, unit_id, version, project, month, state, invested,
        CASE WHEN month = ${month} THEN progress END AS progress,
        CASE WHEN month = ${month} THEN next_month END AS next_month,
        CASE WHEN month = ${month} THEN requests END AS requests,
        correction_open, correction_by, correction_at, correction_reason, invested_before
      FROM project_month
      WHERE zone_id = ${zone} AND ${sinceJanuary(month)} AND unit_id = ANY (${units}::text[])
      ORDER BY month, project`,
  )

interface Corrected {
  readonly zone: string
  readonly month: PeriodId
  readonly projects: readonly string[]
}

/**
 * Reports from January to the month that were corrected, of projects whose lines the reader sees. Read as the kernel: a
 * project may have moved to another park since its month was closed in this one.
 */
export const correctedMonths = (tx: Transaction, { zone, month, projects }: Corrected) =>
  tx.asKernel.all<MonthTold>(
    sql`SELECT project, month, state, invested, NULL AS next_month, NULL AS requests,
          correction_open, correction_by, correction_at, correction_reason, invested_before
        FROM project_month
        WHERE zone_id = ${zone} AND ${sinceJanuary(month)} AND correction_at IS NOT NULL
          AND project = ANY (${projects}::text[])`,
  )

/** What was kept of a month's projects when it was closed. */
export const keptLines = (tx: Transaction, { zone, units }: UnitsOfZone, dispatch: string) =>
  tx.all<Pick<KeptLine, 'project' | 'kept'>>(
    sql`SELECT project, kept FROM dispatch_line
      WHERE zone_id = ${zone} AND dispatch = ${dispatch} AND unit_id = ANY (${units}::text[]) ORDER BY project`,
  )

/** Blockers of the unit with the moments of their clocks. */
export const blockersOf = (tx: Transaction, { zone, units }: UnitsOfZone) =>
  tx.all<BlockerRow>(
    sql`SELECT b.id, b.version, b.subject, b.project, p.name_zh AS project_name, b.unit_id, b.category, b.level,
        b.details, b.organ, b.handler, b.state, b.sample, b.created_at,
        b.settlement_clock ->> 'watch_at' AS watch_at, b.settlement_clock ->> 'due_at' AS due_at,
        b.settlement_clock ->> 'ended_at' AS ended_at
      FROM blocker b JOIN project p ON p.zone_id = b.zone_id AND p.id = b.project
      WHERE b.zone_id = ${zone} AND b.unit_id = ANY (${units}::text[]) AND b.state <> 'withdrawn'`,
  )

export const lettersOf = (tx: Transaction, { zone, units }: UnitsOfZone) =>
  tx.all<LetterRow>(
    sql`SELECT id, blocker, kind, number, state FROM letter
      WHERE zone_id = ${zone} AND unit_id = ANY (${units}::text[]) ORDER BY kind, series, serial`,
  )

interface ReturnRow {
  readonly row_id: string
  readonly reason: string | null
}

/** Why reports were returned, the last time; the ledger keeps it. */
export async function returnReasons(
  tx: Transaction,
  zone: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (reports.length === 0) return new Map()
  const rows = await tx.asKernel.all<ReturnRow>(
    sql`SELECT DISTINCT ON (row_id) row_id, reason FROM event
        WHERE zone_id = ${zone} AND record = 'project_month' AND deed = 'return' AND row_id = ANY (${reports}::text[])
        ORDER BY row_id, id DESC`,
  )
  return new Map(rows.map(({ row_id, reason }) => [row_id, reason]))
}
