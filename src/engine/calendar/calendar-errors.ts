import { text } from '#engine/result/result'
import type { PlainDate } from '#engine/period/plain-date'
import type { CalendarError } from '#engine/calendar/calendar-row'

/** The year's notice was not imported: the mend is to import it. */
export function yearNotCovered(year: number): CalendarError {
  return {
    code: 'year_not_covered',
    year,
    message: text(
      `没有${year}年的工作日历，无法计算；请先导入国务院办公厅关于${year}年部分节假日安排的通知`,
      `There is no working-day calendar for ${year}; import the State Council's notice on the holidays of ${year}`,
    ),
  }
}

/** A count of days that is not a whole number. */
export function notACount(n: number): CalendarError {
  return {
    code: 'not_a_count',
    message: text(
      `工作日数须为整数，而不是“${n}”`,
      `A count of working days must be a whole number, not ${n}`,
    ),
  }
}

/** One day given both as holiday and as make-up working day. */
export function conflictingRows(date: PlainDate): CalendarError {
  return {
    code: 'conflicting_rows',
    message: text(
      `${date}既列为放假又列为调休上班，请保留一项`,
      `${date} is listed both as a holiday and as a make-up working day; keep one`,
    ),
  }
}
