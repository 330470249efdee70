import { sql } from 'kysely'
import type { Leaf } from '#engine/ledger/check-seal'
import { eventFields, type LedgerEvent } from '#engine/ledger/ledger-event'
import type { Seal } from '#engine/ledger/seal'
import type { Transaction } from '#platform/database/database'

/** Every zone that has an event, a kept digest or a seal. */
export async function ledgerZones(tx: Transaction): Promise<string[]> {
  const rows = await tx.all<{ zone_id: string }>(
    sql`SELECT zone_id FROM event UNION SELECT zone_id FROM event_leaf UNION SELECT zone_id FROM ledger_seal ORDER BY 1`,
  )
  return rows.map(({ zone_id }) => zone_id)
}

export async function lastSeal(tx: Transaction, zone: string): Promise<Seal | undefined> {
  return tx.first<Seal>(sql`SELECT * FROM ledger_seal WHERE zone_id = ${zone} ORDER BY number DESC LIMIT 1`)
}

/** Seals of a zone after this number, in order. */
export async function sealsAfter(
  tx: Transaction,
  zone: string,
  given: { after: number; limit: number },
): Promise<Seal[]> {
  return tx.all<Seal>(
    sql`SELECT * FROM ledger_seal WHERE zone_id = ${zone} AND number > ${given.after} ORDER BY number LIMIT ${given.limit}`,
  )
}

const ofEvent = (name: string) => sql`event.${sql.ref(name)} AS ${sql.ref(`event_${name}`)}`

type JoinedRow = Readonly<Record<string, unknown>> & Omit<Leaf, 'event'>

function leafOf(row: JoinedRow): Leaf {
  const { event_id, position, digest, marks } = row
  const fields = Object.fromEntries(
    eventFields.map((name) => [name, name === 'id' ? event_id : row[`event_${name}`]]),
  )
  const event = { ...(fields as unknown as LedgerEvent), digest: row.event_digest as string | null }
  return { event_id, position, digest, marks, event: row.event_zone_id === null ? undefined : event }
}

/** The kept digests of a seal in their order, each with its event where that is still there. */
export async function leavesOf(tx: Transaction, zone: string, seal: number): Promise<Leaf[]> {
  const columns = sql.join([...eventFields.filter((name) => name !== 'id'), 'digest'].map(ofEvent))
  const rows = await tx.all<JoinedRow>(
    sql`SELECT leaf.event_id, leaf.position, leaf.digest, leaf.marks, ${columns}
      FROM event_leaf AS leaf LEFT JOIN event ON event.zone_id = leaf.zone_id AND event.id = leaf.event_id
      WHERE leaf.zone_id = ${zone} AND leaf.seal = ${seal} ORDER BY leaf.position, leaf.event_id`,
  )
  return rows.map(leafOf)
}

/** Seal numbers that kept digests name but that are not there, and how many digests each holds. */
export async function orphanedSeals(tx: Transaction, zone: string): Promise<number[]> {
  const rows = await tx.all<{ seal: number }>(
    sql`SELECT DISTINCT seal FROM event_leaf WHERE zone_id = ${zone}
      AND NOT EXISTS (SELECT FROM ledger_seal WHERE ledger_seal.zone_id = event_leaf.zone_id AND number = seal) ORDER BY 1`,
  )
  return rows.map(({ seal }) => seal)
}

/** Events after this id that no seal holds. */
export async function unsealedAfter(
  tx: Transaction,
  zone: string,
  given: { after: string; limit: number },
): Promise<(LedgerEvent & { digest: string | null })[]> {
  return tx.all(
    sql`SELECT * FROM event WHERE zone_id = ${zone} AND id > ${given.after}
      AND NOT EXISTS (SELECT FROM event_leaf WHERE event_leaf.zone_id = event.zone_id AND event_id = event.id)
      ORDER BY id LIMIT ${given.limit}`,
  )
}
