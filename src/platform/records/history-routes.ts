import type { RecordType } from '#engine/records/record'
import { namingRow } from '#engine/records/named-change'
import type { HistoryEntry, HistoryReply, Titles } from '#engine/records/reply'
import type { Actor } from '#engine/records/rights'
import { queries, type Transaction } from '#platform/database/database'
import { signedIn } from '#platform/http/request'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { titlesFor, titlesOf } from './references'
import { replyRow } from './reply'
import { hangingOn, personNames, rowAddress } from './row-thread'
import { getRow, type StoredRow } from './rows'

/** A row that has been changed more often shows its latest changes; the ledger keeps them all. */
const most = 200

interface EventRow {
  readonly id: string
  readonly at: string
  readonly person_id: string
  readonly deed: string
  readonly reason: string | null
  readonly changes: HistoryEntry['changes']
}

/** Fields of the record that the actor does not get to see on this row; their past is theirs as little as their present. */
function hiddenFields(actor: Actor, record: RecordType, row: StoredRow): ReadonlySet<string> {
  const reply = replyRow(actor, record, row)
  return new Set(Object.keys(record.fields).filter((name) => !Object.hasOwn(reply, name)))
}

/** What entries refer to, before and after: the row itself names only what it refers to now. */
async function titlesIn(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; entries: readonly HistoryEntry[] },
): Promise<Titles> {
  const changes = given.entries.flatMap((entry) => Object.entries(entry.changes))
  const sides = changes.flatMap(([name, [before, after]]) => [{ [name]: before }, { [name]: after }])
  const named = new Map<string, Set<string>>()
  for (const { record, id } of changes.flatMap(([name]) => namingRow(name) ?? []))
    named.set(record, (named.get(record) ?? new Set()).add(id))
  const besides = [...named].map(async ([name, ids]) => {
    const type = kernel.records.get(name)
    return [name, type ? await titlesOf(tx, type, [...ids]) : {}] as const
  })
  const fields = await titlesFor(tx, kernel, { record: given.record, rows: sides })
  return { ...fields, ...Object.fromEntries(await Promise.all(besides)) }
}

async function history(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow },
): Promise<HistoryReply> {
  const { record, row } = given
  const hidden = hiddenFields(tx.actor as Actor, record, row)
  const query = queries()
    .selectFrom('event')
    .select(['id', 'at', 'person_id', 'deed', 'reason', 'changes'])
    .where((where) => where.and(hangingOn(record, row)))
    // Who tried and may not is the auditor's business.
    .where('deed', '<>', 'access_refused')
    .orderBy('id', 'desc')
    .limit(most)
  const events = (await tx.asKernel.all(query)) as EventRow[]
  const nameOf = await personNames(
    tx.asKernel,
    kernel,
    events.map(({ person_id }) => person_id),
  )
  const entries = events.map(({ id, at, person_id, deed, reason, changes }) => ({
    id,
    at,
    person: person_id,
    person_name: nameOf(person_id),
    deed,
    reason,
    changes: Object.fromEntries(Object.entries(changes).filter(([name]) => !hidden.has(name))),
  }))
  return { entries, titles: await titlesIn(tx, kernel, { record, entries }) }
}

/** `GET …/:id/history`: who did what and when, before and after, newest first. */
export function registerHistoryRoutes(routes: RecordRoutes, kernel: Kernel): void {
  routes.get('/:id/history', (record, request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      return await history(tx, kernel, { record, row })
    }),
  )
}
