import { masked, personalFields } from '#engine/records/personal'
import type { RecordType } from '#engine/records/record'
import { storedFields } from '#engine/records/record-clock'
import type { ChangedMeanwhile } from '#engine/records/reply'
import type { Changes } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { Kernel } from './kernel'
import { replyRow } from './reply'
import { hangingOn, personNames } from './row-thread'
import type { StoredRow } from './rows'

/** Deeds that leave the version as it was. */
const beside = ['comment', 'attach', 'detach', 'reckoned_anew', 'unmask', 'access_refused']

/** More versions behind than this, and the oldest changes are not told one by one. */
const most = 200

/** What each change since the seen version wrote, newest first. */
async function changesSince(
  tx: Transaction,
  record: RecordType,
  given: { row: StoredRow; seen: number },
): Promise<Changes[]> {
  const behind = Math.min(Math.max(given.row.version - given.seen, 1), most)
  const events = await tx.all<{ changes: Changes }>(
    queries()
      .selectFrom('event')
      .select('changes')
      .where((where) => where.and(hangingOn(record, given.row)))
      .where('deed', 'not in', beside)
      .orderBy('id', 'desc')
      .limit(behind) as never,
  )
  return events.map(({ changes }) => changes)
}

/** Personal data as the ledger keeps it: compared and told masked, whoever asks. */
const maskedRow = (record: RecordType, row: StoredRow): StoredRow => ({
  ...row,
  ...Object.fromEntries(personalFields(record).map(([name, { kind }]) => [name, masked(kind, row[name])])),
})

/** Field → what it was when it was seen, and what it is now; fields that came back to what they were are left out. */
function difference(changes: readonly Changes[], row: StoredRow): ChangedMeanwhile[] {
  const seen = new Map<string, unknown>()
  // Newest first: the oldest change of a field overwrites the later ones and leaves what was there before them all.
  for (const change of changes)
    for (const [field, [before]] of Object.entries(change)) seen.set(field, before)
  return [...seen]
    .map(([field, before]) => ({ field, seen: before ?? null, now: row[field] ?? null }))
    .filter(({ seen: before, now }) => JSON.stringify(before) !== JSON.stringify(now))
}

/**
 * Refuses to build on a version that is no longer the last, and says what changed meanwhile and by whom; fields that the
 * actor does not see stay unsaid.
 */
export async function assertVersion(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow; seen: number },
): Promise<void> {
  const { record, row, seen } = given
  if (row.version === seen) return
  const shown = 'kernel' in tx.actor ? row : replyRow(tx.actor, record, row)
  const own = new Set(['state', 'unit_id', 'extra', ...storedFields(record).map(([name]) => name)])
  const changes = await changesSince(tx.asKernel, record, { row, seen })
  const nameOf = await personNames(tx.asKernel, kernel, [row.updated_by])
  throw kernelError('version_conflict', {
    version: row.version,
    changed: difference(changes, maskedRow(record, row)).filter(
      ({ field }) => own.has(field) && Object.hasOwn(shown, field),
    ),
    changed_by: nameOf(row.updated_by),
  })
}
