import { canonical, decimal, over } from '#engine/quantity/decimal'
import { previousPeriod } from '#engine/period/period-steps'
import type { PeriodId } from '#engine/period/period'
import {
  daysBetween,
  daysInMonth,
  monthOf,
  plainDate,
  yearOf,
  type PlainDate,
} from '#engine/period/plain-date'
import type { LampColour, LampDimension } from '#engine/lamps/lamp-table'

/** Whole months and days beyond them, and both as one decimal: 1 month and 15 of 30 days are 1.5. */
export interface MonthsSince {
  readonly months: number
  readonly days: number
  readonly value: string
}

/**
 * Months from a day to another that is not earlier. A month is full on the same day of the next one, or on its last day
 * where it is shorter (31 January → 28 February), so that "more than a month" begins the day after.
 */
export function monthsSince(from: PlainDate, to: PlainDate): MonthsSince {
  let months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  if (monthsLater(from, months) > to) months -= 1
  const begin = monthsLater(from, months)
  const days = daysBetween(begin, to)
  const length = daysBetween(begin, monthsLater(from, months + 1))
  return { months, days, value: canonical(decimal(months).plus(over(decimal(days), decimal(length)))) }
}

function monthsLater(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)))
}

/** A lamp as it stood at a month's end, kept so that months in a row can be counted. */
export interface LampSnapshot {
  readonly month: PeriodId
  readonly dimension: LampDimension
  readonly colour: LampColour | 'unknown'
  /** A good reason took the lamp away that month. */
  readonly isExempt: boolean
}

/** How many months in a row; `isCertain` is false when the row ends in a month nobody knows, so that it may be longer. */
export interface MonthsRunning {
  readonly months: number
  readonly isCertain: boolean
}

/**
 * Months in a row up to and with `until` in which the lamp of a dimension was yellow, orange or red. A month that was
 * green, blue or exempt ends the row; one without a snapshot or with an unknown lamp leaves it open.
 */
export function monthsRunning(
  snapshots: readonly LampSnapshot[],
  { dimension, until }: { readonly dimension: LampDimension; readonly until: PeriodId },
): MonthsRunning {
  const byMonth = new Map(
    snapshots.filter((one) => one.dimension === dimension).map((one) => [one.month, one]),
  )
  let months = 0
  for (let month = until; ; month = previousPeriod(month)) {
    const snapshot = byMonth.get(month)
    if (!snapshot || (snapshot.colour === 'unknown' && !snapshot.isExempt))
      return { months, isCertain: false }
    if (snapshot.isExempt || snapshot.colour === 'green' || snapshot.colour === 'blue')
      return { months, isCertain: true }
    months += 1
  }
}
