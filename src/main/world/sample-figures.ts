import { decimal, rounded } from '#engine/quantity/decimal'
import type { PeriodId } from '#engine/period/period'
import { randomStream, seedOf } from './random'
import type { SampleIndicator } from './sample-indicators.data'
import { targetFactor } from './sample-zone.data'

/** One made-up month of one park. */
export interface SamplePlace {
  readonly unit: string
  readonly weight: number
}

/** Rates stay rates whatever the park's size. */
const isScaled = (indicator: SampleIndicator): boolean => indicator.unit !== '%'

function trend(indicator: SampleIndicator, month: number): number {
  const years = month / 12
  const swing = 1 + indicator.season * Math.sin(((month % 12) / 12) * 2 * Math.PI - 1.2)
  return indicator.level * (1 + indicator.growth) ** years * swing
}

/**
 * A park's figure of a month, counted from the first: trend, season and a little noise that depends on nothing but the
 * names, so that the same world comes out on every machine and in every order.
 */
export function sampleFigure(
  indicator: SampleIndicator,
  place: SamplePlace,
  at: { month: number; period: PeriodId },
): string {
  const random = randomStream(seedOf(indicator.code, place.unit, at.period))
  const temper = 0.94 + 0.12 * randomStream(seedOf(place.unit, indicator.theme))()
  const noise = 1 + indicator.noise * (2 * random() - 1)
  const size = isScaled(indicator) ? place.weight * temper : 1
  const value = Math.max(0, trend(indicator, at.month) * size * noise)
  const capped = indicator.unit === '%' ? Math.min(value, 100) : value
  return rounded(decimal(capped.toFixed(10)).toFixed(), indicator.decimals)
}

/** What a park promised for a year: nearly nine per cent above the year before. */
export function sampleTarget(
  indicator: SampleIndicator,
  place: SamplePlace,
  year: { first: number; months: readonly PeriodId[] },
): string {
  const before = year.months.map((period, index) =>
    Number(sampleFigure(indicator, place, { month: year.first - 12 + index, period })),
  )
  const amount =
    indicator.accumulation === 'stock' ? (before.at(-1) ?? 0) : before.reduce((sum, value) => sum + value, 0)
  const ambition = 0.97 + 0.1 * randomStream(seedOf('target', indicator.code, place.unit))()
  return rounded(decimal((amount * targetFactor * ambition).toFixed(10)).toFixed(), indicator.decimals)
}
