import { canonical, decimal, over, times } from '#engine/quantity/decimal'
import { grainOf, yearOfPeriod, type Grain, type PeriodId } from '#engine/period/period'
import { daysInMonth, monthOf, plainDate, type PlainDate } from '#engine/period/plain-date'

/** First and last month (1–12) of a period; a day lies in its month. */
interface Months {
  readonly first: number
  readonly last: number
}

/** First day of the period. */
export function firstDay(id: PeriodId): PlainDate {
  if (grainOf(id) === 'date') return id as unknown as PlainDate
  return plainDate(yearOfPeriod(id), monthsIn(id).first, 1)
}

/** Last day of the period. */
export function lastDay(id: PeriodId): PlainDate {
  if (grainOf(id) === 'date') return id as unknown as PlainDate
  const { last } = monthsIn(id)
  return plainDate(yearOfPeriod(id), last, daysInMonth(yearOfPeriod(id), last))
}

/** True when every day of `inner` lies in `outer`; a period contains itself. */
export const containsPeriod = (outer: PeriodId, inner: PeriodId): boolean =>
  firstDay(outer) <= firstDay(inner) && lastDay(inner) <= lastDay(outer)

/** Order by end, then the shorter first: 2022-03, 2022-Q1, 2022-04. For `Array.sort`. */
export function comparePeriods(a: PeriodId, b: PeriodId): number {
  if (a === b) return 0
  const ends = order(lastDay(a), lastDay(b))
  return ends !== 0 ? ends : order(firstDay(b), firstDay(a))
}

/** The months of a period in order; a day gives the month it lies in. */
export function monthsOf(id: PeriodId): readonly PeriodId[] {
  const { first, last } = monthsIn(id)
  return Array.from({ length: last - first + 1 }, (_, index) => monthId(yearOfPeriod(id), first + index))
}

/** The longer periods this one lies in, shortest first: a month lies in its quarter, half-year and year. */
export function parentPeriods(id: PeriodId): readonly PeriodId[] {
  const year = yearOfPeriod(id)
  const { first } = monthsIn(id)
  const longer: readonly (readonly [Grain, string])[] = [
    ['month', monthId(year, first)],
    ['quarter', `${year}-Q${Math.ceil(first / 3)}`],
    ['half_year', `${year}-H${Math.ceil(first / 6)}`],
    ['year', String(year)],
  ]
  const own = longer.findIndex(([grain]) => grain === grainOf(id))
  return longer.slice(own + 1).map(([, parent]) => parent as PeriodId)
}

/**
 * 序时进度: the share of the year gone at the period's end, months elapsed ÷ 12 (October: 0.8333…, to 34 digits).
 * Within a month, days count as parts of that month.
 */
export function timeProgress(id: PeriodId): string {
  const { last } = monthsIn(id)
  const wholeYear = decimal(12)
  if (grainOf(id) !== 'date') return canonical(over(decimal(last), wholeYear))
  const days = daysInMonth(yearOfPeriod(id), last)
  const elapsed = decimal((last - 1) * days + Number(id.slice(8)))
  return canonical(over(elapsed, times(decimal(days), wholeYear)))
}

/** The same in %, to 34 digits. */
export const timeProgressPercent = (id: PeriodId): string =>
  canonical(times(decimal(timeProgress(id)), decimal(100)))

function monthsIn(id: PeriodId): Months {
  switch (grainOf(id)) {
    case 'year':
      return { first: 1, last: 12 }
    case 'half_year':
      return span(Number(id[6]), 6)
    case 'quarter':
      return span(Number(id[6]), 3)
    case 'month':
      return span(Number(id.slice(5)), 1)
    case 'date':
      return span(monthOf(id as unknown as PlainDate), 1)
  }
}

const span = (place: number, length: number): Months => ({
  first: (place - 1) * length + 1,
  last: place * length,
})

const monthId = (year: number, month: number): PeriodId =>
  `${year}-${String(month).padStart(2, '0')}` as PeriodId

const order = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0)
