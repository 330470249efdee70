import { eventDigest, type LedgerEvent } from '#engine/ledger/ledger-event'
import { cryptoProvider } from '#platform/crypto/provider'
import { newId } from '#platform/records/new-id'
import type { NewEvent } from './events'

/** The hash of the ledger: SM3, hex. */
export const ledgerHash = (text: string): string => cryptoProvider.digest('sm3', text)

/** A moment as the database prints it: without the zeros at the end of its fraction, so that digests agree. */
export const asPrinted = (moment: Date): string => moment.toISOString().replace(/\.?0+Z$/, 'Z')

interface Circumstances {
  readonly person: string
  readonly request: string
  readonly at: Date
}

export interface EventRow extends LedgerEvent {
  readonly changes: Readonly<Record<string, unknown>>
  readonly digest: string
}

/** An event as it is stored, with the digest by which a later change of the row is found. */
export function eventRow(event: NewEvent, { person, request, at }: Circumstances): EventRow {
  const row = {
    zone_id: event.zone,
    id: newId(),
    at: asPrinted(at),
    person_id: person,
    record: event.record,
    row_id: event.id,
    unit_id: event.unit,
    deed: event.deed,
    reason: event.reason ?? null,
    // As JSON carries it: undefined goes, dates become text, before the digest is taken and not after.
    changes: JSON.parse(JSON.stringify(event.changes ?? {})) as Record<string, unknown>,
    request_id: request,
  }
  return { ...row, digest: eventDigest(ledgerHash, row) }
}
