import { daysBetween, plainDate, weekday, yearOf, type PlainDate } from '#engine/period/plain-date'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { DayUnit } from '#engine/schedules/plan'
import type { DayCount } from '#engine/schedules/schedule'

/** A plan lives between these days; 110 years laid out cost a few milliseconds once, and every count is then a look-up. */
const FIRST = plainDate(1990, 1, 1)
const DAYS = daysBetween(FIRST, plainDate(2100, 1, 1))
const EPOCH_DAYS = daysBetween(plainDate(1970, 1, 1), FIRST)
const MS_PER_DAY = 86_400_000

/**
 * Working days for plans, which run into years whose notice is not out yet. A covered year is the State Council's; an
 * uncovered one counts Monday to Friday, and `uncoveredYears` names it so that nobody takes such dates for certain.
 *
 * Days are numbers from 0 (1 January 1990). A moment m is the beginning of day m, which is the end of day m − 1: a node
 * on days 5 to 7 runs from moment 5 to moment 8. What falls outside ends up at or beyond 0 or `end`.
 */
export class ScheduleCalendar {
  /** The moment after the last day. */
  readonly end = DAYS
  readonly #covered: ReadonlySet<number>
  /** At m: working days before moment m. */
  readonly #ranks: Int32Array
  readonly #workdays: Int32Array
  readonly #dates = new Map<number, PlainDate>()

  private constructor(calendar: WorkCalendar) {
    this.#covered = new Set(calendar.coveredYears)
    const worked = plainWeek()
    for (const { date, kind } of calendar.rows)
      if (this.#covered.has(yearOf(date))) worked[daysBetween(FIRST, date)] = kind === 'holiday' ? 0 : 1
    const { ranks, workdays } = laidOut(worked)
    this.#ranks = ranks
    this.#workdays = workdays
  }

  static readonly #known = new WeakMap<WorkCalendar, ScheduleCalendar>()

  /** The calendar of plans over a working-day calendar, laid out once for each. */
  static of(calendar: WorkCalendar): ScheduleCalendar {
    const known = this.#known.get(calendar) ?? new ScheduleCalendar(calendar)
    this.#known.set(calendar, known)
    return known
  }

  /** True for a day that a plan may name. */
  static reaches(date: PlainDate): boolean {
    const day = daysBetween(FIRST, date)
    return day >= 0 && day < DAYS
  }

  dayOf(date: PlainDate): number {
    return daysBetween(FIRST, date)
  }

  dateOf(day: number): PlainDate {
    const known = this.#dates.get(day)
    if (known !== undefined) return known
    // Arithmetic only: no clock and no time zone takes part, and within these years the text is YYYY-MM-DD.
    const date = new Date((EPOCH_DAYS + day) * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate
    this.#dates.set(day, date)
    return date
  }

  /** Working days before a moment, counted from 1990. */
  rank(moment: number): number {
    return this.#ranks[Math.min(Math.max(moment, 0), DAYS)] ?? 0
  }

  /** The working day with this many before it. */
  workday(rank: number): number {
    return this.#workdays[Math.min(Math.max(rank, 0), this.#workdays.length - 1)] ?? 0
  }

  /** The first working day that begins at or after a moment. */
  firstWorked(moment: number): number {
    return this.workday(this.rank(moment))
  }

  /** The last working day that has ended by a moment. */
  lastWorked(moment: number): number {
    return this.workday(this.rank(moment) - 1)
  }

  /**
   * The first moment by which so many further days have passed. With a negative count, the first that gives up no more
   * than so many: one working day before the end of Monday is the end of Friday.
   */
  ahead(moment: number, days: number, unit: DayUnit): number {
    if (unit === 'calendar_day') return moment + days
    return days === 0 ? moment : this.workday(this.rank(moment) + days - 1) + 1
  }

  /** The latest moment from which `ahead` does not pass the given one. */
  behind(moment: number, days: number, unit: DayUnit): number {
    if (unit === 'calendar_day') return moment - days
    return days === 0 ? moment : this.workday(this.rank(moment) - days)
  }

  /** Days from one day to another, both ways of counting; negative when `to` is earlier. */
  between(from: number, to: number): DayCount {
    // The day counted to is in, the day counted from is not: so slack and drift add up along a line.
    return { workdays: this.rank(to + 1) - this.rank(from + 1), calendarDays: to - from }
  }

  /** The years between two days whose notice was not imported, ascending. */
  uncoveredYears(from: number, to: number): number[] {
    const first = yearOf(this.dateOf(from))
    const years = Array.from({ length: yearOf(this.dateOf(to)) - first + 1 }, (_, index) => first + index)
    return years.filter((year) => !this.#covered.has(year))
  }
}

function plainWeek(): Uint8Array {
  const worked = new Uint8Array(DAYS)
  const first = weekday(FIRST) - 1
  for (let day = 0; day < DAYS; day++) worked[day] = (first + day) % 7 < 5 ? 1 : 0
  return worked
}

function laidOut(worked: Uint8Array): { readonly ranks: Int32Array; readonly workdays: Int32Array } {
  const ranks = new Int32Array(DAYS + 1)
  const workdays = new Int32Array(DAYS)
  let count = 0
  for (let day = 0; day < DAYS; day++) {
    if (worked[day] === 1) workdays[count++] = day
    ranks[day + 1] = count
  }
  return { ranks, workdays: workdays.subarray(0, count) }
}
