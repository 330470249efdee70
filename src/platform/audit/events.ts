import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { queries, type Transaction } from '#platform/database/database'
import { newId } from '#platform/records/new-id'
import { channel } from './bus'

/** The request a change belongs to, for the ledger. */
export const currentRequest = new AsyncLocalStorage<{ readonly id: string }>()

/** One change: field → [before, after]. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>

export interface NewEvent {
  readonly zone: string
  readonly unit: string
  readonly record: string
  readonly id: string
  readonly deed: string
  readonly reason?: string | null
  readonly changes?: Changes
}

/**
 * Appends to the ledger and tells the bus, in the transaction of the change itself: both happen or neither. Kernel code
 * calls it; there are no triggers, which Citus would refuse.
 */
export async function appendEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const request = currentRequest.getStore()?.id ?? ''
  const rows = events.map((event) => ({
    zone_id: event.zone,
    id: newId(),
    person_id: tx.actor.person,
    record: event.record,
    row_id: event.id,
    unit_id: event.unit,
    deed: event.deed,
    reason: event.reason ?? null,
    changes: JSON.stringify(event.changes ?? {}),
    request_id: request,
  }))
  for (let start = 0; start < rows.length; start += 1000)
    await tx.run(
      queries()
        .insertInto('event')
        .values(rows.slice(start, start + 1000)),
    )
  // A thousand changes of one import are one piece of news: pages reload once.
  const told = events.length > 20 ? events.slice(0, 1) : events
  for (const event of told) {
    const signal = { type: event.deed, record: event.record, id: event.id, unit: event.unit }
    await tx.run(sql`SELECT pg_notify(${channel}, ${JSON.stringify(signal)})`)
  }
}
