import { canonicalJson } from './canonical-json'
import type { Hash } from './ledger-event'

/** What a seal says of its batch. Numbers run from 1 within a zone, without a gap. */
export interface SealHeader {
  readonly zone_id: string
  readonly number: number
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly events: number
  readonly first_id: string
  readonly last_id: string
  readonly root: string
  /** Hash of the seal before; of `firstPrevious` for number 1. */
  readonly previous: string
}

export interface Seal extends SealHeader {
  readonly hash: string
  /** SM2 public key and signature over `hash`; null where no key was configured. */
  readonly signer: string | null
  readonly signature: string | null
}

/** Stands before the first seal of every zone. */
export const firstPrevious = '0'.repeat(64)

const sealFields = [
  'zone_id',
  'number',
  'at',
  'events',
  'first_id',
  'last_id',
  'root',
  'previous',
] as const satisfies readonly (keyof SealHeader)[]

/** The seal's own hash, which the next seal repeats. */
export const sealHash = (hash: Hash, header: SealHeader): string =>
  hash(`yipanqi seal 1\n${canonicalJson(sealFields.map((name) => header[name]))}`)
