import type { Link, Network, Step } from '#engine/schedules/network'
import {
  earliestSpan,
  firstMoment,
  fixedSpan,
  latestSpan,
  momentOn,
  type Span,
} from '#engine/schedules/place-step'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'

/** What a step waits for longest: another step, or what a chain begins with. */
export type Driver = Link | 'today' | 'may_start' | 'fixed' | 'happened'

/** The places of all steps by their index. */
export type Spans = readonly Span[]

const NOWHERE: Span = { start: 0, end: 0 }

/** The place of a step in a pass. */
export const spanOf = (step: Step, spans: Spans): Span => spans[step.index] ?? NOWHERE

/** Filled at once: an array filled from its end would be kept as a slow table. */
const unplaced = ({ ordered }: Network): Span[] => ordered.map(() => NOWHERE)

/** From when anything that has not begun may be done, and why from then. */
export interface Floor {
  readonly today: number
  readonly mayStart: number | undefined
}

/** The earliest places: what happened stands, what has not begun follows from it, from today and from fixed dates. */
export function forwardPass(
  network: Network,
  floor: Floor,
  calendar: ScheduleCalendar,
): { readonly spans: Spans; readonly drivers: readonly Driver[] } {
  const spans = unplaced(network)
  const drivers: Driver[] = network.ordered.map(() => 'today')
  for (const step of network.ordered) {
    const happened = happenedSpan(step, floor.today, calendar)
    const placed = happened
      ? { span: happened, driver: 'happened' as const }
      : forecast(step, { spans, floor }, calendar)
    spans[step.index] = placed.span
    drivers[step.index] = placed.driver
  }
  return { spans, drivers }
}

/** A fixed date that cannot be kept is passed, never a dependency: the forecast tells what will be. */
function forecast(
  step: Step,
  { spans, floor }: { readonly spans: Spans; readonly floor: Floor },
  calendar: ScheduleCalendar,
): { readonly span: Span; readonly driver: Driver } {
  const { moment, driver } = bound(step, { spans, floor }, calendar)
  const fixed = fixedSpan(step, calendar)
  if (fixed && fixed.start >= moment) return { span: fixed, driver: 'fixed' }
  return { span: earliestSpan(step, moment, calendar), driver }
}

function bound(
  step: Step,
  { spans, floor }: { readonly spans: Spans; readonly floor: Floor },
  calendar: ScheduleCalendar,
): { readonly moment: number; readonly driver: Driver } {
  const mayStart = floor.mayStart ?? floor.today
  let moment = firstMoment(step, Math.max(floor.today, mayStart))
  let driver: Driver = mayStart > floor.today ? 'may_start' : 'today'
  for (const link of step.before) {
    const freed = calendar.ahead(freeing(link, spans), link.lag, link.unit)
    if (freed > moment || (freed === moment && isBetterKnown(link, driver))) {
      moment = freed
      driver = link
    }
  }
  return { moment, driver }
}

/** Of two that free a step at once a step goes before a date, and the smaller id first: input order must not matter. */
const isBetterKnown = (link: Link, driver: Driver): boolean =>
  typeof driver === 'string' || link.from.node.id < driver.from.node.id

/** When the first of a link is far enough for the lag to begin. */
export function freeing({ from, kind }: Link, spans: Spans): number {
  const { start, end } = spanOf(from, spans)
  return kind === 'finish_start' ? end : start
}

/** The place of a step that has begun: its real dates, and for one under way what is left, from today. */
function happenedSpan(step: Step, today: number, calendar: ScheduleCalendar): Span | undefined {
  const { status, actualStart, actualFinish } = step
  if (status === 'not_started') return undefined
  if (actualFinish !== undefined) {
    const end = step.days === 0 ? momentOn(step, actualFinish) : actualFinish + 1
    return { start: step.days === 0 ? end : (actualStart ?? actualFinish), end }
  }
  const start = actualStart ?? today
  const fixedEnd = step.fixedFinish === undefined ? 0 : step.fixedFinish + 1
  return { start, end: Math.max(endOfRest(step, { start, today }, calendar), fixedEnd) }
}

/** What is open cannot have been finished before today, whatever was planned. */
function endOfRest(
  step: Step,
  { start, today }: { readonly start: number; readonly today: number },
  calendar: ScheduleCalendar,
): number {
  const left = daysLeft(step)
  const rest = earliestSpan({ ...step, days: Math.max(left ?? 1, 1) }, today, calendar).end
  return left === undefined ? Math.max(rest, calendar.ahead(start + 1, step.days - 1, step.unit)) : rest
}

/** Days still to be done as reported; undefined when only the start is known, and the planned days count from it. */
function daysLeft({ node, days }: Step): number | undefined {
  const { remaining, percent } = node.actual ?? {}
  if (remaining !== undefined) return remaining
  // 34.6 % done of 500 days leave 327; binary fractions make 327.00000000000006 of it, and that a day more.
  return percent === undefined ? undefined : Math.ceil((days * (100 - percent)) / 100 - 1e-9)
}

/** By which day the whole must be done, and whether fixed dates hold as well. */
export interface Horizon {
  readonly day: number
  readonly keepsFixed: boolean
}

/** The latest places that keep the horizon, every dependency and the fixed dates; what happened stands. */
export function backwardPass(
  network: Network,
  { horizon, early }: { readonly horizon: Horizon; readonly early: Spans },
  calendar: ScheduleCalendar,
): Spans {
  const spans = unplaced(network)
  for (let place = spans.length - 1; place >= 0; place--) {
    const step = network.ordered[place]
    if (step) spans[step.index] = latestOf(step, { spans, horizon, early }, calendar)
  }
  return spans
}

function latestOf(
  step: Step,
  { spans, horizon, early }: { readonly spans: Spans; readonly horizon: Horizon; readonly early: Spans },
  calendar: ScheduleCalendar,
): Span {
  const happened = spanOf(step, early)
  if (step.status === 'finished') return happened
  const by = heldBy(step, { spans, end: momentOn(step, horizon.day) }, calendar)
  if (step.status === 'under_way')
    return { start: happened.start, end: latestEnd(step, { by: by.end, horizon }, calendar) }
  const fixed = horizon.keepsFixed ? fixedSpan(step, calendar) : undefined
  return fixed && fixed.start <= by.start && fixed.end <= by.end ? fixed : latestSpan(step, by, calendar)
}

/** By when a step must start and end so that nothing after it moves from these places; what has begun waits no more. */
export function heldBy(
  step: Step,
  { spans, end }: { readonly spans: Spans; readonly end: number },
  calendar: ScheduleCalendar,
): Span {
  const by = { start: Infinity, end }
  for (const { to, kind, lag, unit } of step.after) {
    if (to.status !== 'not_started') continue
    const moment = calendar.behind(spanOf(to, spans).start, lag, unit)
    if (kind === 'finish_start') by.end = Math.min(by.end, moment)
    else by.start = Math.min(by.start, moment)
  }
  return by
}

function latestEnd(
  step: Step,
  { by, horizon }: { readonly by: number; readonly horizon: Horizon },
  calendar: ScheduleCalendar,
): number {
  const fixed = horizon.keepsFixed ? step.fixedFinish : undefined
  if (fixed !== undefined && fixed + 1 <= by) return fixed + 1
  return step.unit === 'calendar_day' ? by : calendar.lastWorked(by) + 1
}
