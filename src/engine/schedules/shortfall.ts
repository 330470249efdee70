import { formatPeriod } from '#engine/period/format-period'
import { period } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import { text, type Text } from '#engine/result/result'
import {
  chainTo,
  firstDay,
  lastDay,
  lastOpenStep,
  type Chain,
  type Forecast,
} from '#engine/schedules/critical-path'
import type { Step } from '#engine/schedules/network'
import type { Spans } from '#engine/schedules/passes'
import { nodeName } from '#engine/schedules/plan'
import type { DayCount, Shortfall } from '#engine/schedules/schedule'
import type { ScheduleCalendar } from '#engine/schedules/schedule-calendar'

/** What shortfalls are read from: the forecast, the latest places, and the promised day. */
export interface Judged {
  readonly forecast: Forecast
  readonly late: Spans
  readonly promised: number | undefined
}

/**
 * Every date that cannot be kept, the promise first, each with the chain that needs the days. Empty when the plan is
 * possible, and when nothing is open any more.
 */
export function shortfalls(judged: Judged, calendar: ScheduleCalendar): Shortfall[] {
  const { forecast, promised } = judged
  const last = lastOpenStep(forecast)
  const broken = forecast.network.ordered.flatMap((step) => brokenDate(step, forecast.early) ?? [])
  const isLate =
    last !== undefined && promised !== undefined && dayOf(last, forecast.early, 'last') > promised
  const all: Broken[] = isLate
    ? [{ step: last, against: 'promised', due: promised, end: 'last' }, ...broken]
    : broken
  return all.map((one) => shortfallOf(one, judged, calendar))
}

interface Broken {
  readonly step: Step
  readonly against: Shortfall['against']
  readonly due: number
  /** Which end of the step is measured against the due day. */
  readonly end: 'first' | 'last'
}

function brokenDate(step: Step, early: Spans): Broken | undefined {
  const { status, fixedStart, fixedFinish } = step
  if (status === 'finished') return undefined
  if (fixedFinish !== undefined && dayOf(step, early, 'last') > fixedFinish)
    return { step, against: 'fixed', due: fixedFinish, end: 'last' }
  const isLate =
    status === 'not_started' && fixedStart !== undefined && dayOf(step, early, 'first') > fixedStart
  return isLate ? { step, against: 'fixed', due: fixedStart, end: 'first' } : undefined
}

const dayOf = (step: Step, spans: Spans, end: 'first' | 'last'): number =>
  (end === 'first' ? firstDay : lastDay)(step, spans)

function shortfallOf(
  { step, against, due, end }: Broken,
  judged: Judged,
  calendar: ScheduleCalendar,
): Shortfall {
  const { forecast, late } = judged
  const chain = chainTo(step, forecast, calendar)
  const first = chain.steps[0] ?? step
  const day = dayOf(step, forecast.early, end)
  const shortfall = {
    against,
    ...(against === 'fixed' ? { node: step.node.id } : {}),
    due: calendar.dateOf(due),
    forecast: calendar.dateOf(day),
    missing: calendar.between(due, day),
    chain: chain.steps.map(({ node }) => node.id),
    since: chain.since,
    ...(first.status === 'not_started' ? { latestStart: calendar.dateOf(dayOf(first, late, 'first')) } : {}),
  }
  return { ...shortfall, says: sentence(shortfall, chain, step) }
}

function sentence(shortfall: Omit<Shortfall, 'says'>, chain: Chain, step: Step): Text {
  const { against, missing, due, forecast } = shortfall
  const name = nodeName(step.node)
  const what =
    against === 'promised'
      ? text(`按承诺的${dateText(due).zh}完成`, `To keep the promised ${dateText(due).en}`)
      : text(
          `“${name.zh}”要在固定的${dateText(due).zh}`,
          `To keep “${name.en}” on its fixed ${dateText(due).en}`,
        )
  const days = missingText(missing, chain)
  const names = chainText(chain)
  return text(
    `${what.zh}，还差${days.zh}：${names.zh}；照此最早${dateText(forecast).zh}`,
    `${what.en}, the plan needs ${days.en} more than there are; the chain is ${names.en}; as it stands, ${dateText(forecast).en} at the earliest`,
  )
}

/** A chain in calendar days alone is told in these; any other in working days with the calendar days beside them. */
function missingText({ workdays, calendarDays }: DayCount, { steps }: Chain): Text {
  const isCalendar = steps.every(({ unit }) => unit === 'calendar_day')
  if (isCalendar || workdays === 0) return text(`${calendarDays}天`, dayWords(calendarDays, 'day'))
  return text(
    `${workdays}个工作日（${calendarDays}天）`,
    `${dayWords(workdays, 'working day')} (${dayWords(calendarDays, 'day')})`,
  )
}

const dayWords = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** A chain longer than this is shown by its ends; the ids are all in `chain`. */
const MOST_NAMES = 12

function chainText({ steps }: Chain): Text {
  const names = steps.map(({ node }) => nodeName(node))
  const half = MOST_NAMES / 2
  const shown =
    names.length <= MOST_NAMES ? names : [...names.slice(0, half), text('…', '…'), ...names.slice(-half)]
  return text(shown.map(({ zh }) => zh).join(' → '), shown.map(({ en }) => en).join(' → '))
}

/** A day in words: 2026年6月30日, 30 Jun 2026. */
export const dateText = (date: PlainDate): Text => formatPeriod(period(date))
