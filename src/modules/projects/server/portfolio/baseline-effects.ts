import { computeSchedule } from '#engine/schedules/compute-schedule'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { projectErrors } from '../../contract'
import { keptFields } from '../../domain/kept-baseline'
import { readingOf } from '../plan-reading'
import { keptPlan, refused } from '../schedule'

const refuse = errorsOf(projectErrors)

/** A baseline is the plan of the moment at which it is taken; later only its name changes. */
export function baselineEffects(kernel: () => Kernel): Effect {
  return {
    async before(tx: Transaction, { row, before }: Deed) {
      if (before) return undefined
      const kept = await keptPlan(tx, String(row.project))
      if (kept.nodes.length === 0) throw refuse('plan_empty')
      const reading = await readingOf(tx, kernel())
      const schedule = computeSchedule(kept.plan, reading)
      if (!schedule.ok) throw refused(schedule.error)
      return keptFields(schedule.value, { name: String(row.name_zh), on: reading.today })
    },
  }
}
