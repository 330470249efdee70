import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PlainDate } from '#engine/period/plain-date'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import { planProblems } from '#engine/schedules/check-plan'
import { chainTo, lastDay, lastOpenStep, type Forecast } from '#engine/schedules/critical-path'
import { networkOf, type Network } from '#engine/schedules/network'
import { parallelLines } from '#engine/schedules/parallel-lines'
import { backwardPass, forwardPass, freeing, spanOf, type Floor, type Spans } from '#engine/schedules/passes'
import { DEFAULT_MONEY_UNIT, nodeName, type SchedulePlan } from '#engine/schedules/plan'
import type { Schedule } from '#engine/schedules/schedule'
import { ScheduleCalendar } from '#engine/schedules/schedule-calendar'
import { scheduleProblem, type ScheduleProblem } from '#engine/schedules/schedule-problem'
import { scheduledNodes } from '#engine/schedules/scheduled-nodes'
import { shortfalls } from '#engine/schedules/shortfall'

/** The day a plan is worked out on, and the calendar it is worked out by. */
export interface ScheduleReading {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
}

/**
 * Works a plan out: back from the promise (倒排工期) to the latest dates, forward from what happened and from today to
 * the earliest, and what lies between. Linear in nodes and dependencies. A plan that is wrong is refused with all its
 * problems; one that is only impossible is worked out and explained in `shortfalls`. Without a promise the latest dates
 * keep the forecast finish.
 */
export function computeSchedule(
  plan: SchedulePlan,
  { today, calendar: workCalendar }: ScheduleReading,
): Result<Schedule, readonly ScheduleProblem[]> {
  const problems = planProblems(plan, today)
  if (problems.length > 0) return fail(problems)
  const calendar = ScheduleCalendar.of(workCalendar)
  const network = networkOf(plan, calendar)
  if (!network.ok) return network
  const mayStart = plan.mayStart === undefined ? undefined : calendar.dayOf(plan.mayStart)
  const floor = { today: calendar.dayOf(today), mayStart }
  return worked(plan, { network: network.value, floor }, calendar)
}

function worked(
  plan: SchedulePlan,
  { network, floor }: { readonly network: Network; readonly floor: Floor },
  calendar: ScheduleCalendar,
): Result<Schedule, readonly ScheduleProblem[]> {
  const { spans: early, drivers } = forwardPass(network, floor, calendar)
  const tooLong = outOfReach(network, early, calendar)
  if (tooLong) return fail([tooLong])
  const finish = Math.max(...network.steps.map((step) => lastDay(step, early)))
  const promised = plan.promised === undefined ? undefined : calendar.dayOf(plan.promised)
  const horizon = { day: promised ?? finish, keepsFixed: true }
  const late = backwardPass(network, { horizon, early }, calendar)
  const tooEarly = outOfReach(network, late, calendar)
  if (tooEarly) return fail([tooEarly])
  const forecast = { network, floor, early, drivers }
  return ok(scheduleOf({ plan, forecast, late, finish, promised }, calendar))
}

/** Dates beyond the calendar are clamped to its ends: the first step that touches one is named. */
function outOfReach(
  { ordered }: Network,
  spans: Spans,
  calendar: ScheduleCalendar,
): ScheduleProblem | undefined {
  const outside = ordered.find((step) => {
    const { start, end } = spanOf(step, spans)
    return start <= 0 || end >= calendar.end
  })
  if (!outside) return undefined
  const { node } = outside
  return scheduleProblem('too_long', { nodes: [node.id], name: nodeName(node), value: node.id })
}

interface Worked {
  readonly plan: SchedulePlan
  readonly forecast: Forecast
  readonly late: Spans
  readonly finish: number
  readonly promised: number | undefined
}

function scheduleOf(
  { plan, forecast, late, finish, promised }: Worked,
  calendar: ScheduleCalendar,
): Schedule {
  const { network, early } = forecast
  const last = lastOpenStep(forecast)
  const criticalPath = last ? chainTo(last, forecast, calendar).steps : []
  const nodes = scheduledNodes({ forecast, late, finish, criticalPath }, calendar)
  const provisionalYears = touchedYears(
    network,
    { passes: [early, late], horizon: promised ?? finish },
    calendar,
  )
  return {
    nodes,
    start: nodes.map(({ earliestStart }) => earliestStart).reduce((a, b) => (a < b ? a : b)),
    finish: calendar.dateOf(finish),
    ...(promised === undefined
      ? {}
      : { promised: calendar.dateOf(promised), spare: calendar.between(finish, promised) }),
    criticalPath: criticalPath.map(({ node }) => node.id),
    lines: parallelLines(nodes),
    shortfalls: shortfalls({ forecast, late, promised }, calendar),
    outOfOrder: outOfOrder(network, early, calendar),
    provisionalYears,
    ...(provisionalYears.length > 0 ? { provisional: provisionalText(provisionalYears) } : {}),
    moneyUnit: plan.moneyUnit ?? DEFAULT_MONEY_UNIT,
  }
}

/** What is finished has its dates whatever the calendar says. */
function touchedYears(
  { steps }: Network,
  { passes, horizon }: { readonly passes: readonly Spans[]; readonly horizon: number },
  calendar: ScheduleCalendar,
): number[] {
  let first = horizon
  let last = horizon
  for (const spans of passes)
    for (const step of steps) {
      if (step.status === 'finished') continue
      const { start, end } = spanOf(step, spans)
      first = Math.min(first, start)
      last = Math.max(last, end - 1)
    }
  return calendar.uncoveredYears(first, last)
}

function outOfOrder(network: Network, early: Spans, calendar: ScheduleCalendar): Schedule['outOfOrder'] {
  const begun = network.steps.filter(({ status }) => status !== 'not_started')
  return begun.flatMap(({ before, index }) =>
    before
      .filter(
        (link) => calendar.ahead(freeing(link, early), link.lag, link.unit) > (early[index]?.start ?? 0),
      )
      .map(({ from, to }) => ({ before: from.node.id, after: to.node.id })),
  )
}

function provisionalText(years: readonly number[]): Text {
  const zh = `${years.join('、')}年的放假安排尚未导入，暂按周一至周五推算工作日，日期不是定数；导入国务院办公厅的通知后重新计算`
  const en = `No holiday notice is imported for ${years.join(', ')}: working days there are counted Monday to Friday for now, and the plan is worked out anew when the State Council's notice is imported`
  return text(zh, en)
}
