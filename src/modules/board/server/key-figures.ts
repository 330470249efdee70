import { sql } from 'kysely'
import type { CellKey, Read } from '#engine/figures/cell'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import type { PlainDate } from '#engine/period/plain-date'
import { stepPeriod } from '#engine/period/period-steps'
import { compared } from '#modules/indicators/server/comparison-reply'
import { type HeldCells, heldCells, withFigures } from '#modules/indicators/server/figure-loader'
import { figureReply, indicatorReply } from '#modules/indicators/server/figure-reply'
import { cellColumns, type CellRow, keyOf } from '#modules/indicators/server/figure-rows'
import type { FiguresPlan } from '#modules/indicators/server/figures-plan'
import type { Transaction } from '#platform/database/database'
import type { KeyFigure } from '../contract'

/** Months of a trend line: two years show a season twice. They reach into the second year before this one. */
const trendLength = 24

/** More key figures than eight are not read in ten seconds. */
const most = 8

/** What happened stands before what is promised; a promise is shown where nothing has happened yet. */
const natureOrder = ['actual', 'fact', 'plan', 'target']

/** Cells of a year or two lie in some dozen periods: the day each ends on is worked out once. */
function endsOf(rows: readonly CellRow[]): ReadonlyMap<string, PlainDate> {
  const periods = new Set(rows.map(({ period }) => period))
  return new Map(
    [...periods].flatMap((period) => (isPeriodId(period) ? [[period, lastDay(period)] as const] : [])),
  )
}

/** The latest cell of each indicator up to the period, the better nature first. */
export function latestCells(rows: readonly CellRow[], until: PeriodId): Map<string, CellRow> {
  const latest = new Map<string, CellRow>()
  const ends = endsOf(rows)
  const end = lastDay(until)
  const endOf = (row: CellRow) => ends.get(row.period) ?? ''
  const rank = (row: CellRow) => natureOrder.indexOf(row.nature)
  for (const row of rows.filter(({ period }) => (ends.get(period) ?? '~') <= end)) {
    const best = latest.get(row.indicator)
    const isBetter = !best || rank(row) < rank(best) || (rank(row) === rank(best) && endOf(row) > endOf(best))
    if (isBetter) latest.set(row.indicator, row)
  }
  return latest
}

/** What a board reads of key indicators, once for all that it works out of them. */
export interface KeyCells {
  /** Of this year and the one before. */
  readonly rows: readonly CellRow[]
  readonly held: HeldCells
}

/** Cells of key indicators of some units, over the years a board looks at and those its trends come from. */
export async function keyCells(
  tx: Transaction,
  plan: FiguresPlan,
  given: { units: readonly string[]; until: PeriodId },
): Promise<KeyCells> {
  const codes = [...plan.rows.values()].filter((row) => row.key_figure === true).map((row) => row.code)
  const to = given.until.slice(0, 4)
  const [from, shown] = [String(Number(to) - 2), String(Number(to) - 1)]
  const zones = [...new Set(given.units.map((unit) => plan.zoneOf(unit) ?? unit))]
  // Most boards are a park's, which has nothing below it.
  if (codes.length === 0 || given.units.length === 0) return { rows: [], held: heldCells([], () => false) }
  const rows = await tx.all<CellRow>(
    sql`SELECT ${sql.join(cellColumns.map((name) => sql.ref(name)))} FROM cell
      WHERE zone_id = ANY (${zones}::text[]) AND unit_id = ANY (${given.units}::text[]) AND indicator = ANY (${codes}::text[])
        AND period >= ${from} AND period <= ${`${to}~`}`,
  )
  const [units, indicators] = [new Set(given.units), new Set(codes)]
  const isWithin = ({ period }: CellKey) => period >= from && period <= `${to}~`
  return {
    rows: rows.filter(({ period }) => period >= shown),
    held: heldCells(rows, (key) => units.has(key.unit) && indicators.has(key.indicator) && isWithin(key)),
  }
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
  given: { rows: readonly CellRow[]; held: HeldCells; until: PeriodId },
): Promise<KeyFigure[]> {
  const latest = [...latestCells(given.rows, given.until).values()]
    .sort(
      (a, b) =>
        (plan.rows.get(a.indicator)?.position ?? 9999) - (plan.rows.get(b.indicator)?.position ?? 9999),
    )
    .slice(0, most)
  return withFigures(tx, { zoneOf: plan.zoneOf, held: given.held }, (read) =>
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
