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
