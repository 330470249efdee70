import { compilePlan } from '#engine/figures/compile-plan'
import type { FigureUnit } from '#engine/figures/indicator'
import type { Plan, PlanError } from '#engine/figures/plan'
import type { SessionUnit } from '#engine/records/session'
import { readTree, type Units, type UnitTree } from '#modules/organisation/server/unit-tree'
import { type Bus, keptUntilChanged } from '#platform/audit/bus'
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

const readIndicators = async (tx: Transaction) =>
  (await tx.all(
    queries().selectFrom('indicator').selectAll().orderBy('position').orderBy('code'),
  )) as IndicatorRow[]

function compiledFrom(rows: readonly IndicatorRow[], tree: UnitTree): FiguresPlan {
  const compiled = compilePlan(rows.map(indicatorOf), figureUnits(tree.inOrder))
  return {
    ...compiled,
    rows: new Map(rows.map((row) => [row.code, row])),
    zoneOf: (unit) => tree.zoneOf(unit),
  }
}

/** The compiled plan of all indicators and units, kept until one of them changes. */
export function openPlan(given: { units: Units; bus: Bus }): PlanSource {
  const indicators = keptUntilChanged(given.bus, ['indicator'], readIndicators)
  let last: { rows: readonly IndicatorRow[]; tree: UnitTree; made: FiguresPlan } | undefined
  const made = (rows: readonly IndicatorRow[], tree: UnitTree): FiguresPlan => {
    if (last?.rows !== rows || last.tree !== tree) last = { rows, tree, made: compiledFrom(rows, tree) }
    return last.made
  }
  return async (tx, fresh) =>
    fresh
      ? compiledFrom(await readIndicators(tx), await readTree(tx))
      : made(await indicators(tx), given.units.tree())
}
