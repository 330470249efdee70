import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { lockParts } from '#platform/records/lock-row'
import { findRow, type StoredRow } from '#platform/records/rows'
import { rewriteRow } from '#platform/records/move-parts'
import { happenedIn, yearFlags } from '../domain/year-flags'
import { project } from '../records/project'
import { projectYear } from '../records/project-year'

type Row = Readonly<Record<string, unknown>>

/** Whether a project has all procedures that come before the works (前期); unknown where none are kept. Acceptance follows them. */
async function proceduresDone(tx: Transaction, whole: StoredRow): Promise<boolean | null> {
  const found = await tx.first<{ needed: number; done: number }>(
    sql`SELECT count(*)::int AS needed, count(done_on)::int AS done FROM project_procedure
      WHERE zone_id = ${whole.zone_id} AND project = ${whole.id} AND needless IS NOT TRUE AND stage <> 'acceptance'`,
  )
  return found && found.needed > 0 ? found.done === found.needed : null
}

const differs = (row: StoredRow, taken: Row): boolean =>
  Object.entries(taken).some(([name, value]) => (row[name] ?? null) !== (value ?? null))

/** Brings the years of a project up to date, each with its event, so that the rates counted from them are right. */
async function refreshYears(tx: Transaction, kernel: Kernel, whole: StoredRow): Promise<void> {
  const procedures_done = await proceduresDone(tx, whole)
  for (const before of await lockParts(tx, projectYear, whole)) {
    const happened = { ...happenedIn(whole, String(before.year)), procedures_done }
    const taken = { ...happened, ...yearFlags({ ...before, ...happened }) }
    if (!differs(before, taken)) continue
    const row: StoredRow = {
      ...before,
      ...taken,
      version: before.version + 1,
      updated_at: new Date().toISOString(),
    }
    await rewriteRow(tx, kernel, { record: projectYear, before, row })
  }
}

/** A year's row begins with what its project says of that year. */
export function yearEffects(): Effect {
  return {
    async before(tx: Transaction, { row }: Deed) {
      const whole = await findRow(tx, project, { id: String(row.project) })
      if (!whole) return undefined
      return { ...happenedIn(whole, String(row.year)), procedures_done: await proceduresDone(tx, whole) }
    },
  }
}

const mattering = [
  'started_on',
  'started_in',
  'entered_on',
  'completed_on',
  'investment',
  'state',
  'resumed_on',
]

/** A change of a project that its years tell is told there as well. A new project has no year yet. */
export function projectEffects(kernel: () => Kernel): Effect {
  return {
    async settle(tx: Transaction, deeds: readonly Deed[]) {
      const changed = deeds.filter(
        ({ before, row }) => before && mattering.some((name) => before[name] !== row[name]),
      )
      for (const { row } of changed) await refreshYears(tx.asKernel, kernel(), row)
    },
  }
}

/** A procedure that was given may have been the last one its project needed. */
export function procedureEffects(kernel: () => Kernel): Effect {
  return {
    async settle(tx: Transaction, deeds: readonly Deed[]) {
      const ids = [...new Set(deeds.map(({ row }) => String(row.project)))]
      for (const id of ids) {
        const whole = await findRow(tx.asKernel, project, { id })
        if (whole) await refreshYears(tx.asKernel, kernel(), whole)
      }
    },
  }
}
