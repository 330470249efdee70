import { fail, ok, text, type Result, type Text } from '#engine/result/result'

/** A day of the calendar as 'YYYY-MM-DD', without time or zone. Text order is time order for the years 1000–9999. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

export interface PlainDateError {
  readonly code: 'malformed_date' | 'impossible_date'
  readonly message: Text
}

const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/
/** Longer input is quoted only in part, so that a hostile text cannot fill a log or a page. */
const QUOTED = 40

/** Reads exactly 'YYYY-MM-DD'; a day that does not exist (2023-02-29) is refused, never moved to the next one. */
export function parsePlainDate(input: string): Result<PlainDate, PlainDateError> {
  const shown = input.slice(0, QUOTED)
  if (!SHAPE.test(input)) return fail({ code: 'malformed_date', message: malformed(shown) })
  const [year = 0, month = 0, day = 0] = input.split('-').map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return fail({
      code: 'impossible_date',
      message: text(`没有“${shown}”这一天`, `There is no day ${shown}`),
    })
  }
  return ok(input as PlainDate)
}

/** True for the text of a day that exists. */
export const isPlainDate = (input: unknown): input is PlainDate =>
  typeof input === 'string' && parsePlainDate(input).ok

/** The day `days` later (earlier when negative; whole days). Beyond the years 1000–9999 it throws: a caller's mistake. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** Day of the week: 1 Monday … 7 Sunday (ISO 8601). */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))

/** Month of the year, 1–12. */
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7))

/** Negative, zero or positive, for `Array.sort`. */
export const comparePlainDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** Days in a month of the Gregorian calendar; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The date of year, month 1–12 and day; the parts must exist (throws otherwise: a caller's mistake, not user input). */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const written = `${year}-${pad(month)}-${pad(day)}`
  if (exists(year, month, day)) return written as PlainDate
  const parsed = parsePlainDate(written)
  throw new RangeError(parsed.ok ? `Not whole numbers: ${written}` : parsed.error.message.en)
}

/** By arithmetic alone: plans make dates by the ten thousand, and reading back each that was written would take longest. */
const exists = (year: number, month: number, day: number): boolean =>
  [year, month, day].every(Number.isInteger) &&
  year >= 1000 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month)

const MS_PER_DAY = 86_400_000

/** Days since 1970-01-01. `Date.UTC` is arithmetic only: no clock and no time zone takes part. */
const dayNumber = (date: PlainDate): number =>
  Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8, 10))) / MS_PER_DAY

function dateOfNumber(days: number): PlainDate {
  const at = new Date(days * MS_PER_DAY)
  return plainDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}

const pad = (part: number): string => String(part).padStart(2, '0')

const malformed = (shown: string): Text =>
  text(`“${shown}”不是日期，应写成 2022-03-15`, `“${shown}” is not a date; write it as 2022-03-15`)
