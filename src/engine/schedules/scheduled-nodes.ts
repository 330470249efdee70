import { firstDay, lastDay, type Forecast } from '#engine/schedules/critical-path'
import type { Step } from '#engine/schedules/network'
import { backwardPass, heldBy, type Spans } from '#engine/schedules/passes'
import { nodeName } from '#engine/schedules/plan'
import { lastDayOf, latestSpan } from '#engine/schedules/place-step'
import type { ScheduledNode } from '#engine/schedules/schedule'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'

/** What the nodes are told from: both passes, the forecast finish (a day) and the critical path. */
export interface Told {
  readonly forecast: Forecast
  readonly late: Spans
  readonly finish: number
  readonly criticalPath: readonly Step[]
}

/** Every node with its dates, slack and whether it is critical, in the plan's order. */
export function scheduledNodes(told: Told, calendar: ScheduleCalendar): ScheduledNode[] {
  const { forecast, finish, criticalPath } = told
  const { network, early } = forecast
  // What a slip would move is asked of the forecast, not of the promise: with days to spare a plan still has a critical path.
  const tight = backwardPass(network, { horizon: { day: finish, keepsFixed: false }, early }, calendar)
  const onPath = new Set(criticalPath)
  return network.steps.map((step) => {
    const scheduled = dated(step, told, calendar)
    const { line, planned } = step.node
    if (line !== undefined) scheduled.line = line
    if (planned !== undefined) scheduled.planned = planned
    if (step.status === 'finished') return scheduled
    scheduled.isCritical = lastDay(step, tight) <= lastDay(step, early) || onPath.has(step)
    const { now, latest, free } = roomOf(step, told, calendar)
    scheduled.slack = calendar.between(now, latest)
    scheduled.freeSlack = calendar.between(now, free)
    return scheduled
  })
}

/** Filled in place: thousands of nodes merged from spread parts take ten times as long. */
type Filled = { -readonly [Key in keyof ScheduledNode]: ScheduledNode[Key] }

function dated(step: Step, { forecast, late }: Told, calendar: ScheduleCalendar): Filled {
  const { early } = forecast
  return {
    id: step.node.id,
    name: nodeName(step.node),
    status: step.status,
    unit: step.unit,
    duration: step.days,
    earliestStart: calendar.dateOf(firstDay(step, early)),
    earliestFinish: calendar.dateOf(lastDay(step, early)),
    latestStart: calendar.dateOf(firstDay(step, late)),
    latestFinish: calendar.dateOf(lastDay(step, late)),
    isCritical: false,
  }
}

/** Slack is measured at the finish. Free slack is never negative and never more than the slack there is. */
function roomOf(step: Step, { forecast, late }: Told, calendar: ScheduleCalendar) {
  const now = lastDay(step, forecast.early)
  const latest = lastDay(step, late)
  const free = Math.min(freeDay(step, forecast.early, calendar), latest)
  return { now, latest, free: Math.max(now, free) }
}

/** The last day on which a step may finish while all that waits for it stays where it is. */
function freeDay(step: Step, early: Spans, calendar: ScheduleCalendar): number {
  const by = heldBy(step, { spans: early, end: calendar.end }, calendar)
  if (step.status === 'not_started') return lastDayOf(step, latestSpan(step, by, calendar))
  // Under way only the end is left to move.
  return step.unit === 'workday' ? calendar.lastWorked(by.end) : by.end - 1
}
