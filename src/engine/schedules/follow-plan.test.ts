import { describe, expect, test } from 'vitest'
import { date, datesOf, node, on, planOf, scheduled } from '#engine/schedules/testing/small-plan'
import type { NodeActual } from '#engine/schedules/plan'

/** Ten working days from Monday 2 March 2026, then B of five; read on Thursday 12 March (day 9 of A). */
const follow = (actual: NodeActual, today = '2026-03-12') =>
  scheduled(planOf([node('A 10', { actual }), 'B 5'], ['A>B'], { promised: date('2026-03-20') }), on(today))

const finishOf = (actual: NodeActual, today?: string) => follow(actual, today).nodes[0]?.earliestFinish

describe('what is under way', () => {
  const start = date('2026-03-02')
  const cases: [what: string, actual: NodeActual, today: string, finish: string][] = [
    ['only begun: the planned days count from the real start', { start }, '2026-03-12', '2026-03-13'],
    ['begun two days late', { start: date('2026-03-04') }, '2026-03-12', '2026-03-17'],
    ['30 % left of ten days is three days from today', { start, percent: 70 }, '2026-03-12', '2026-03-16'],
    [
      '58.6 % done of ten days leaves five, today counted',
      { start, percent: 58.6 },
      '2026-03-12',
      '2026-03-18',
    ],
    ['nothing done after nine days', { start, percent: 0 }, '2026-03-12', '2026-03-25'],
    [
      'days left as reported go before the percentage',
      { start, percent: 10, remaining: 1 },
      '2026-03-12',
      '2026-03-12',
    ],
    ['all done but not finished: today at the earliest', { start, percent: 100 }, '2026-03-12', '2026-03-12'],
    ['long over its days and still open: today at the earliest', { start }, '2026-04-08', '2026-04-08'],
    ['read on a Sunday, the rest begins on Monday', { start, remaining: 2 }, '2026-03-15', '2026-03-17'],
    ['begun on a Saturday, which counts', { start: date('2026-03-07') }, '2026-03-12', '2026-03-19'],
  ]
  test.each(cases)('%s', (_, actual, today, finish) => {
    expect(finishOf(actual, today)).toBe(finish)
  })

  test('no binary fraction makes a day more of it: 34.6 % of 500 days leave 327', () => {
    const done = planOf([node('A 500', { actual: { start, percent: 34.6 } })])
    const counted = planOf([node('A 500', { actual: { start, remaining: 327 } })])
    expect(datesOf(scheduled(done, on('2026-03-12')))).toEqual(datesOf(scheduled(counted, on('2026-03-12'))))
  })

  test('a fixed finish later than the rest needs still holds; an earlier one is told as broken', () => {
    const fixed = (finish: string) =>
      scheduled(
        planOf([node('A 10', { fixedFinish: date(finish), actual: { start, remaining: 2 } })], [], {
          promised: date('2026-04-30'),
        }),
        on('2026-03-12'),
      )
    expect(fixed('2026-03-20').nodes[0]).toMatchObject({
      earliestFinish: '2026-03-20',
      latestFinish: '2026-03-20',
    })
    expect(fixed('2026-03-12').shortfalls).toMatchObject([
      {
        against: 'fixed',
        node: 'A',
        forecast: '2026-03-13',
        missing: { workdays: 1 },
        since: { kind: 'under_way' },
      },
    ])
  })

  test('begun after its fixed start it is late as a fact, not a shortfall', () => {
    const plan = planOf([node('A 10', { fixedStart: date('2026-02-27'), actual: { start } })])
    expect(scheduled(plan, on('2026-03-12')).shortfalls).toEqual([])
  })

  test('its free slack ends on the last working day before what follows', () => {
    // A ends on Friday 13 March, B begins on Monday 16.
    const { nodes } = scheduled(
      planOf([node('A 10', { actual: { start } }), 'B 5'], ['A>B'], { promised: date('2026-04-30') }),
      on('2026-03-12'),
    )
    expect(nodes[0]).toMatchObject({
      earliestFinish: '2026-03-13',
      freeSlack: { workdays: 0, calendarDays: 0 },
    })
  })

  test('its slack is what is left until the promise, measured at its finish', () => {
    const { nodes, criticalPath } = follow({ start, percent: 70 })
    expect(nodes[0]).toMatchObject({
      status: 'under_way',
      earliestStart: '2026-03-02',
      latestStart: '2026-03-02',
      latestFinish: '2026-03-13',
      slack: { workdays: -1, calendarDays: -3 },
    })
    expect(criticalPath).toEqual(['A', 'B'])
  })
})

