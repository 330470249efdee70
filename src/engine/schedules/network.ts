import { dependencyOrder } from '#engine/formula/dependency-order'
import { fail, ok, text, type Result } from '#engine/result/result'
import {
  nodeName,
  type Dependency,
  type DependencyKind,
  type DayUnit,
  type PlanNode,
  type SchedulePlan,
} from '#engine/schedules/plan'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'
import type { NodeStatus } from '#engine/schedules/schedule'
import { scheduleProblem, type ScheduleProblem } from '#engine/schedules/schedule-problem'

/** A dependency between two steps of the network. */
export interface Link {
  readonly from: Step
  readonly to: Step
  readonly kind: DependencyKind
  readonly lag: number
  readonly unit: DayUnit
}

/** A node ready to be placed: dates as days of the schedule calendar, and what it waits for and holds up. */
export interface Step {
  readonly index: number
  readonly node: PlanNode
  readonly status: NodeStatus
  readonly unit: DayUnit
  /** Days it occupies; 0 for a milestone. */
  readonly days: number
  /**
   * A milestone that waits for the finish of nothing but such milestones opens its day: what follows may start on that
   * day. Any other is reached at the end of its day: what follows starts on the next.
   */
  opens: boolean
  readonly fixedStart: number | undefined
  readonly fixedFinish: number | undefined
  readonly actualStart: number | undefined
  readonly actualFinish: number | undefined
  readonly before: Link[]
  readonly after: Link[]
}

/** The steps of a plan, each after those it waits for. */
export interface Network {
  readonly steps: readonly Step[]
  readonly ordered: readonly Step[]
}

/** More circles than this tell an author nothing new. */
const MOST_CYCLES = 20

/** Joins a plan that `planProblems` has passed; circles are refused, each with the names along it. */
export function networkOf(
  plan: SchedulePlan,
  calendar: ScheduleCalendar,
): Result<Network, readonly ScheduleProblem[]> {
  const steps = plan.nodes.map((node, index) => stepOf(node, index, calendar))
  const byId = new Map(steps.map((step) => [step.node.id, step]))
  for (const dependency of plan.dependencies) join(dependency, byId)
  const ordered = inOrder(steps)
  for (const step of ordered) step.opens = step.days === 0 && step.before.every(isOpening)
  return ordered.length === steps.length ? ok({ steps, ordered }) : fail(cyclesIn(plan))
}

const isOpening = ({ from, kind }: Link): boolean => kind === 'start_start' || from.opens

function stepOf(node: PlanNode, index: number, calendar: ScheduleCalendar): Step {
  const { actual, fixedStart, fixedFinish } = node
  const isMilestone = node.duration === 0
  const finish = actual?.finish ?? (isMilestone ? actual?.start : undefined)
  const day = (date: PlanNode['fixedStart']) => (date === undefined ? undefined : calendar.dayOf(date))
  const fixed = { start: day(fixedStart), finish: day(fixedFinish) }
  return {
    index,
    node,
    status: finish !== undefined ? 'finished' : actual?.start !== undefined ? 'under_way' : 'not_started',
    unit: node.unit,
    days: daysOf(node, fixed, calendar),
    opens: false,
    fixedStart: fixed.start,
    fixedFinish: fixed.finish,
    actualStart: day(actual?.start),
    actualFinish: day(finish),
    before: [],
    after: [],
  }
}

/** With both dates fixed the days follow from them, the fixed ones counted although they may be days off. */
function daysOf(
  { duration = 0, unit }: PlanNode,
  { start, finish }: { readonly start: number | undefined; readonly finish: number | undefined },
  calendar: ScheduleCalendar,
): number {
  if (start === undefined || finish === undefined) return duration
  if (start === finish) return Math.min(duration, 1)
  return unit === 'calendar_day' ? finish - start + 1 : calendar.rank(finish) - calendar.rank(start + 1) + 2
}

function join(dependency: Dependency, byId: ReadonlyMap<string, Step>): void {
  const from = byId.get(dependency.before)
  const to = byId.get(dependency.after)
  if (!from || !to) return
  const { kind, lag = 0, lagUnit = 'workday' } = dependency
  const link = { from, to, kind, lag, unit: lagUnit }
  from.after.push(link)
  to.before.push(link)
}

function inOrder(steps: readonly Step[]): Step[] {
  const waiting = steps.map(({ before }) => before.length)
  const ordered = steps.filter(({ before }) => before.length === 0)
  // The list grows while it is walked: each step whose last predecessor has been seen comes next.
  for (const step of ordered)
    for (const { to } of step.after) {
      const left = (waiting[to.index] ?? 0) - 1
      waiting[to.index] = left
      if (left === 0) ordered.push(to)
    }
  return ordered
}

/** Nodes that wait for each other in a circle, named along it. What is said of nodes that are not there is passed over. */
export function cyclesIn({ nodes, dependencies }: SchedulePlan): ScheduleProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const graph = new Map(nodes.map(({ id }): [string, string[]] => [id, []]))
  for (const { before, after } of dependencies) if (byId.has(after)) graph.get(before)?.push(after)
  return dependencyOrder(graph)
    .cycles.slice(0, MOST_CYCLES)
    .map((ids) => {
      const names = ids
        .map((id) => byId.get(id))
        .filter((node) => node !== undefined)
        .map(nodeName)
      const name = text(names.map(({ zh }) => zh).join(' → '), names.map(({ en }) => en).join(' → '))
      return scheduleProblem('cycle', { nodes: ids, name, value: ids.join(' → ') })
    })
}
