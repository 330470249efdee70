import { chinaCalendar } from '#engine/calendar/china-calendar'
import { parsePlainDate, type PlainDate } from '#engine/period/plain-date'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import type { Dependency, PlanNode, SchedulePlan } from '#engine/schedules/plan'
import type { Schedule } from '#engine/schedules/schedule'

/** The calendar as shipped: 2004–2026. */
export const CALENDAR = chinaCalendar()

/** A date known to exist. */
export function date(text: string): PlainDate {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(parsed.error.message.en)
  return parsed.value
}

/** A reading on a day by the calendar as shipped. */
export const on = (today: string): ScheduleReading => ({ today: date(today), calendar: CALENDAR })

/** 'A 5' five working days, 'A 5c' five calendar days, 'A 0' a milestone. Its name is its id. */
export function node(spec: string, rest: Partial<PlanNode> = {}): PlanNode {
  const [id = '', days = ''] = spec.split(' ')
  const unit = days.endsWith('c') ? 'calendar_day' : 'workday'
  return { id, name: id, ...(days === '' ? {} : { duration: Number.parseInt(days, 10) }), unit, ...rest }
}

/** 'A>B' B after A; 'A>B+2' two working days between; 'A>B+2c' calendar days; 'A=B' B starts when A has started. */
export function dependency(spec: string): Dependency {
  const [, before = '', kind, after = '', lag, unit] =
    /^([^>=]+)([>=])([^+-]+)([+-]\d+)?(c)?$/.exec(spec) ?? []
  return {
    before,
    after,
    kind: kind === '=' ? 'start_start' : 'finish_start',
    ...(lag === undefined ? {} : { lag: Number(lag) }),
    ...(unit === undefined ? {} : { lagUnit: 'calendar_day' }),
  }
}

/** A plan of nodes and dependencies, given as specs. */
export function planOf(
  nodes: readonly (string | PlanNode)[],
  dependencies: readonly string[] = [],
  rest: Partial<SchedulePlan> = {},
): SchedulePlan {
  return {
    nodes: nodes.map((one) => (typeof one === 'string' ? node(one) : one)),
    dependencies: dependencies.map(dependency),
    ...rest,
  }
}

/** A schedule that must come out. */
export function scheduled(plan: SchedulePlan, reading: ScheduleReading): Schedule {
  const result = computeSchedule(plan, reading)
  if (!result.ok) throw new Error(result.error.map(({ says }) => says.en).join('; '))
  return result.value
}

/** Dates of each node as 'A 2026-01-05–2026-01-09 | 2026-01-12–2026-01-16': earliest and latest. */
export const datesOf = ({ nodes }: Schedule): string[] =>
  nodes.map(
    (each) =>
      `${each.id} ${each.earliestStart}–${each.earliestFinish} | ${each.latestStart}–${each.latestFinish}`,
  )
