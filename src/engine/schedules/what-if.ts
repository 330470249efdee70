import type { PlainDate } from '#engine/period/plain-date'
import { fail, ok, type Result, type Text } from '#engine/result/result'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import type { Dependency, PlanNode, SchedulePlan } from '#engine/schedules/plan'
import type { DayCount, Schedule, ScheduledNode } from '#engine/schedules/schedule'
import { ScheduleCalendar } from '#engine/schedules/schedule-calendar'
import { scheduleProblem, type ScheduleProblem } from '#engine/schedules/schedule-problem'

/**
 * One change to a plan. `move_node` fixes a date (a bar dragged in the Gantt) and frees the other; `free_node` takes
 * both away. `add_dependency` replaces the one of the same nodes and kind.
 */
export type PlanChange =
  | { readonly kind: 'move_node'; readonly node: string; readonly start: PlainDate }
  | { readonly kind: 'move_finish'; readonly node: string; readonly finish: PlainDate }
  | { readonly kind: 'free_node'; readonly node: string }
  | { readonly kind: 'set_duration'; readonly node: string; readonly duration: number }
  | { readonly kind: 'add_dependency'; readonly dependency: Dependency }
  | { readonly kind: 'remove_dependency'; readonly before: string; readonly after: string }
  | { readonly kind: 'set_promised'; readonly promised: PlainDate }

/** A node whose dates a change moves; positive is later. */
export interface NodeMove {
  readonly id: string
  readonly name: Text
  readonly start: DayCount
  readonly finish: DayCount
  readonly from: { readonly start: PlainDate; readonly finish: PlainDate }
  readonly to: { readonly start: PlainDate; readonly finish: PlainDate }
}

/** What changes would do: nothing is kept until somebody keeps `plan`. */
export interface WhatIf {
  readonly plan: SchedulePlan
  readonly schedule: Schedule
  readonly before: Schedule
  /** Nodes whose forecast moves, in the plan's order. */
  readonly moved: readonly NodeMove[]
  readonly finish: DayCount
}

/** The plan with changes applied in order, the given one untouched; a change of a node that is not there is refused. */
export function changedPlan(
  plan: SchedulePlan,
  changes: readonly PlanChange[],
): Result<SchedulePlan, readonly ScheduleProblem[]> {
  const known = new Set(plan.nodes.map(({ id }) => id))
  const strangers = changes.flatMap((change) =>
    'node' in change && !known.has(change.node) ? [change.node] : [],
  )
  if (strangers.length > 0)
    return fail(strangers.map((id) => scheduleProblem('unknown_node', { nodes: [id], value: id })))
  return ok(changes.reduce(applied, plan))
}

/** The schedule that changes would lead to, and every node that moves by them. */
export function whatIf(
  plan: SchedulePlan,
  changes: readonly PlanChange[],
  reading: ScheduleReading,
): Result<WhatIf, readonly ScheduleProblem[]> {
  const before = computeSchedule(plan, reading)
  if (!before.ok) return before
  const changed = changedPlan(plan, changes)
  if (!changed.ok) return changed
  const schedule = computeSchedule(changed.value, reading)
  if (!schedule.ok) return schedule
  return ok(compared({ plan: changed.value, before: before.value, schedule: schedule.value }, reading))
}

function compared(
  { plan, before, schedule }: Pick<WhatIf, 'plan' | 'before' | 'schedule'>,
  reading: ScheduleReading,
): WhatIf {
  const calendar = ScheduleCalendar.of(reading.calendar)
  const days = (from: PlainDate, to: PlainDate) => calendar.between(calendar.dayOf(from), calendar.dayOf(to))
  const moved = schedule.nodes.flatMap((node, index) => {
    const was = before.nodes[index]
    return was && hasMoved(was, node) ? [moveOf(was, node, days)] : []
  })
  return { plan, schedule, before, moved, finish: days(before.finish, schedule.finish) }
}

const hasMoved = (was: ScheduledNode, now: ScheduledNode): boolean =>
  was.earliestStart !== now.earliestStart || was.earliestFinish !== now.earliestFinish

const moveOf = (
  was: ScheduledNode,
  now: ScheduledNode,
  days: (from: PlainDate, to: PlainDate) => DayCount,
): NodeMove => ({
  id: now.id,
  name: now.name,
  start: days(was.earliestStart, now.earliestStart),
  finish: days(was.earliestFinish, now.earliestFinish),
  from: { start: was.earliestStart, finish: was.earliestFinish },
  to: { start: now.earliestStart, finish: now.earliestFinish },
})

function applied(plan: SchedulePlan, change: PlanChange): SchedulePlan {
  switch (change.kind) {
    case 'move_node':
      return withNode(plan, change.node, (node) => ({ ...freed(node), fixedStart: change.start }))
    case 'move_finish':
      return withNode(plan, change.node, (node) => ({ ...freed(node), fixedFinish: change.finish }))
    case 'free_node':
      return withNode(plan, change.node, freed)
    case 'set_duration':
      return withNode(plan, change.node, (node) => ({ ...node, duration: change.duration }))
    case 'add_dependency':
      return {
        ...plan,
        dependencies: [...plan.dependencies.filter(isOther(change.dependency)), change.dependency],
      }
    case 'remove_dependency':
      return {
        ...plan,
        dependencies: plan.dependencies.filter(
          ({ before, after }) => before !== change.before || after !== change.after,
        ),
      }
    case 'set_promised':
      return { ...plan, promised: change.promised }
  }
}

const withNode = (plan: SchedulePlan, id: string, change: (node: PlanNode) => PlanNode): SchedulePlan => ({
  ...plan,
  nodes: plan.nodes.map((node) => (node.id === id ? change(node) : node)),
})

function freed(node: PlanNode): PlanNode {
  const { fixedStart: _start, fixedFinish: _finish, ...rest } = node
  return rest
}

const isOther =
  (one: Dependency) =>
  ({ before, after, kind }: Dependency): boolean =>
    before !== one.before || after !== one.after || kind !== one.kind
