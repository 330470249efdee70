import { addDays, daysBetween, plainDate, type PlainDate } from '#engine/period/plain-date'
import type { ScheduleReply } from '../contract'

/** How many pixels a day takes: the whole plan in view, or so close that single days can be told apart. */
export const zooms = ['whole', 'quarter', 'month', 'week'] as const
export type Zoom = (typeof zooms)[number]
const pixels: Readonly<Record<Exclude<Zoom, 'whole'>, number>> = { quarter: 1.5, month: 4, week: 14 }

export interface Scale {
  readonly first: PlainDate
  readonly days: number
  /** Pixels a day. */
  readonly day: number
  readonly width: number
}

const earliest = (days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a < b ? a : b))
const latest = (days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a > b ? a : b))

const monthStart = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate

/** Every day that a plan has. */
export const daysOf = (schedule: ScheduleReply): string[] => [
  schedule.today,
  schedule.promised ?? schedule.today,
  ...schedule.nodes.flatMap((node) => [
    node.earliest_start,
    node.earliest_finish,
    node.latest_start,
    node.latest_finish,
  ]),
]

/** A span with whole months around it, in which all of these days lie. */
export function scaleOver(given: readonly string[], zoom: Zoom, room: number): Scale {
  const days = given as PlainDate[]
  const first = monthStart(addDays(earliest(days), -5))
  const last = addDays(latest(days), 20)
  const count = daysBetween(first, last)
  const day = zoom === 'whole' ? Math.max(0.4, room / count) : pixels[zoom]
  return { first, days: count, day, width: Math.round(count * day) }
}

/** The span of a plan: everything that has a date lies in it, today and the promise too. */
export const scaleOf = (schedule: ScheduleReply, zoom: Zoom, room: number): Scale =>
  scaleOver(daysOf(schedule), zoom, room)

/** Where a day begins. */
export const placeOf = (scale: Scale, day: string): number =>
  daysBetween(scale.first, day as PlainDate) * scale.day

/** How wide a span is whose first and last day are both in it. */
export const widthOf = (scale: Scale, start: string, finish: string): number =>
  (daysBetween(start as PlainDate, finish as PlainDate) + 1) * scale.day

export interface Tick {
  readonly day: PlainDate
  readonly at: number
  readonly month: number
  readonly year: number
}

/** Room for the longest mark: one that would be cut is left out. */
const labelWidth = 64

/** Marks at the beginning of months, as many as can be told apart: every month, quarter, or year. */
export function ticksOf(scale: Scale): Tick[] {
  const monthWidth = scale.day * 30
  const every = monthWidth >= 50 ? 1 : monthWidth >= 15 ? 3 : monthWidth >= 8 ? 6 : 12
  const ticks: Tick[] = []
  const [year, month] = [Number(scale.first.slice(0, 4)), Number(scale.first.slice(5, 7))]
  for (let index = 0; ; index += 1) {
    const at = month - 1 + index
    const day = plainDate(year + Math.floor(at / 12), (at % 12) + 1, 1)
    const place = placeOf(scale, day)
    if (place > scale.width - labelWidth) return ticks
    if ((at % 12) % every === 0)
      ticks.push({ day, at: place, month: (at % 12) + 1, year: year + Math.floor(at / 12) })
  }
}
