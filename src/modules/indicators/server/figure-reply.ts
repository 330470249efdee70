import type { Cell, CellKey } from '#engine/figures/cell'
import type { FigureReply, IndicatorReply } from '../contract'
import { type CellRow, cellOf, keyOf } from './figure-rows'
import type { FiguresPlan } from './figures-plan'
import type { IndicatorRow } from '../domain/indicator-of'

/** A cell as pages and programs get it, with its unit of measure. */
export function figureReply(
  plan: FiguresPlan,
  key: CellKey,
  given: { cell: Cell; derived?: string | null },
): FigureReply {
  const { cell } = given
  return {
    unit: key.unit,
    indicator: key.indicator,
    period: key.period,
    nature: key.nature,
    value: cell.value,
    qualifier: cell.qualifier,
    measure: plan.rows.get(key.indicator)?.unit ?? '',
    origin: cell.origin,
    sample: cell.sample,
    coverage: cell.coverage,
    ambiguity: cell.ambiguity,
    derived: given.derived ?? null,
  }
}

export const rowReply = (plan: FiguresPlan, row: CellRow): FigureReply =>
  figureReply(plan, keyOf(row), { cell: cellOf(row), derived: row.derived })

export function indicatorReply(row: IndicatorRow): IndicatorReply {
  return {
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en ?? row.name_zh },
    unit: row.unit,
    decimals: row.decimals,
    direction: row.direction,
    frequency: row.frequency,
    accumulation: row.accumulation,
    theme: row.theme,
    of_which: row.of_which,
  }
}

/** The indicators that figures refer to, by code. */
export function indicatorsOf(plan: FiguresPlan, codes: Iterable<string>): Record<string, IndicatorReply> {
  const replies: Record<string, IndicatorReply> = {}
  for (const code of codes) {
    const row = plan.rows.get(code)
    if (row) replies[code] = indicatorReply(row)
  }
  return replies
}
