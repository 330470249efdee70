import { STATUSES, type Cell, type FigureStatus } from '#engine/figures/cell'
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
