import { sql } from 'kysely'
import type { Plan } from '#engine/figures/plan'
import type { Transaction } from '#platform/database/database'
import { type Places, zonesOf } from '#platform/records/kernel'

interface Holding {
  readonly plan: Plan
  readonly places: Places
  readonly units: readonly string[]
}

/** The units and everything above them. */
function withAncestors(plan: Plan, units: readonly string[]): Set<string> {
  const found = new Set(units)
  for (const code of found) {
    const parent = plan.units.get(code)?.unit.parent
    if (parent) found.add(parent)
  }
  return found
}

/**
 * Until this transaction ends, nobody else computes figures of these units' zones: two parks that publish at once would
 * each add up the zone without the other, and the later would overwrite the sum of the first. What is read after this
 * is what the others have left. Zones are held in one order, so that two transactions never wait for each other.
 */
export async function holdFigures(tx: Transaction, { plan, places, units }: Holding): Promise<void> {
  const zones = zonesOf(places, [...withAncestors(plan, units)]).toSorted()
  for (const zone of zones)
    await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`figures of ${zone}`}, 0))`)
}