describe('what is finished', () => {
  const done = { start: date('2026-03-02'), finish: date('2026-03-06') }

  test('stands as it happened, and frees what follows: not before today', () => {
    const schedule = follow(done)
    expect(datesOf(schedule)).toEqual([
      'A 2026-03-02–2026-03-06 | 2026-03-02–2026-03-06',
      'B 2026-03-12–2026-03-18 | 2026-03-16–2026-03-20',
    ])
    expect(schedule.nodes[0]).toMatchObject({ status: 'finished', isCritical: false })
    expect(schedule.nodes[0]?.slack).toBeUndefined()
    expect(schedule.criticalPath).toEqual(['B'])
  })

  test('a lag after it still runs', () => {
    const plan = planOf([node('A 5', { actual: done }), 'B 5'], ['A>B+10c'])
    // Ten calendar days after Friday 6 March: 7 to 16; B begins on Tuesday 17.
    expect(scheduled(plan, on('2026-03-12')).nodes[1]?.earliestStart).toBe('2026-03-17')
  })

  test('a milestone needs one date', () => {
    const plan = planOf([node('M 0', { actual: { start: date('2026-03-06') } })])
    expect(scheduled(plan, on('2026-03-12')).nodes[0]).toMatchObject({
      status: 'finished',
      earliestFinish: '2026-03-06',
    })
  })

  test('all finished: no critical path, nothing short, the finish is the last real one', () => {
    const schedule = scheduled(
      planOf([node('A 5', { actual: done })], [], { promised: date('2026-03-04') }),
      on('2026-03-12'),
    )
    expect(schedule).toMatchObject({ finish: '2026-03-06', criticalPath: [], shortfalls: [] })
    expect(schedule.spare).toEqual({ workdays: -2, calendarDays: -2 })
  })

  test('what was finished after its fixed date needs no days any more', () => {
    const plan = planOf([node('A 5', { fixedFinish: date('2026-03-04'), actual: done }), 'B 1'])
    expect(scheduled(plan, on('2026-03-12')).shortfalls).toEqual([])
  })

  test('dates long past are certain without a calendar of their years', () => {
    const old = { start: date('1999-03-01'), finish: date('1999-03-31') }
    expect(
      scheduled(planOf([node('A 5', { actual: old }), 'B 1']), on('2026-03-12')).provisionalYears,
    ).toEqual([])
  })
})

test('a start before its turn is told, and the forecast goes on from what is', () => {
  const plan = planOf([node('A 10'), node('B 5', { actual: { start: date('2026-03-10') } })], ['A>B'], {
    promised: date('2026-04-30'),
  })
  const schedule = scheduled(plan, on('2026-03-12'))
  expect(schedule.outOfOrder).toEqual([{ before: 'A', after: 'B' }])
  // What has begun waits no more: A has the whole plan's time.
  expect(schedule.nodes[0]).toMatchObject({ latestFinish: '2026-04-30' })
  expect(schedule.nodes[1]?.earliestFinish).toBe('2026-03-16')
})

