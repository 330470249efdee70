import { sql } from 'kysely'
import type { Connection } from '#platform/database/connection'
import { type Database, kernelActor } from '#platform/database/database'
import { appendEvents } from './events'
import { lastSeal, ledgerZones, sealsAfter } from './ledger-rows'
import { purgedThrough, purgeEvent } from './purge-mark'
import { type Sealing, sealLedger } from './seal-events'

/** The law's floor (Cybersecurity Law, Art. 21: six months), whatever is configured. */
export const leastRetentionDays = 180

export interface Purge {
  readonly zone: string
  /** The last seal whose events are gone. */
  readonly through: number
  readonly events: number
}

interface Order {
  readonly database: Database
  readonly retentionDays: number
  readonly sealing: Sealing
  /** The account or person who asked. */
  readonly person: string
}

const day = 86_400_000

/** The last of the leading seals of which no event is younger than the term. */
async function purgeable(
  database: Database,
  zone: string,
  before: string,
): Promise<{ from: number; through: number }> {
  return database.transaction(kernelActor, 'read', async (tx) => {
    const from = await purgedThrough(tx, zone)
    const newest = await lastSeal(tx, zone)
    let through = from
    for (;;) {
      const [seal] = await sealsAfter(tx, zone, { after: through, limit: 1 })
      // The last seal stays: the chain needs something that a copy and the next seal can hold on to.
      if (!seal || seal.number === newest?.number) return { from, through }
      const [young] = await tx.all(
        sql`SELECT 1 FROM event_leaf JOIN event ON event.zone_id = event_leaf.zone_id AND event.id = event_leaf.event_id
          WHERE event_leaf.zone_id = ${zone} AND seal = ${seal.number} AND event.at >= ${before} LIMIT 1`,
      )
      if (young) return { from, through }
      through = seal.number
    }
  })
}

/** Only this becomes the keeper's role: neither the server's statements nor a kernel transaction may delete an event. */
async function removeEvents(connection: Connection, zone: string, through: number): Promise<number> {
  await connection.run('BEGIN; SET LOCAL ROLE yipanqi_keeper')
  try {
    const { affected } = await connection.query(
      `DELETE FROM event USING event_leaf WHERE event.zone_id = $1 AND event_leaf.zone_id = $1
        AND event_leaf.event_id = event.id AND seal <= $2`,
      [zone, through],
    )
    await connection.query('DELETE FROM event_leaf WHERE zone_id = $1 AND seal <= $2', [zone, through])
    await connection.run('COMMIT')
    return affected
  } catch (error) {
    await connection.run('ROLLBACK')
    throw error
  }
}

async function purgeZone(order: Order, zone: string, before: string): Promise<Purge[]> {
  const { database } = order
  const { from, through } = await purgeable(database, zone, before)
  if (through > from) await markPurge(order, zone, { from, through, before })
  const connection = await database.source.acquire()
  try {
    const events = await removeEvents(connection, zone, through)
    return events > 0 ? [{ zone, through, events }] : []
  } finally {
    connection.release()
  }
}

/** The mark first, and sealed: a purge that is cut short has removed less than it says, never more, and is finished by the next. */
async function markPurge(
  { database, person, sealing }: Order,
  zone: string,
  { from, through, before }: { from: number; through: number; before: string },
): Promise<void> {
  await database.transaction(kernelActor, 'write', (tx) =>
    appendEvents(tx, [
      {
        ...purgeEvent,
        zone,
        unit: zone,
        id: zone,
        person,
        changes: { through: [from, through], before: [null, before] },
      },
    ]),
  )
  await sealLedger(database, sealing)
}

/**
 * Removes the events older than the term, whole seals at a time; the seals stay and keep the chain, and an event says
 * who purged up to where. Less than the law's floor is refused.
 */
export async function purgeLedger(order: Order): Promise<Purge[]> {
  if (order.retentionDays < leastRetentionDays)
    throw new Error(`Events are kept for at least ${leastRetentionDays} days`)
  const before = new Date(Date.now() - order.retentionDays * day).toISOString()
  const zones = await order.database.transaction(kernelActor, 'read', ledgerZones)
  const purges: Purge[] = []
  for (const zone of zones) purges.push(...(await purgeZone(order, zone, before)))
  return purges
}
