import type { Text } from '#engine/result/result'

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
