import type { PlainDate } from '#engine/period/plain-date'
import type { Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'

/** What a duration or a lag is counted in: working days with make-up days, or days of the calendar. */
export type DayUnit = 'workday' | 'calendar_day'

/** What has happened at a node so far. `remaining` (days of the node's unit) goes before `percent` (0–100). */
export interface NodeActual {
  readonly start?: PlainDate
  readonly finish?: PlainDate
  readonly percent?: number
  readonly remaining?: number
}

/**
 * One step of a plan (节点). It occupies `duration` days of its unit, first and last day included; 0 is a milestone.
 * A fixed date holds exactly: that day counts although it is a day off. With both fixed dates the duration follows from
 * them. `planned` is money in the plan's unit; absent is unknown, not zero.
 */
export interface PlanNode {
  readonly id: string
  readonly name: Text | string
  readonly duration?: number
  readonly unit: DayUnit
  readonly fixedStart?: PlainDate
  readonly fixedFinish?: PlainDate
  /** The parallel line (并行线) it belongs to; absent is the main line. */
  readonly line?: string
  readonly planned?: Quantity
  readonly actual?: NodeActual
}

/** `finish_start`: after starts when before is finished. `start_start`: after starts when before has started. */
export type DependencyKind = 'finish_start' | 'start_start'

/**
 * Which node waits for which. The lag is so many days between (0: the next day, or the same for `start_start`); a
 * negative one lets them overlap. It is counted in working days unless `lagUnit` says otherwise.
 */
export interface Dependency {
  readonly before: string
  readonly after: string
  readonly kind: DependencyKind
  readonly lag?: number
  readonly lagUnit?: DayUnit
}

/** A plan as kept: data only. Nothing that has not begun starts before `mayStart` or today, whichever is later. */
export interface SchedulePlan {
  readonly nodes: readonly PlanNode[]
  readonly dependencies: readonly Dependency[]
  /** The promised day of completion (承诺完成日): the whole plan is done by its end. */
  readonly promised?: PlainDate
  readonly mayStart?: PlainDate
  /** Unit of `planned`: 万元 unless said otherwise. */
  readonly moneyUnit?: string
}

/** Limits that keep one plan from costing more than its author's patience. */
export const MOST_NODES = 10_000
export const MOST_DEPENDENCIES = 50_000
/** Ten years: a longer step is a typing error or wants to be divided. */
export const MOST_DAYS = 3_660

export const DEFAULT_MONEY_UNIT = 'wan_yuan'

/** A node's name in both languages; a plain name is the same in both. */
export const nodeName = ({ name }: PlanNode): Text =>
  typeof name === 'string' ? { zh: name, en: name } : name
