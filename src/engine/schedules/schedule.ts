import type { PlainDate } from '#engine/period/plain-date'
import type { Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import type { DayUnit } from '#engine/schedules/plan'

/** A number of days both ways; negative when it runs back (late, missing). */
export interface DayCount {
  readonly workdays: number
  readonly calendarDays: number
}

export type NodeStatus = 'not_started' | 'under_way' | 'finished'

/**
 * A node with its dates, first and last day included. Earliest: what is forecast. Latest: what the promise (or a fixed
 * date) still allows. What has happened stands in both.
 */
export interface ScheduledNode {
  readonly id: string
  readonly name: Text
  readonly line?: string
  readonly status: NodeStatus
  readonly unit: DayUnit
  readonly duration: number
  readonly earliestStart: PlainDate
  readonly earliestFinish: PlainDate
  readonly latestStart: PlainDate
  readonly latestFinish: PlainDate
  /** How far its finish may slip before the promise breaks; negative when it is broken already. Absent when finished. */
  readonly slack?: DayCount
  /** How far it may slip before any other node moves; never negative. */
  readonly freeSlack?: DayCount
  /** A slip of one day moves the forecast finish of the whole, or it stands on the critical path. */
  readonly isCritical: boolean
  readonly planned?: Quantity
}

/** What a chain begins with: nothing may begin before it. */
export interface Anchor {
  readonly kind: 'today' | 'may_start' | 'fixed' | 'under_way' | 'finished'
  /** The node whose fixed date, work or finish it is; absent for today and the allowed start. */
  readonly node?: string
  readonly date: PlainDate
}

/** Why a plan cannot be kept: the chain that needs more days than there are. */
export interface Shortfall {
  /** What is not kept: the promised date, or the fixed date of `node`. */
  readonly against: 'promised' | 'fixed'
  readonly node?: string
  readonly due: PlainDate
  readonly forecast: PlainDate
  readonly missing: DayCount
  /** The nodes that need the days, in order. */
  readonly chain: readonly string[]
  readonly since: Anchor
  /** When the chain should have begun at the latest; absent when its first node has begun. */
  readonly latestStart?: PlainDate
  readonly says: Text
}

/** A parallel line with its dates; `line` is absent for the main line. */
export interface ParallelLine {
  readonly line?: string
  readonly nodes: readonly string[]
  readonly start: PlainDate
  readonly finish: PlainDate
  /** The least slack of its open nodes; absent when all are finished. */
  readonly slack?: DayCount
}

/** A plan worked out at a day. Nodes stand in the plan's order; everything else does not depend on that order. */
export interface Schedule {
  readonly nodes: readonly ScheduledNode[]
  readonly start: PlainDate
  /** The forecast finish of the whole. */
  readonly finish: PlainDate
  readonly promised?: PlainDate
  /** From the forecast to the promise; negative when it is too late. Absent without a promise. */
  readonly spare?: DayCount
  /** From where the chain begins to the node that finishes last; what is finished is left out. */
  readonly criticalPath: readonly string[]
  readonly lines: readonly ParallelLine[]
  /** Empty for a possible plan. */
  readonly shortfalls: readonly Shortfall[]
  /** Dependencies that what happened has broken: the second began before the first allowed it. */
  readonly outOfOrder: readonly { readonly before: string; readonly after: string }[]
  /** Years counted Monday to Friday because their notice is not imported; `provisional` says so. */
  readonly provisionalYears: readonly number[]
  readonly provisional?: Text
  readonly moneyUnit: string
}