describe('an impossible plan is explained', () => {
  const plan = planOf(
    [
      node('A 40', { name: { zh: '土建', en: 'Civil works' } }),
      node('B 20', { name: { zh: '安装', en: 'Fitting out' } }),
      node('C 0', { name: { zh: '验收', en: 'Acceptance' } }),
      node('D 5', { name: { zh: '绿化', en: 'Planting' } }),
    ],
    ['A>B', 'B>C', 'D>C'],
    { promised: date('2026-04-17') },
  )

  test('the days missing, the chain that needs them, and when it should have begun', () => {
    const schedule = scheduled(plan, on('2026-03-02'))
    expect(schedule.shortfalls).toHaveLength(1)
    expect(schedule.shortfalls[0]).toMatchObject({
      against: 'promised',
      due: '2026-04-17',
      forecast: '2026-05-27',
      missing: { workdays: 26, calendarDays: 40 },
      chain: ['A', 'B', 'C'],
      since: { kind: 'today', date: '2026-03-02' },
      latestStart: '2026-01-19',
    })
    expect(schedule.shortfalls[0]?.says).toEqual({
      zh: '按承诺的2026年4月17日完成，还差26个工作日（40天）：土建 → 安装 → 验收；照此最早2026年5月27日',
      en: 'To keep the promised 17 Apr 2026, the plan needs 26 working days (40 days) more than there are; the chain is Civil works → Fitting out → Acceptance; as it stands, 27 May 2026 at the earliest',
    })
  })

  test('a running plan whose promise has passed is worked out, not refused', () => {
    const begun = {
      ...plan,
      nodes: plan.nodes.map((one) =>
        one.id === 'A' ? { ...one, actual: { start: date('2026-01-05'), percent: 50 } } : one,
      ),
    }
    const [shortfall] = scheduled({ ...begun, promised: date('2026-02-27') }, on('2026-03-02')).shortfalls
    expect(shortfall).toMatchObject({
      since: { kind: 'under_way', node: 'A', date: '2026-01-05' },
      chain: ['A', 'B', 'C'],
    })
    expect(shortfall?.latestStart).toBeUndefined()
  })

  test('a fixed date that what stands before it cannot keep', () => {
    const fixed = planOf(['A 10', node('B 1', { fixedStart: date('2026-03-10') })], ['A>B'])
    const schedule = scheduled(fixed, on('2026-03-02'))
    expect(schedule.shortfalls).toMatchObject([
      {
        against: 'fixed',
        node: 'B',
        due: '2026-03-10',
        forecast: '2026-03-16',
        missing: { workdays: 4 },
        chain: ['A', 'B'],
      },
    ])
    expect(schedule.shortfalls[0]?.says.zh).toBe(
      '“B”要在固定的2026年3月10日，还差4个工作日（6天）：A → B；照此最早2026年3月16日',
    )
    // The dependency is kept and the fixed date passed, so that the forecast can happen.
    expect(schedule.nodes[1]).toMatchObject({ earliestStart: '2026-03-16', slack: { workdays: -4 } })
  })

  test('too little time between a fixed date and the promise: the chain begins with the fixed date', () => {
    const fixed = planOf([node('A 1', { fixedStart: date('2026-03-10') }), 'B 10'], ['A>B'], {
      promised: date('2026-03-20'),
    })
    expect(scheduled(fixed, on('2026-03-02')).shortfalls).toMatchObject([
      {
        against: 'promised',
        chain: ['A', 'B'],
        since: { kind: 'fixed', node: 'A', date: '2026-03-10' },
        missing: { workdays: 2 },
      },
    ])
  })

  test('a chain that may not begin before a day says so', () => {
    const plan = planOf(['A 10'], [], { mayStart: date('2026-03-09'), promised: date('2026-03-18') })
    expect(scheduled(plan, on('2026-03-02')).shortfalls).toMatchObject([
      { since: { kind: 'may_start', date: '2026-03-09' }, missing: { workdays: 2 } },
    ])
  })

  test('days of the calendar are told as days; a chain from what is finished says so', () => {
    const days = planOf(
      [node('A 5', { actual: { start: date('2026-02-24'), finish: date('2026-02-28') } }), 'B 30c'],
      ['A>B+10c'],
      { promised: date('2026-04-01') },
    )
    const [shortfall] = scheduled(days, on('2026-03-02')).shortfalls
    expect(shortfall).toMatchObject({
      since: { kind: 'finished', node: 'A', date: '2026-02-28' },
      chain: ['B'],
      missing: { calendarDays: 8 },
    })
    expect(shortfall?.says.en).toContain('the plan needs 8 days more than there are')
  })

  test('where only days off are missing they are told as days', () => {
    const weekend = planOf(['A 4', 'B 3c'], ['A>B'], { promised: date('2026-03-06') })
    const [shortfall] = scheduled(weekend, on('2026-03-02')).shortfalls
    expect(shortfall).toMatchObject({ forecast: '2026-03-08', missing: { workdays: 0, calendarDays: 2 } })
    expect(shortfall?.says.zh).toContain('还差2天')
  })

  test('a long chain is shown by its ends', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => node(`N${index} 5`))
    const chain = Array.from({ length: 29 }, (_, index) => `N${index}>N${index + 1}`)
    const [shortfall] = scheduled(
      planOf(nodes, chain, { promised: date('2026-04-01') }),
      on('2026-03-02'),
    ).shortfalls
    expect(shortfall?.chain).toHaveLength(30)
    expect(shortfall?.says.zh).toContain('N0 → N1 → N2 → N3 → N4 → N5 → … → N24 →')
  })
})
