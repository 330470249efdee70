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
  month_closed: {
    status: 409,
    says: text('该月调度已冻结', 'The month’s dispatch is closed'),
    mend: text(
      '已审定的月报请领导“允许更正”并写明理由；未报或未审定的，请领导重新开放该月',
      'A leader may allow the correction of an accepted report, with a reason; for one never accepted a leader opens the month again.',
    ),
  },
  month_corrected: {
    status: 409,
    says: text('更正中的月报不能删除', 'A report that is being corrected cannot be removed'),
    mend: text(
      '请改正后重新提交：更正前的数和允许更正的理由都留在这份月报上',
      'Correct it and hand it in again: the former figure and the leave to correct stand on it.',
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
  month_ahead: {
    status: 409,
    says: text('还没有到这个月', 'The month has not come yet'),
    mend: text(
      '请到本月再提交；现在可以先填本月计划投资',
      'Submit it once the month has come; what is planned for it may be written down now.',
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

type LampName = 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'unknown'

/** A lamp as it stands, and as it would with another promise. */
export interface LampTurnOfPromise {
  readonly dimension: 'progress' | 'start' | 'money' | 'entry' | 'node'
  readonly before: { readonly colour: LampName; readonly says: Text }
  readonly after: { readonly colour: LampName; readonly says: Text }
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
  /** How it stands as long as nothing is kept. */
  readonly before: { readonly promised: string | null; readonly spare: DaysReply | null }
  readonly moved: readonly NodeMoveReply[]
  readonly finish: DaysReply
  /** Lamps that another promise would turn today; empty where only nodes are moved. */
  readonly lamps: readonly LampTurnOfPromise[]
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
