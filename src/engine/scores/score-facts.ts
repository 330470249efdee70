import type { Coverage, Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import type { ScoreKind } from '#engine/scores/score-sheet'

/**
 * What is known of one subject (a project, a park, a site). A number that is missing is unknown, never zero. `entries`
 * are marks given by hand, by item; `evidence` how many pieces lie with an item.
 */
export interface ScoreFacts {
  readonly subject: string
  readonly numbers?: Readonly<Record<string, Quantity>>
  readonly choices?: Readonly<Record<string, string>>
  readonly entries?: Readonly<Record<string, Quantity>>
  readonly evidence?: Readonly<Record<string, number>>
}

/**
 * Marks with the tree that explains them. `coverage` counts the items known of all below; `why` is set when an item is
 * unknown. The marks of a group or sheet are those of its known items.
 */
export interface ScoreNode {
  readonly code: string
  readonly name: Text
  readonly kind: 'sheet' | 'group' | ScoreKind
  readonly marks: Quantity
  readonly full?: string
  readonly coverage: Coverage
  readonly says: Text
  readonly why: Text | null
  readonly parts: readonly ScoreNode[]
}

/** A subject with its sheet filled in, and its place; no place while an item is unknown. */
export interface ScoredSubject {
  readonly subject: string
  readonly score: ScoreNode
  readonly place?: number
  /** Others with the same total. */
  readonly tiedWith: readonly string[]
}
