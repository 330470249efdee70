import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { eventFields } from '#engine/ledger/ledger-event'
import { queries, type Transaction } from '#platform/database/database'
import { idsContinueAfter } from '#platform/records/new-id'
import { tell } from './bus'
import { type EventRow, eventRow } from './event-row'

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
  /** For the kernel only: on whose behalf it writes; absent, the event is the actor's own. */
  readonly person?: string
  /** For the kernel only: when it happened, where that is not now. */
  readonly at?: Date
}

const personOf = (tx: Transaction, event: NewEvent): string =>
  'kernel' in tx.actor ? (event.person ?? tx.actor.person) : tx.actor.person

const columns = sql.join([...eventFields, 'digest'].map((name) => sql.ref(name)))

/** More events than this travel as one parameter: a statement with a place for every value takes longer to build and to parse. */
const fewEvents = 5

async function insertEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  if (rows.length <= fewEvents) {
    const values = rows.map((row) => ({ ...row, changes: JSON.stringify(row.changes) }))
    await tx.run(queries().insertInto('event').values(values))
    return
  }
  for (let start = 0; start < rows.length; start += 2000)
    await tx.run(
      sql`INSERT INTO event (${columns})
        SELECT ${columns} FROM json_populate_recordset(NULL::event, ${JSON.stringify(rows.slice(start, start + 2000))}::json)`,
    )
}

/**
 * Appends to the ledger and tells the bus, in the transaction of the change itself: both happen or neither. Kernel code
 * calls it; there are no triggers, which Citus would refuse.
 */
export async function appendEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const request = currentRequest.getStore()?.id ?? ''
  const at = new Date()
  const rows = events.map((event) =>
    eventRow(event, { person: personOf(tx, event), request, at: event.at ?? at }),
  )
  // A thousand changes of one import are one piece of news: pages reload once.
  // A refusal has changed nothing that a page could show.
  const news = events.filter(({ deed }) => deed !== 'access_refused')
  const told = news.length > 20 ? news.slice(0, 1) : news
  await Promise.all([
    insertEvents(tx, rows),
    ...told.map(({ deed, record, id, unit }) => tell(tx, { type: deed, record, id, unit })),
  ])
}

/** Events of this server come after all that are there, also where its clock is behind that of who wrote them. */
export async function continueEvents(tx: Transaction, zones: readonly string[]): Promise<void> {
  const newest = await Promise.all(
    zones.map((zone) =>
      tx.first<{ id: string }>(sql`SELECT id FROM event WHERE zone_id = ${zone} ORDER BY id DESC LIMIT 1`),
    ),
  )
  for (const last of newest) if (last) idsContinueAfter(last.id)
}
