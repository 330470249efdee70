import type { CalendarDay, NoticeReply } from '../contract'

/**
 * The year whose notice a day comes from. A New Year holiday may begin in December: those days come with the next
 * year's notice, and reading this year's again must not take them away.
 */
export function noticeYearOf({ date, name }: Pick<CalendarDay, 'date' | 'name'>): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5, 7) === '12' && name.includes('元旦') ? year + 1 : year
}

/** Years that at least one day's notice stands for. */
export const coveredYears = (days: readonly CalendarDay[]): number[] =>
  [...new Set(days.map(noticeYearOf))].sort((a, b) => a - b)

export type CalendarDifference = Pick<NoticeReply, 'added' | 'changed' | 'removed' | 'unchanged'>

const same = (a: CalendarDay, b: CalendarDay) => a.kind === b.kind && a.name === b.name

/** What a year's notice would change in the table: days of other years' notices are left alone. */
export function calendarDifference(
  stored: readonly CalendarDay[],
  notice: readonly CalendarDay[],
  year: number,
): CalendarDifference {
  const byDate = new Map(stored.map((day) => [day.date, day]))
  const wanted = new Set(notice.map((day) => day.date))
  const known = notice.flatMap((after) => {
    const before = byDate.get(after.date)
    return before ? [{ before, after }] : []
  })
  return {
    added: notice.filter((day) => !byDate.has(day.date)),
    changed: known.filter(({ before, after }) => !same(before, after)),
    removed: stored.filter((day) => noticeYearOf(day) === year && !wanted.has(day.date)),
    unchanged: known.filter(({ before, after }) => same(before, after)).length,
  }
}
