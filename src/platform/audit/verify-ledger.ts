import { checkBatch, checkSeal } from '#engine/ledger/check-seal'
import type { Finding } from '#engine/ledger/finding'
import { eventDigest, type LedgerEvent } from '#engine/ledger/ledger-event'
import type { Seal } from '#engine/ledger/seal'
import { cryptoProvider } from '#platform/crypto/provider'
import { type Database, kernelActor, type Transaction } from '#platform/database/database'
import { ledgerHash } from './event-row'
import { lastSeal, leavesOf, ledgerZones, orphanedSeals, sealsAfter, unsealedAfter } from './ledger-rows'
import { purgedThrough } from './purge-mark'
import { sealSignerId } from './seal-events'

export interface LedgerState {
  readonly zones: number
  readonly seals: number
  readonly events: number
  /** Events not sealed yet. */
  readonly open: number
}

interface Verification {
  readonly database: Database
  readonly found: (finding: Finding) => void
  /** Public keys that may sign; empty: a signature has to hold by its own key only. */
  readonly signers: readonly string[]
}

const day = 86_400_000
const page = 1000
/** Time that the first sealing of a zone may take. */
const firstSealing = 600_000

interface Chain {
  readonly zone: string
  readonly purged: number
  before: Seal | undefined
  firstAt: number | undefined
  /** Once a seal is signed, all after it are. */
  isSigned: boolean
  seals: number
  events: number
}

function checkSignature(seal: Seal, chain: Chain, signers: readonly string[]): Finding[] {
  const wrong: Finding = { zone: seal.zone_id, seal: seal.number, kind: 'signature_wrong' }
  if (seal.signer === null || seal.signature === null) return chain.isSigned ? [wrong] : []
  chain.isSigned = true
  const { signature, signer: publicKey } = seal
  const isTrusted = signers.length === 0 || signers.includes(publicKey)
  const holds = cryptoProvider.sm2.verify(seal.hash, { signature, publicKey, signer: sealSignerId })
  return isTrusted && holds ? [] : [wrong]
}

/**
 * Events dated long before the seal before their own: no error by itself, but somebody should know. The first sealing
 * takes all that was there before it, in as many seals as it needs.
 */
function lateEvents(seal: Seal, chain: Chain, events: readonly LedgerEvent[]): Finding[] {
  chain.firstAt ??= Date.parse(seal.at)
  if (!chain.before || Date.parse(seal.at) < chain.firstAt + firstSealing) return []
  const limit = Date.parse(chain.before.at) - day
  const count = events.filter(({ at }) => Date.parse(at) < limit).length
  return count === 0 ? [] : [{ zone: seal.zone_id, seal: seal.number, kind: 'event_late', count }]
}

async function checkOne(
  tx: Transaction,
  seal: Seal,
  { chain, given }: { chain: Chain; given: Verification },
): Promise<void> {
  const leaves = await leavesOf(tx, seal.zone_id, seal.number)
  const isPurged = leaves.length === 0 && seal.number <= chain.purged
  const findings = [
    ...checkSeal(ledgerHash, seal, chain.before),
    ...checkSignature(seal, chain, given.signers),
    ...(isPurged ? [] : checkBatch(ledgerHash, seal, leaves)),
    ...lateEvents(
      seal,
      chain,
      leaves.flatMap(({ event }) => event ?? []),
    ),
  ]
  for (const finding of findings) given.found(finding)
  chain.events += leaves.length
  chain.seals += 1
  chain.before = seal
}

/** Seal after seal, each in a transaction of its own: a running server goes on meanwhile, and nothing is held for long. */
async function checkChain(zone: string, given: Verification): Promise<Chain> {
  const read = <T>(work: (tx: Transaction) => Promise<T>) =>
    given.database.transaction(kernelActor, 'read', work)
  const purged = await read((tx) => purgedThrough(tx, zone))
  const chain: Chain = {
    zone,
    purged,
    before: undefined,
    firstAt: undefined,
    isSigned: false,
    seals: 0,
    events: 0,
  }
  if (purged > 0) given.found({ zone, seal: purged, kind: 'purged' })
  for (;;) {
    const seals = await read((tx) => sealsAfter(tx, zone, { after: chain.before?.number ?? 0, limit: 50 }))
    for (const seal of seals) await read((tx) => checkOne(tx, seal, { chain, given }))
    if (seals.length === 0) break
  }
  const last = chain.before?.number ?? 0
  for (const seal of await read((tx) => orphanedSeals(tx, zone)))
    if (seal > last) given.found({ zone, seal, kind: 'seal_removed' })
  return chain
}

/** Why an unsealed event is none of the server's own; undefined when it only waits for its seal. */
function judgeOpen(
  event: LedgerEvent & { digest: string | null },
  last: Seal | undefined,
): Finding | undefined {
  const place = { zone: event.zone_id, event: event.id }
  const isOfBefore = event.digest === '' && last === undefined
  if (isOfBefore) return undefined
  if (event.digest === null || event.digest === '') return { ...place, kind: 'event_inserted' }
  if (eventDigest(ledgerHash, event) !== event.digest) return { ...place, kind: 'event_changed' }
  const isLate = last !== undefined && Date.parse(event.at) < Date.parse(last.at) - day
  return isLate ? { ...place, kind: 'event_late' } : undefined
}

async function checkOpen(zone: string, given: Verification): Promise<number> {
  let [open, after] = [0, '']
  for (;;) {
    const found = await given.database.transaction(kernelActor, 'read', async (tx) => ({
      last: await lastSeal(tx, zone),
      events: await unsealedAfter(tx, zone, { after, limit: page }),
    }))
    for (const event of found.events) {
      const finding = judgeOpen(event, found.last)
      if (finding) given.found(finding)
      else open += 1
    }
    after = found.events.at(-1)?.id ?? ''
    if (found.events.length < page) return open
  }
}

/**
 * Goes through the whole ledger, a batch at a time, and tells everything that was changed, removed, inserted or
 * reordered. What it cannot see by itself is an end cut off, or a chain rewritten as a whole without its signature:
 * `compareSeals` against a copy kept elsewhere sees both.
 */
export async function verifyLedger(given: Verification): Promise<LedgerState> {
  const zones = await given.database.transaction(kernelActor, 'read', ledgerZones)
  const state = { zones: zones.length, seals: 0, events: 0, open: 0 }
  for (const zone of zones) {
    const chain = await checkChain(zone, given)
    state.seals += chain.seals
    state.events += chain.events
    state.open += await checkOpen(zone, given)
  }
  return state
}
