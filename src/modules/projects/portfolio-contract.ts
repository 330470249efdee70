import type { LampColour, LampDimension } from '#engine/lamps/lamp-table'
import type { ReplyRow, Titles } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import type { DaysReply } from './contract'

/** The baseline taken last of a project: the thin bar under the real one. */
export interface KeptBaselineReply {
  readonly id: string
  readonly name: string
  readonly taken_on: string
  readonly start: string
  readonly finish: string
}

/** The node that comes next: the open one that is to be finished first. */
export interface NextNodeReply {
  readonly id: string
  readonly name: Text
  readonly finish: string
  readonly latest: string
  readonly critical: boolean
}

/** The plan of one project among many, worked out for today. */
export interface PortfolioPlanReply {
  readonly nodes: number
  readonly finished: number
  readonly start: string | null
  /** What is forecast. */
  readonly finish: string | null
  /** From the forecast to the promise; negative when it is too late. */
  readonly spare: DaysReply | null
  readonly next: NextNodeReply | null
  readonly baseline: KeptBaselineReply | null
  /** Why the plan cannot be worked out; null when it can. */
  readonly problem: Text | null
}

/** A page of projects with their plans; each row has the fields that the portfolio shows. */
export interface PortfolioReply {
  readonly today: string
  readonly rows: readonly ReplyRow[]
  /** By project. */
  readonly plans: Readonly<Record<string, PortfolioPlanReply>>
  /** Projects that match, on all pages. */
  readonly total: number
  /** The first and the last day that any of them is known to have; null where none has a day. */
  readonly span: { readonly first: string; readonly last: string } | null
  readonly titles: Titles
}

/** The planned investment of a year over the projects of one group. */
export interface PlanTotal {
  /** The group's value; null where nothing is filled in, or where the list has no groups. */
  readonly key: string | null
  /** 亿元; null where of none it is known. */
  readonly planned: string | null
  readonly known: number
  /** Projects on the year's list. */
  readonly listed: number
}

export interface PlanTotalsReply {
  readonly year: string
  readonly groups: readonly PlanTotal[]
}

/** A project that came to a year's list, or left it. */
export interface ListedProject {
  /** The row of the year's list. */
  readonly id: string
  readonly project: string
  readonly name: string
  readonly on: string
  readonly reason: string | null
  readonly sample: boolean
}

/** The list of a year: how many at its beginning, who came, who left and why, and how many now. */
export interface YearRollReply {
  readonly year: string
  /** The day on which the list was made: the first on which a project was listed; null where no day is filled in. */
  readonly begun_on: string | null
  readonly beginning: number
  readonly entered: readonly ListedProject[]
  readonly left: readonly ListedProject[]
  readonly now: number
}

/** What a leader's card tells of a project besides its plan. */
export interface ProjectCardReply {
  /** The month told last. */
  readonly month: {
    readonly id: string
    readonly month: string
    readonly state: string
    /** 亿元; null where it is not filled in. */
    readonly invested: string | null
    readonly progress: string | null
  } | null
  /** 亿元 planned for the year; null where the project is not on its list, or nobody has said. */
  readonly planned: string | null
  /** 亿元 of the accepted months of the year; null where there is none. */
  readonly invested: string | null
  /** The last accepted month of the year. */
  readonly through: string | null
  /** Dimensions with a yellow, orange or red lamp in the month judged last, and why. */
  readonly lamps: readonly {
    readonly dimension: LampDimension
    readonly colour: LampColour
    readonly says: Text
  }[]
  readonly blockers: number
  /** Of them past their limit. */
  readonly late_blockers: number
}

/** Projects as cards: those one leads first, then those one is in charge of, then the others. */
export interface ProjectCardsReply extends PortfolioReply {
  readonly year: string
  /** By project. */
  readonly cards: Readonly<Record<string, ProjectCardReply>>
  /** How many of the cards are of projects that one leads oneself. */
  readonly own: number
}
