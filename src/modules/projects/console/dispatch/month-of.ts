import { grainOf, isPeriodId } from '#engine/period/period'
import { monthsOf } from '#engine/period/period-extent'

/** The month that the period of the address means: of a longer one the last; absent, whichever is being reported. */
export function monthOf(period: string | undefined): string | undefined {
  if (period === undefined || !isPeriodId(period) || grainOf(period) === 'year') return undefined
  return monthsOf(period).at(-1)
}
