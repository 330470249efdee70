import type { Link, Network, Step } from '#engine/schedules/network'
import { spanOf, type Driver, type Floor, type Spans } from '#engine/schedules/passes'
import { firstDayOf, lastDayOf } from '#engine/schedules/place-step'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'
import type { Anchor } from '#engine/schedules/schedule'

/** What the forward pass found. */
export interface Forecast {
  readonly network: Network
  readonly floor: Floor
  readonly early: Spans
  readonly drivers: readonly Driver[]
}

/** Steps that set each other's dates, in order, and what the first of them begins with. */
export interface Chain {
  readonly steps: readonly Step[]
  readonly since: Anchor
}

/** The open step that finishes last; of several the one nothing open waits for, then the smaller id. */
export function lastOpenStep({ network, early }: Forecast): Step | undefined {
  let last: Step | undefined
  for (const step of network.steps)
    if (step.status !== 'finished' && (!last || isLater(step, last, early))) last = step
  return last
}

function isLater(step: Step, than: Step, early: Spans): boolean {
  const days = lastDay(step, early) - lastDay(than, early)
  if (days !== 0) return days > 0
  const [isEnd, wasEnd] = [step, than].map(({ after }) => after.every(({ to }) => to.status === 'finished'))
  return isEnd === wasEnd ? step.node.id < than.node.id : isEnd === true
}

/** First and last day of a step in a pass. */
export const firstDay = (step: Step, spans: Spans): number => firstDayOf(step, spanOf(step, spans))
export const lastDay = (step: Step, spans: Spans): number => lastDayOf(step, spanOf(step, spans))

/** Back from a step along what it waits for longest, to a date or to what has happened. */
export function chainTo(step: Step, forecast: Forecast, calendar: ScheduleCalendar): Chain {
  const steps = [step]
  let at = step
  for (let link = linkInto(at, forecast); link; link = linkInto(at, forecast)) {
    if (link.from.status === 'finished')
      return { steps: steps.reverse(), since: anchor('finished', link.from, { forecast, calendar }) }
    at = link.from
    steps.push(at)
  }
  return { steps: steps.reverse(), since: sinceOf(at, forecast, calendar) }
}

function linkInto(step: Step, { drivers }: Forecast): Link | undefined {
  const driver = drivers[step.index]
  return typeof driver === 'object' ? driver : undefined
}

function sinceOf(step: Step, forecast: Forecast, calendar: ScheduleCalendar): Anchor {
  const { floor, drivers } = forecast
  const driver = drivers[step.index]
  if (driver === 'fixed') return anchor('fixed', step, { forecast, calendar })
  if (driver === 'happened') return anchor('under_way', step, { forecast, calendar })
  const isAllowed = driver === 'may_start' && floor.mayStart !== undefined
  return isAllowed
    ? { kind: 'may_start', date: calendar.dateOf(floor.mayStart) }
    : { kind: 'today', date: calendar.dateOf(floor.today) }
}

/** A fixed date and work under way are told by their start, what is finished by its finish. */
function anchor(
  kind: 'fixed' | 'under_way' | 'finished',
  step: Step,
  { forecast, calendar }: { readonly forecast: Forecast; readonly calendar: ScheduleCalendar },
): Anchor {
  const day = (kind === 'finished' ? lastDay : firstDay)(step, forecast.early)
  return { kind, node: step.node.id, date: calendar.dateOf(day) }
}
