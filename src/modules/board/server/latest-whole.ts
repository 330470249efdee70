import { grainOf, type PeriodId } from '#engine/period/period'

/** How much is known of a period. */
export interface KnownPeriod {
  readonly period: PeriodId
  readonly figures: number
  /**
   * Of these, how many are known of nine in ten of the units that they are made of: one stray park out of ten, which the
   * board names, does not hold the whole zone a month back.
   */
  readonly whole: number
}

/**
 * The first, in the order given, in which most is known of what is usually known in a period of its length: half a
 * month's reports would look like half a zone, and what is counted day by day is there before anybody has reported.
 */
export function latestWhole(periods: readonly KnownPeriod[]): PeriodId | undefined {
  const most = new Map<string, number>()
  for (const { period, figures } of periods)
    most.set(grainOf(period), Math.max(figures, most.get(grainOf(period)) ?? 0))
  return periods.find(({ period, whole }) => whole * 2 >= (most.get(grainOf(period)) ?? 0))?.period
}
