import type { Lamp } from '#engine/lamps/lamp'
import { lampChanges } from '#engine/lamps/lamp-changes'
import { period } from '#engine/period/period'
import type { Actor } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import type { LampRuleInput, LampSideReply, LampTrialReply, LampTurnReply } from '../../contract'
import { lampTableOf } from '../../domain/lamp-table-of'
import { zoneFor } from './lamp-rules'
import { lampsOfProjects } from './lamps-of-projects'
import { lampTables } from './lamp-tables'
import { unitReply } from './project-lamps'

/** More are counted and not listed: nobody reads them one by one. */
const most = 300

const side = (lamp: Lamp | undefined): LampSideReply | null =>
  lamp ? { colour: lamp.colour, says: lamp.says } : null

/**
 * What a unit's rules would do if they were these: judged as the snapshot does it, over the projects that they would bind
 * and no others, so that what is shown is what saving does. Nothing is kept.
 */
export async function triedRules(
  tx: Transaction,
  kernel: Kernel,
  { unit, rules }: { readonly unit: string; readonly rules: readonly LampRuleInput[] },
): Promise<LampTrialReply> {
  const zone = zoneFor(kernel, tx.actor as Actor, { unit, verb: 'update' })
  const on = beijingToday()
  const month = period(on.slice(0, 7))
  const tried = { unit, table: lampTableOf(unitReply(kernel, unit), rules) }
  const before = (await lampTables(tx, kernel, { zone }))(unit)
  const after = (await lampTables(tx, kernel, { zone, tried }))(unit)
  const all = await lampsOfProjects(tx, kernel, {
    zone,
    month,
    on,
    units: kernel.places().within(unit),
    tried,
  })
  const bound = [...all.values()].filter((one) => one.rules.unit === after.unit)
  const changed = lampChanges(bound, { before: before.table, after: after.table })
  // Sentences are made for those that are listed and no others.
  const turned = changed.changes
    .slice(0, most)
    .map(({ id, dimension, before: was, after: is }): LampTurnReply => {
      const row = all.get(id)?.row
      return {
        project: id,
        name: row?.name_zh ?? id,
        sample: row?.sample ?? false,
        unit: unitReply(kernel, row?.unit_id ?? unit),
        dimension,
        before: side(was),
        after: side(is),
      }
    })
  return {
    month,
    on,
    projects: bound.length,
    before: changed.before,
    after: changed.after,
    turned,
    left_off: Math.max(0, changed.changes.length - most),
  }
}
