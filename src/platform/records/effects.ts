import type { Changes } from '#platform/audit/events'
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
  /** What changed of what is kept with the row but is no field of it, by `namedChange`. */
  readonly beside?: Changes
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

/** Several rules on one record type, heard in this order; what the first computes, the next ones see. */
export function together(...effects: readonly Effect[]): Effect {
  const hearing = <K extends keyof Effect>(name: K) => effects.filter((effect) => effect[name] !== undefined)
  const [befores, afters, settles] = [hearing('before'), hearing('after'), hearing('settle')]
  return {
    ...(befores.length > 0 && {
      async before(tx: Transaction, deed: Deed) {
        let computed: Readonly<Record<string, unknown>> = {}
        for (const { before } of befores)
          computed = { ...computed, ...(await before?.(tx, { ...deed, row: { ...deed.row, ...computed } })) }
        return computed
      },
    }),
    ...(afters.length > 0 && {
      async after(tx: Transaction, deed: Deed) {
        for (const { after } of afters) await after?.(tx, deed)
      },
    }),
    ...(settles.length > 0 && {
      async settle(tx: Transaction, deeds: readonly Deed[]) {
        for (const { settle } of settles) await settle?.(tx, deeds)
      },
    }),
  }
}

export type Effects = ReadonlyMap<string, Effect>

/** Whether each row has to be heard by itself before or after it is written. */
export const hearsEachRow = (effects: Effects, record: string): boolean => {
  const effect = effects.get(record)
  return effect?.before !== undefined || effect?.after !== undefined
}
