import { canonicalJson } from './canonical-json'

/** SM3 on the server: text (as UTF-8) to hex in lower case. */
export type Hash = (text: string) => string

/** An event as the ledger keeps it. `at`: ISO 8601 in UTC, as fine as it is stored. */
export interface LedgerEvent {
  readonly zone_id: string
  readonly id: string
  readonly at: string
  readonly person_id: string
  readonly record: string
  readonly row_id: string
  readonly unit_id: string
  readonly deed: string
  readonly reason: string | null
  readonly changes: unknown
  readonly request_id: string
}

/** In the order of the digest: appending a field here means another version in `eventDigest`. */
export const eventFields = [
  'zone_id',
  'id',
  'at',
  'person_id',
  'record',
  'row_id',
  'unit_id',
  'deed',
  'reason',
  'changes',
  'request_id',
] as const satisfies readonly (keyof LedgerEvent)[]

/** What is hashed: 64 hex digits over every field. The leaf of the Merkle tree. */
export function eventDigest(hash: Hash, event: LedgerEvent): string {
  return hash(`yipanqi event 1\n${canonicalJson(eventFields.map((name) => event[name]))}`)
}

const markLength = 6

const mark = (hash: Hash, event: LedgerEvent, name: keyof LedgerEvent) =>
  hash(`yipanqi field ${name}\n${canonicalJson(event[name])}`).slice(0, markLength)

/** Six hex digits a field. They prove nothing; when the digest no longer fits they tell which field was changed. */
export const eventMarks = (hash: Hash, event: LedgerEvent): string =>
  eventFields.map((name) => mark(hash, event, name)).join('')

/** The fields that no longer fit their marks; empty when none does not (one change in 16 million passes a mark). */
export const differingFields = (hash: Hash, event: LedgerEvent, marks: string): string[] =>
  eventFields.filter(
    (name, index) => marks.slice(index * markLength, (index + 1) * markLength) !== mark(hash, event, name),
  )
