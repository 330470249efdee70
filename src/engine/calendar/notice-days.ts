import { isPlainDate, type PlainDate } from '#engine/period/plain-date'

/** A span of days as a notice writes it: '2月15日（周日）至23日（周一）'. */
export interface NoticeSpan {
  readonly first: PlainDate
  readonly last: PlainDate
  /** What stood there, for messages. */
  readonly written: string
  /** Weekdays written beside the dates, 1 Monday … 7 Sunday: they prove that the year is right. */
  readonly weekdays: readonly { readonly date: PlainDate; readonly weekday: number }[]
}

/** A span that cannot be read: a day that does not exist, or an end before its start. */
export interface UnreadableSpan {
  readonly written: string
}

const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,40})\))?`
const SPAN = new RegExp(`${DAY}(?:[至到~—–-]${DAY})?`, 'g')
const WEEKDAYS = '一二三四五六日'

/**
 * The spans of days written in a piece of a notice (width-normalised, no blanks). A day without month or year takes
 * those of the day before it, and the first takes the notice's year.
 */
export function spansIn(piece: string, year: number): (NoticeSpan | UnreadableSpan)[] {
  let context: Context = { year, month: undefined }
  return [...piece.matchAll(SPAN)].map((match) => {
    const first = dayOf(match.slice(1, 5), { ...context, noticeYear: year })
    const second = match[7] === undefined ? first : dayOf(match.slice(5, 9), { ...first, noticeYear: year })
    context = { year: second.year, month: second.month }
    return spanOf(match[0], [first, second])
  })
}

interface Context {
  readonly year: number
  readonly month: number | undefined
}

interface NoticeDay extends Context {
  readonly date: string
  readonly weekday: number | undefined
}

function dayOf(groups: readonly (string | undefined)[], before: Context & { noticeYear: number }): NoticeDay {
  const [writtenYear, writtenMonth, day = '', aside = ''] = groups
  const month = writtenMonth === undefined ? before.month : Number(writtenMonth)
  const date = (year: number) => `${year}-${padded(month ?? 0)}-${padded(Number(day))}`
  // '3日' continues the month before it; '1月1日' after a December means the year of the notice.
  const year =
    writtenYear === undefined
      ? writtenMonth === undefined
        ? before.year
        : before.noticeYear
      : Number(writtenYear)
  const mark = /(?:周|星期)([一二三四五六日天])/.exec(aside)?.[1]?.replace('天', '日')
  return {
    year,
    month,
    date: date(year),
    weekday: mark === undefined ? undefined : WEEKDAYS.indexOf(mark) + 1,
  }
}

function spanOf(written: string, days: readonly [NoticeDay, NoticeDay]): NoticeSpan | UnreadableSpan {
  const [first, last] = [days[0].date, days[1].date]
  if (!isPlainDate(first) || !isPlainDate(last) || last < first) return { written }
  const weekdays = days.flatMap(({ date, weekday }) =>
    weekday !== undefined && isPlainDate(date) ? [{ date, weekday }] : [],
  )
  return { first, last, written, weekdays }
}

function padded(part: number): string {
  return String(part).padStart(2, '0')
}
