import { STATUSES, type Cell, type FigureStatus, type Origin } from '#engine/figures/cell'
import type { Coverage, Quantity } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'

/** What travels from inputs to a computed figure besides its value. */
export interface Marks {
  readonly sample: boolean
  readonly status: FigureStatus | null
  readonly ambiguity: Text | null
}

/**
 * The marks of a figure computed from these: sample when any is, as far as the least advanced, open when any is open.
 * Inputs without a value leave no mark: the coverage tells of them.
 */
export function marksOf(inputs: readonly Cell[]): Marks {
  let sample = false
  let least: number = STATUSES.length
  let ambiguity: Text | null = null
  for (const input of inputs) {
    if (input.value === null) continue
    sample ||= input.sample
    ambiguity ??= input.ambiguity
    if (input.status) least = Math.min(least, STATUSES.indexOf(input.status))
  }
  return { sample, status: STATUSES.at(least) ?? null, ambiguity }
}

interface Computed {
  readonly quantity: Quantity
  readonly coverage: Coverage
  readonly origin: Origin
  readonly why: Text | null
  readonly inputs: readonly Cell[]
}

/** A computed cell with the marks of its inputs; an unknown one carries none. */
export function cellOf({ quantity, coverage, origin, why, inputs }: Computed): Cell {
  const { sample, status, ambiguity } = marksOf(why ? [] : inputs)
  return {
    value: quantity.value,
    qualifier: quantity.qualifier,
    coverage,
    origin,
    sample,
    status,
    why,
    ambiguity,
  }
}
