import { yearOfPeriod, type PeriodId } from '#engine/period/period'
import { monthsOf } from '#engine/period/period-extent'
import { yearToDate } from '#engine/period/period-steps'
import { decimal, rounded } from '#engine/quantity/decimal'
import { randomStream, seedOf } from './random'
import type { SampleIndicator } from './sample-indicators.data'
import { seasons, targetFactor } from './sample-zone.data'

/** A park and how big it is beside an ordinary one (1). */
export interface SamplePlace {
  readonly unit: string
  readonly weight: number
}

/** One number in [0, 1) that hangs on nothing but these words: the same on every machine and in every order. */
const chance = (...words: readonly string[]): number => randomStream(seedOf(...words))()

/** Years since the beginning of 2023, when the levels hold. */
const yearsOn = (month: PeriodId): number => yearOfPeriod(month) - 2023 + (Number(month.slice(5)) - 1) / 12

/** Rates stay rates whatever the park's size. */
const isRate = (indicator: SampleIndicator): boolean => indicator.unit === '%'

/** How fast a park grows in one field: half to one and a half times the usual, so that a ranking has something to rank. */
function growth(indicator: SampleIndicator, place: SamplePlace): number {
  return indicator.growth * (0.5 + chance('pace', place.unit, indicator.theme))
}

/** A month's amount or level, not yet rounded: trend, season and a little noise. */
function monthly(indicator: SampleIndicator, place: SamplePlace, month: PeriodId): number {
  const season = 1 + indicator.season * (seasons[Number(month.slice(5)) - 1] ?? 0)
  const noise = 1 + indicator.noise * (2 * chance(indicator.code, place.unit, month) - 1)
  if (isRate(indicator))
    return Math.min(100, indicator.level * (1 + indicator.growth) ** yearsOn(month) * noise)
  const size = place.weight * (0.94 + 0.12 * chance('size', place.unit, indicator.theme))
  return Math.max(
    0,
    indicator.level * (1 + growth(indicator, place)) ** yearsOn(month) * size * season * noise,
  )
}

const added = (indicator: SampleIndicator, place: SamplePlace, months: readonly PeriodId[]): number =>
  months.reduce((sum, month) => sum + monthly(indicator, place, month), 0)

const written = (indicator: SampleIndicator, amount: number): string =>
  rounded(decimal(amount.toFixed(10)).toFixed(), indicator.decimals)

/** A park's figure of a month; the same whatever the size of the world around it. */
export function sampleFigure(indicator: SampleIndicator, place: SamplePlace, month: PeriodId): string {
  const months = indicator.accumulation === 'ytd' ? yearToDate(month) : [month]
  return written(indicator, added(indicator, place, months))
}

/**
 * Most promises are within reach, a few are a stretch, and small parks now and then promise what nobody could keep:
 * boards have all three.
 */
function ambition(indicator: SampleIndicator, place: SamplePlace, year: number): number {
  const kind = chance('ambition', indicator.code, place.unit, String(year))
  if (kind < 0.06 && place.weight < 1) return 1.65
  return kind < 0.1 ? 1.2 : 0.95 + 0.1 * kind
}

/** What a park promised for a year: about nine per cent above the year before. */
export function sampleTarget(indicator: SampleIndicator, place: SamplePlace, year: number): string {
  const before = monthsOf(String(year - 1) as PeriodId)
  const months = indicator.accumulation === 'stock' ? before.slice(-1) : before
  const stretch = indicator.accumulation === 'stock' ? 1 : ambition(indicator, place, year)
  return written(indicator, added(indicator, place, months) * targetFactor * stretch)
}
