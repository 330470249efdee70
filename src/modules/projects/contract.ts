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
  own_exemption: {
    status: 409,
    says: text('不能批准自己申请的豁免', 'Nobody approves the exemption they asked for'),
    mend: text('请由另一位领导批准', 'Ask another leader to decide.'),
  },
  plan_empty: {
    status: 409,
    says: text(
      '项目还没有计划节点，没有可留存的计划',
      'The project has no plan nodes, so there is no plan to keep',
    ),
    mend: text('请先按模板或逐个建立节点', 'Lay a template or add nodes first.'),
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
  /** The day somebody has fixed for its start; null: worked out. */
  readonly fixed_start: string | null
  /** 亿元: what it is planned to cost, and has cost; null where nobody has said. */
  readonly planned: string | null
  readonly spent: string | null
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

/** How far a node is from a baseline; positive is later, or dearer. What only one of the two has is not measured. */
export interface NodeDriftReply {
  readonly id: string
  readonly name: Text
  readonly change: 'kept' | 'added' | 'removed'
  /** Its days in the baseline; null where it was not in it. */
  readonly then: { readonly start: string; readonly finish: string } | null
  readonly finish: DaysReply | null
  /** 亿元 planned now less planned then; null when either is unknown. */
  readonly money: string | null
}

/** What is forecast now against a baseline, node by node and as a whole. */
export interface DriftReply {
  readonly baseline: string
  readonly name: string
  readonly taken_on: string
  readonly forecast_start: string
  readonly forecast_finish: string
  readonly promised: string | null
  readonly nodes: readonly NodeDriftReply[]
  readonly finish: DaysReply
  /** From the promise of then to that of now. */
  readonly promise: DaysReply | null
  readonly money: string | null
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

/** A sum, and over how many of its parts that are known; `value` null: none is. */
export interface AmountReply {
  readonly value: string | null
  readonly qualifier: string
  readonly coverage: { readonly have: number; readonly of: number }
}

/** A month of a project's money; amounts in 亿元, null where unknown, rates in % and percentage points. */
export interface MoneyMonthReply {
  readonly month: string
  readonly planned: string | null
  readonly invested: string | null
  /** Reported and not yet accepted: in no sum. */
  readonly pending: string | null
  readonly to_date: string | null
  readonly completion: string | null
  /** Time progress: months ÷ 12. */
  readonly expected: string | null
  readonly ahead: string | null
}

/** `GET /api/project/{id}/money`: a year of a project's money against its plan and time progress. */
export interface MoneyReply {
  readonly project: string
  readonly year: string
  /** Years there is something of, latest first. */
  readonly years: readonly string[]
  readonly investment: string | null
  readonly investment_qualifier: string
  readonly excludes_working_capital: boolean | null
  readonly annual_plan: string | null
  readonly funds_plan: string | null
  /** The last accepted month of the year. */
  readonly through: string | null
  readonly months: readonly MoneyMonthReply[]
  readonly invested: AmountReply
  readonly invested_ever: AmountReply
  /** Of the total investment, in %. */
  readonly share: string | null
  readonly funds: AmountReply
  /** Of the funds: by origin and use, by the field's name. */
  readonly parts: Readonly<Record<string, AmountReply>>
  readonly sources: readonly {
    readonly id: string
    readonly kind: string
    readonly planned: string
    readonly arrived: string | null
    readonly arrived_by: string | null
  }[]
  readonly sources_planned: AmountReply
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
