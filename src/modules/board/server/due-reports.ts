import { sql } from 'kysely'
import { daysBetween, type PlainDate } from '#engine/period/plain-date'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { DueItem } from '../contract'
import type { DueQuery } from './due-items'

interface DueRow {
  readonly id: string
  readonly title: string
  readonly unit_id: string
  readonly state: string
  readonly due_on: string
  readonly sample: boolean
  readonly owner_zh: string | null
  readonly owner_en: string | null
}

/**
 * Reports not handed in that are due by the last day asked for. The owner is whoever holds the statistician's post of
 * the unit today; who that is, is no secret to those who see the report.
 */
export async function dueReports(tx: Transaction, given: DueQuery): Promise<DueItem[]> {
  const visible = await tx.all<{ id: string }>(sql`SELECT id FROM report
    WHERE unit_id = ANY (${given.units}::text[]) AND state IN ('draft', 'returned', 'correcting') AND due_on IS NOT NULL
      AND due_on <= ${given.until}::date ORDER BY due_on, unit_id LIMIT ${given.most}`)
  const ids = visible.map((row) => row.id)
  const rows = await tx.asKernel
    .all<DueRow>(sql`SELECT report.id, report.title, report.unit_id, report.state, report.due_on, report.sample, holder.name_zh AS owner_zh, holder.name_en AS owner_en
      FROM report LEFT JOIN LATERAL (
        SELECT person.name_zh, person.name_en FROM post JOIN person ON person.id = post.person
        WHERE post.unit_id = report.unit_id AND post.role = 'statistician' AND post.starts_on <= ${given.today}::date
          AND (post.ends_on IS NULL OR post.ends_on >= ${given.today}::date) ORDER BY post.id LIMIT 1) AS holder ON true
      WHERE report.id = ANY (${ids}::text[]) ORDER BY report.due_on, report.unit_id`)
  return rows.map((row): DueItem => {
    const days = daysBetween(row.due_on as PlainDate, given.today)
    return {
      record: 'report',
      id: row.id,
      title: row.title,
      unit: row.unit_id,
      state: row.state,
      limit: null,
      due_on: row.due_on,
      days,
      late: days > 0,
      sample: row.sample,
      owner: row.owner_zh === null ? null : text(row.owner_zh, row.owner_en ?? row.owner_zh),
    }
  })
}
