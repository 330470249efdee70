import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import { lastSeal } from './ledger-rows'

/** How old the ledger's seals are, in seconds; undefined where there is none, or nothing waits. */
export interface LedgerAge {
  /** Since the last seal of any zone. Grows while nothing happens. */
  readonly sealed: number | undefined
  /** Of the oldest event after its zone's last seal. Stays below the interval of sealing, or something is wrong. */
  readonly waiting: number | undefined
}

/** Reads ends of indexes only, zone by zone: cheap however long the ledger is, and within one machine each. */
export async function ledgerAge(tx: Transaction, zones: readonly string[], now: number): Promise<LedgerAge> {
  const found = await Promise.all(
    zones.map(async (zone) => {
      const seal = await lastSeal(tx, zone)
      const next = await tx.first<{ at: string }>(
        sql`SELECT at FROM event WHERE zone_id = ${zone} AND id > ${seal?.last_id ?? ''} ORDER BY id LIMIT 1`,
      )
      return { sealed: seal?.at, waiting: next?.at }
    }),
  )
  const ages = (moments: readonly (string | undefined)[]) =>
    moments.flatMap((at) => (at === undefined ? [] : [Math.max(0, now - Date.parse(at)) / 1000]))
  const [sealed, waiting] = [ages(found.map((one) => one.sealed)), ages(found.map((one) => one.waiting))]
  return {
    sealed: sealed.length > 0 ? Math.min(...sealed) : undefined,
    waiting: waiting.length > 0 ? Math.max(...waiting) : undefined,
  }
}
