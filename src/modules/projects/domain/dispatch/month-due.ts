import { firstDay, lastDay } from '#engine/period/period-extent'
import type { PeriodId } from '#engine/period/period'
import type { ListedRow } from './dispatch-rows'

type Days = Pick<ListedRow, 'listed_on' | 'left_on'>

/** On the year's list at the end of the month. */
export const isListed = ({ listed_on, left_on }: Days, month: PeriodId): boolean =>
  (listed_on === null || listed_on <= lastDay(month)) && (left_on === null || left_on > lastDay(month))

/** Has to report the month: on the list, and not completed before the month began. */
export const isDue = (row: ListedRow, month: PeriodId): boolean =>
  isListed(row, month) && (row.completed_on === null || row.completed_on >= firstDay(month))

/** Whether a day lies in the month; what is not known does not. */
export const isIn = (day: string | null, month: PeriodId): boolean =>
  day !== null && day.slice(0, 7) === month

/** Whether a day lies in the month's year, up to the month's end. */
export const isSinceJanuary = (day: string | null, month: PeriodId): boolean =>
  day !== null && day.slice(0, 4) === month.slice(0, 4) && day.slice(0, 7) <= month

/** Whether it was started by the month's end: of some only the month is known. */
export const isStarted = (row: ListedRow, month: PeriodId): boolean =>
  (row.started_on !== null && row.started_on <= lastDay(month)) ||
  (row.started_on === null && row.started_in !== null && row.started_in <= month)

export const isStartedIn = (row: ListedRow, month: PeriodId): boolean =>
  isIn(row.started_on, month) || (row.started_on === null && row.started_in === month)
