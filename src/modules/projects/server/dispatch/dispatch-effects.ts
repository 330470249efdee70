import { sql } from 'kysely'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import type { StoredRow } from '#platform/records/rows'
import { projectErrors } from '../../contract'
import { keepLines } from './keep-lines'

const refuse = errorsOf(projectErrors)

/** So many names stand in a refusal; the rest is counted. */
const named = 5

/** What was handed in and not yet decided would be shut in: neither accepted nor to be changed. */
async function assertNoneWaits(tx: Transaction, { zone_id, month }: StoredRow): Promise<void> {
  const rows = await tx.all<{ name_zh: string }>(
    sql`SELECT p.name_zh FROM project_month m JOIN project p ON p.zone_id = m.zone_id AND p.id = m.project
      WHERE m.zone_id = ${zone_id} AND m.month = ${month} AND m.state IN ('submitted', 'correcting')
      ORDER BY p.name_zh`,
  )
  if (rows.length === 0) return
  const first = rows.slice(0, named).map(({ name_zh }) => name_zh)
  const more = rows.length > named ? text('等', ' and others') : text('', '')
  throw refuse('reports_waiting', {
    detail: text(
      `还有 ${rows.length} 项待审定：${first.join('、')}${more.zh}`,
      `${rows.length} wait to be accepted: ${first.join(', ')}${more.en}`,
    ),
  })
}

/** What the month came to as it was closed: later corrections are seen beside it. */
async function closingFigures(tx: Transaction, { zone_id, month }: StoredRow) {
  const found = await tx.first<{ reported: number; invested: string | null }>(
    sql`SELECT count(*)::int AS reported, sum(invested)::text AS invested FROM project_month
      WHERE zone_id = ${zone_id} AND month = ${month} AND state = 'accepted'`,
  )
  return { closed_reported: found?.reported ?? 0, closed_invested: found?.invested ?? null }
}

async function closing(tx: Transaction, kernel: Kernel, row: StoredRow) {
  await assertNoneWaits(tx, row)
  const at = new Date().toISOString()
  return {
    closed_at: at,
    closed_by: tx.actor.person,
    ...(await closingFigures(tx, row)),
    closed_kept: await keepLines(tx, kernel, { row, at }),
  }
}

/**
 * A month of dispatch belongs to a zone, is closed only when nothing waits, keeps what it says then, and says who closed
 * or opened it again.
 */
export function dispatchEffects(kernel: () => Kernel): Effect {
  return {
    async before(tx, { name, row, reason }: Deed) {
      if (name === 'create' && row.unit_id !== row.zone_id) throw refuse('dispatch_of_zone')
      if (name === 'close') return closing(tx.asKernel, kernel(), row)
      if (name === 'reopen') return { reopened_by: tx.actor.person, reopened_reason: reason }
      return {}
    },
  }
}
