import { sql } from 'kysely'
import type { Listening } from '#platform/database/connection'
import type { Database, Transaction } from '#platform/database/database'

/** A change as it is told to open pages and caches: what and where, never the values. */
export interface Signal {
  readonly type: string
  readonly record: string
  readonly id: string
  readonly unit: string
}

/** Carries committed changes to whoever listens, on every server of the database. */
export interface Bus {
  /** Every change; `missed` when some may have been: the connection that tells of them was lost and is back. */
  subscribe(heard: (signal: Signal) => void, missed?: () => void): () => void
  /** A row of one of these records has changed, or may have. */
  whenChanged(records: readonly string[], act: () => void): void
}

const channel = 'yipanqi'

/** Tells every server of the database, once the transaction is committed. */
export const tell = (tx: Transaction, signal: Signal): Promise<number> =>
  tx.run(sql`SELECT pg_notify(${channel}, ${JSON.stringify(signal)})`)

/** A bus that hears nothing until it is told to listen. */
export interface SilentBus extends Bus {
  /** Listens to the database's notifications: what another server committed is heard as well. */
  listen(): Promise<void>
}

/** The bus of a database that may not be open yet. */
export function openBus(database: Database): SilentBus {
  const listeners = new Set<{ heard: (signal: Signal) => void; missed: () => void }>()
  const keepers = new Set<{ records: ReadonlySet<string>; act: () => void }>()
  const forgetAll = () => {
    for (const { act } of keepers) act()
  }
  const listening: Listening = {
    heard(payload) {
      const signal = JSON.parse(payload) as Signal
      for (const { records, act } of keepers) if (records.has(signal.record)) act()
      for (const { heard } of listeners) heard(signal)
    },
    lost: forgetAll,
    back() {
      forgetAll()
      for (const { missed } of listeners) missed()
    },
  }
  return {
    listen: () => database.source.listen(channel, listening),
    subscribe(heard, missed = () => {}) {
      const listener = { heard, missed }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    whenChanged(records, act) {
      keepers.add({ records: new Set(records), act })
    },
  }
}

/**
 * What `load` reads, kept until a row of these records changes. What is read in a transaction that was open before the
 * last change may be from before it: that serves its transaction only.
 */
export function keptUntilChanged<T>(
  bus: Bus,
  records: readonly string[],
  load: (tx: Transaction) => Promise<T>,
): (tx: Transaction) => Promise<T> {
  let known: Promise<T> | undefined
  let changed = -Infinity
  bus.whenChanged(records, () => {
    known = undefined
    changed = performance.now()
  })
  return (tx) => {
    if (known) return known
    const loading = load(tx)
    if (tx.opened <= changed) return loading
    known = loading
    loading.catch(() => {
      if (known === loading) known = undefined
    })
    return loading
  }
}
