import type { ClockState } from '#engine/clocks/fold-clock'
import type { Qualifier } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import type { Problem } from './problem'
import type { SystemColumns } from './record'

/** A row as the API sends it: stored columns, and what this person may do with it (verbs and lifecycle actions). */
export interface ReplyRow extends SystemColumns {
  readonly state?: string
  readonly may: readonly string[]
  /** How the clocks of the row stand now; null: not started. */
  readonly clocks?: Readonly<Record<string, ClockState | null>>
  readonly [field: string]: unknown
}

/** Names of the rows that a reply refers to, by record type and id: `titles.unit.LZ`. */
export type Titles = Readonly<Record<string, Readonly<Record<string, Text>>>>

/** A sum over a list: its value, the mark of the vaguest figure in it, and of how many rows the figure is known. */
export interface ListTotal {
  readonly value: string
  readonly qualifier: Qualifier
  readonly known: number
}

/** The rows that say the same in the field they are grouped by. */
export interface ListGroup {
  /** The value as it is stored; null where nothing is filled in. */
  readonly key: string | null
  readonly total: number
  readonly totals: Readonly<Record<string, ListTotal>>
}

/** `GET /api/{type}` */
export interface ListReply {
  readonly rows: readonly ReplyRow[]
  /** Rows that match, on all pages; absent with `count=false`. */
  readonly total?: number
  /** Sums of the decimal fields over everything that matches, not only this page. */
  readonly totals?: Readonly<Record<string, ListTotal>>
  /** With `group`: everything that matches, by the values of that field; the largest first, the unfilled last. */
  readonly groups?: readonly ListGroup[]
  /** Pass as `after` for the next page in the same order. */
  readonly next?: string
  readonly titles: Titles
}

/** `GET /api/{type}/{id}`, and the reply of create, update and actions. */
export interface RowReply {
  readonly row: ReplyRow
  readonly titles: Titles
}

/** What was done once to a row: by whom, when, before and after. */
export interface HistoryEntry {
  readonly id: string
  readonly at: string
  readonly person: string
  readonly person_name: Text
  /** create, update, remove, comment, attach, or a lifecycle action. */
  readonly deed: string
  readonly reason: string | null
  /** Field → [before, after]; what is kept with the row goes by the name of another: `indicator:revenue`. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
}

/** `GET /api/{type}/{id}/history`, newest first. */
export interface HistoryReply {
  readonly entries: readonly HistoryEntry[]
  /** Names of what the entries refer to, before and after. */
  readonly titles: Titles
}

export interface CommentEntry {
  readonly id: string
  readonly at: string
  readonly person: string
  readonly person_name: Text
  readonly body: string
}

export interface AttachmentEntry {
  readonly id: string
  readonly at: string
  readonly person_name: Text
  readonly name: string
  readonly media_type: string
  readonly bytes: number
}

/** A problem of an import and where it is; sheet and cell (`F7`) where a workbook was read by a mapping. */
export interface ImportProblem extends Problem {
  readonly row: number
  readonly column: string
  readonly sheet?: string
  readonly cell?: string
}

/** What an import would do (dry run) or has done; with any problem nothing is written. */
export interface ImportReport {
  readonly dry_run: boolean
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Rows with at least one problem. */
  readonly refused: number
  /** At most the first 1 000; `problem_count` counts all. */
  readonly problems: readonly ImportProblem[]
  readonly problem_count: number
  /** Headers of columns that were passed over: what is computed, and what the kernel keeps of every row. */
  readonly unread: readonly string[]
}

/** One field that somebody else has changed since the row was read. */
export interface ChangedMeanwhile {
  readonly field: string
  readonly seen: unknown
  readonly now: unknown
}

/** RFC 9457 problem details: every error reply of the API. */
export interface ProblemReply {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  readonly message: Text
  readonly remedy: Text
  readonly problems?: readonly Problem[]
  /** With code `version_conflict`: what changed meanwhile, by whom, and the version to build on. */
  readonly changed?: readonly ChangedMeanwhile[]
  readonly version?: number
  readonly changed_by?: Text
}

/** `POST /api/{type}/{id}/unmask`: personal data of one row, to be shown for some seconds and not kept. */
export interface UnmaskReply {
  readonly values: Readonly<Record<string, unknown>>
  readonly seconds: number
}
