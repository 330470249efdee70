import type { Text } from '#engine/result/result'
import type { DoubtKind, Reading } from './doubt'
import type { Answer, MappingPlan } from './plan'
import type { Proposal } from './propose'
import type { LeftOutWhy } from './row-kind'

/** A sheet of the workbook, with its first rows as they stand. */
export interface LookedSheet {
  readonly name: string
  /** Rows below the head that hold anything. */
  readonly rows: number
  readonly first: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** A column of the sheets, by its head. */
export interface LookedColumn {
  readonly head: string
  /** `F`, on the first sheet that has it. */
  readonly letter: string
  readonly samples: readonly string[]
  /** The code of the unit that the head, or a line above it, names. */
  readonly unit: string | null
  readonly proposal: Proposal
}

/** Sections of one level, and some of their names. */
export interface LookedSections {
  readonly level: number
  readonly count: number
  readonly names: readonly string[]
}

/** One question: doubtful cells of a field that say the same. */
export interface Question {
  /** The key under which its answer stands in the plan. */
  readonly key: string
  readonly kind: DoubtKind
  /** '' for a row as a whole. */
  readonly field: string
  readonly head: string
  readonly raw: string
  readonly says: Text
  readonly readings: readonly Reading[]
  readonly count: number
  /** `望京园!F7`: the first fifty. */
  readonly cells: readonly string[]
  readonly answer?: Answer
}

/** Doubts of one kind in one field, however many. */
export interface QuestionGroup {
  readonly kind: DoubtKind
  readonly field: string
  readonly count: number
  /** Those that nobody has answered. */
  readonly open: number
}

/** A mapping kept from an earlier file with the same heads. */
export interface KeptMapping {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly version: number
  readonly may: readonly string[]
}

/** `POST /api/{type}/import/look`: how a sheet of one's own would be read, before anything is written. */
export interface MappingLook {
  readonly sheets: readonly LookedSheet[]
  readonly columns: readonly LookedColumn[]
  readonly sections: readonly LookedSections[]
  readonly fingerprint: string
  /** The plan that was read by; send it back, changed or not, for another look and for the import. */
  readonly plan: MappingPlan
  /** The kept mapping that the plan came from. */
  readonly remembered?: KeptMapping
  readonly data_rows: number
  /** At most the first 200; `left_out_count` counts all. */
  readonly left_out: readonly {
    readonly sheet: string
    readonly row: number
    readonly why: LeftOutWhy
    readonly says: string
  }[]
  readonly left_out_count: number
  /** At most the first 500, those without an answer first. */
  readonly questions: readonly Question[]
  readonly groups: readonly QuestionGroup[]
  /** Doubtful cells without an answer. */
  readonly open: number
}
