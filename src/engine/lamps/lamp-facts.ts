import type { PeriodId } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import type { Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'
import type { LampSnapshot } from '#engine/lamps/months'

/**
 * When something happened: its day, or its month where no day is known, which then counts from its last day; null when
 * it is known not to have happened yet; absent when nobody knows.
 */
export type Happened = PlainDate | PeriodId | null

/** A node of the project's plan with its date. */
export interface NodeFact {
  readonly name: Text | string
  readonly due: PlainDate
  readonly finished?: Happened
}

/**
 * What lamps of one project are read from. A part that is absent is unknown, and so is its lamp. Amounts of one part
 * are in one unit; `completed` and `annualPlan` run from January.
 */
export interface LampFacts {
  readonly id: string
  /** The day on which the lamps are read; nothing later is known. */
  readonly on: PlainDate
  /** The month that is judged: time progress is its months ÷ 12, a planned start in it is due. */
  readonly month: PeriodId
  /**
   * The month up to which completed and paid are told, where that is not the month judged: nobody has reported a month
   * that is still running. Time progress is then its months ÷ 12.
   */
  readonly toldUntil?: PeriodId
  readonly completed?: Quantity
  readonly annualPlan?: Quantity
  readonly plannedStart?: PlainDate
  readonly started?: Happened
  /** Entered in the statistics store (入库). */
  readonly entered?: Happened
  readonly paid?: Quantity
  /** Money that should have been paid by now. */
  readonly toBePaid?: Quantity
  readonly nodes?: readonly NodeFact[]
  /** Lamps of earlier months, from which months in a row are counted. */
  readonly snapshots?: readonly LampSnapshot[]
}

/** A measured value: exact as text, worked out only for whoever reads it, and `near` as a binary number to band it by. */
export interface MeasuredValue {
  readonly kind: 'value'
  readonly near: number
  readonly value: string
  readonly says: (decimals: number) => Text
}

/** What a rule's measure says of a project: a value with words, that nothing is left to judge, or why nobody can tell. */
export type LampReading =
  | MeasuredValue
  | { readonly kind: 'settled'; readonly says: Text }
  | { readonly kind: 'unknown'; readonly why: Text }
