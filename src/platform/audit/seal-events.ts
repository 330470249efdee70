import { sql } from 'kysely'
import { eventDigest, eventMarks } from '#engine/ledger/ledger-event'
import { merkleRoot } from '#engine/ledger/merkle'
import { firstPrevious, type Seal, type SealHeader, sealHash } from '#engine/ledger/seal'
import { cryptoProvider } from '#platform/crypto/provider'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import { insertAll } from '#platform/database/insert-all'
import { asPrinted, type EventRow, ledgerHash } from './event-row'
import { lastSeal, ledgerZones } from './ledger-rows'

/** Events a seal takes: a transaction of a tenth of a second, and what a verification holds in memory at once. */
const batchSize = 2000

/**
 * How far back the server looks for events that were committed after a seal was made: longer than any transaction. What
 * is older and unsealed is left to a whole sealing, and to a verification.
 */
const lookBack = 3_600_000

export interface Sealing {
  /** SM2 private key; absent: seals are not signed. */
  readonly signKey?: string | undefined
  /** Looks at every event, not only at those since the last seal. */
  readonly whole?: boolean
}

export interface Sealed {
  readonly seals: number
  readonly events: number
}

/** Signs as the ledger, so that a signature over something else never passes for a seal. */
export const sealSignerId = 'yipanqi-ledger'

interface Ground {
  readonly zone: string
  readonly last: Seal | undefined
  readonly sealing: Sealing
}

/** Before every UUID v7 of this moment and after. */
function firstIdOf(moment: number): string {
  const hex = Math.max(0, moment).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

function floorOf({ last, sealing }: Ground): string {
  if (sealing.whole || !last) return ''
  // Also of use when the clock was set back: the new events then lie before the last seal.
  return firstIdOf(Math.min(Date.now(), Date.parse(last.at)) - lookBack)
}

/** Unsealed events that the server itself wrote, in order of id; with the first seal, those of before there were any. */
async function unsealed(tx: Transaction, ground: Ground, after: string): Promise<EventRow[]> {
  return tx.all<EventRow>(
    sql`SELECT zone_id, id, at, person_id, record, row_id, unit_id, deed, reason, changes, request_id, digest FROM event
      WHERE zone_id = ${ground.zone} AND id >= ${floorOf(ground)} AND id > ${after}
        AND digest IS NOT NULL AND (digest <> '' OR ${ground.last === undefined})
        AND NOT EXISTS (SELECT FROM event_leaf WHERE event_leaf.zone_id = event.zone_id AND event_id = event.id)
      ORDER BY id LIMIT ${batchSize}`,
  )
}

interface Kept {
  readonly event: EventRow
  readonly digest: string
}

function signed(header: SealHeader, signKey: string | undefined): Seal {
  const hash = sealHash(ledgerHash, header)
  if (signKey === undefined) return { ...header, hash, signer: null, signature: null }
  const { sm2 } = cryptoProvider
  const signature = sm2.sign(hash, { privateKey: signKey, signer: sealSignerId })
  return { ...header, hash, signer: sm2.publicKeyOf(signKey), signature }
}

async function writeSeal(tx: Transaction, ground: Ground, kept: readonly Kept[]): Promise<Seal> {
  const { zone, last, sealing } = ground
  const header: SealHeader = {
    zone_id: zone,
    number: (last?.number ?? 0) + 1,
    at: asPrinted(new Date()),
    events: kept.length,
    first_id: kept[0]?.event.id ?? '',
    last_id: kept.at(-1)?.event.id ?? '',
    root: merkleRoot(
      ledgerHash,
      kept.map(({ digest }) => digest),
    ),
    previous: last?.hash ?? firstPrevious,
  }
  const seal = signed(header, sealing.signKey)
  await tx.run(queries().insertInto('ledger_seal').values(seal))
  const leaves = kept.map(({ event, digest }, position) => ({
    zone_id: zone,
    event_id: event.id,
    seal: seal.number,
    position,
    digest,
    marks: eventMarks(ledgerHash, event),
  }))
  await insertAll(tx, 'event_leaf', { rows: leaves })
  return seal
}

/** An event that no longer fits its own digest is left unsealed: a verification tells it. */
const intact = (event: EventRow): Kept[] => {
  const digest = eventDigest(ledgerHash, event)
  return event.digest === '' || event.digest === digest ? [{ event, digest }] : []
}

/**
 * Seals one batch of a zone; with the first seal all there is, so that nothing of before can be added later. Two servers
 * at once: one waits for nothing and seals nothing, and the number of a seal is unique in any case.
 */
async function sealBatch(tx: Transaction, zone: string, sealing: Sealing): Promise<Sealed> {
  const nothing = { seals: 0, events: 0 }
  const [lock] = await tx.all<{ free: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(7141, hashtext(${zone})) AS free`,
  )
  if (!lock?.free) return nothing
  const ground = { zone, last: await lastSeal(tx, zone), sealing }
  let [done, last, after] = [nothing, ground.last, '']
  for (;;) {
    const events = await unsealed(tx, ground, after)
    const kept = events.flatMap(intact)
    if (kept.length > 0) {
      last = await writeSeal(tx, { ...ground, last }, kept)
      done = { seals: done.seals + 1, events: done.events + kept.length }
    }
    after = events.at(-1)?.id ?? ''
    const isFull = events.length === batchSize
    if (!isFull || (ground.last && kept.length > 0)) return done
  }
}

/** Seals everything unsealed of every zone, a batch a transaction. */
export async function sealLedger(database: Database, sealing: Sealing = {}): Promise<Sealed> {
  const zones = await database.transaction(kernelActor, 'read', ledgerZones)
  let total = { seals: 0, events: 0 }
  for (const zone of zones) {
    let done: Sealed
    do {
      done = await database.transaction(kernelActor, 'write', (tx) => sealBatch(tx, zone, sealing))
      total = { seals: total.seals + done.seals, events: total.events + done.events }
    } while (done.events >= batchSize)
  }
  return total
}
