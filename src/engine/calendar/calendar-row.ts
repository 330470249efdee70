import type { Text } from '#engine/result/result'
import type { PlainDate } from '#engine/period/plain-date'

/** `holiday`: a day off, whatever its weekday. `makeup_workday`: a Saturday or Sunday that is worked (调休上班). */
export type CalendarDayKind = 'holiday' | 'makeup_workday'

/** One day that differs from the plain week, as the State Council's yearly notice sets it. */
export interface CalendarRow {
  readonly date: PlainDate
  readonly kind: CalendarDayKind
  /** The festival it belongs to, in Chinese as in the notice: 春节. */
  readonly name: string
}

/** Why a day cannot be told or counted. `year` is given for `year_not_covered`. */
export interface CalendarError {
  readonly code: 'year_not_covered' | 'not_a_count' | 'conflicting_rows'
  readonly year?: number
  readonly message: Text
}
