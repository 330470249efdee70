import { periodRange, stepPeriod } from '#engine/period/period-steps'
import type { PeriodId } from '#engine/period/period'
import { type SampleIndicator, sampleIndicators } from './sample-indicators.data'
import { type SamplePark, sampleParks } from './sample-zone.data'

/** How much of the sample zone to make. */
export interface SampleSize {
  readonly parks: readonly SamplePark[]
  readonly indicators: readonly SampleIndicator[]
  /** Oldest first; the last is the month being reported. */
  readonly months: readonly PeriodId[]
  /** Projects of each park; four where nothing is said, forty in the ten parks of the full zone. */
  readonly projectsPerPark?: number
}

/** Counts for a zone of any size, as a benchmark needs it. */
export interface SampleCounts {
  readonly parks: number
  readonly indicators: number
  readonly months: number
  readonly projectsPerPark?: number
}

/** The last month of the sample, whose reports are still on their way, where nothing else is asked for. */
export const lastSampleMonth = '2026-10' as PeriodId

/** Twelve that are reported, and the formulas that follow from them. */
const smallCodes = new Set([
  'industrial_output',
  'manufacturing_output',
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

const monthsUntil = (last: PeriodId, count: number): readonly PeriodId[] =>
  periodRange(stepPeriod(last, 1 - count), last)

/** Rounds after the first carry a number, in code and name alike. */
const round = (index: number, length: number): number => Math.floor(index / length) + 1

function parkAt(index: number): SamplePark {
  const park = sampleParks[index % sampleParks.length] as SamplePark
  const again = round(index, sampleParks.length)
  if (again === 1) return park
  return { ...park, code: `${park.code}${again}`, zh: `${park.zh}${again}区`, en: `${park.en} ${again}` }
}

const reported = sampleIndicators.filter((indicator) => indicator.formula === undefined)

function indicatorAt(index: number): SampleIndicator {
  const indicator = reported[index % reported.length] as SampleIndicator
  const again = round(index, reported.length)
  if (again === 1) return indicator
  return {
    ...indicator,
    code: `${indicator.code}_${again}`,
    zh: `${indicator.zh}${again}`,
    en: `${indicator.en} ${again}`,
  }
}

/** As many parks, reported indicators and months as asked for; the sample's own are repeated with a number. */
export const countedSize = (counts: SampleCounts, last: PeriodId = lastSampleMonth): SampleSize => ({
  parks: Array.from({ length: counts.parks }, (_, index) => parkAt(index)),
  indicators: Array.from({ length: counts.indicators }, (_, index) => indicatorAt(index)),
  months: monthsUntil(last, counts.months),
  ...(counts.projectsPerPark !== undefined && { projectsPerPark: counts.projectsPerPark }),
})

/**
 * full: 10 parks, 60 indicators, 36 months with figures. small, for tests: 3 parks, 16 indicators (12 reported), 14 months.
 * The month being reported comes on top: it has reports, but no figures yet.
 */
export function sampleSize(size: 'small' | 'full', last: PeriodId = lastSampleMonth): SampleSize {
  if (size === 'full')
    return { parks: sampleParks, indicators: sampleIndicators, months: monthsUntil(last, 37) }
  const indicators = sampleIndicators.filter((indicator) => smallCodes.has(indicator.code))
  return { parks: sampleParks.slice(0, 3), indicators, months: monthsUntil(last, 15) }
}
