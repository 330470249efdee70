import type { RecordType } from '#engine/records/record'
import type { HistoryEntry } from '#engine/records/reply'
import type { Actor } from '#engine/records/rights'
import { queries, type Transaction } from '#platform/database/database'
import { signedIn } from '#platform/http/request'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
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

async function history(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow },
): Promise<HistoryEntry[]> {
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
  return events.map(({ id, at, person_id, deed, reason, changes }) => ({
    id,
    at,
    person: person_id,
    person_name: nameOf(person_id),
    deed,
    reason,
    changes: Object.fromEntries(Object.entries(changes).filter(([name]) => !hidden.has(name))),
  }))
}

/** `GET …/:id/history`: who did what and when, before and after, newest first. */
export function registerHistoryRoutes(routes: RecordRoutes, kernel: Kernel): void {
  routes.get('/:id/history', (record, request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      return { entries: await history(tx, kernel, { record, row }) }
    }),
  )
}
