import { grainOf, yearOfPeriod, type Grain, type PeriodId } from '#engine/period/period'
import { addDays, daysInMonth, type PlainDate } from '#engine/period/plain-date'

const PER_YEAR: Readonly<Record<Exclude<Grain, 'date'>, number>> = {
  year: 1,
  half_year: 2,
  quarter: 4,
  month: 12,
}

/** The period `steps` of its own length later (earlier when negative): 2022-12 + 1 is 2023-01, Q1 − 1 is last Q4. */
export function stepPeriod(id: PeriodId, steps: number): PeriodId {
  const grain = grainOf(id)
  if (grain === 'date') return asPeriod(addDays(id as unknown as PlainDate, steps))
  const perYear = PER_YEAR[grain]
  const ordinal = yearOfPeriod(id) * perYear + indexOf(id, grain) + steps
  return build(grain, Math.floor(ordinal / perYear), ordinal % perYear)
}

export const previousPeriod = (id: PeriodId): PeriodId => stepPeriod(id, -1)

export const nextPeriod = (id: PeriodId): PeriodId => stepPeriod(id, 1)

/** The same period `years` later; 29 February becomes the 28th in a common year. */
export function shiftYears(id: PeriodId, years: number): PeriodId {
  const year = yearOfPeriod(id) + years
  const rest = id.slice(4)
  const moved = rest === '-02-29' && daysInMonth(year, 2) === 28 ? '-02-28' : rest
  return `${year}${moved}` as PeriodId
}

/** The period that 同比 compares with. */
export const sameLastYear = (id: PeriodId): PeriodId => shiftYears(id, -1)

/** Every period whose `sameLastYear` is this one: none for a stray 29 February, two for the 28th before one. */
export function sameNextYear(id: PeriodId): readonly PeriodId[] {
  const next = shiftYears(id, 1)
  const leap = `${next.slice(0, 4)}-02-29` as PeriodId
  const candidates =
    next.endsWith('-02-28') && daysInMonth(yearOfPeriod(next), 2) === 29 ? [next, leap] : [next]
  return candidates.filter((candidate) => sameLastYear(candidate) === id)
}

/** The periods of the same length from the start of the year up to and with this one, in order (累计). */
export function yearToDate(id: PeriodId): readonly PeriodId[] {
  const grain = grainOf(id)
  const year = yearOfPeriod(id)
  if (grain === 'date') return periodRange(`${year}-01-01` as PeriodId, id)
  return Array.from({ length: indexOf(id, grain) + 1 }, (_, index) => build(grain, year, index))
}

/** Every period of one length from `from` to `to`, both included; empty when `to` is earlier or of another length. */
export function periodRange(from: PeriodId, to: PeriodId): readonly PeriodId[] {
  if (grainOf(from) !== grainOf(to)) return []
  const periods: PeriodId[] = []
  for (let at = from; at <= to; at = nextPeriod(at)) periods.push(at)
  return periods
}

/** Place in the year, from 0. */
function indexOf(id: PeriodId, grain: Exclude<Grain, 'date'>): number {
  if (grain === 'year') return 0
  return Number(grain === 'month' ? id.slice(5) : id.slice(6)) - 1
}

function build(grain: Exclude<Grain, 'date'>, year: number, index: number): PeriodId {
  const part = {
    year: '',
    half_year: `-H${index + 1}`,
    quarter: `-Q${index + 1}`,
    month: `-${pad(index + 1)}`,
  }
  return `${year}${part[grain]}` as PeriodId
}

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n))

const asPeriod = (date: PlainDate): PeriodId => date as unknown as PeriodId
