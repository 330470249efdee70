import type { Text } from '#engine/result/result'

/** A business word, once: its identifier (snake_case; also table, state or right), Chinese, English, and its meaning. */
export interface Term {
  readonly id: string
  readonly zh: string
  /** In lower case unless a name; the console capitalises where a label begins. */
  readonly en: string
  readonly meaning?: Text
  /** English words that were used for this and confuse people: another tongue's image, or a word that means more. */
  readonly avoid?: readonly string[]
}
