import type { Text } from '#engine/result/result'
import type { LetterKind } from './records/letter'

/** How a project's report of the month stands; `missing`: nobody has begun it. */
export type MonthStanding = 'missing' | 'draft' | 'returned' | 'submitted' | 'accepted' | 'correcting'

/** A person by name; null where nobody is named. */
export type Named = Text | null

/** A zone's month of dispatch, as the desk and the report head it. */
export interface DispatchHead {
  readonly id: string
  readonly version: number
  readonly month: string
  readonly state: 'open' | 'closed' | 'reopened'
  readonly due_on: string
  /** Days to the due day; negative: past it. */
  readonly days_left: number
  readonly note: string | null
  readonly closed_at: string | null
  readonly closed_by: Named
  readonly closed_reported: number | null
  /** 亿元 when it was closed; what it is now stands in the report. */
  readonly closed_invested: string | null
  readonly reopened_by: Named
  readonly reopened_reason: string | null
  /** What the reader may do with it. */
  readonly may: readonly string[]
}

/** A project that is to report the month. */
export interface DeskRow {
  readonly project: string
  readonly name: string
  readonly unit: string
  readonly sample: boolean
  readonly officer: Named
  readonly leader: Named
  readonly standing: MonthStanding
  /** The report, where there is one. */
  readonly report: string | null
  readonly version: number
  readonly may: readonly string[]
  readonly invested: string | null
  readonly progress: string | null
  readonly returned_reason: string | null
}

/** A step in pressing for a blocker that is due and not yet taken. */
export interface LetterDue {
  readonly blocker: string
  readonly subject: string
  readonly project: string
  readonly project_name: string
  readonly unit: string
  readonly sample: boolean
  readonly organ: Named
  readonly handler: Named
  readonly due_at: string | null
  readonly kind: LetterKind
  /** A draft of that kind which waits to be issued. */
  readonly draft: string | null
}

export interface DeskReply {
  readonly unit: string
  /** The zone whose months these are. */
  readonly zone: string
  readonly month: string
  /** The months that have been opened, newest first. */
  readonly months: readonly { readonly month: string; readonly state: string }[]
  /** Absent: the month has not been opened. */
  readonly dispatch: DispatchHead | null
  /** Whether the reader may open months here. */
  readonly may_open: boolean
  readonly may_report: boolean
  readonly rows: readonly DeskRow[]
  readonly letters_due: readonly LetterDue[]
  readonly today: string
}

/** A number of the report. `of` and `unknown` are places in the report's list of projects. */
export interface DispatchFigure {
  /** Exact text, 亿元 for money, % and points for shares; null: not known. */
  readonly value: string | null
  readonly of: readonly number[]
  /** Projects that belong to it and of which it is not known. */
  readonly unknown: readonly number[]
}

export interface DispatchFigures {
  readonly projects: DispatchFigure
  readonly investment: DispatchFigure
  readonly annual_plan: DispatchFigure
  readonly due: DispatchFigure
  readonly reported: DispatchFigure
  readonly invested_month: DispatchFigure
  readonly invested_year: DispatchFigure
  readonly percent: DispatchFigure
  /** Points above time progress; negative: below. */
  readonly ahead: DispatchFigure
  readonly starts_planned_year: DispatchFigure
  readonly starts_planned: DispatchFigure
  readonly starts_done: DispatchFigure
  readonly started_month: DispatchFigure
  readonly entered: DispatchFigure
  readonly entered_month: DispatchFigure
  readonly not_entered: DispatchFigure
  readonly completed_month: DispatchFigure
  readonly completed_year: DispatchFigure
  readonly produced_month: DispatchFigure
  readonly produced_year: DispatchFigure
  readonly listed_month: DispatchFigure
  readonly left_month: DispatchFigure
}

export type DispatchFigureName = keyof DispatchFigures

export interface DispatchGroup {
  /** Unit code, or category; empty where a project has none. */
  readonly key: string
  readonly label: Text
  readonly figures: DispatchFigures
}

/** A project as the report counts it: what every figure leads to. */
export interface DispatchProject {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly category: string | null
  readonly project_class: string
  readonly sample: boolean
  readonly officer: Named
  readonly leader: Named
  readonly standing: MonthStanding | null
  readonly investment: string | null
  readonly annual_plan: string | null
  readonly invested_month: string | null
  readonly invested_year: string | null
  readonly planned_start: string | null
  readonly started_on: string | null
  readonly entered_on: string | null
  readonly completed_on: string | null
  readonly produced_on: string | null
  readonly listed_on: string | null
  readonly left_on: string | null
  readonly left_reason: string | null
}

export interface DispatchBlocker {
  readonly id: string
  readonly subject: string
  readonly project: string
  readonly project_name: string
  readonly unit: string
  readonly category: Text
  readonly level: string
  readonly level_label: Text
  readonly details: string | null
  readonly organ: Named
  readonly handler: Named
  readonly state: string
  readonly raised_on: string
  readonly due_on: string | null
  /** Days past the limit at the report's day; negative: days left; null: no limit runs. */
  readonly days_late: number | null
  readonly overdue: boolean
  readonly letters: readonly string[]
  readonly sample: boolean
}

export interface DispatchNext {
  readonly project: number
  readonly next_month: string | null
  readonly requests: string | null
}

export interface DispatchCorrection {
  readonly project: number
  readonly month: string
  readonly by: Named
  readonly at: string
  readonly reason: string | null
  readonly before: string | null
  readonly now: string | null
  /** Not yet accepted again. */
  readonly open: boolean
}

/** A project on the red list, with the sentence of each lamp that is red. */
export interface DispatchRed {
  readonly project: number
  readonly lamps: readonly { readonly dimension: Text; readonly says: Text }[]
}

/** The dispatch report of a unit's month, every figure computed. */
export interface DispatchReport {
  readonly unit: string
  readonly unit_name: Text
  readonly month: string
  /** The day as of which blockers stand: when the month was closed, else today. */
  readonly as_of: string
  readonly dispatch: DispatchHead | null
  /** Projects, lamps and blockers are those that were kept when the month was closed; else as they are now. */
  readonly as_kept: boolean
  /** What these projects had invested in the month when it was closed, 亿元; null where it is not known. */
  readonly invested_then: string | null
  /** Months gone by of twelve, %. */
  readonly time_progress: string
  readonly projects: readonly DispatchProject[]
  readonly figures: DispatchFigures
  /** The same a month before; null in January, when the list is another year's. */
  readonly previous: DispatchFigures | null
  readonly by_park: readonly DispatchGroup[]
  readonly by_category: readonly DispatchGroup[]
  /** Projects with a red lamp at the month's end, most red lamps first. */
  readonly red: readonly DispatchRed[]
  /** Places of projects whose worst lamp is yellow. */
  readonly yellow: readonly number[]
  readonly blockers: readonly DispatchBlocker[]
  readonly next: readonly DispatchNext[]
  readonly corrections: readonly DispatchCorrection[]
  readonly sample: boolean
}

/** Open blockers as they are put before a coordination meeting. */
export interface AgendaReply {
  readonly unit: string
  readonly unit_name: Text
  readonly today: string
  readonly blockers: readonly (DispatchBlocker & { readonly age: number })[]
}
