import type { FigureUnit, Indicator } from '#engine/figures/indicator'
import type { Expression } from '#engine/formula/expression'
import type { Step } from '#engine/formula/functions'
import type { Unit } from '#engine/quantity/unit'
import type { Text } from '#engine/result/result'

/** An indicator made ready: its unit found, its formula parsed, bound to codes and unit-checked. */
export interface PlannedIndicator {
  readonly indicator: Indicator
  readonly measure: Unit
  readonly formula: Expression | null
  /** Place in the order of calculation: what is read comes before what reads it. */
  readonly order: number
}

export interface PlannedUnit {
  readonly unit: FigureUnit
  readonly children: readonly string[]
  /** Distance from the root. */
  readonly depth: number
}

/** `indicator` reads another one along `path`: from its own place, outermost step first. */
export interface Dependant {
  readonly indicator: string
  readonly path: readonly Step[]
}

/** Everything that stays the same while figures change; build it once with `compilePlan`. */
export interface Plan {
  readonly indicators: ReadonlyMap<string, PlannedIndicator>
  readonly units: ReadonlyMap<string, PlannedUnit>
  /** Codes by lower-cased code, Chinese and English name. */
  readonly names: ReadonlyMap<string, string>
  /** For each indicator code, who reads it and from where; its own roll-up is among them. */
  readonly dependants: ReadonlyMap<string, readonly Dependant[]>
}

export type PlanErrorCode =
  | 'bad_code'
  | 'duplicate_code'
  | 'unknown_unit_of_measure'
  | 'bad_formula'
  | 'cycle'
  | 'bad_rollup'
  | 'unknown_parent'
  | 'unit_cycle'

/** What is wrong with a declaration: whose, and a sentence. `cycle` lists names; `at` is the place in the formula. */
export interface PlanError {
  readonly code: PlanErrorCode
  readonly subject: string
  readonly message: Text
  readonly at?: number
  readonly cycle?: readonly string[]
}
