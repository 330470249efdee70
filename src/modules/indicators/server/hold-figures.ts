import { sql } from 'kysely'
import type { Plan } from '#engine/figures/plan'
import type { Transaction } from '#platform/database/database'
import { readTree } from '#modules/organisation/server/unit-tree'
import { kernelError } from '#platform/errors/app-error'
import { type Places, zonesOf } from '#platform/records/kernel'
import { figureUnits } from './figures-plan'

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

/** Whether the plan still has the units where they lie now. */
async function isCurrent(tx: Transaction, plan: Plan): Promise<boolean> {
  const units = figureUnits((await readTree(tx)).inOrder)
  return (
    units.length === plan.units.size &&
    units.every(({ code, parent }) => plan.units.get(code)?.unit.parent === parent)
  )
}

/** Whether somebody else held the figures of this zone and had to be waited for. */
async function hold(tx: Transaction, zone: string): Promise<boolean> {
  const key = sql`hashtextextended(${`figures of ${zone}`}, 0)`
  const [lock] = await tx.all<{ free: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${key}) AS free`)
  if (lock?.free) return false
  await tx.run(sql`SELECT pg_advisory_xact_lock(${key})`)
  return true
}

/**
 * Until this transaction ends, nobody else computes figures of these units' zones: two parks that publish at once would
 * each add up the zone without the other, and the later would overwrite the sum of the first. What is read after this
 * is what the others have left. Zones are held in one order, so that two transactions never wait for each other. Who had
 * to wait for somebody that moved a unit is told to try again: the plan they came with adds up another tree.
 */
export async function holdFigures(tx: Transaction, { plan, places, units }: Holding): Promise<void> {
  const zones = zonesOf(places, [...withAncestors(plan, units)]).toSorted()
  let hasWaited = false
  for (const zone of zones) hasWaited = (await hold(tx, zone)) || hasWaited
  if (hasWaited && !(await isCurrent(tx, plan))) throw kernelError('collided', { retryAfter: 1 })
}
