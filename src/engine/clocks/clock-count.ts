import { fail, ok, type Result } from '#engine/result/result'
import type { BeijingTime } from '#engine/calendar/beijing-time'
import type { CalendarError } from '#engine/calendar/calendar-row'
import type { ClockHistory } from '#engine/clocks/clock-history'
import type { Ruler } from '#engine/clocks/ruler'

/** A stretch in which the clock ran: it counts after `from` through `to`; `to` is missing while it runs. */
export interface RunSpan {
  readonly from: number
  readonly to?: number
}

/** The stretches in which the clock ran. Days before the first counted day stay uncounted, however it was paused. */
export function runSpans(ruler: Ruler, history: ClockHistory): Result<RunSpan[], CalendarError> {
  if (history.startedAt === undefined) return ok([])
  const begin = ruler.begin(history.startedAt)
  if (!begin.ok) return begin
  const spans: RunSpan[] = []
  let from: number | undefined = begin.value
  for (const pause of history.pauses) {
    if (from !== undefined) spans.push({ from, to: ruler.before(pause.from) })
    from = pause.to === undefined ? undefined : Math.max(begin.value, ruler.before(pause.to))
  }
  if (from !== undefined) spans.push({ from })
  return ok(spans)
}

/** Units counted through `now`. */
export function elapsedUnits(
  ruler: Ruler,
  spans: readonly RunSpan[],
  now: BeijingTime,
): Result<number, CalendarError> {
  let sum = 0
  for (const { from, to } of spans) {
    const counted = ruler.between(from, to ?? ruler.point(now))
    if (!counted.ok) return counted
    sum += counted.value
  }
  return ok(sum)
}

/** The point at which `limit` units are used up; undefined while a pause leaves that open. */
export function duePoint(
  ruler: Ruler,
  spans: readonly RunSpan[],
  limit: number,
): Result<number | undefined, CalendarError> {
  let left = limit
  for (const { from, to } of spans) {
    if (to === undefined) return ruler.add(from, left)
    const counted = ruler.between(from, to)
    if (!counted.ok) return fail(counted.error)
    if (counted.value >= left) return ruler.add(from, left)
    left -= counted.value
  }
  return ok(undefined)
}
