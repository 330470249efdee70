import type { Cell, CellKey, Observation } from '#engine/figures/cell'
import type { Nature } from '#engine/figures/indicator'
import type { PeriodId } from '#engine/period/period'
import type { Qualifier } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

interface KeyColumns {
  readonly unit_id: string
  readonly indicator: string
  readonly period: string
  readonly nature: string
}

interface FigureColumns extends KeyColumns {
  readonly value: string | null
  readonly qualifier: Qualifier
  readonly sample: boolean
  readonly ambiguity_zh: string | null
  readonly ambiguity_en: string | null
}

export interface ObservationRow extends FigureColumns {
  readonly id: string
  readonly zone_id: string
  readonly revision: number
  readonly origin: Observation['origin']
  readonly source: string | null
  readonly note: string | null
  readonly report: string | null
  readonly reported_by: string | null
  readonly reported_at: string | null
  readonly verified_by: string | null
  readonly verified_at: string | null
  readonly published_by: string
  readonly published_at: string
}

export interface CellRow extends FigureColumns {
  readonly zone_id: string
  readonly coverage_have: number
  readonly coverage_of: number
  readonly origin: Cell['origin']
  readonly status: Cell['status']
  readonly derived: string | null
}

/** What is read of a kept cell. */
export const cellColumns = [
  'zone_id',
  'unit_id',
  'indicator',
  'period',
  'nature',
  'value',
  'qualifier',
  'coverage_have',
  'coverage_of',
  'origin',
  'status',
  'sample',
  'ambiguity_zh',
  'ambiguity_en',
  'derived',
] as const satisfies readonly (keyof CellRow)[]

export const keyOf = (row: KeyColumns): CellKey => ({
  unit: row.unit_id,
  indicator: row.indicator,
  period: row.period as PeriodId,
  nature: row.nature as Nature,
})

const ambiguityOf = (row: FigureColumns): Text | null =>
  row.ambiguity_zh === null ? null : text(row.ambiguity_zh, row.ambiguity_en ?? row.ambiguity_zh)

/** A published revision as the engine takes it. */
export function observationOf(row: ObservationRow): Observation {
  const ambiguity = ambiguityOf(row)
  return {
    quantity: { value: row.value, qualifier: row.qualifier },
    origin: row.origin,
    sample: row.sample,
    status: 'published',
    ...(ambiguity && { ambiguity }),
  }
}

/** A kept cell as the engine takes it. Only known cells are kept, so there is nothing to say why. */
export function cellOf(row: CellRow): Cell {
  return {
    value: row.value,
    qualifier: row.qualifier,
    coverage: { have: row.coverage_have, of: row.coverage_of },
    origin: row.origin,
    sample: row.sample,
    status: row.status,
    why: null,
    ambiguity: ambiguityOf(row),
  }
}

/** A cell as it is kept; `derived` is what the units below say where it differs from the unit's own figure. */
export function cellRow(zone: string, key: CellKey, given: { cell: Cell; derived: string | null }): CellRow {
  const { cell, derived } = given
  return {
    zone_id: zone,
    unit_id: key.unit,
    indicator: key.indicator,
    period: key.period,
    nature: key.nature,
    value: cell.value,
    qualifier: cell.qualifier,
    coverage_have: cell.coverage.have,
    coverage_of: cell.coverage.of,
    origin: cell.origin,
    status: cell.status,
    sample: cell.sample,
    ambiguity_zh: cell.ambiguity?.zh ?? null,
    ambiguity_en: cell.ambiguity?.en ?? null,
    derived,
  }
}
