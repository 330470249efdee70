import type { CellKey } from '#engine/figures/cell'
import type { Comparator } from '#engine/formula/expression'
import type { Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'

export type Severity = 'error' | 'warning'

/** What a rule demands of one indicator's figures. Numbers are decimals as text, in the indicator's unit or in %. */
export type CheckKind =
  | { readonly kind: 'required' }
  | { readonly kind: 'range'; readonly least?: string; readonly most?: string }
  /** Change on the previous period of at most so many % (points for a rate), up or down. */
  | { readonly kind: 'jump_prev'; readonly most: string }
  /** Change on the same period last year, likewise. */
  | { readonly kind: 'jump_yoy'; readonly most: string }
  /** Two formulas over indicators, compared with a tolerance in the left side's base unit (元, 人 …); default 0. */
  | {
      readonly kind: 'balance'
      readonly left: string
      readonly comparator: Exclude<Comparator, '<>'>
      readonly right: string
      readonly tolerance?: string
    }
  /** Farther from the median of the last `periods` figures than `most` robust deviations (3.5 is usual). */
  | { readonly kind: 'outlier'; readonly periods: number; readonly most: string }

/** A validation rule as data, which an analyst can read and change. */
export interface CheckRule {
  readonly id: string
  readonly indicator: string
  readonly severity: Severity
  readonly check: CheckKind
  /** Whether whoever submits must explain; warnings need it unless this says no, errors must be mended instead. */
  readonly needsExplanation?: boolean
}

/** A figure about to be submitted, in the indicator's unit. */
export interface Proposal {
  readonly key: CellKey
  readonly quantity: Quantity
}

/** A rule that a proposal breaks, with a sentence that holds the actual numbers. */
export interface Finding {
  readonly rule: string
  readonly kind: CheckKind['kind']
  readonly severity: Severity
  readonly key: CellKey
  readonly sentence: Text
  readonly needsExplanation: boolean
}
