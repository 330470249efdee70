import type { PeriodId } from '#engine/period/period'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import { type Kernel, nearestAbove } from '#platform/records/kernel'
import { lockRow } from '#platform/records/lock-row'
import { rewriteRow } from '#platform/records/move-parts'
import { invalidInput } from '#platform/records/refusals'
import { findRow, type StoredRow } from '#platform/records/rows'
import { entryDue, entryProblems, usualDeadline } from '../../domain/entry-rules'
import { project } from '../../records/project'

/** The day of the month that holds here: the nearest that was set, else the usual one. */
async function deadlineAt(tx: Transaction, kernel: Kernel, unit: string): Promise<number> {
  const units = kernel.places().above(unit)
  const rows = await tx.asKernel.all<{ unit_id: string; day: number }>(
    sql`SELECT unit_id, day FROM statistics_deadline WHERE unit_id = ANY (${units}::text[])`,
  )
  const days = new Map(rows.map(({ unit_id, day }) => [unit_id, day]))
  return nearestAbove(kernel.places(), unit, days) ?? usualDeadline
}

const monthOf = ({ started_on, started_in }: StoredRow): PeriodId | undefined => {
  const told = (started_on ?? started_in) as string | null
  return told === null || told.length < 7 ? undefined : (told.slice(0, 7) as PeriodId)
}

/** Tells the project that it is entered, as the kernel: who confirms an entry need not be one who may change projects. */
async function tellProject(tx: Transaction, kernel: Kernel, { row }: Deed): Promise<void> {
  const before = await lockRow(tx.asKernel, project, { id: String(row.project), zone: row.zone_id })
  const told = {
    entered_on: row.entered_on,
    statistics_code: row.statistics_code ?? before.statistics_code,
  }
  await rewriteRow(tx, kernel, {
    record: project,
    before,
    row: {
      ...before,
      ...told,
      version: before.version + 1,
      updated_at: row.updated_at,
      updated_by: row.updated_by,
    },
  })
}

/** An entry is due by its area's day, goes out with every proof, and once confirmed is told to its project. */
export function entryEffects(kernel: () => Kernel): Effect {
  return {
    async before(tx: Transaction, { name, row }: Deed) {
      const whole = await findRow(tx, project, { id: String(row.project) })
      if (!whole) return undefined
      if (name === 'submit') {
        const problems = entryProblems(row, whole)
        if (problems.length > 0) throw invalidInput(problems)
      }
      const month = monthOf(whole)
      return { due_on: month ? entryDue(month, await deadlineAt(tx, kernel(), row.unit_id)) : null }
    },
    async after(tx: Transaction, deed: Deed) {
      if (deed.name === 'enter') await tellProject(tx, kernel(), deed)
    },
  }
}
