import { type RawBuilder, sql } from 'kysely'
import { type AuditEntry, type AuditReply, isRefusal } from '#engine/ledger/audit-entry'
import type { LedgerEvent } from '#engine/ledger/ledger-event'
import type { Actor } from '#engine/records/rights'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import { personNames } from '#platform/records/row-thread'
import type { AuditQuery } from './audit-query'

const visitor = text('未登录者', 'Not signed in')

/** Counting further would read the whole ledger for a number nobody reads. */
const mostCounted = 10_000

type Where = RawBuilder<unknown>

/** A person by id, account or a part of the name: what an auditor has at hand. */
async function personsCalled(tx: Transaction, kernel: Kernel, asked: string): Promise<string[]> {
  const person = kernel.records.get('person')
  const found = await tx.asKernel.all<{ id: string }>(
    person
      ? sql`SELECT person_id AS id FROM account WHERE id = ${asked.toLowerCase()}
            UNION (SELECT id FROM person WHERE position(${asked} IN ${sql.ref(person.title)}) > 0 LIMIT 200)`
      : sql`SELECT person_id AS id FROM account WHERE id = ${asked.toLowerCase()}`,
  )
  return [asked, ...found.map(({ id }) => id)]
}

const refusal = sql`(deed LIKE '%\\_refused' OR deed = 'account_locked')`

const searched = (q: string): Where => {
  const text = q.toLowerCase()
  return sql`(position(${text} IN lower(row_id)) > 0 OR position(${text} IN lower(coalesce(reason, ''))) > 0
    OR request_id = ${text} OR position(${text} IN lower(changes::text)) > 0)`
}

const equal = ({ deed, record, row }: AuditQuery): Where[] =>
  Object.entries({ deed, record, row_id: row }).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`],
  )

async function conditions(tx: Transaction, kernel: Kernel, query: AuditQuery): Promise<Where[]> {
  const { from, before, person, unit, outcome, q } = query
  const given: (Where | undefined | '')[] = [
    from && sql`at >= ${from}`,
    before && sql`at < ${before}`,
    person && sql`person_id = ANY (${await personsCalled(tx, kernel, person)}::text[])`,
    unit && sql`unit_id = ANY (${kernel.places().within(unit)}::text[])`,
    outcome && (outcome === 'refused' ? refusal : sql`NOT ${refusal}`),
    q && searched(q),
  ]
  return [...equal(query), ...given.filter((one): one is Where => one !== undefined && one !== '')]
}

/** The zones of the units that the auditor's posts reach; the row policy decides, this only lets the index be used. */
function zonesOf(actor: Actor, kernel: Kernel): string[] {
  const places = kernel.places()
  const zones = (actor.reach.audit_admin ?? []).map((unit) => places.zoneOf(unit) ?? unit)
  return [...new Set(zones)]
}

/** Newest first. Zone by zone from its index, then merged: a sort over all zones would read them whole. */
function pageOf(
  zones: readonly string[],
  where: readonly Where[],
  given: { limit: number },
): RawBuilder<LedgerEvent> {
  const parts = zones.map(
    (zone) =>
      sql`(SELECT * FROM event WHERE ${sql.join([sql`zone_id = ${zone}`, ...where], sql` AND `)} ORDER BY at DESC, id DESC LIMIT ${given.limit})`,
  )
  return sql<LedgerEvent>`SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) AS found ORDER BY at DESC, id DESC LIMIT ${given.limit}`
}

const beyond = ({ after }: AuditQuery): Where[] =>
  after ? [sql`(at, id) < (${after.at}::timestamptz, ${after.id})`] : []

/** Which seal holds each event. */
async function sealsOf(tx: Transaction, events: readonly LedgerEvent[]): Promise<Map<string, number>> {
  const ids = events.map(({ id }) => id)
  const zones = [...new Set(events.map(({ zone_id }) => zone_id))]
  const rows = await tx.all<{ event_id: string; seal: number }>(
    sql`SELECT event_id, seal FROM event_leaf WHERE zone_id = ANY (${zones}::text[]) AND event_id = ANY (${ids}::text[])`,
  )
  return new Map(rows.map(({ event_id, seal }) => [event_id, seal]))
}

async function entriesOf(
  tx: Transaction,
  kernel: Kernel,
  events: readonly LedgerEvent[],
): Promise<AuditEntry[]> {
  const seals = await sealsOf(tx.asKernel, events)
  const nameOf = await personNames(
    tx.asKernel,
    kernel,
    events.map(({ person_id }) => person_id),
  )
  return events.map((event) => ({
    id: event.id,
    at: event.at,
    zone: event.zone_id,
    unit: event.unit_id,
    person: event.person_id,
    person_name: event.person_id === 'public' ? visitor : nameOf(event.person_id),
    record: event.record,
    row: event.row_id,
    deed: event.deed,
    outcome: isRefusal(event.deed) ? 'refused' : 'done',
    reason: event.reason,
    changes: event.changes as AuditEntry['changes'],
    request: event.request_id,
    seal: seals.get(event.id) ?? null,
  }))
}

/** One page of events that the auditor's posts reach. */
export async function listEvents(
  tx: Transaction,
  kernel: Kernel,
  query: AuditQuery,
): Promise<Pick<AuditReply, 'entries' | 'next'>> {
  const zones = zonesOf(tx.actor as Actor, kernel)
  if (zones.length === 0) return { entries: [] }
  const where = [...(await conditions(tx, kernel, query)), ...beyond(query)]
  const events = await tx.all<LedgerEvent>(pageOf(zones, where, { limit: query.size }))
  const last = events.at(-1)
  const isFull = events.length === query.size
  return {
    entries: await entriesOf(tx, kernel, events),
    ...(isFull && last && { next: `${last.at}~${last.id}` }),
  }
}

/** How many events match, up to 10 000. */
export async function countEvents(
  tx: Transaction,
  kernel: Kernel,
  query: AuditQuery,
): Promise<Pick<AuditReply, 'total' | 'total_is_least'>> {
  const zones = zonesOf(tx.actor as Actor, kernel)
  const where = [sql`zone_id = ANY (${zones}::text[])`, ...(await conditions(tx, kernel, query))]
  const found = await tx.first<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM (SELECT FROM event WHERE ${sql.join(where, sql` AND `)} LIMIT ${mostCounted}) AS counted`,
  )
  const total = found?.n ?? 0
  return { total, total_is_least: total === mostCounted }
}
