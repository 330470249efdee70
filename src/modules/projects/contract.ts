import { text, type Text } from '#engine/result/result'

/** Codes of the projects module: status, what happened, how to mend it. */
export const projectErrors = {
  plan_refused: {
    status: 422,
    says: text('计划无法推算', 'The plan cannot be worked out'),
    mend: text('请按各项提示更正节点', 'Correct the nodes named.'),
  },
  plan_exists: {
    status: 409,
    says: text('项目已有计划节点', 'The project has plan nodes already'),
    mend: text('请先删去现有节点，或逐个新建', 'Remove them first, or add nodes one by one.'),
  },
  month_closed: {
    status: 409,
    says: text('该月调度已冻结', 'The month’s dispatch is closed'),
    mend: text(
      '已审定的月报请领导“允许更正”并写明理由；未报或未审定的，请领导重新开放该月',
      'A leader may allow the correction of an accepted report, with a reason; for one never accepted a leader opens the month again.',
    ),
  },
  month_reported: {
    status: 409,
    says: text('该项目本月已有月报', 'The project’s month has been begun already'),
    mend: text(
      '请打开已有的月报补充；您填的内容仍在页面上',
      'Open the existing report and add to it; what you entered is still on the page.',
    ),
  },
  reports_waiting: {
    status: 409,
    says: text('还有月报待审定，不能冻结', 'Reports wait to be accepted: the month cannot be closed'),
    mend: text('请先审定或退回', 'Accept or return them first.'),
  },
  dispatch_of_zone: {
    status: 422,
    says: text('调度期由高新区建立', 'A month of dispatch belongs to the zone'),
    mend: text('请把所属单位选为高新区', 'Choose the zone as its unit.'),
  },
  letter_not_due: {
    status: 409,
    says: text('现在不能发这种函', 'This letter is not due'),
    mend: text('请按堵点的办理进度选择函件种类', 'Choose the kind that the blocker’s limit calls for.'),
  },
  own_exemption: {
    status: 409,
    says: text('不能批准自己申请的豁免', 'Nobody approves the exemption they asked for'),
    mend: text('请由另一位领导批准', 'Ask another leader to decide.'),
  },
} as const

/** A number of days both ways; negative: late, or missing. */
export interface DaysReply {
  readonly workdays: number
  readonly calendar_days: number
}

/** A node with its dates, first and last day included. */
export interface ScheduledNodeReply {
  readonly id: string
  readonly name: Text
  readonly line: string | null
  readonly status: 'not_started' | 'under_way' | 'finished'
  readonly duration: number
  readonly unit: 'workday' | 'calendar_day'
  /** What is forecast. */
  readonly earliest_start: string
  readonly earliest_finish: string
  /** What the promise still allows. */
  readonly latest_start: string
  readonly latest_finish: string
  readonly slack: DaysReply | null
  readonly critical: boolean
  /** Nodes it waits for. */
  readonly follows: readonly string[]
  readonly version: number
}

/** A plan worked out back from the promise and forward from what happened. */
export interface ScheduleReply {
  readonly project: string
  readonly today: string
  readonly promised: string | null
  readonly start: string | null
  readonly finish: string | null
  /** From the forecast to the promise; negative when it is too late. */
  readonly spare: DaysReply | null
  readonly nodes: readonly ScheduledNodeReply[]
  readonly critical_path: readonly string[]
  /** Why the promise cannot be kept, in words; empty when it can. */
  readonly shortfalls: readonly Text[]
  /** Years counted without their holiday notice, in words. */
  readonly provisional: Text | null
}

/** A node that a change would move; days are positive when it becomes later. */
export interface NodeMoveReply {
  readonly id: string
  readonly name: Text
  readonly from: { readonly start: string; readonly finish: string }
  readonly to: { readonly start: string; readonly finish: string }
  readonly finish: DaysReply
}

/** What changes would do to a plan; nothing of it has been kept. */
export interface WhatIfReply {
  readonly schedule: ScheduleReply
  readonly moved: readonly NodeMoveReply[]
  readonly finish: DaysReply
}

