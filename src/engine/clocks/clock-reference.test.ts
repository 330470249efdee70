import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { chinaCalendar, chinaCalendarRows } from '#engine/calendar/china-calendar'
import { beijingTime } from '#engine/calendar/beijing-time'
import type { ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockEvent } from '#engine/clocks/clock-event'
import { foldClock, type ClockState } from '#engine/clocks/fold-clock'
import { keepClock, keptLamp } from '#engine/clocks/kept-clock'

/*
 * A clerk with a wall calendar, who walks the days one by one. Days are numbered from 1 January 2024. Nothing is shared
 * with the engine but the list of holidays.
 */
const exceptions = new Map(chinaCalendarRows().map(({ date, kind }) => [date as string, kind]))
const dayText = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
const isWorked = (n: number) => {
  const kind = exceptions.get(dayText(n))
  return kind === undefined ? ![0, 6].includes(new Date(dayText(n)).getUTCDay()) : kind === 'makeup_workday'
}

interface Step {
  readonly verb: ClockEvent['do']
  readonly n: number
  readonly hour: number
  readonly by: number
}

interface Case {
  readonly plan: readonly Step[]
  readonly definition: ClockDefinition
  readonly today: number
}

/** The first day that may be counted. The cut-off is five; a step at 18 is late. */
function firstDay({ plan, definition }: Case): number {
  let day = plan[0]!.n + (plan[0]!.hour > 17 ? 1 : 0)
  while (definition.unit === 'workday' && !isWorked(day)) day++
  return definition.startRule === 'next_day' ? day + 1 : day
}

/** The days the clock counts, as things stand today: what lies in the future is not known to the clerk. */
function* countedDays(given: Case): Generator<number> {
  const begins = firstDay(given)
  let running = false
  for (let n = given.plan[0]!.n; n < given.plan[0]!.n + 400; n++) {
    for (const { verb } of given.plan.filter((step) => step.n === n && n <= given.today)) {
      if (verb === 'start' || verb === 'resume') running = true
      if (verb === 'pause') running = false
    }
    if (running && n >= begins && (given.definition.unit === 'calendar_day' || isWorked(n))) yield n
  }
}

function clerk(given: Case): { elapsed: number; due: string | undefined; isLate: boolean } {
  const known = given.plan.filter(({ n }) => n <= given.today)
  const end = known.find(({ verb }) => verb === 'stop')?.n ?? given.today
  const limit = given.definition.limit + known.reduce((sum, { by }) => sum + by, 0)
  const days = [...countedDays(given)]
  const due = days[limit - 1]
  return {
    elapsed: days.filter((n) => n <= end).length,
    due: due === undefined ? undefined : dayText(due),
    isLate: due !== undefined && end > due,
  }
}

const calendar = chinaCalendar()
const at = (n: number, hour: number) => `${dayText(n)}T${String(hour).padStart(2, '0')}:00:00+08:00`
const eventOf = ({ verb, n, hour, by }: Step) =>
  ({ do: verb, at: at(n, hour), by, reason: '检验', approvedBy: '局长' }) as ClockEvent

function engine({ plan, definition, today }: Case): ClockState {
  const now = beijingTime(at(today, 23))
  const state = now.ok && foldClock(definition, plan.map(eventOf), { now: now.value, calendar })
  if (!state || !state.ok) throw new Error(JSON.stringify(state))
  return state.value
}

const plans = fc
  .record({
    first: fc.integer({ min: 0, max: 400 }),
    hour: fc.constantFrom(9, 18),
    gaps: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 7 }),
    extendAt: fc.option(fc.integer({ min: 0, max: 8 })),
    by: fc.integer({ min: 1, max: 10 }),
    stops: fc.boolean(),
  })
  .map(({ first, hour, gaps, extendAt, by, stops }) => {
    const plan: Step[] = [{ verb: 'start', n: first, hour, by: 0 }]
    let n = first
    for (const [index, gap] of gaps.entries()) {
      n += gap
      if (index === extendAt) plan.push({ verb: 'extend', n, hour: 20, by })
      plan.push({ verb: index % 2 === 0 ? 'pause' : 'resume', n, hour: 20, by: 0 })
    }
    if (stops) plan.push({ verb: 'stop', n: n + 3, hour: 20, by: 0 })
    return plan
  })

