import { sql } from 'kysely'
import { beijingDay } from '../../domain/dispatch/letter-step'
import { text, type Text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { beijingToday } from '#platform/records/beijing-now'
import type { Deed, Effect } from '#platform/records/effects'
import type { StoredRow } from '#platform/records/rows'
import { projectErrors } from '../../contract'
import { projectMonth } from '../../records/project-month'
import { namesOf } from './person-names'

const refuse = errorsOf(projectErrors)
const unnamed = text('有关人员', 'somebody')

interface ClosedMonth {
  readonly state: string
  readonly closed_by: string | null
  readonly closed_at: string | null
}

/**
 * The zone's month, kept from being closed until this transaction ends: else a report could be written between the
 * question and the closing. Read as the kernel: a park's officer does not see the zone's own rows.
 */
const heldMonth = (tx: Transaction, { zone_id, month }: StoredRow) =>
  tx.asKernel.first<ClosedMonth>(
    sql`SELECT state, closed_by, closed_at FROM dispatch WHERE zone_id = ${zone_id} AND month = ${month} FOR SHARE`,
  )

const monthWords = (month: unknown): Text => {
  const [year, number] = String(month).split('-')
  return text(`${year}年${Number(number)}月`, String(month))
}

async function closedDetail(tx: Transaction, row: StoredRow, closed: ClosedMonth): Promise<Text> {
  const nameOf = await namesOf(tx, 'person', [closed.closed_by])
  const who = nameOf(closed.closed_by) ?? unnamed
  const month = monthWords(row.month)
  const day = closed.closed_at === null ? '' : beijingDay(closed.closed_at)
  return text(
    `${month.zh}的调度已由${who.zh}于 ${day} 冻结`,
    `The dispatch of ${month.en} was closed by ${who.en} on ${day}`,
  )
}

/** A closed month stands as it is; a correction that a leader has allowed goes its way to the end. */
async function assertOpen(tx: Transaction, { name, before, row }: Deed): Promise<void> {
  if (name === 'correct' || before?.correction_open === true) return
  const month = await heldMonth(tx, row)
  if (month?.state === 'closed') throw refuse('month_closed', { detail: await closedDetail(tx, row, month) })
}

interface Begun {
  readonly state: string
  readonly created_by: string
  readonly created_at: string
}

/** Two officers at the same month: the second is told who was first and how far that is. */
async function assertFirst(tx: Transaction, row: StoredRow): Promise<void> {
  const begun = await tx.first<Begun>(
    sql`SELECT state, created_by, created_at FROM project_month
      WHERE zone_id = ${row.zone_id} AND project = ${row.project} AND month = ${row.month}`,
  )
  if (!begun) return
  const nameOf = await namesOf(tx, 'person', [begun.created_by])
  const who = nameOf(begun.created_by) ?? unnamed
  const states: Readonly<Record<string, { readonly label: Text }>> = projectMonth.lifecycle.states
  const label = states[begun.state]?.label ?? text(begun.state, begun.state)
  const [month, day] = [monthWords(row.month), beijingDay(begun.created_at)]
  throw refuse('month_reported', {
    detail: text(
      `${month.zh}月报已由${who.zh}于 ${day} 建立（${label.zh}）`,
      `The report of ${month.en} was begun by ${who.en} on ${day} (${label.en.toLowerCase()})`,
    ),
  })
}

/** What a deed leaves on the report of its correction: who allowed it, why, and what was said before. */
function correction(tx: Transaction, { name, before, reason }: Deed): Readonly<Record<string, unknown>> {
  if (name === 'accept') return before?.correction_open === true ? { correction_open: false } : {}
  if (name !== 'correct') return {}
  return {
    correction_open: true,
    correction_by: tx.actor.person,
    correction_at: new Date().toISOString(),
    correction_reason: reason,
    invested_before: before?.invested ?? null,
  }
}

/** A project's month: once only, not in a closed month, and a correction says for good that it is one. */
export function monthEffects(): Effect {
  return {
    async before(tx, deed) {
      if (deed.name === 'submit' && String(deed.row.month) > beijingToday().slice(0, 7))
        throw refuse('month_ahead')
      await assertOpen(tx, deed)
      if (deed.name === 'create') await assertFirst(tx, deed.row)
      return correction(tx, deed)
    },
    // A removal is heard only afterwards; what is refused here takes it back.
    async after(tx, deed) {
      if (deed.name !== 'remove') return
      // A leader has allowed another figure, not that there be none.
      if (deed.before?.correction_open === true) throw refuse('month_corrected')
      await assertOpen(tx, deed)
    },
  }
}
