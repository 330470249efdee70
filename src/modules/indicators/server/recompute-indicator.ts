import { sql } from 'kysely'
import type { Plan } from '#engine/figures/plan'
import type { Transaction } from '#platform/database/database'
import { type Places, zonesOf } from '#platform/records/kernel'
import { type CellRow, keyOf } from './figure-rows'
import type { PlanSource } from './figures-plan'
import { recomputeCells } from './keep-cells'

interface Parts {
  readonly plans: PlanSource
  readonly places: () => Places
}

/** The indicators that one reads, itself among them: its own figures are rolled up by its own rule. */
const readBy = (plan: Plan, code: string): string[] => [
  code,
  ...[...plan.dependants]
    .filter(([, readers]) => readers.some(({ indicator }) => indicator === code))
    .map(([input]) => input),
]

/**
 * Works out again whatever an indicator's definition reaches, in the transaction that changed it: a formula that is new
 * has figures at once, for every period its inputs have. Definitions change rarely: it may take seconds.
 */
export async function recomputeIndicator(tx: Transaction, parts: Parts, code: string): Promise<void> {
  const { plan } = await parts.plans(tx, 'fresh')
  const units = [...plan.units.keys()]
  const held = await tx.asKernel.all<CellRow>(
    sql`SELECT unit_id, indicator, period, nature FROM cell
      WHERE zone_id = ANY (${zonesOf(parts.places(), units)}::text[]) AND unit_id = ANY (${units}::text[])
        AND indicator = ANY (${readBy(plan, code)}::text[])`,
  )
  if (held.length > 0)
    await recomputeCells(tx.asKernel, { plan, places: parts.places(), keys: held.map(keyOf) })
}
