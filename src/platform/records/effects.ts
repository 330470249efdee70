import type { Transaction } from '#platform/database/database'
import type { StoredRow } from './rows'

/** What a deed on a row is, for a module's own rule. */
export interface Deed {
  /** create, update, remove or a lifecycle action. */
  readonly name: string
  readonly before: StoredRow | undefined
  /** The row as it will be (before-effects) or is (after-effects). */
  readonly row: StoredRow
  readonly reason: string | null
}

/** A module's rule of its own on a record type, inside the same transaction. */
export interface Effect {
  /** Refuses by throwing, or returns computed fields to be stored with the change. */
  readonly before?: (tx: Transaction, deed: Deed) => Promise<Readonly<Record<string, unknown>> | undefined>
  /** What follows from the change: other rows, roll-up cells. */
  readonly after?: (tx: Transaction, deed: Deed) => Promise<void>
  /** What follows from several changes at once: an effect with nothing but this does not slow an import to row by row. */
  readonly settle?: (tx: Transaction, deeds: readonly Deed[]) => Promise<void>
}

export type Effects = ReadonlyMap<string, Effect>

/** Whether each row has to be heard by itself before or after it is written. */
export const hearsEachRow = (effects: Effects, record: string): boolean => {
  const effect = effects.get(record)
  return effect?.before !== undefined || effect?.after !== undefined
}
