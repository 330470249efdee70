import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chinaCalendarRows, CHINA_YEARS } from '#engine/calendar/china-calendar'
import { WorkCalendar } from '#engine/calendar/work-calendar'
import { computeSchedule } from '#engine/schedules/compute-schedule'
import type { Dependency, PlanNode, SchedulePlan } from '#engine/schedules/plan'
import type { Schedule } from '#engine/schedules/schedule'
import { CALENDAR, date, scheduled } from '#engine/schedules/testing/small-plan'

/*
 * A clerk with a wall calendar, who walks the days one by one. Days are numbered from 1 January 2024. Nothing is shared
 * with the engine but the list of holidays.
 */
const exceptions = new Map(chinaCalendarRows().map((row) => [row.date as string, row.kind]))
const dayText = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
const isWorked = (n: number) => {
  const kind = exceptions.get(dayText(n))
  return kind === undefined ? ![0, 6].includes(new Date(dayText(n)).getUTCDay()) : kind === 'makeup_workday'
}
const passes = (n: number, unit: string | undefined) => unit === 'calendar_day' || isWorked(n)

/** The days a node takes when its first day is n; none when n is a day off and it counts working days. */
function daysFrom(node: PlanNode, n: number): number[] {
  if (!passes(n, node.unit)) return []
  const days: number[] = []
  for (let at = n; days.length < Math.max(node.duration ?? 0, 1); at++)
    if (passes(at, node.unit)) days.push(at)
  return days
}

/** Where a node stands: its first and last day, and the moments before and after which others may stand. */
interface Place {
  readonly first: number
  readonly last: number
  /** Others wait for these: a milestone is over in no time, at the beginning or at the end of its day. */
  readonly begin: number
  readonly over: number
}

function placeOf(node: PlanNode, n: number, opens: boolean): Place | undefined {
  const days = daysFrom(node, n)
  const last = days.at(-1)
  if (last === undefined) return undefined
  if (node.duration !== 0) return { first: n, last, begin: n, over: last + 1 }
  const moment = opens ? n : n + 1
  return { first: n, last: n, begin: moment, over: moment }
}

/** True if so many days of the unit pass between two moments; for an overlap, if no more than so many are given up. */
function leaves(from: number, to: number, { lag = 0, lagUnit = 'workday' }: Dependency): boolean {
  const count = (a: number, b: number) => {
    let passed = 0
    for (let n = a; n < b; n++) if (passes(n, lagUnit)) passed++
    return passed
  }
  return to >= from ? count(from, to) >= lag : lag < 0 && count(to, from) <= -lag
}

const holds = (one: Dependency, before: Place, after: Place): boolean =>
  leaves(one.kind === 'finish_start' ? before.over : before.begin, after.begin, one)

/** A milestone that waits for the finish of nothing but such milestones. */
const opens = (plan: SchedulePlan, { id, duration }: PlanNode): boolean =>
  duration === 0 &&
  plan.dependencies
    .filter(({ after, kind }) => after === id && kind === 'finish_start')
    .every(({ before }) =>
      opens(
        plan,
        plan.nodes.find((one) => one.id === before)!,
      ),
    )

/** Forward: each node tries one day after the other. The nodes stand in an order in which they can be placed. */
function clerkForward(plan: SchedulePlan, today: number): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const node of plan.nodes) {
    const waits = plan.dependencies.filter(({ after }) => after === node.id)
    for (let n = today - 1; ; n++) {
      const place = placeOf(node, n, opens(plan, node))
      if (!place || place.first < today) continue
      if (waits.every((one) => holds(one, places.get(one.before)!, place))) {
        places.set(node.id, place)
        break
      }
    }
  }
  return places
}

/** Backward: each node tries one day before the other, from the promise. */
function clerkBackward(plan: SchedulePlan, promised: number): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const node of [...plan.nodes].reverse()) {
    const holdsUp = plan.dependencies.filter(({ before }) => before === node.id)
    for (let n = promised; ; n--) {
      const place = placeOf(node, n, opens(plan, node))
      if (!place || place.last > promised) continue
      if (holdsUp.every((one) => holds(one, place, places.get(one.after)!))) {
        places.set(node.id, place)
        break
      }
    }
  }
  return places
}

interface Shape {
  readonly units: readonly ('workday' | 'calendar_day')[]
  readonly lags: { readonly min: number; readonly max: number }
}

const MIXED: Shape = { units: ['workday', 'calendar_day'], lags: { min: -4, max: 5 } }
const names = 'ABCDEFGH'

