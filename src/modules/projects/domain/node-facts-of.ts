import type { NodeFact } from '#engine/lamps/lamp-facts'
import type { PlainDate } from '#engine/period/plain-date'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import { type NodeRow, planOf, type ProjectRow } from './plan-of'

/**
 * The nodes of a plan with the day by which each must be finished for the promise to be kept, worked out back from it, and
 * when it was. Nothing without a promise or where the plan cannot be worked out: no node is due then.
 */
export function nodeFactsOf(
  project: Pick<ProjectRow, 'promised_on'>,
  nodes: readonly NodeRow[],
  reading: ScheduleReading,
): NodeFact[] | undefined {
  if (project.promised_on === null || nodes.length === 0) return undefined
  const plan = planOf(project, nodes)
  const now = computeSchedule(plan, reading)
  // A plan that has not begun is not worked out for a promise in the past; when its nodes were due is to be told all the same.
  const schedule = now.ok
    ? now
    : computeSchedule(plan, { ...reading, today: project.promised_on as PlainDate })
  if (!schedule.ok) return undefined
  const finished = new Map(nodes.map(({ id, actual_finish }) => [id, actual_finish as PlainDate | null]))
  return schedule.value.nodes.map(({ id, name, latestFinish }) => ({
    name,
    due: latestFinish,
    finished: finished.get(id) ?? null,
  }))
}
