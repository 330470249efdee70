import type { Text } from '#engine/result/result'

/** A project on a year's list, as the report reads it: the list's row and the project's in one. Days and money are text. */
export interface ListedRow {
  readonly id: string
  readonly name_zh: string
  readonly unit_id: string
  readonly sample: boolean
  readonly state: string
  readonly category: string | null
  readonly investment: string | null
  readonly officer: string | null
  readonly leader: string | null
  readonly project_class: string
  readonly annual_plan: string | null
  readonly planned_start: string | null
  readonly started_on: string | null
  readonly started_in: string | null
  readonly entered_on: string | null
  readonly completed_on: string | null
  readonly produced_on: string | null
  readonly listed_on: string | null
  readonly left_on: string | null
  readonly left_reason: string | null
}

/** What a project's report of one month says. Long texts are read of the month that is asked for alone. */
export interface MonthTold {
  readonly project: string
  readonly month: string
  readonly state: string
  readonly invested: string | null
  readonly next_month: string | null
  readonly requests: string | null
  readonly correction_open: boolean | null
  readonly correction_by: string | null
  readonly correction_at: string | null
  readonly correction_reason: string | null
  readonly invested_before: string | null
}

/** The same as a row that can be worked on. */
export interface MonthRow extends MonthTold {
  readonly id: string
  readonly unit_id: string
  readonly version: number
  readonly progress: string | null
}

export interface BlockerRow {
  readonly id: string
  readonly version: number
  readonly subject: string
  readonly project: string
  readonly project_name: string
  readonly unit_id: string
  readonly category: string
  readonly level: string
  readonly details: string | null
  readonly organ: string | null
  readonly handler: string | null
  readonly state: string
  readonly sample: boolean
  readonly created_at: string
  readonly watch_at: string | null
  readonly due_at: string | null
  readonly ended_at: string | null
}

export interface LetterRow {
  readonly id: string
  readonly blocker: string
  readonly kind: string
  readonly number: string | null
  readonly state: string
}

/** A lamp of a project at the month's end, red or yellow, with its sentence. */
export interface LampLine {
  readonly project: string
  readonly colour: string
  readonly dimension: Text
  readonly says: Text
}

/** The number of a letter about a blocker. */
export type LetterNumber = Pick<LetterRow, 'blocker' | 'number'>

/** All that a month's report reads of projects: as they are now, or as they were kept when the month was closed. */
export interface ReportGround {
  readonly listed: readonly ListedRow[]
  /** From January to the month. */
  readonly months: readonly MonthTold[]
  readonly blockers: readonly BlockerRow[]
  readonly letters: readonly LetterNumber[]
  readonly lamps: readonly LampLine[]
}
