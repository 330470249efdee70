import type { ScheduleReading } from '#engine/schedules/compute-schedule'
import { type PlanChange, whatIf } from '#engine/schedules/what-if'
import { errorsOf } from '#platform/errors/app-error'
import { projectErrors, type WhatIfReply } from '../contract'
import { newPromiseProblems } from '../domain/new-promise'
import { daysReply, type KeptPlan, refused, scheduleReply, unplanned } from './schedule'

const refuse = errorsOf(projectErrors)

/** All but the lamps, which are read and not worked out from the plan. */
export type Tried = Omit<WhatIfReply, 'lamps'>

export const promisedIn = (changes: readonly PlanChange[]) =>
  changes.flatMap((change) => (change.kind === 'set_promised' ? [change.promised] : []))

/** A promise is moved without a plan as well: nothing follows from it then. */
function triedPromise(kept: KeptPlan, changes: readonly PlanChange[], today: string): Tried {
  const promised = promisedIn(changes).at(-1) ?? kept.project.promised_on
  return {
    schedule: { ...unplanned(kept, today), promised },
    before: { promised: kept.project.promised_on, spare: null },
    moved: [],
    finish: { workdays: 0, calendar_days: 0 },
  }
}

/** What changes would lead to, and every node that moves by them. Nothing is written. */
export function triedChanges(
  kept: KeptPlan,
  changes: readonly PlanChange[],
  reading: ScheduleReading,
): Tried {
  const promised = promisedIn(changes)
  const problems = promised.flatMap((day) => newPromiseProblems(day, kept.nodes, reading.today))
  if (problems.length > 0) throw refuse('plan_refused', { problems })
  if (kept.nodes.length === 0 && promised.length === changes.length)
    return triedPromise(kept, changes, reading.today)
  const tried = whatIf(kept.plan, changes, reading)
  if (!tried.ok) throw refused(tried.error)
  const { schedule, before, moved, finish, plan } = tried.value
  return {
    schedule: scheduleReply(schedule, { ...kept, plan }, reading.today),
    before: { promised: before.promised ?? null, spare: before.spare ? daysReply(before.spare) : null },
    moved: moved.map((move) => ({
      id: move.id,
      name: move.name,
      from: move.from,
      to: move.to,
      finish: daysReply(move.finish),
    })),
    finish: daysReply(finish),
  }
}