/** Plans of up to eight nodes without circles: only earlier letters come before later ones. */
const plans = ({ units, lags }: Shape): fc.Arbitrary<SchedulePlan> =>
  fc
    .record({
      nodes: fc.array(
        fc.record({ duration: fc.integer({ min: 0, max: 9 }), unit: fc.constantFrom(...units) }),
        { minLength: 1, maxLength: names.length },
      ),
      links: fc.array(
        fc.record({
          pair: fc.tuple(fc.nat(names.length - 1), fc.nat(names.length - 1)),
          kind: fc.constantFrom('finish_start' as const, 'finish_start' as const, 'start_start' as const),
          lag: fc.oneof(fc.constant(0), fc.integer(lags)),
          lagUnit: fc.constantFrom(...units),
        }),
        { maxLength: 10 },
      ),
    })
    .map(({ nodes, links }) => ({
      nodes: nodes.map((one, index) => ({ ...one, id: names[index]!, name: names[index]! })),
      dependencies: links.flatMap(({ pair, ...rest }) => {
        const [a, b] = [Math.min(...pair), Math.max(...pair)]
        return a === b || b >= nodes.length ? [] : [{ before: names[a]!, after: names[b]!, ...rest }]
      }),
    }))

const days = fc.integer({ min: 5, max: 700 })
const later = fc.integer({ min: 0, max: 60 })
const at = (n: number) => date(dayText(n))
const read = (plan: SchedulePlan, today: number, calendar = CALENDAR): Schedule => {
  const result = computeSchedule(plan, { today: at(today), calendar })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const shownPlaces = (places: ReadonlyMap<string, Place>) =>
  Object.fromEntries(
    [...places].map(([id, { first, last }]) => [id, `${dayText(first)} ${dayText(last)}`]).sort(),
  )
const shownDates = ({ nodes }: Schedule, which: 'earliest' | 'latest') =>
  Object.fromEntries(
    nodes.map((one) => [one.id, `${one[`${which}Start`]} ${one[`${which}Finish`]}`] as const).sort(),
  )

describe('the dates agree with a clerk who walks the days one by one', () => {
  test('forward, for any durations, units, lags and overlaps', () => {
    fc.assert(
      fc.property(plans(MIXED), days, (plan, today) => {
        expect(shownDates(read(plan, today), 'earliest')).toEqual(shownPlaces(clerkForward(plan, today)))
      }),
      { numRuns: 400 },
    )
  })

  test('backward, from any promise', () => {
    fc.assert(
      fc.property(plans(MIXED), days, (plan, promised) => {
        const schedule = read({ ...plan, promised: at(promised) }, promised)
        expect(shownDates(schedule, 'latest')).toEqual(shownPlaces(clerkBackward(plan, promised)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('back, then forward', () => {
  test('begun on the earliest of the latest starts, no node is later than its latest dates', () => {
    fc.assert(
      fc.property(plans(MIXED), days, (plan, promised) => {
        const back = read({ ...plan, promised: at(promised) }, promised)
        const first = back.nodes.map(({ latestStart }) => latestStart).sort()[0]!
        const forward = scheduled({ ...plan, promised: at(promised) }, { today: first, calendar: CALENDAR })
        expect(forward.shortfalls).toEqual([])
        for (const one of forward.nodes) {
          expect(one.earliestFinish <= one.latestFinish).toBe(true)
          expect(one.slack!.calendarDays).toBeGreaterThanOrEqual(0)
          expect(one.freeSlack!.calendarDays).toBeLessThanOrEqual(one.slack!.calendarDays)
        }
      }),
    )
  })

  test.each(['workday', 'calendar_day'] as const)(
    'in a plan of one unit (%s) critical nodes get the same dates, and have the least slack',
    (unit) => {
      fc.assert(
        fc.property(
          plans({ units: [unit], lags: { min: -3, max: 4 } }),
          days,
          later,
          (plan, promised, spare) => {
            const back = read({ ...plan, promised: at(promised) }, promised)
            const first = back.nodes.map(({ latestStart }) => latestStart).sort()[0]!
            const tight = scheduled({ ...plan, promised: at(promised) }, { today: first, calendar: CALENDAR })
            const chosen = tight.nodes.filter(({ id }) => tight.criticalPath.includes(id))
            for (const one of chosen)
              expect([one.earliestStart, one.earliestFinish]).toEqual([one.latestStart, one.latestFinish])
            const eased = scheduled(
              { ...plan, promised: at(promised + spare) },
              { today: first, calendar: CALENDAR },
            )
            const slack = (id: string) => {
              const { workdays, calendarDays } = eased.nodes.find((one) => one.id === id)!.slack!
              return unit === 'workday' ? workdays : calendarDays
            }
            const least = Math.min(...eased.nodes.map(({ id }) => slack(id)))
            expect(eased.criticalPath.map(slack)).toEqual(eased.criticalPath.map(() => least))
          },
        ),
        { numRuns: 300 },
      )
    },
  )

  test('a plan is impossible exactly when some slack is negative, and the missing days are the negative slack', () => {
    fc.assert(
      fc.property(plans(MIXED), days, later, (plan, today, given) => {
        const schedule = read({ ...plan, promised: at(today + given) }, today)
        const least = Math.min(...schedule.nodes.map(({ slack }) => slack!.calendarDays))
        expect(schedule.shortfalls.length > 0).toBe(least < 0)
        const [shortfall] = schedule.shortfalls
        if (shortfall) expect(shortfall.missing.calendarDays).toBe(-schedule.spare!.calendarDays)
      }),
    )
  })
})

describe('with dates that are fixed', () => {
  const fixedPlans = fc
    .tuple(
      plans(MIXED),
      fc.array(fc.tuple(fc.nat(7), fc.boolean(), fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
    )
    .map(([plan, fixed]) => (today: number): SchedulePlan => ({
      ...plan,
      nodes: plan.nodes.map((one, index) => {
        const found = fixed.find(([which]) => which === index)
        if (!found) return one
        return { ...one, [found[1] ? 'fixedStart' : 'fixedFinish']: at(today + found[2]) }
      }),
    }))

  test('no node breaks a dependency, whatever becomes of the fixed dates; what is broken is told', () => {
    fc.assert(
      fc.property(fixedPlans, days, later, (build, today, given) => {
        const plan = { ...build(today), promised: at(today + given) }
        const schedule = read(plan, today)
        const number = (text: string) => Math.round((Date.parse(text) - Date.parse(dayText(0))) / 86_400_000)
        const places = new Map(
          schedule.nodes.map(({ id, earliestStart, earliestFinish }, index) => {
            const [first, last] = [number(earliestStart), number(earliestFinish)]
            const node = plan.nodes[index]!
            const moment = opens(plan, node) ? last : last + 1
            return [id, { first, last, begin: node.duration === 0 ? moment : first, over: moment }] as const
          }),
        )
        for (const one of plan.dependencies)
          expect(holds(one, places.get(one.before)!, places.get(one.after)!)).toBe(true)
        const least = Math.min(...schedule.nodes.map(({ slack }) => slack!.calendarDays))
        expect(schedule.shortfalls.length > 0).toBe(least < 0)
        for (const { against, node, due } of schedule.shortfalls)
          if (against === 'fixed') expect(places.get(node!)!.last >= number(due)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what must not matter, and what must only ever lengthen', () => {
  test('the order in which nodes and dependencies are written', () => {
    const shuffled = plans(MIXED).chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        nodes: fc.shuffledSubarray([...plan.nodes], { minLength: plan.nodes.length }),
        dependencies: fc.shuffledSubarray([...plan.dependencies], { minLength: plan.dependencies.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, days, later, ({ plan, nodes, dependencies }, today, given) => {
        const promised = at(today + given)
        const one = read({ ...plan, promised }, today)
        const other = read({ nodes, dependencies, promised }, today)
        const sorted = ({ nodes: all }: Schedule) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(sorted(other)).toEqual(sorted(one))
        expect(other.criticalPath).toEqual(one.criticalPath)
        expect(other.shortfalls).toEqual(one.shortfalls)
      }),
    )
  })

  /** The calendar with one more holiday. */
  const withHoliday = (n: number) => {
    const rows = chinaCalendarRows().filter((row) => row.date !== dayText(n))
    const built = WorkCalendar.of([...rows, { date: at(n), kind: 'holiday', name: '新增' }], CHINA_YEARS)
    if (!built.ok) throw new Error(built.error.message.en)
    return built.value
  }
  const neverShorter = (shape: Shape) =>
    fc.property(plans(shape), days, fc.integer({ min: -30, max: 30 }), (plan, today, off) => {
      const calendar = withHoliday(Math.max(0, today + off))
      expect(read(plan, today, calendar).finish >= read(plan, today).finish).toBe(true)
      const promised = { ...plan, promised: at(today) }
      const before = read(promised, today)
      for (const [index, one] of read(promised, today, calendar).nodes.entries())
        expect(one.latestStart <= before.nodes[index]!.latestStart).toBe(true)
    })

  test('a new holiday never shortens a plan, forward or backward', () => {
    fc.assert(neverShorter({ ...MIXED, lags: { min: 0, max: 5 } }), { numRuns: 150 })
  })

  test('nor one with overlaps, as long as it counts in one unit', () => {
    fc.assert(neverShorter({ units: ['workday'], lags: { min: -4, max: 5 } }), { numRuns: 150 })
  })

  test('a longer node never shortens a plan, a removed dependency never lengthens it', () => {
    fc.assert(
      fc.property(plans(MIXED), days, fc.nat(7), fc.nat(9), (plan, today, which, link) => {
        const before = read(plan, today).finish
        const nodes = plan.nodes.map((one, index) =>
          index === which && one.duration !== 0 ? { ...one, duration: (one.duration ?? 0) + 3 } : one,
        )
        expect(read({ ...plan, nodes }, today).finish >= before).toBe(true)
        const dependencies = plan.dependencies.filter((_, index) => index !== link)
        expect(read({ ...plan, dependencies }, today).finish <= before).toBe(true)
      }),
    )
  })
})
