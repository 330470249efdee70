import type { PlainDate } from '#engine/period/plain-date'
import { MOST_DAYS, nodeName, type PlanNode } from '#engine/schedules/plan'
import {
  scheduleProblem,
  type ScheduleProblem,
  type ScheduleProblemCode,
} from '#engine/schedules/schedule-problem'

/** What is wrong with what is reported of a node: nothing happens in the future, or ends before it begins. */
export const actualProblems = (node: PlanNode, today: PlainDate): ScheduleProblem[] => [
  ...futureProblems(node, today),
  ...orderProblems(node),
  ...progressProblems(node),
]

function futureProblems(node: PlanNode, today: PlainDate): ScheduleProblem[] {
  const dates = [node.actual?.start, node.actual?.finish].filter((date) => date !== undefined)
  return dates.filter((date) => date > today).map((date) => problemOf('actual_in_future', node, date))
}

function orderProblems(node: PlanNode): ScheduleProblem[] {
  const { start, finish } = node.actual ?? {}
  if (finish === undefined) return []
  // A milestone has one date; the start of anything longer would have to be guessed.
  if (start === undefined) return node.duration === 0 ? [] : [problemOf('finish_without_start', node, finish)]
  return finish < start ? [problemOf('finish_before_start', node, `${start} – ${finish}`)] : []
}

function progressProblems(node: PlanNode): ScheduleProblem[] {
  const { percent = 0, remaining = 0 } = node.actual ?? {}
  const isPercent = percent >= 0 && percent <= 100
  if (!isPercent) return [problemOf('progress_out_of_bounds', node, percent)]
  if (!isDays(remaining, 0)) return [problemOf('progress_out_of_bounds', node, remaining)]
  return isBegun(node)
    ? []
    : [problemOf('progress_without_start', node, node.actual?.remaining ?? `${percent}%`)]
}

/** True unless progress is reported of something that has no start: 0 % needs none. */
function isBegun({ actual }: PlanNode): boolean {
  if (actual?.start !== undefined || actual?.finish !== undefined) return true
  return (actual?.percent ?? 0) === 0 && actual?.remaining === undefined
}

/** A whole number of days within bounds. */
export const isDays = (days: number, least: number): boolean =>
  Number.isInteger(days) && days >= least && days <= MOST_DAYS

/** A problem of one node. */
export const problemOf = (
  code: ScheduleProblemCode,
  node: PlanNode,
  value: string | number,
): ScheduleProblem => scheduleProblem(code, { nodes: [node.id], name: nodeName(node), value })
