import { addDays, daysBetween, type PlainDate } from '#engine/period/plain-date'
import type { PortfolioReply } from '../../portfolio-contract'
import type { Scale } from '../plan-scale'
import type { GanttZoom } from './portfolio-words'

const pixels: Readonly<Record<GanttZoom, number>> = { year: 0.45, quarter: 1.4, month: 4, week: 14 }

/** Half a year beyond the last promise: what is late is seen to be late. */
const beyond = 180
/** No axis is longer than this: a mistyped year must not make a page of a million pixels. */
const mostDays = 365 * 30

/** The axis of all projects that match: from the January before the first day to beyond the last, today in it. */
export function ganttScale(
  reply: Pick<PortfolioReply, 'span' | 'today'>,
  zoom: GanttZoom,
  room: number,
): Scale {
  const { today, span } = reply
  const from = span && span.first < today ? span.first : today
  const to = span && span.last > today ? span.last : today
  const earliest = addDays(today as PlainDate, -mostDays / 2)
  const year = `${from.slice(0, 4)}-01-01` as PlainDate
  const first = year < earliest ? (`${earliest.slice(0, 4)}-01-01` as PlainDate) : year
  const day = pixels[zoom]
  const days = Math.min(
    mostDays,
    Math.max(daysBetween(first, to as PlainDate) + beyond, Math.ceil(room / day)),
  )
  return { first, days, day, width: Math.round(days * day) }
}
