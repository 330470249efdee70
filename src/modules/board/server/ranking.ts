import type { CellKey } from '#engine/figures/cell'
import { rankUnits } from '#engine/figures/rank'
import type { PeriodId } from '#engine/period/period'
import { compared } from '#modules/indicators/server/comparison-reply'
import { withFigures } from '#modules/indicators/server/figure-loader'
import { figureReply, indicatorReply } from '#modules/indicators/server/figure-reply'
import type { CellRow } from '#modules/indicators/server/figure-rows'
import type { FiguresPlan } from '#modules/indicators/server/figures-plan'
import type { IndicatorRow } from '#modules/indicators/domain/indicator-of'
import type { Transaction } from '#platform/database/database'
import type { RankingReply } from '../contract'
import { type KeyCells, latestCells } from './key-figures'

/** Indicators that at least two of the units have a figure of: one alone is no ranking. */
export function rankable(plan: FiguresPlan, rows: readonly CellRow[]): IndicatorRow[] {
  const units = new Map<string, Set<string>>()
  for (const row of rows.filter((one) => one.nature === 'actual'))
    units.set(row.indicator, (units.get(row.indicator) ?? new Set()).add(row.unit_id))
  return [...plan.rows.values()].filter(
    (row) => row.direction !== 'none' && (units.get(row.code)?.size ?? 0) >= 2,
  )
}

/** Units by one indicator's latest common period: ties named, the unknown listed apart, coverage stated. */
export async function ranking(
  tx: Transaction,
  plan: FiguresPlan,
  given: { units: readonly string[]; cells: KeyCells; until: PeriodId; indicator: IndicatorRow },
): Promise<RankingReply | null> {
  const own = given.cells.rows.filter(
    (row) => row.indicator === given.indicator.code && row.nature === 'actual',
  )
  const latest = latestCells(own, given.until).get(given.indicator.code)
  if (!latest) return null
  const key: CellKey = {
    unit: '',
    indicator: given.indicator.code,
    period: latest.period as PeriodId,
    nature: 'actual',
  }
  return withFigures(tx, { zoneOf: plan.zoneOf, held: given.cells.held }, (read) => {
    const { ranked, unknown, coverage } = rankUnits(plan.plan, { units: given.units, key }, read)
    return {
      indicator: indicatorReply(given.indicator),
      period: key.period,
      ranked: ranked.map((one) => ({
        unit: one.unit,
        place: one.place,
        figure: figureReply(plan, { ...key, unit: one.unit }, { cell: one.cell }),
        tied_with: one.tiedWith,
        completion: compared(plan, { ...key, unit: one.unit }, read)?.completion?.completion ?? null,
      })),
      unknown,
      coverage,
    }
  })
}
