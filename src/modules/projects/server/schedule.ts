import type { Problem } from '#engine/records/problem'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import type { SchedulePlan } from '#engine/schedules/plan'
import type { DayCount, Schedule } from '#engine/schedules/schedule'
import type { ScheduleProblem } from '#engine/schedules/schedule-problem'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { getRow } from '#platform/records/rows'
import { type DaysReply, projectErrors, type ScheduledNodeReply, type ScheduleReply } from '../contract'
import { type NodeRow, planOf, type ProjectRow } from '../domain/plan-of'
import { project } from '../records/project'

const refuse = errorsOf(projectErrors)

type NodeMoney = Pick<NodeRow, 'fixed_start' | 'planned_money' | 'spent' | 'version'>

const inWords = (problem: ScheduleProblem): Problem => ({
  field: 'nodes',
  code: 'rule',
  value: problem.value,
  says: problem.says,
  mend: problem.mend,
})

/** A plan that does not work out is refused with all that is wrong with it. */
export const refused = (problems: readonly ScheduleProblem[]) =>
  refuse('plan_refused', { problems: problems.map(inWords) })

/** A project's plan as it is kept, in the order in which its nodes stand. */
export interface KeptPlan {
  readonly project: ProjectRow
  readonly nodes: readonly NodeRow[]
  readonly plan: SchedulePlan
}

/** The project and its nodes, as the actor may see them. */
export async function keptPlan(tx: Transaction, id: string): Promise<KeptPlan> {
  const row = (await getRow(tx, project, { id })) as unknown as ProjectRow
  const nodes = await tx.all<NodeRow>(
    queries()
      .selectFrom('project_node')
      .selectAll()
      .where('zone_id', '=', row.zone_id)
      .where('project', '=', id)
      .orderBy('position')
      .orderBy('name_zh') as never,
  )
  return { project: row, nodes, plan: planOf(row, nodes) }
}

/** Days both ways, as replies send them. */
export const daysReply = ({ workdays, calendarDays }: DayCount): DaysReply => ({
  workdays,
  calendar_days: calendarDays,
})

const keptOf = (row: NodeMoney | undefined) => ({
  fixed_start: row?.fixed_start ?? null,
  planned: row?.planned_money ?? null,
  spent: row?.spent ?? null,
  version: row?.version ?? 0,
})

function nodesReply(schedule: Schedule, { nodes, plan }: KeptPlan): ScheduledNodeReply[] {
  const rows = new Map<string, NodeMoney>(nodes.map((row) => [row.id, row]))
  return schedule.nodes.map((node) => ({
    id: node.id,
    name: node.name,
    line: node.line ?? null,
    status: node.status,
    duration: node.duration,
    unit: node.unit,
    earliest_start: node.earliestStart,
    earliest_finish: node.earliestFinish,
    latest_start: node.latestStart,
    latest_finish: node.latestFinish,
    slack: node.slack ? daysReply(node.slack) : null,
    critical: node.isCritical,
    follows: plan.dependencies.filter(({ after }) => after === node.id).map(({ before }) => before),
    ...keptOf(rows.get(node.id)),
  }))
}

/** A schedule as replies send it, with what is kept of its nodes beside what is worked out. */
export function scheduleReply(schedule: Schedule, kept: KeptPlan, today: string): ScheduleReply {
  return {
    project: kept.project.id,
    today,
    promised: schedule.promised ?? null,
    start: schedule.start,
    finish: schedule.finish,
    spare: schedule.spare ? daysReply(schedule.spare) : null,
    nodes: nodesReply(schedule, kept),
    critical_path: schedule.criticalPath,
    shortfalls: schedule.shortfalls.map(({ says }) => says),
    provisional: schedule.provisional ?? null,
  }
}

/** Of a project without nodes: its promise, and nothing else. */
export const unplanned = (kept: KeptPlan, today: string): ScheduleReply => ({
  project: kept.project.id,
  today,
  promised: kept.project.promised_on,
  start: null,
  finish: null,
  spare: null,
  nodes: [],
  critical_path: [],
  shortfalls: [],
  provisional: null,
})

/** The plan worked out for today: nothing of it is stored, so that a new holiday notice changes it at once. */
export function scheduleOf(kept: KeptPlan, reading: ScheduleReading): ScheduleReply {
  if (kept.nodes.length === 0) return unplanned(kept, reading.today)
  const schedule = computeSchedule(kept.plan, reading)
  if (!schedule.ok) throw refused(schedule.error)
  return scheduleReply(schedule.value, kept, reading.today)
}
