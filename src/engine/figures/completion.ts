import type { Cell } from '#engine/figures/cell'
import type { Direction } from '#engine/figures/indicator'
import type { PeriodId } from '#engine/period/period'
import { timeProgressPercent } from '#engine/period/period-extent'
import { compareValues, divide, multiply, negate, subtract } from '#engine/quantity/arithmetic'
import { isKnown, quantity, UNKNOWN, type Quantity } from '#engine/quantity/quantity'

/** Points behind the expected completion at which a figure is watched, and beyond which it is late. */
export interface Thresholds {
  /** Behind by this much or more is watched. */
  readonly watch: string
  /** Behind by more than this is late. */
  readonly late: string
}

/** As in Yinchuan's rules (domain facts §2.3): ten points behind are watched, more than thirty are late. */
export const usualThresholds: Thresholds = { watch: '10', late: '30' }

export type Standing = 'on_track' | 'watch' | 'late' | 'unknown'

/**
 * How far a target is reached. `completion` and `expected` in %, `ahead` in points (negative: behind). With
 * `pace` 'time' the year's amount is expected to grow with the months; a 'level' is measured against the target itself.
 */
export interface Completion {
  readonly target: Cell
  readonly pace: 'time' | 'level'
  readonly completion: Quantity
  readonly expected: Quantity
  readonly ahead: Quantity
  readonly standing: Standing
}

/** What completion is worked out from: the amount so far (or the level), and what it is measured by. */
export interface Progress {
  readonly reached: Quantity
  readonly target: Cell
  readonly pace: 'time' | 'level'
  readonly direction: Direction
  readonly period: PeriodId
}

/**
 * Completion against time progress. Where less is better, an amount uses up its ceiling (ahead when less is used than
 * time has passed) and a level is reached when it is down to the target (target ÷ level). Unknown parts leave 'unknown'.
 */
export function completionOf(progress: Progress, thresholds: Thresholds): Completion {
  const { target, pace, direction, reached } = progress
  const goal = { value: target.value, qualifier: target.qualifier }
  const isCeiling = direction === 'down'
  const ratio = isCeiling && pace === 'level' ? divide(goal, reached) : divide(reached, goal)
  const completion = multiply(ratio, HUNDRED)
  const expected = pace === 'level' ? HUNDRED : quantity(timeProgressPercent(progress.period))
  const difference = isKnown(completion) ? subtract(completion, expected) : UNKNOWN
  const ahead = isCeiling && pace === 'time' ? negate(difference) : difference
  return { target, pace, completion, expected, ahead, standing: standingOf(ahead, thresholds) }
}

/** By value alone: behind less than `watch` is on track, up to and with `late` is watched, beyond is late. */
export function standingOf(ahead: Quantity, thresholds: Thresholds): Standing {
  const behind = negate(ahead)
  if (!isKnown(behind)) return 'unknown'
  if (compareValues(behind.value, thresholds.watch) < 0) return 'on_track'
  return compareValues(behind.value, thresholds.late) <= 0 ? 'watch' : 'late'
}

/** The same of exact points ahead as text (negative: behind), by the usual thresholds. */
export const standingOfPoints = (ahead: string | null): Standing =>
  standingOf(ahead === null ? UNKNOWN : quantity(ahead), usualThresholds)

const HUNDRED = quantity(100)