const definitions: fc.Arbitrary<ClockDefinition> = fc.record({
  unit: fc.constantFrom('workday', 'calendar_day'),
  limit: fc.integer({ min: 1, max: 30 }),
  startRule: fc.constantFrom('next_day', 'same_day'),
  cutOffHour: fc.constant(17),
  maxExtensions: fc.constant(1),
})

const cases: fc.Arbitrary<Case> = fc
  .record({ plan: plans, definition: definitions, later: fc.integer({ min: 0, max: 80 }) })
  .map(({ plan, definition, later }) => ({ plan, definition, today: plan[0]!.n + later }))

describe('counting agrees with a clerk who walks the days one by one', () => {
  test('for any start, pauses, extension and stop, read on any day', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { elapsed, due, lamp } = engine(given)
        expect({ elapsed, due, isLate: lamp === 'late' }).toEqual(clerk(given))
      }),
      { numRuns: 500 },
    )
  })

  test('the lamp only ever gets worse while a clock runs untouched', () => {
    const order = ['on_track', 'watch', 'late', 'overdue_statutory']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), definitions, (first, definition) => {
        const plan: Step[] = [{ verb: 'start', n: first, hour: 9, by: 0 }]
        const strict = { ...definition, statutoryLimit: definition.limit + 5 }
        const lamps = Array.from({ length: 70 }, (_, later) => {
          const { lamp } = engine({ plan, definition: strict, today: first + later })
          return order.indexOf(lamp)
        })
        expect(lamps).toEqual([...lamps].sort((a, b) => a - b))
        expect(lamps.at(-1)).toBe(3)
      }),
      { numRuns: 30 },
    )
  })

  test('what a row keeps tells the same lamp at any later moment, without reading the history', () => {
    fc.assert(
      fc.property(cases, ({ plan, definition, today }) => {
        const strict = { ...definition, statutoryLimit: definition.limit + 3 }
        const events = plan.map(eventOf)
        const moment = (n: number) => {
          const read = beijingTime(at(n, 23))
          if (!read.ok) throw new Error(String(n))
          return read.value
        }
        const last = plan.at(-1)!.n
        const kept = keepClock({ definition: strict, events }, { now: moment(last), calendar })
        const later = Math.max(today, last)
        const state = foldClock(strict, events, { now: moment(later), calendar })
        if (!kept.ok || !state.ok) throw new Error(JSON.stringify([kept, state]))
        const now = new Date(at(later, 23)).toISOString().replace('.000Z', 'Z')
        expect(keptLamp(kept.value, now)).toBe(state.value.lamp)
      }),
      { numRuns: 500 },
    )
  })

  test('the moment it turns yellow is the first in which the lamp says so', () => {
    const order = ['on_track', 'watch', 'late', 'overdue_statutory']
    fc.assert(
      fc.property(cases, ({ plan, definition, today }) => {
        const running = plan.filter(({ verb }) => verb !== 'stop')
        const last = { plan: running, definition, today: Math.max(today, running.at(-1)!.n) }
        const { watchAt, status, lamp } = engine(last)
        fc.pre(status === 'running')
        const read = (now: string) => {
          const moment = beijingTime(now)
          if (!moment.ok) throw new Error(now)
          const state = foldClock(definition, running.map(eventOf), { now: moment.value, calendar })
          return state.ok ? order.indexOf(state.value.lamp) : -1
        }
        expect(order.indexOf(lamp) > 0).toBe(watchAt !== undefined && watchAt <= at(last.today, 23))
        const isLater = watchAt !== undefined && watchAt > at(last.today, 23)
        if (isLater) expect(read(watchAt)).toBe(1)
        const day = Math.round((Date.parse(watchAt ?? at(0, 0)) - Date.parse(at(0, 0))) / 86_400_000)
        if (isLater && day - 1 > last.today) expect(read(at(day - 1, 23))).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
