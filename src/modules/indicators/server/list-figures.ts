import { sql } from 'kysely'
import type { CellKey, Read } from '#engine/figures/cell'
import { readThrough } from '#engine/figures/cell-store'
import { comparePeriods, lastDay, firstDay } from '#engine/period/period-extent'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import { queries, type Transaction } from '#platform/database/database'
import type { FigureReply, FiguresReply } from '../contract'
import { withFigures } from './figure-loader'
import { figureReply, indicatorsOf, rowReply } from './figure-reply'
import { cellColumns, type CellRow } from './figure-rows'
import type { FiguresPlan, PlanSource } from './figures-plan'
import { assertSeesSome } from './seen-units'

/** Which figures: of these units, between two periods (by their days, both included), of these indicators and natures. */
export interface FigureQuery {
  readonly units: readonly string[]
  /** The zones in which these lie: kept cells are found by zone first. */
  readonly zones: readonly string[]
  readonly indicators?: readonly string[]
  readonly from?: PeriodId
  readonly to?: PeriodId
  readonly natures?: readonly string[]
  /** As published at this moment. */
  readonly asOf?: string
}

const isWithinDays = (query: FigureQuery, period: string): boolean =>
  isPeriodId(period) &&
  (query.from === undefined || firstDay(period) >= firstDay(query.from)) &&
  (query.to === undefined || lastDay(period) <= lastDay(query.to))

/** Answers once for each period: thousands of figures lie in a dozen of them. */
function perPeriod<T>(ask: (period: string) => T): (period: string) => T {
  const known = new Map<string, T>()
  return (period) => {
    if (!known.has(period)) known.set(period, ask(period))
    return known.get(period) as T
  }
}

/** The place of each period in the order of periods. */
function periodOrder(figures: readonly FigureReply[]): ReadonlyMap<string, number> {
  const periods = [...new Set(figures.map(({ period }) => period))] as PeriodId[]
  return new Map(periods.sort(comparePeriods).map((period, index) => [period, index]))
}

/** Coarse bounds by text, so that the database reads little; the days decide. */
const textBounds = ({ from, to }: FigureQuery) => ({
  ...(from !== undefined && { from: from.slice(0, 4) }),
  ...(to !== undefined && { to: `${to.slice(0, 4)}~` }),
})

async function keptCells(tx: Transaction, query: FigureQuery): Promise<CellRow[]> {
  const bounds = textBounds(query)
  let select = queries()
    .selectFrom('cell')
    .select(cellColumns)
    .where(sql<boolean>`zone_id = ANY (${query.zones}::text[])`)
    .where(sql<boolean>`unit_id = ANY (${query.units}::text[])`)
  if (query.indicators) select = select.where(sql<boolean>`indicator = ANY (${query.indicators}::text[])`)
  if (query.natures) select = select.where(sql<boolean>`nature = ANY (${query.natures}::text[])`)
  if (bounds.from) select = select.where('period', '>=', bounds.from)
  if (bounds.to) select = select.where('period', '<=', bounds.to)
  const rows = (await tx.all(select)) as CellRow[]
  const isWithin = perPeriod((period) => isWithinDays(query, period))
  return (query.from ?? query.to) ? rows.filter((row) => isWithin(row.period)) : rows
}

/** Everything published by then, worked out again: a correction made later is not in it. */
async function cellsAsOf(
  tx: Transaction,
  plan: FiguresPlan,
  query: FigureQuery & { asOf: string },
): Promise<FigureReply[]> {
  const now = await keptCells(tx, query)
  const keys = now.map((row): CellKey => ({
    unit: row.unit_id,
    indicator: row.indicator,
    period: row.period as PeriodId,
    nature: row.nature as never,
  }))
  return withFigures(tx, { zoneOf: plan.zoneOf, asOf: query.asOf }, (read: Read) => {
    const then = readThrough(plan.plan, read.observation)
    return keys.flatMap((key) => {
      const cell = then.cell(key)
      return cell && cell.value !== null ? [figureReply(plan, key, { cell })] : []
    })
  })
}

/** By the indicator's position, then unit and period. Thousands at a time: what is compared is looked up once. */
function inOrder(plan: FiguresPlan, figures: readonly FigureReply[]): FigureReply[] {
  const order = periodOrder(figures)
  const positions = new Map<string, number>()
  for (const { indicator } of figures)
    if (!positions.has(indicator)) positions.set(indicator, plan.rows.get(indicator)?.position ?? 9999)
  const at = (figure: FigureReply): number => positions.get(figure.indicator) ?? 9999
  return [...figures].sort(
    (a, b) =>
      at(a) - at(b) ||
      (a.indicator === b.indicator ? 0 : a.indicator < b.indicator ? -1 : 1) ||
      (a.unit === b.unit ? 0 : a.unit < b.unit ? -1 : 1) ||
      (order.get(a.period) ?? 0) - (order.get(b.period) ?? 0),
  )
}

/**
 * Figures in the order of the indicator list, then by period; with what is needed to print them. Of units none of which
 * the actor sees, or of no unit at all, there is no empty answer: it is not found.
 */
export async function listFigures(
  tx: Transaction,
  plans: PlanSource,
  query: FigureQuery,
): Promise<FiguresReply> {
  assertSeesSome(tx, query.units)
  const plan = await plans(tx)
  const { asOf } = query
  const figures =
    asOf === undefined
      ? (await keptCells(tx, query)).map((row) => rowReply(plan, row))
      : await cellsAsOf(tx, plan, { ...query, asOf })
  const sorted = inOrder(plan, figures)
  return {
    figures: sorted,
    indicators: indicatorsOf(plan, new Set(sorted.map((figure) => figure.indicator))),
  }
}
