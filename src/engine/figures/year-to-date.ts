import { quantityOf, type CellKey, type Read } from '#engine/figures/cell'
import { changeOf, comparedOf, type Change, type Compared } from '#engine/figures/change'
import type { PlannedIndicator } from '#engine/figures/plan'
import { UNREPORTED } from '#engine/figures/unknown-cell'
import type { PeriodId } from '#engine/period/period'
import { previousPeriod, sameLastYear, yearToDate } from '#engine/period/period-steps'
import { subtract, sum } from '#engine/quantity/arithmetic'
import { addCoverage, NO_PARTS } from '#engine/quantity/coverage'
import { isKnown, UNKNOWN } from '#engine/quantity/quantity'

/** 累计 of a year: amount, sources, how many of the periods are known, and growth over the same periods last year. */
export interface YearToDate extends Compared {
  /** Known periods of the year so far: 9 of 10 months. A cumulative report counts as all of them. */
  readonly periods: { readonly have: number; readonly of: number }
  /** Only periods known in both years are set against each other. */
  readonly yoy: Change
  /** The periods that were compared, this year's ids. */
  readonly comparedPeriods: readonly PeriodId[]
}

/** What an indicator adds up to since January, or undefined where adding up means nothing (rates, levels). */
export function yearToDateOf(planned: PlannedIndicator, key: CellKey, read: Read): YearToDate | undefined {
  const { accumulation, rollup } = planned.indicator
  if (accumulation === 'ytd') return cumulative(planned, key, read)
  return accumulation === 'period' && rollup.rule === 'sum' ? addedUp(planned, key, read) : undefined
}

/** The single period's own amount of a cumulative report: this report less the one before; January is itself. */
export function singlePeriod(key: CellKey, read: Read): Compared {
  const now = comparedAt(key, key.period, read)
  if (yearToDate(key.period).length === 1) return now
  const before = comparedAt(key, previousPeriod(key.period), read)
  return { quantity: subtract(now.quantity, before.quantity), coverage: now.coverage }
}

/** A cell to compare with, in another period of the same key. */
export const comparedAt = (key: CellKey, period: PeriodId, read: Read): Compared =>
  comparedOf(read.cell({ ...key, period }) ?? UNREPORTED)

function cumulative(planned: PlannedIndicator, key: CellKey, read: Read): YearToDate {
  const now = comparedAt(key, key.period, read)
  const base = sameLastYear(key.period)
  const yoy = changeOf(now, { ...comparedAt(key, base, read), period: base }, planned.measure)
  const periods = yearToDate(key.period)
  const have = isKnown(now.quantity) ? periods.length : 0
  return { ...now, periods: { have, of: periods.length }, yoy, comparedPeriods: have > 0 ? periods : [] }
}

function addedUp(planned: PlannedIndicator, key: CellKey, read: Read): YearToDate {
  const periods = yearToDate(key.period)
  const isKnownIn = (period: PeriodId) => isKnown(comparedAt(key, period, read).quantity)
  const known = periods.filter(isKnownIn)
  const shared = known.filter((period) => isKnownIn(sameLastYear(period)))
  const base = total(key, shared.map(sameLastYear), read)
  const yoy = changeOf(
    total(key, shared, read),
    { ...base, period: sameLastYear(key.period) },
    planned.measure,
  )
  const counted = { have: known.length, of: periods.length }
  return { ...total(key, periods, read), periods: counted, yoy, comparedPeriods: shared }
}

function total(key: CellKey, periods: readonly PeriodId[], read: Read): Compared {
  const cells = periods.map((period) => read.cell({ ...key, period }) ?? UNREPORTED)
  if (cells.length === 0) return { quantity: UNKNOWN, coverage: { have: 0, of: 1 } }
  const coverage = cells.map((cell) => cell.coverage).reduce(addCoverage, NO_PARTS)
  return { quantity: sum(cells.map(quantityOf)).quantity, coverage }
}
