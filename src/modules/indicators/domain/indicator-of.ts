import type { Indicator, Rollup } from '#engine/figures/indicator'
import type { RowOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import type { indicator } from '../records/indicator'

export type IndicatorRow = RowOf<typeof indicator>

function rollupOf(row: IndicatorRow): Rollup {
  if (row.rollup === 'weighted_mean' && row.weight) return { rule: 'weighted_mean', weight: row.weight }
  if (row.rollup === 'ratio_of_sums' && row.numerator && row.denominator)
    return { rule: 'ratio_of_sums', numerator: row.numerator, denominator: row.denominator }
  return { rule: row.rollup === 'sum' || row.rollup === 'last' ? row.rollup : 'none' }
}

/** An indicator's row as the figures engine takes it: on the server for the plan, in the browser for a formula on trial. */
export function indicatorOf(row: IndicatorRow): Indicator {
  return {
    code: row.code,
    name: text(row.name_zh, row.name_en ?? row.name_zh),
    definition: text(row.definition_zh ?? '', row.definition_en ?? row.definition_zh ?? ''),
    unit: row.unit,
    decimals: row.decimals,
    direction: row.direction,
    frequency: row.frequency,
    accumulation: row.accumulation,
    rollup: rollupOf(row),
    source: row.source,
    ...(row.formula && { formula: row.formula }),
    ...(row.valid_from && { validFrom: row.valid_from as never }),
    ...(row.valid_to && { validTo: row.valid_to as never }),
  }
}
