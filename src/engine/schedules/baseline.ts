import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PlainDate } from '#engine/period/plain-date'
import { subtract, sum, type PartialQuantity } from '#engine/quantity/arithmetic'
import { UNKNOWN, type Quantity } from '#engine/quantity/quantity'
import { convertValue, findUnit } from '#engine/quantity/unit'
import type { Text } from '#engine/result/result'
import type { DayCount, Schedule, ScheduledNode } from '#engine/schedules/schedule'
import { ScheduleCalendar } from '#engine/schedules/schedule-calendar'

/** A node as a baseline keeps it. */
export interface BaselineNode {
  readonly id: string
  readonly name: Text
  readonly start: PlainDate
  readonly finish: PlainDate
  readonly planned?: Quantity
}

/** A plan as it stood on a day, kept as data (计划基线). A project may keep as many as it likes. */
export interface Baseline {
  readonly name: string
  readonly keptOn: PlainDate
  readonly finish: PlainDate
  readonly promised?: PlainDate
  readonly moneyUnit: string
  readonly nodes: readonly BaselineNode[]
}

/** Which dates become the plan: the latest (back-scheduled: each node's limit) or the earliest (the forecast of then). */
export interface BaselineChoice {
  readonly name: string
  readonly keptOn: PlainDate
  readonly dates: 'latest' | 'earliest'
}

/** Keeps a schedule as a baseline. */
export function baselineOf(schedule: Schedule, { name, keptOn, dates }: BaselineChoice): Baseline {
  const nodes = schedule.nodes.map((node) => ({
    id: node.id,
    name: node.name,
    start: dates === 'latest' ? node.latestStart : node.earliestStart,
    finish: dates === 'latest' ? node.latestFinish : node.earliestFinish,
    ...(node.planned === undefined ? {} : { planned: node.planned }),
  }))
  return {
    name,
    keptOn,
    finish: nodes.map(({ finish }) => finish).reduce((a, b) => (a > b ? a : b)),
    ...(schedule.promised === undefined ? {} : { promised: schedule.promised }),
    moneyUnit: schedule.moneyUnit,
    nodes,
  }
}

/** How far a node is from a baseline; positive is later or dearer. What only one of the two has is not measured. */
export interface NodeDrift {
  readonly id: string
  readonly name: Text
  readonly change: 'kept' | 'added' | 'removed'
  readonly start?: DayCount
  readonly finish?: DayCount
  /** In the schedule's money unit; unknown when either amount is. */
  readonly money?: Quantity
}

/** A schedule's forecast against a baseline, node by node and as a whole. */
export interface Drift {
  readonly nodes: readonly NodeDrift[]
  readonly finish: DayCount
  /** Absent unless both have a promise. */
  readonly promised?: DayCount
  /** Planned money now less planned money then. Each total says how many nodes it knows. */
  readonly money: { readonly now: PartialQuantity; readonly then: PartialQuantity; readonly drift: Quantity }
  readonly moneyUnit: string
}

/** Compares what is forecast now with a baseline. Nodes of the schedule first, then those it no longer has. */
export function driftFrom(baseline: Baseline, schedule: Schedule, workCalendar: WorkCalendar): Drift {
  const calendar = ScheduleCalendar.of(workCalendar)
  const days = (from: PlainDate, to: PlainDate) => calendar.between(calendar.dayOf(from), calendar.dayOf(to))
  const then = new Map(
    baseline.nodes.map((node) => [node.id, inUnit(node, baseline.moneyUnit, schedule.moneyUnit)]),
  )
  const now = new Set(schedule.nodes.map(({ id }) => id))
  const removed = baseline.nodes.filter(({ id }) => !now.has(id))
  return {
    nodes: [
      ...schedule.nodes.map((node) => nodeDrift(node, then.get(node.id), days)),
      ...removed.map(({ id, name }) => ({ id, name, change: 'removed' as const })),
    ],
    finish: days(baseline.finish, schedule.finish),
    ...(baseline.promised === undefined || schedule.promised === undefined
      ? {}
      : { promised: days(baseline.promised, schedule.promised) }),
    money: moneyDrift(schedule.nodes, [...then.values()]),
    moneyUnit: schedule.moneyUnit,
  }
}

function nodeDrift(
  node: ScheduledNode,
  then: BaselineNode | undefined,
  days: (from: PlainDate, to: PlainDate) => DayCount,
): NodeDrift {
  const { id, name } = node
  if (!then) return { id, name, change: 'added' }
  return {
    id,
    name,
    change: 'kept',
    start: days(then.start, node.earliestStart),
    finish: days(then.finish, node.earliestFinish),
    money: subtract(node.planned ?? UNKNOWN, then.planned ?? UNKNOWN),
  }
}

type WithMoney = Pick<BaselineNode, 'planned'>

function moneyDrift(now: readonly WithMoney[], then: readonly WithMoney[]): Drift['money'] {
  const [total, was] = [now, then].map((nodes) => sum(nodes.map(({ planned }) => planned ?? UNKNOWN)))
  const none = sum([])
  return {
    now: total ?? none,
    then: was ?? none,
    drift: subtract(total?.quantity ?? UNKNOWN, was?.quantity ?? UNKNOWN),
  }
}

/** A baseline kept in 亿元 is compared with a plan in 万元 exactly; what does not convert is unknown. */
function inUnit(node: BaselineNode, from: string, to: string): BaselineNode {
  const [then, now] = [findUnit(from), findUnit(to)]
  if (!node.planned || node.planned.value === null) return node
  const value = then && now ? convertValue(node.planned.value, then, now) : null
  return { ...node, planned: value === null ? UNKNOWN : { ...node.planned, value } }
}
