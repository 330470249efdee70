import type { PeriodId } from '#engine/period/period'
import type { Text } from '#engine/result/result'

/** actual: what happened. target: a promise for the period. plan: scheduled. fact: a dated state. */
export type Nature = 'actual' | 'target' | 'plan' | 'fact'

export const NATURES = ['actual', 'target', 'plan', 'fact'] as const satisfies readonly Nature[]

/** Whether less or more is better; 'none' has no better. */
export type Direction = 'up' | 'down' | 'none'

export type Frequency = 'month' | 'quarter' | 'half_year' | 'year' | 'date'

/** period: the period's own amount. ytd: cumulative since January. stock: a level at the period's end. */
export type Accumulation = 'period' | 'ytd' | 'stock'

/**
 * How a unit without a figure of its own takes it from its children. `last` is the last known child in the tree's
 * order; `none` never rolls up. Weight, numerator and denominator are indicator codes.
 */
export type Rollup =
  | { readonly rule: 'sum' }
  | { readonly rule: 'weighted_mean'; readonly weight: string }
  | { readonly rule: 'ratio_of_sums'; readonly numerator: string; readonly denominator: string }
  | { readonly rule: 'last' }
  | { readonly rule: 'none' }

/** One figure's meaning (口径), measure and rules, declared once. `unit` is a unit of measure: code or Chinese name. */
export interface Indicator {
  readonly code: string
  readonly name: Text
  readonly definition: Text
  readonly unit: string
  readonly decimals: number
  readonly direction: Direction
  readonly frequency: Frequency
  readonly accumulation: Accumulation
  readonly rollup: Rollup
  readonly source: 'reported' | 'measure' | 'formula'
  readonly formula?: string
  /** First and last period of use; figures outside are unknown unless they were reported. */
  readonly validFrom?: PeriodId
  readonly validTo?: PeriodId
}

/** A node of the tree of zones, parks and what stands below them; `parent` null is a root. */
export interface FigureUnit {
  readonly code: string
  readonly parent: string | null
  readonly kind: string
  readonly name: Text
}
