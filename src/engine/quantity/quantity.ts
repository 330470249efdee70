import { canonical, type ExactDecimal } from '#engine/quantity/decimal'

/**
 * How a published number is to be read. `about` 约: near it, side unknown. `over` 超过/多/余: strictly more.
 * `at_least` 以上: it or more. `within` 以内: it or less. A figure published as "over 50" is never the number 50.
 */
export type Qualifier = 'exact' | 'about' | 'over' | 'at_least' | 'within'

export const QUALIFIERS = [
  'exact',
  'about',
  'over',
  'at_least',
  'within',
] as const satisfies readonly Qualifier[]

/** An exact decimal as canonical text, with its qualifier. `value` null is unknown, which is not zero. */
export interface Quantity {
  readonly value: string | null
  readonly qualifier: Qualifier
}

/** How many parts of a whole are known: {have: 5, of: 6} is a sum of five that stands for six. */
export interface Coverage {
  readonly have: number
  readonly of: number
}

export const UNKNOWN: Quantity = { value: null, qualifier: 'exact' }

/** A known quantity; numbers given in any notation are stored as canonical text. */
export const quantity = (
  value: string | number | ExactDecimal,
  qualifier: Qualifier = 'exact',
): Quantity => ({
  value: canonical(value),
  qualifier,
})

export const isKnown = (q: Quantity): q is Quantity & { readonly value: string } => q.value !== null
