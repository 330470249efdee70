import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'

/** How old the ledger's seals are, in seconds; undefined where there is none, or nothing waits. */
export interface LedgerAge {
  /** Since the last seal of any zone. Grows while nothing happens. */
  readonly sealed: number | undefined
  /** Of the oldest event after its zone's last seal. Stays below the interval of sealing, or something is wrong. */
  readonly waiting: number | undefined
}

/** Reads ends of indexes only, zone by zone: cheap however long the ledger is. */
export async function ledgerAge(tx: Transaction): Promise<LedgerAge> {
  const row = await tx.first<{ sealed: string | null; waiting: string | null }>(
    sql`WITH RECURSIVE zone(id) AS (
        SELECT min(zone_id) FROM event
        UNION ALL SELECT (SELECT min(zone_id) FROM event WHERE zone_id > zone.id) FROM zone WHERE zone.id IS NOT NULL
      )
      SELECT extract(epoch FROM now() - max(seal.at))::text AS sealed, extract(epoch FROM now() - min(next.at))::text AS waiting
      FROM zone
        LEFT JOIN LATERAL (
          SELECT at, last_id FROM ledger_seal WHERE zone_id = zone.id ORDER BY number DESC LIMIT 1
        ) AS seal ON true
        LEFT JOIN LATERAL (
          SELECT at FROM event WHERE zone_id = zone.id AND id > coalesce(seal.last_id, '') ORDER BY id LIMIT 1
        ) AS next ON true
      WHERE zone.id IS NOT NULL`,
  )
  const age = (text: string | null | undefined) => (text ? Math.max(0, Number(text)) : undefined)
  return { sealed: age(row?.sealed), waiting: age(row?.waiting) }
}
