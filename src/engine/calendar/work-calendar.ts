import { fail, ok, type Result } from '#engine/result/result'
import { yearOf, type PlainDate } from '#engine/period/plain-date'
import type { CalendarError, CalendarRow } from '#engine/calendar/calendar-row'
import { conflictingRows, notACount, yearNotCovered } from '#engine/calendar/calendar-errors'
import { isWorkedIn, workdaysThrough, yearTable, type YearTable } from '#engine/calendar/year-table'
import type { BeijingTime } from '#engine/calendar/beijing-time'

/**
 * Working days by the State Council's calendar with make-up days (调休). A year whose notice was not imported is an
 * error that names the year and the mend: a Mon–Fri guess would set a wrong legal limit and nobody would notice.
 */
export class WorkCalendar {
  readonly #rows: ReadonlyMap<PlainDate, CalendarRow>
  readonly #covered: ReadonlySet<number>
  readonly #tables = new Map<number, YearTable>()

  private constructor(rows: ReadonlyMap<PlainDate, CalendarRow>, covered: ReadonlySet<number>) {
    this.#rows = rows
    this.#covered = covered
  }

  /**
   * Builds a calendar. `coveredYears` are the years whose notice is complete in `rows`; rows of other years (the last
   * days of December come with the next year's notice) wait until their year is covered. A day given both as holiday
   * and as make-up day is an error.
   */
  static of(
    rows: Iterable<CalendarRow>,
    coveredYears: Iterable<number>,
  ): Result<WorkCalendar, CalendarError> {
    const byDate = new Map<PlainDate, CalendarRow>()
    for (const row of rows) {
      const known = byDate.get(row.date)
      if (known !== undefined && known.kind !== row.kind) return fail(conflictingRows(row.date))
      byDate.set(row.date, row)
    }
    return ok(new WorkCalendar(byDate, new Set(coveredYears)))
  }

  /** The years that can be answered for, ascending. */
  get coveredYears(): number[] {
    return [...this.#covered].sort((a, b) => a - b)
  }

  /** The exceptions to the plain week, in date order. */
  get rows(): CalendarRow[] {
    return [...this.#rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  }

  /** The festival or make-up row of a day, for calendars on the screen; undefined on an ordinary day. */
  findRow(date: PlainDate): CalendarRow | undefined {
    return this.#rows.get(date)
  }

  isWorkday(date: PlainDate): Result<boolean, CalendarError> {
    const table = this.#table(yearOf(date))
    return table.ok ? ok(isWorkedIn(table.value, date)) : table
  }

  /**
   * The n-th working day after `from`: the day after counts first (行政许可法 Art. 82: working days). Negative n counts
   * back from the day before; 0 is `from` itself. n must be a whole number.
   */
  addWorkdays(from: PlainDate, n: number): Result<PlainDate, CalendarError> {
    if (!Number.isSafeInteger(n)) return fail(notACount(n))
    if (n === 0) return ok(from)
    return n > 0 ? this.#forward(from, n) : this.#back(from, -n)
  }

  /**
   * Working days after `from` up to and including `to`, so that `workdaysBetween(d, addWorkdays(d, n))` is n.
   * Negative when `to` is earlier: minus the count the other way round.
   */
  workdaysBetween(from: PlainDate, to: PlainDate): Result<number, CalendarError> {
    if (to < from) {
      const back = this.workdaysBetween(to, from)
      return back.ok ? ok(0 - back.value) : back
    }
    let count = 0
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      const table = this.#table(year)
      if (!table.ok) return table
      const end = year === yearOf(to) ? workdaysThrough(table.value, to) : table.value.workdays.length
      count += end - (year === yearOf(from) ? workdaysThrough(table.value, from) : 0)
    }
    return ok(count)
  }

  /** The first working day after `date`. */
  nextWorkday(date: PlainDate): Result<PlainDate, CalendarError> {
    return this.addWorkdays(date, 1)
  }

  /** `date` itself if it is worked, else the next working day. */
  workdayOnOrAfter(date: PlainDate): Result<PlainDate, CalendarError> {
    const worked = this.isWorkday(date)
    if (!worked.ok) return worked
    return worked.value ? ok(date) : this.nextWorkday(date)
  }

  /**
   * The working day on which something counts as received: what comes on a day off, or after `cutOffHour` (17 = five in
   * the afternoon, 17.5 = half past), counts as received on the next working day. Exactly at the cut-off is in time.
   */
  receivedOn(at: BeijingTime, cutOffHour = 24): Result<PlainDate, CalendarError> {
    return at.second > cutOffHour * 3600 ? this.nextWorkday(at.date) : this.workdayOnOrAfter(at.date)
  }

  #table(year: number): Result<YearTable, CalendarError> {
    if (!this.#covered.has(year)) return fail(yearNotCovered(year))
    const known = this.#tables.get(year)
    if (known !== undefined) return ok(known)
    const built = yearTable(year, (date) => this.#rows.get(date)?.kind)
    this.#tables.set(year, built)
    return ok(built)
  }

  #forward(from: PlainDate, n: number): Result<PlainDate, CalendarError> {
    let year = yearOf(from)
    let table = this.#table(year)
    if (!table.ok) return table
    let rank = workdaysThrough(table.value, from) + n
    while (rank > table.value.workdays.length) {
      rank -= table.value.workdays.length
      table = this.#table(++year)
      if (!table.ok) return table
    }
    return this.#ranked(table.value, rank)
  }

  #back(from: PlainDate, n: number): Result<PlainDate, CalendarError> {
    let year = yearOf(from)
    let table = this.#table(year)
    if (!table.ok) return table
    const own = isWorkedIn(table.value, from) ? 1 : 0
    let rank = workdaysThrough(table.value, from) - own - n + 1
    while (rank < 1) {
      table = this.#table(--year)
      if (!table.ok) return table
      rank += table.value.workdays.length
    }
    return this.#ranked(table.value, rank)
  }

  /** The working day of this rank (from 1) in its year; the callers keep the rank within the year. */
  #ranked(table: YearTable, rank: number): Result<PlainDate, CalendarError> {
    return ok(table.workdays[rank - 1] ?? table.first)
  }
}
