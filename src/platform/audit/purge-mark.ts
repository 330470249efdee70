import { sql } from 'kysely'
import { eventDigest, type LedgerEvent } from '#engine/ledger/ledger-event'
import type { Transaction } from '#platform/database/database'
import { ledgerHash } from './event-row'

/** What a purge leaves in the ledger, as an event like any other: sealed with the next batch. */
export const purgeEvent = { record: 'ledger', deed: 'purge' } as const

type Marked = LedgerEvent & {
  readonly digest: string
  readonly changes: { readonly through?: readonly unknown[] }
}

/** The last seal whose events were purged by the command; 0 when none were. A forged mark does not fit its digest. */
export async function purgedThrough(tx: Transaction, zone: string): Promise<number> {
  const marks = await tx.all<Marked>(
    sql`SELECT * FROM event WHERE zone_id = ${zone} AND record = ${purgeEvent.record} AND row_id = ${zone} AND deed = ${purgeEvent.deed}`,
  )
  const numbers = marks
    .filter((mark) => eventDigest(ledgerHash, mark) === mark.digest)
    .map(({ changes }) => Number(changes.through?.[1] ?? 0))
  return Math.max(0, ...numbers)
}
