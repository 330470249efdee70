import type { Database } from '#platform/database/database'

/** A change as it is told to open pages and caches: what and where, never the values. */
export interface Signal {
  readonly type: string
  readonly record: string
  readonly id: string
  readonly unit: string
}

/** Carries committed changes to whoever listens, on every server of the database. */
export interface Bus {
  subscribe(heard: (signal: Signal) => void): () => void
}

export const channel = 'yipanqi'

/** Listens to the database's notifications: what another server committed is heard as well. */
export async function openBus(database: Database): Promise<Bus> {
  const listeners = new Set<(signal: Signal) => void>()
  await database.source.listen(channel, (payload) => {
    const signal = JSON.parse(payload) as Signal
    for (const heard of listeners) heard(signal)
  })
  return {
    subscribe(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
