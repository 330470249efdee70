import type { Range } from '#engine/lamps/range'
import type { Text } from '#engine/result/result'

/** A number that a sheet is scored from; `unit` is a unit of measure, code or Chinese name. */
export interface NumberInput {
  readonly kind: 'number'
  readonly code: string
  readonly name: Text
  readonly unit: string
}

/** One of several kinds, such as the class of a project. */
export interface ChoiceInput {
  readonly kind: 'choice'
  readonly code: string
  readonly name: Text
  readonly options: readonly { readonly code: string; readonly name: Text }[]
}

export type ScoreInput = NumberInput | ChoiceInput

/** Values of an input that get these marks. */
export interface ScoreBand extends Range {
  readonly marks: string
}

/**
 * How an item gets its marks. Marks are decimals as text, deductions below zero.
 * `formula`: in the language of `formula/`, over the inputs at hand. `bands`: by the value of an input, every value in one
 * band. `choice`: by the option chosen. `rank`: by place among all that are scored, ties sharing a place; beyond the
 * list `rest` (0). `count`: so much for each, at most `most` times. `manual`: entered by the assessor between floor and cap.
 */
export type ScoreRule =
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'bands'; readonly input: string; readonly bands: readonly ScoreBand[] }
  | { readonly kind: 'choice'; readonly input: string; readonly marks: Readonly<Record<string, string>> }
  | {
      readonly kind: 'rank'
      readonly input: string
      readonly marks: readonly string[]
      readonly rest?: string
      readonly isLessBetter?: boolean
    }
  | { readonly kind: 'count'; readonly input: string; readonly each: string; readonly most?: number }
  | { readonly kind: 'manual' }

export type ScoreKind = 'score' | 'bonus' | 'deduction'

/**
 * One line of a sheet. `full` are the full marks (the weight) of a score: its cap unless `cap` says otherwise. Without a
 * floor a score or bonus is never below 0; without a cap a deduction is never above 0. `evidence` says what must be
 * shown: marks other than 0 count only with it.
 */
export interface ScoreItem {
  readonly code: string
  readonly name: Text
  readonly kind: ScoreKind
  readonly by: ScoreRule
  readonly full?: string
  readonly cap?: string
  readonly floor?: string
  readonly evidence?: Text
}

/** Items that belong together, with an optional cap and floor over their sum. */
export interface ScoreGroup {
  readonly code: string
  readonly name: Text
  readonly items: readonly ScoreItem[]
  readonly cap?: string
  readonly floor?: string
}

/** A score sheet as data (评分表): for assessments, tours, safety and party checklists alike. */
export interface ScoreSheet {
  readonly code: string
  readonly name: Text
  readonly inputs: readonly ScoreInput[]
  readonly groups: readonly ScoreGroup[]
  readonly cap?: string
  readonly floor?: string
  /** Full marks of the whole; when given, the full marks of its scores must add up to it. */
  readonly full?: string
  /** Decimals of marks where they are shown (2); they are added up exact. */
  readonly decimals?: number
}

/** More items than this are several sheets. */
export const MOST_ITEMS = 500

export const DEFAULT_DECIMALS = 2

/** The cap and floor that hold for an item, where it has any. */
export function boundsOfItem({ kind, full, cap, floor }: ScoreItem): {
  readonly cap: string | undefined
  readonly floor: string | undefined
} {
  const isDeduction = kind === 'deduction'
  return {
    cap: cap ?? full ?? (isDeduction ? '0' : undefined),
    floor: floor ?? (isDeduction ? undefined : '0'),
  }
}
