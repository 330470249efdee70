import { chinaCalendar } from '#engine/calendar/china-calendar'
import { plainDate } from '#engine/period/plain-date'
import { computeSchedule } from '#engine/schedules/compute-schedule'
import type { Dependency, PlanNode, SchedulePlan } from '#engine/schedules/plan'
import { median } from '../compare'

const nodes = 2000
const lines = 40

/** Forty parallel lines of fifty nodes, in turn by working and by calendar days, each line tied to the one beside it. */
function largePlan(): SchedulePlan {
  const idOf = (index: number) => `n${index}`
  const all = Array.from({ length: nodes }, (_, index): PlanNode => ({
    id: idOf(index),
    name: idOf(index),
    duration: 1 + (index % 9),
    unit: index % 2 === 0 ? 'workday' : 'calendar_day',
    line: `line ${index % lines}`,
  }))
  const follows = (index: number, back: number): Dependency[] =>
    index < back ? [] : [{ before: idOf(index - back), after: idOf(index), kind: 'finish_start' }]
  return {
    nodes: all,
    dependencies: all.flatMap((_, index) => [
      ...follows(index, lines),
      ...(index % 7 === 0 ? follows(index, lines + 1) : []),
    ]),
    promised: plainDate(2028, 6, 30),
  }
}

/** Milliseconds to work out a plan of 2 000 nodes, back and forth, with critical path and slack; the middle of many. */
export function measureSchedule(rounds: number): { milliseconds: number } {
  const plan = largePlan()
  const reading = { today: plainDate(2026, 1, 5), calendar: chinaCalendar() }
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const since = performance.now()
    const schedule = computeSchedule(plan, reading)
    times.push(performance.now() - since)
    if (!schedule.ok || schedule.value.nodes.length !== nodes) throw new Error('the plan does not work out')
  }
  return { milliseconds: median(times) }
}
