import { compilePlan } from '#engine/figures/compile-plan'
import type { FigureUnit } from '#engine/figures/indicator'
import type { Plan, PlanError } from '#engine/figures/plan'
import type { SessionUnit } from '#engine/records/session'
import { readTree, type Units, type UnitTree } from '#modules/organisation/server/unit-tree'
import type { Bus } from '#platform/audit/bus'
import { queries, type Transaction } from '#platform/database/database'
import { indicatorOf, type IndicatorRow } from '../domain/indicator-of'

/** A sample zone stands beside the real ones, not under them: made-up figures must not reach a published total. */
export function figureUnits(units: readonly SessionUnit[]): FigureUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return units.map(({ code, parent, kind, name, sample }) => {
    const above = parent === null ? undefined : byCode.get(parent)
    return { code, kind, name, parent: above && sample && !above.sample ? null : parent }
  })
}

export interface FiguresPlan {
  readonly plan: Plan
  readonly errors: readonly PlanError[]
  readonly rows: ReadonlyMap<string, IndicatorRow>
  /** The zone in which a unit's figures lie. */
  zoneOf(this: void, unit: string): string | undefined
}

/**
 * Reads within the caller's transaction: a second one inside it would wait for ever on the embedded database. `fresh`
 * sees what this transaction has changed, and is not kept for others.
 */
export type PlanSource = (tx: Transaction, fresh?: 'fresh') => Promise<FiguresPlan>

/** The compiled plan of all indicators and units, kept until one of them changes. */
export function openPlan(given: { units: Units; bus: Bus }): PlanSource {
  let known: Promise<FiguresPlan> | undefined
  given.bus.subscribe(({ record }) => {
    if (record === 'indicator' || record === 'unit') known = undefined
  })
  const load = async (tx: Transaction, tree: UnitTree): Promise<FiguresPlan> => {
    const rows = await tx.all(
      queries().selectFrom('indicator').selectAll().orderBy('position').orderBy('code'),
    )
    const typed = rows as IndicatorRow[]
    const compiled = compilePlan(typed.map(indicatorOf), figureUnits(tree.inOrder))
    return {
      ...compiled,
      rows: new Map(typed.map((row) => [row.code, row])),
      zoneOf: (unit) => tree.zoneOf(unit),
    }
  }
  const kept = (tx: Transaction) =>
    (known ??= load(tx, given.units.tree()).catch((error: unknown) => {
      known = undefined
      throw error
    }))
  return async (tx, fresh) => (fresh ? load(tx, await readTree(tx)) : kept(tx))
}
