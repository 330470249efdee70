import { queries, type Transaction } from '#platform/database/database'
import type { Places } from '#platform/records/kernel'
import { keyOf } from './figure-rows'
import type { PlanSource } from './figures-plan'
import { recomputeCells } from './keep-cells'

/** A unit that now lies elsewhere in the tree. */
export interface UnitMove {
  readonly unit: string
  readonly from: string | null
}

type KeyRow = Parameters<typeof keyOf>[0]

interface Parts {
  readonly plans: PlanSource
  readonly places: () => Places
}

/**
 * Computes again, in the transaction that moved a unit, whatever its figures reach: the units above it now and those it
 * has left, and ranks and shares among old and new siblings. Units carry figures by the hundred thousand, a move comes
 * once in years: it may take seconds.
 */
export async function moveFigures(tx: Transaction, parts: Parts, { unit, from }: UnitMove): Promise<void> {
  const { plan } = await parts.plans(tx, 'fresh')
  const sibling = from === null ? undefined : plan.units.get(from)?.children.find((code) => code !== unit)
  const parents = [from, plan.units.get(unit)?.unit.parent].filter(
    (code) => code !== null && code !== undefined,
  )
  // What the parents hold without the unit changes as well: of how many units it is known.
  const held = await tx.asKernel.all<KeyRow>(
    queries()
      .selectFrom('cell')
      .select(['unit_id', 'indicator', 'period', 'nature'])
      .where('zone_id', '=', parts.places().zoneOf(unit) ?? unit)
      .where('unit_id', 'in', [unit, ...parents]) as never,
  )
  const left = sibling === undefined ? parents : [...parents, sibling]
  const keys = held.map(keyOf).flatMap((key) => [key, ...left.map((code) => ({ ...key, unit: code }))])
  if (keys.length > 0) await recomputeCells(tx.asKernel, { plan, places: parts.places(), keys })
}
