import type { CellKey, Read } from '#engine/figures/cell'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { stepPeriod } from '#engine/period/period-steps'
import { compared } from '#modules/indicators/server/comparison-reply'
import { withFigures } from '#modules/indicators/server/figure-loader'
import { figureReply, indicatorReply } from '#modules/indicators/server/figure-reply'
import { type CellRow, keyOf } from '#modules/indicators/server/figure-rows'
import type { FiguresPlan } from '#modules/indicators/server/figures-plan'
import { queries, type Transaction } from '#platform/database/database'
import type { KeyFigure } from '../contract'

/** Months of a trend line: two years show a season twice. */
const trendLength = 24

/** More key figures than eight are not read in ten seconds. */
const most = 8

/** What happened stands before what is promised; a promise is shown where nothing has happened yet. */
const natureOrder = ['actual', 'fact', 'plan', 'target']

const isUpTo = (row: CellRow, until: PeriodId): boolean =>
  isPeriodId(row.period) && lastDay(row.period) <= lastDay(until)

/** The latest cell of each indicator up to the period, the better nature first. */
export function latestCells(rows: readonly CellRow[], until: PeriodId): Map<string, CellRow> {
  const latest = new Map<string, CellRow>()
  const rank = (row: CellRow) => natureOrder.indexOf(row.nature)
  for (const row of rows.filter((one) => isUpTo(one, until))) {
    const best = latest.get(row.indicator)
    const isBetter =
      !best ||
      rank(row) < rank(best) ||
      (rank(row) === rank(best) && lastDay(row.period as PeriodId) > lastDay(best.period as PeriodId))
    if (isBetter) latest.set(row.indicator, row)
  }
  return latest
}

/** Cells of key indicators of some units, over the years a board looks at. */
export async function keyCells(
  tx: Transaction,
  plan: FiguresPlan,
  given: { units: readonly string[]; until: PeriodId },
): Promise<CellRow[]> {
  const codes = [...plan.rows.values()].filter((row) => row.key_figure === true).map((row) => row.code)
  if (codes.length === 0 || given.units.length === 0) return []
  const from = String(Number(given.until.slice(0, 4)) - 1)
  return (await tx.all(
    queries()
      .selectFrom('cell')
      .selectAll()
      .where('zone_id', 'in', [...new Set(given.units.map((unit) => plan.zoneOf(unit) ?? unit))])
      .where('unit_id', 'in', given.units)
      .where('indicator', 'in', codes)
      .where('period', '>=', from)
      .where('period', '<=', `${given.until.slice(0, 4)}~`),
  )) as CellRow[]
}

function trendOf(read: Read, key: CellKey): KeyFigure['trend'] {
  return Array.from({ length: trendLength }, (_, index) =>
    stepPeriod(key.period, index - trendLength + 1),
  ).map((period) => ({
    period,
    value: read.cell({ ...key, period })?.value ?? null,
  }))
}

/** The unit's key figures in the order of the indicator list, each with comparison and trend. */
export async function keyFigures(
  tx: Transaction,
  plan: FiguresPlan,
  given: { rows: readonly CellRow[]; until: PeriodId },
): Promise<KeyFigure[]> {
  const latest = [...latestCells(given.rows, given.until).values()]
    .sort(
      (a, b) =>
        (plan.rows.get(a.indicator)?.position ?? 9999) - (plan.rows.get(b.indicator)?.position ?? 9999),
    )
    .slice(0, most)
  return withFigures(tx, plan, (read) =>
    latest.flatMap((row) => {
      const indicator = plan.rows.get(row.indicator)
      const key = keyOf(row)
      const cell = read.cell(key)
      const comparison = compared(plan, key, read)
      const trend = trendOf(read, key)
      if (!indicator || !cell) return []
      return [
        {
          indicator: indicatorReply(indicator),
          figure: figureReply(plan, key, { cell, derived: row.derived }),
          comparison,
          trend,
        },
      ]
    }),
  )
}
