import type { Step } from '#engine/formula/functions'
import type { Value } from '#engine/formula/value'

/** What a formula must know of an indicator besides its values. */
export interface Trait {
  readonly isRate: boolean
  /** Reported cumulatively since January, so that its year to date is itself. */
  readonly isCumulative: boolean
  readonly isLessBetter: boolean
}

/** Where figures come from: `P` is a place (a unit and a period) that only the reader understands. */
export interface Reader<P> {
  /** The indicator's value at the place in base units; unknown values say why. */
  read(code: string, at: P): Value
  /** Where a step leads: none at the root for 'parent', several for 'children' or 'year_to_date'. */
  step(step: Step, at: P): readonly P[]
  trait(code: string): Trait
}
