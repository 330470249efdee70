import type { Text } from '#engine/result/result'

/** One thing wrong with one field: which, what was given, why it cannot stand, and how to mend it. */
export interface Problem {
  /** Field name; empty when the problem is the row's as a whole. */
  readonly field: string
  readonly code: ProblemCode
  /** What was given, shortened to 100 characters. */
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

export type ProblemCode =
  | 'required'
  | 'unknown_field'
  | 'not_allowed'
  | 'fixed'
  | 'not_text'
  | 'too_long'
  | 'pattern'
  | 'not_a_number'
  | 'too_many_decimals'
  | 'out_of_range'
  | 'not_a_date'
  | 'not_a_period'
  | 'not_an_option'
  | 'not_yes_or_no'
  | 'not_found'
  | 'duplicate'
  | 'rule'
  | 'query'

/** `shown` keeps hostile values from filling a reply or a log. */
export function shown(value: unknown): string {
  const plain = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain
}
