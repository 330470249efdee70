import type { Nature } from '#engine/figures/indicator'
import type { PeriodId } from '#engine/period/period'
import type { Coverage, Qualifier, Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'

/** Where a figure stands: whose, what, when, and whether it happened or was promised. */
export interface CellKey {
  readonly unit: string
  readonly indicator: string
  readonly period: PeriodId
  readonly nature: Nature
}

/** How far a figure has come; a computed figure is as far as the least advanced of its inputs. */
export type FigureStatus = 'draft' | 'returned' | 'submitted' | 'verified' | 'published'

/** From least to most advanced. */
export const STATUSES = [
  'draft',
  'returned',
  'submitted',
  'verified',
  'published',
] as const satisfies readonly FigureStatus[]

export type Origin = 'reported' | 'rollup' | 'formula' | 'measure' | 'published'

/** What someone reported, published or counted for one cell. `ambiguity`: what the source leaves open. */
export interface Observation {
  readonly quantity: Quantity
  readonly origin: 'reported' | 'measure' | 'published'
  readonly sample: boolean
  readonly status: FigureStatus
  readonly ambiguity?: Text
}

/**
 * A figure as the board shows it, in the indicator's unit. `coverage` counts sources (8 of 10 parks), `sample` is true
 * as soon as one input was made up, `why` says why the value is unknown, `ambiguity` what the source leaves open.
 */
export interface Cell {
  readonly value: string | null
  readonly qualifier: Qualifier
  readonly coverage: Coverage
  readonly origin: Origin
  readonly sample: boolean
  readonly status: FigureStatus | null
  readonly why: Text | null
  readonly ambiguity: Text | null
}

/** Look-ups that the engine reads from; both answer undefined for what is not there. */
export interface Read {
  /** The current revision of what was reported for exactly this cell. */
  readonly observation: (key: CellKey) => Observation | undefined
  /** The computed cell. */
  readonly cell: (key: CellKey) => Cell | undefined
}

/** Text id of a key; codes hold no '|' (the compiler of the plan sees to it). */
export const cellId = (key: CellKey): string => `${key.unit}|${key.indicator}|${key.period}|${key.nature}`

/** The key of an id made by `cellId`; undefined for any other text. */
export function keyOfCellId(id: string): CellKey | undefined {
  const [unit, indicator, period, nature, ...rest] = id.split('|')
  if (unit === undefined || indicator === undefined || period === undefined || rest.length > 0)
    return undefined
  return nature === undefined ? undefined : ({ unit, indicator, period, nature } as CellKey)
}

/** The value and mark of a cell, as a quantity to calculate with or print. */
export const quantityOf = (cell: Cell): Quantity => ({ value: cell.value, qualifier: cell.qualifier })
