import { sql } from 'kysely'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { BoardChange } from '../contract'

interface ChangeRow {
  readonly at: string
  readonly record: string
  readonly row_id: string
  readonly unit_id: string
  readonly deed: string
  readonly title: string
  readonly sample: boolean
  readonly person_zh: string | null
  readonly person_en: string | null
}

/** The latest moves of reports that the actor may see: what changed since they looked. */
export async function recentChanges(tx: Transaction, units: readonly string[]): Promise<BoardChange[]> {
  const visible = await tx.all<{ id: string }>(
    sql`SELECT id FROM report WHERE unit_id = ANY (${units}::text[]) ORDER BY updated_at DESC LIMIT 60`,
  )
  const ids = visible.map((row) => row.id)
  const rows = await tx.asKernel
    .all<ChangeRow>(sql`SELECT event.at, event.record, event.row_id, event.unit_id, event.deed, report.title, report.sample,
        person.name_zh AS person_zh, person.name_en AS person_en
      FROM event JOIN report ON report.id = event.row_id LEFT JOIN person ON person.id = event.person_id
      WHERE event.record = 'report' AND event.row_id = ANY (${ids}::text[]) AND event.deed NOT IN ('create', 'update', 'access_refused')
      ORDER BY event.at DESC LIMIT 12`)
  return rows.map((row) => ({
    at: row.at,
    record: row.record,
    id: row.row_id,
    unit: row.unit_id,
    deed: row.deed,
    title: text(row.title, row.title),
    sample: row.sample,
    person: text(row.person_zh ?? '系统', row.person_en ?? row.person_zh ?? 'System'),
  }))
}
