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

/** An approval that a project still waits for, on the desk of its agent. */
export interface DeskApprovalReply {
  readonly id: string
  readonly name: string
  readonly stage: string
  readonly office: string | null
  readonly project: string
  readonly project_name: string
  readonly unit_id: string
  readonly planned_on: string | null
  readonly applied_on: string | null
  readonly sample: boolean
  readonly standing: 'late' | 'soon' | 'planned' | 'unplanned'
  /** How the planned day stands against today, in words. */
  readonly says: Text
}

/** A project of an agent, and when somebody was last in touch with it. */
export interface DeskProjectReply {
  readonly id: string
  readonly name: string
  readonly unit_id: string
  readonly sample: boolean
  readonly open_approvals: number
  readonly last_contact: string | null
}

/** `GET /api/agent-desk`: what an agent has to see to, the latest first. */
export interface AgentDeskReply {
  readonly today: string
  readonly agent: string
  /** Agents whose projects this person may see. */
  readonly agents: readonly { readonly id: string; readonly name: Text; readonly projects: number }[]
  readonly approvals: readonly DeskApprovalReply[]
  readonly projects: readonly DeskProjectReply[]
  /** What the agent wrote down this month. */
  readonly month: { readonly services: number; readonly errands: number; readonly hours: string }
  /** Names of the units that are mentioned. */
  readonly units: Readonly<Record<string, Text>>
}