/** One change to try: a bar moved, a duration, or the promise. */
export interface PlanChangeInput {
  readonly node?: string
  /** Begins on this day. */
  readonly start?: string
  /** Is finished on this day. */
  readonly finish?: string
  readonly duration?: number
  readonly promised?: string
}

/** A colour of a lamp; unknown where the data cannot say. */
type LampColourReply = 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'unknown'

type LampDimensionReply = 'progress' | 'start' | 'money' | 'entry' | 'node'

type LampMeasureReply =
  'points_behind' | 'pace_ratio' | 'paid_ratio' | 'days_late' | 'months_running' | 'months_since'

/** A unit with its name. */
export interface LampUnitReply {
  readonly code: string
  readonly name: Text
}

/** A lamp as it stood in a month; without a colour where none was kept. */
export interface LampMonthReply {
  readonly month: string
  readonly colour: LampColourReply | null
  readonly says: Text | null
  readonly exempt: boolean
}

/** An exemption as it stands beside a lamp: approved, or still asked for. */
export interface LampExemptionReply {
  readonly id: string
  readonly state: 'asked' | 'approved'
  readonly reason: string
  readonly from: string
  readonly until: string
}

/** The lamp of one dimension of a project, with its rule in words and how it stood before. */
export interface ProjectLampReply {
  readonly dimension: LampDimensionReply
  /** What holds. */
  readonly colour: LampColourReply
  /** What the rule says, where an exemption holds instead. */
  readonly ruled: LampColourReply
  readonly says: Text
  /** All bands of the rule, from low to high. */
  readonly rule: readonly Text[]
  readonly exemptible: boolean
  /** What is done after such a lamp. */
  readonly follow_up: Text | null
  readonly exemption: LampExemptionReply | null
  /** Twelve months, the one that is judged the last. */
  readonly months: readonly LampMonthReply[]
}

/** The lamps of a project today. */
export interface ProjectLampsReply {
  readonly project: string
  readonly month: string
  readonly on: string
  /** Up to which month money is told. */
  readonly told_until: string
  /** The last month of the year that has been accepted. */
  readonly last_month: string | null
  /** Whose rules hold; null where the shipped table does. */
  readonly rules_of: LampUnitReply | null
  readonly table: Text
  readonly lamp: LampColourReply
  readonly lamps: readonly ProjectLampReply[]
}

/** A rule as it is written. */
export interface LampRuleInput {
  readonly dimension: LampDimensionReply
  readonly measure: LampMeasureReply
  readonly bands: string
  readonly exemptible: boolean
  readonly source: string | null
}

/** The rules that hold in a unit. */
export interface LampRulesReply {
  readonly unit: LampUnitReply
  /** Whose they are; null where the shipped table holds. */
  readonly rules_of: LampUnitReply | null
  readonly table: Text
  readonly rules: readonly LampRuleInput[]
  /** The unit's own rules as they were read, by dimension: sent back when they are saved. */
  readonly versions: Readonly<Record<string, number>>
  /** Whether the reader may change them. */
  readonly may_change: boolean
}

/** Rules for a unit, to try or to keep; without any the unit has none of its own. */
export interface LampRulesInput {
  readonly unit: string
  readonly rules: readonly LampRuleInput[]
  /** As read; only where they are kept. */
  readonly versions?: Readonly<Record<string, number>>
}

/** A lamp on one side of a change of rules. */
export interface LampSideReply {
  readonly colour: LampColourReply
  readonly says: Text
}

/** A lamp that a change of rules would turn. */
export interface LampTurnReply {
  readonly project: string
  readonly name: string
  readonly sample: boolean
  readonly unit: LampUnitReply
  readonly dimension: LampDimensionReply
  readonly before: LampSideReply | null
  readonly after: LampSideReply | null
}

/** What other rules would do; nothing of it is kept. */
export interface LampTrialReply {
  readonly month: string
  readonly on: string
  /** Projects that these rules bind. */
  readonly projects: number
  readonly before: Readonly<Record<LampColourReply, number>>
  readonly after: Readonly<Record<LampColourReply, number>>
  readonly turned: readonly LampTurnReply[]
  /** Further lamps that would turn and are not listed. */
  readonly left_off: number
}
