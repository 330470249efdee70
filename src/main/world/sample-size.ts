import { periodRange, stepPeriod } from '#engine/period/period-steps'
import type { PeriodId } from '#engine/period/period'
import { type SampleIndicator, sampleIndicators } from './sample-indicators.data'
import { sampleParks } from './sample-zone.data'

/** How much of the sample zone to make. */
export interface SampleSize {
  readonly parks: typeof sampleParks
  readonly indicators: readonly SampleIndicator[]
  /** Oldest first; the last is the month being reported. */
  readonly months: readonly PeriodId[]
}

/** The last month of the sample: the one whose reports are still on their way. */
const lastMonth = '2026-10' as PeriodId

const smallCodes = new Set([
  'industrial_output',
  'revenue',
  'profit',
  'tax',
  'hightech_revenue',
  'fixed_investment',
  'industrial_investment',
  'funds_received',
  'funds_other_provinces',
  'rd_spending',
  'hnte',
  'profit_rate',
  'rd_intensity',
  'output_growth',
  'hightech_share',
])

/** full: 10 parks, 60 indicators, 36 months. small, for tests: 3 parks, 15 indicators, 14 months. */
export function sampleSize(size: 'small' | 'full'): SampleSize {
  const months = (count: number) => periodRange(stepPeriod(lastMonth, 1 - count), lastMonth)
  if (size === 'full') return { parks: sampleParks, indicators: sampleIndicators, months: months(36) }
  const indicators = sampleIndicators.filter((indicator) => smallCodes.has(indicator.code))
  return { parks: sampleParks.slice(0, 3), indicators, months: months(14) }
}
