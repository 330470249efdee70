import { isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { text } from '#engine/result/result'
import { actualProblems, isDays, problemOf } from '#engine/schedules/check-actual'
import {
  MOST_DAYS,
  MOST_DEPENDENCIES,
  MOST_NODES,
  nodeName,
  type Dependency,
  type PlanNode,
  type SchedulePlan,
} from '#engine/schedules/plan'
import { ScheduleCalendar } from '#engine/schedules/schedule-calendar'
import { scheduleProblem, type ScheduleProblem } from '#engine/schedules/schedule-problem'

/**
 * Everything wrong with a plan as it is written, all at once, but for cycles, which `networkOf` finds. A plan beyond the
 * limits is not looked at further.
 */
export function planProblems(plan: SchedulePlan, today: PlainDate): ScheduleProblem[] {
  const { nodes, dependencies } = plan
  if (nodes.length === 0) return [scheduleProblem('no_nodes', { value: 0 })]
  if (nodes.length > MOST_NODES) return [scheduleProblem('too_many_nodes', { value: nodes.length })]
  if (dependencies.length > MOST_DEPENDENCIES)
    return [scheduleProblem('too_many_dependencies', { value: dependencies.length })]
  return [
    ...duplicates(nodes),
    ...datesOfPlan(plan, today),
    ...nodes.flatMap((node) => nodeProblems(node, today)),
    ...dependencyProblems(plan),
  ]
}

function duplicates(nodes: readonly PlanNode[]): ScheduleProblem[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    const isDouble = seen.has(node.id)
    seen.add(node.id)
    return isDouble ? [problemOf('duplicate_node', node, node.id)] : []
  })
}

/** A promise that has passed is a mistake in a new plan; for one under way it is a fact, and the plan shows how late. */
function datesOfPlan({ promised, mayStart, nodes }: SchedulePlan, today: PlainDate): ScheduleProblem[] {
  const named = [
    [text('承诺完成', 'the promised finish'), promised],
    [text('允许开始', 'the allowed start'), mayStart],
    [text('今天', 'today'), today],
  ] as const
  const outside = named.flatMap(([name, date]) =>
    date !== undefined && !isReached(date)
      ? [scheduleProblem('date_out_of_reach', { name, value: date })]
      : [],
  )
  const hasBegun = nodes.some(({ actual }) => actual?.start !== undefined || actual?.finish !== undefined)
  const isPast = promised !== undefined && promised < today && !hasBegun
  return isPast ? [...outside, scheduleProblem('promised_in_past', { value: promised })] : outside
}

const isReached = (date: PlainDate): boolean => isPlainDate(date) && ScheduleCalendar.reaches(date)

function nodeProblems(node: PlanNode, today: PlainDate): ScheduleProblem[] {
  const money = node.planned?.value
  return [
    ...outOfReach(node),
    ...durationProblems(node),
    ...fixedProblems(node),
    ...actualProblems(node, today),
    ...(money?.startsWith('-') ? [problemOf('negative_money', node, money)] : []),
  ]
}

function outOfReach(node: PlanNode): ScheduleProblem[] {
  const dates = [node.fixedStart, node.fixedFinish, node.actual?.start, node.actual?.finish]
  const name = nodeName(node)
  return dates
    .filter((date) => date !== undefined && !isReached(date))
    .map((value) =>
      scheduleProblem('date_out_of_reach', {
        nodes: [node.id],
        name: text(`节点“${name.zh}”`, `“${name.en}”`),
        value: String(value),
      }),
    )
}

function durationProblems(node: PlanNode): ScheduleProblem[] {
  const { duration, fixedStart, fixedFinish } = node
  if (duration === undefined)
    return fixedStart !== undefined && fixedFinish !== undefined ? [] : [problemOf('no_duration', node, '')]
  return isDays(duration, 0) ? [] : [problemOf('duration_out_of_bounds', node, duration)]
}

function fixedProblems(node: PlanNode): ScheduleProblem[] {
  const { duration, fixedStart, fixedFinish } = node
  if (fixedStart === undefined || fixedFinish === undefined || fixedStart === fixedFinish) return []
  const value = `${fixedStart} – ${fixedFinish}`
  if (fixedFinish < fixedStart) return [problemOf('fixed_finish_before_start', node, value)]
  return duration === 0 ? [problemOf('milestone_of_days', node, value)] : []
}

function dependencyProblems({ nodes, dependencies }: SchedulePlan): ScheduleProblem[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  return dependencies.flatMap((dependency) => {
    const strangers = [dependency.before, dependency.after].filter((id) => !known.has(id))
    const problems = strangers.map((id) => scheduleProblem('unknown_node', { nodes: [id], value: id }))
    return isDays(dependency.lag ?? 0, -MOST_DAYS) ? problems : [...problems, lagProblem(dependency, known)]
  })
}

function lagProblem(
  { before, after, lag }: Dependency,
  known: ReadonlyMap<string, PlanNode>,
): ScheduleProblem {
  const [from, to] = [before, after].map((id) => {
    const node = known.get(id)
    return node === undefined ? text(id, id) : nodeName(node)
  })
  const name = text(`${from?.zh} → ${to?.zh}`, `${from?.en} → ${to?.en}`)
  return scheduleProblem('lag_out_of_bounds', { nodes: [before, after], name, value: lag ?? 0 })
}
