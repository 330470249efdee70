import { decimal } from '#engine/quantity/decimal'
import type { Standing } from '#console/tokens/tokens'

/** Per cent of the year that has passed by the last month that is over: months ÷ 12; null in January. */
export function yearPassed(today: string): string | null {
  const months = Number(today.slice(5, 7)) - 1
  return months === 0 ? null : decimal(months).times(100).div(12).toDecimalPlaces(1).toFixed()
}

/** Per cent of the year's plan that is done; null where one of the two is not known. */
export function planDone(invested: string | null, planned: string | null): string | null {
  if (invested === null || planned === null || decimal(planned).isZero()) return null
  return decimal(invested).times(100).div(planned).toDecimalPlaces(1).toFixed()
}

/** Ahead of the time or with it; up to ten points behind is watched (a setting of ours), further behind is late. */
export function moneyStanding(done: string | null, passed: string | null): Standing {
  if (done === null || passed === null) return 'unknown'
  const behind = decimal(passed).minus(done)
  if (behind.lte(0)) return 'on_track'
  return behind.lte(10) ? 'watch' : 'late'
}
