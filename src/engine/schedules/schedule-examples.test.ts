import { describe, expect, test } from 'vitest'
import { chinaCalendarRows, CHINA_YEARS } from '#engine/calendar/china-calendar'
import { WorkCalendar } from '#engine/calendar/work-calendar'
import { date, datesOf, node, on, planOf, scheduled } from '#engine/schedules/testing/small-plan'

/** What each node is forecast to take, as 'A 02-10–02-14' within one year. */
const forecast = (...given: Parameters<typeof scheduled>) =>
  scheduled(...given).nodes.map(
    ({ id, earliestStart, earliestFinish }) => `${id} ${earliestStart.slice(5)}–${earliestFinish.slice(5)}`,
  )

const limits = (...given: Parameters<typeof scheduled>) =>
  scheduled(...given).nodes.map(
    ({ id, latestStart, latestFinish }) => `${id} ${latestStart.slice(5)}–${latestFinish.slice(5)}`,
  )

describe('forward from a day, by the real calendar', () => {
  const examples: [what: string, from: string, nodes: string[], dependencies: string[], dates: string[]][] = [
    [
      '2026: five working days from Tuesday 10 February end on Saturday 14 (make-up); the next begins after the festival',
      '2026-02-10',
      ['A 5', 'B 1'],
      ['A>B'],
      ['A 02-10–02-14', 'B 02-24–02-24'],
    ],
    [
      '2022: after National Day Saturday 8 and Sunday 9 October are worked',
      '2022-09-26',
      ['A 5', 'B 3'],
      ['A>B'],
      ['A 09-26–09-30', 'B 10-08–10-10'],
    ],
    [
      '2025: Sunday 27 April is worked, 1 to 5 May are not',
      '2025-04-25',
      ['A 4', 'B 2'],
      ['A>B'],
      ['A 04-25–04-29', 'B 04-30–05-06'],
    ],
    [
      'calendar days run through holidays, and a working node waits for the next working day',
      '2025-09-30',
      ['A 1', 'B 7c', 'C 1'],
      ['A>B', 'B>C'],
      ['A 09-30–09-30', 'B 10-01–10-07', 'C 10-09–10-09'],
    ],
    [
      'a lag of seven calendar days (curing) ends within the holidays',
      '2025-09-30',
      ['A 1', 'B 1'],
      ['A>B+7c'],
      ['A 09-30–09-30', 'B 10-09–10-09'],
    ],
    [
      'two working days between: Friday 16 and Monday 19 January 2026 pass',
      '2026-01-15',
      ['A 1', 'B 1'],
      ['A>B+2'],
      ['A 01-15–01-15', 'B 01-20–01-20'],
    ],
    [
      'an overlap of two working days begins on the first of the last two days',
      '2026-01-12',
      ['A 5', 'B 3'],
      ['A>B-2'],
      ['A 01-12–01-16', 'B 01-15–01-19'],
    ],
    [
      'start to start: on the same day, or three working days later',
      '2026-01-12',
      ['A 10', 'B 2', 'C 2'],
      ['A=B', 'A=C+3'],
      ['A 01-12–01-23', 'B 01-12–01-13', 'C 01-15–01-16'],
    ],
    [
      'a milestone after work is reached on its last day; what follows begins on the next working day',
      '2026-01-12',
      ['A 5', 'M 0', 'B 1'],
      ['A>M', 'M>B'],
      ['A 01-12–01-16', 'M 01-16–01-16', 'B 01-19–01-19'],
    ],
    [
      'a milestone that waits for nothing opens its day; what follows begins on that day',
      '2026-01-12',
      ['M 0', 'B 1'],
      ['M>B'],
      ['M 01-12–01-12', 'B 01-12–01-12'],
    ],
    [
      'a milestone after an opening one opens its day too: nothing of the day is used up',
      '2026-01-12',
      ['M 0', 'N 0', 'B 1'],
      ['M>N', 'N>B'],
      ['M 01-12–01-12', 'N 01-12–01-12', 'B 01-12–01-12'],
    ],
    [
      'a milestone in working days falls on one, in calendar days on any: B ends on Sunday 18 January',
      '2026-01-12',
      ['B 7c', 'M 0', 'N 0c'],
      ['B>M', 'B>N'],
      ['B 01-12–01-18', 'M 01-19–01-19', 'N 01-18–01-18'],
    ],
    [
      'the later of two lines decides when they join',
      '2026-01-12',
      ['A 3', 'B 8', 'C 2'],
      ['A>C', 'B>C'],
      ['A 01-12–01-14', 'B 01-12–01-21', 'C 01-22–01-23'],
    ],
  ]
  test.each(examples)('%s', (_, from, nodes, dependencies, dates) => {
    expect(forecast(planOf(nodes, dependencies), on(from))).toEqual(dates)
  })

  test('nothing begins before the allowed start, nor before today', () => {
    expect(forecast(planOf(['A 1'], [], { mayStart: date('2026-03-02') }), on('2026-01-12'))).toEqual([
      'A 03-02–03-02',
    ])
    expect(forecast(planOf(['A 1'], [], { mayStart: date('2025-12-01') }), on('2026-01-12'))).toEqual([
      'A 01-12–01-12',
    ])
  })
})

describe('back from the promise (倒排工期)', () => {
  const examples: [
    what: string,
    promised: string,
    nodes: string[],
    dependencies: string[],
    dates: string[],
  ][] = [
    [
      '2026: back from Saturday 28 February (make-up) over the festival to Saturday 14 (make-up)',
      '2026-02-28',
      ['A 1', 'B 2', 'C 3'],
      ['A>B', 'B>C'],
      ['A 02-14–02-14', 'B 02-24–02-25', 'C 02-26–02-28'],
    ],
    [
      '2022: promised within National Day, working nodes are done on 30 September, calendar days use the holidays',
      '2022-10-05',
      ['A 2', 'B 2c'],
      [],
      ['A 09-29–09-30', 'B 10-04–10-05'],
    ],
    [
      'a curing of seven calendar days before B on 9 October 2025',
      '2025-10-09',
      ['A 1', 'B 1'],
      ['A>B+7c'],
      ['A 09-30–09-30', 'B 10-09–10-09'],
    ],
    [
      'a milestone may be reached as late as the day before what follows',
      '2026-01-23',
      ['A 5', 'M 0', 'B 1'],
      ['A>M', 'M>B'],
      ['A 01-16–01-22', 'M 01-22–01-22', 'B 01-23–01-23'],
    ],
    [
      'what must have started three working days before bounds the start',
      '2026-01-23',
      ['A 3', 'B 4'],
      ['A=B+3'],
      ['A 01-15–01-19', 'B 01-20–01-23'],
    ],
  ]
  test.each(examples)('%s', (_, promised, nodes, dependencies, dates) => {
    const plan = planOf(nodes, dependencies, { promised: date(promised) })
    expect(limits(plan, on(`${promised.slice(0, 4)}-01-05`))).toEqual(dates)
  })

  test('started on its latest start, the plan meets the promise to the day', () => {
    const plan = planOf(['A 20', 'B 0', 'C 35', 'D 10c', 'E 5'], ['A>B', 'B>C', 'A>D', 'C>E', 'D>E'], {
      promised: date('2026-06-30'),
    })
    const back = scheduled(plan, on('2026-01-05'))
    const forward = scheduled(plan, on(back.nodes[0]?.latestStart ?? ''))
    expect(forward.finish).toBe('2026-06-30')
    expect(forward.spare).toEqual({ workdays: 0, calendarDays: 0 })
    expect(forward.criticalPath).toEqual(['A', 'B', 'C', 'E'])
  })
})

describe('slack', () => {
  // A three days, B eight, both before C; promised two working days after C can be done.
  const schedule = scheduled(
    planOf(['A 3', 'B 8', 'C 2'], ['A>C', 'B>C'], { promised: date('2026-01-27') }),
    on('2026-01-12'),
  )
  const slackOf = (id: string) => schedule.nodes.find((one) => one.id === id)

  test('total slack is what the promise leaves, free slack what the next node leaves', () => {
    expect(schedule.spare).toEqual({ workdays: 2, calendarDays: 4 })
    expect(slackOf('A')?.slack?.workdays).toBe(7)
    expect(slackOf('A')?.freeSlack?.workdays).toBe(5)
    expect(slackOf('B')?.slack?.workdays).toBe(2)
    expect(slackOf('B')?.freeSlack?.workdays).toBe(0)
    expect(slackOf('C')?.freeSlack).toEqual({ workdays: 2, calendarDays: 4 })
  })

  test('the critical path is the chain that sets the finish, though there are days to spare', () => {
    expect(schedule.criticalPath).toEqual(['B', 'C'])
    expect(schedule.nodes.filter(({ isCritical }) => isCritical).map(({ id }) => id)).toEqual(['B', 'C'])
  })

  test.each([[['X>C', 'B>C']], [['B>C', 'X>C']]])(
    'two lines of one length are both critical; the smaller id is the path (%j)',
    (dependencies) => {
      const even = scheduled(planOf(['X 3', 'B 3', 'C 2'], dependencies), on('2026-01-12'))
      expect(even.criticalPath).toEqual(['B', 'C'])
      expect(even.nodes.every(({ isCritical }) => isCritical)).toBe(true)
    },
  )

  test('before a weekend a node in calendar days has room although it is on the path; it counts as critical', () => {
    const mixed = scheduled(planOf(['A 5c', 'B 2'], ['A>B']), on('2026-01-12'))
    expect(mixed.criticalPath).toEqual(['A', 'B'])
    expect(mixed.nodes[0]).toMatchObject({ slack: { workdays: 0, calendarDays: 2 }, isCritical: true })
  })
})

describe('fixed dates', () => {
  test('a node fixed on a day begins on that day, and what follows from there', () => {
    const plan = planOf(
      [node('A 3'), node('B 2', { fixedStart: date('2026-01-26') }), node('C 1')],
      ['A>B', 'B>C'],
    )
    expect(forecast(plan, on('2026-01-12'))).toEqual(['A 01-12–01-14', 'B 01-26–01-27', 'C 01-28–01-28'])
    expect(scheduled(plan, on('2026-01-12')).criticalPath).toEqual(['B', 'C'])
  })

  test('a fixed day counts although it is a day off: a start on Sunday 18 January', () => {
    const start = planOf([node('A 3', { fixedStart: date('2026-01-18') })])
    expect(forecast(start, on('2026-01-12'))).toEqual(['A 01-18–01-20'])
    const finish = planOf([node('A 3', { fixedFinish: date('2026-01-18') })])
    expect(forecast(finish, on('2026-01-12'))).toEqual(['A 01-15–01-18'])
    const day = planOf([node('A 1', { fixedFinish: date('2026-01-18') })])
    expect(forecast(day, on('2026-01-12'))).toEqual(['A 01-18–01-18'])
  })

  test('between two fixed dates the days follow from them', () => {
    const plan = planOf([node('A', { fixedStart: date('2026-02-11'), fixedFinish: date('2026-02-24') })])
    const schedule = scheduled(plan, on('2026-01-12'))
    expect(datesOf(schedule)).toEqual(['A 2026-02-11–2026-02-24 | 2026-02-11–2026-02-24'])
    // 11, 12, 13, 14 (make-up) and 24 February.
    expect(schedule.nodes[0]?.duration).toBe(5)
  })

  test.each([
    // Sunday 18 counts because it is fixed; 19, 20 and 21 are worked.
    ['2026-01-18', '2026-01-21', 4],
    ['2026-01-17', '2026-01-18', 2],
    ['2026-01-18', '2026-01-18', 1],
  ])('from %s to %s are %i days, days off counted where they are fixed', (start, finish, days) => {
    const plan = planOf([node('A 9', { fixedStart: date(start), fixedFinish: date(finish) })])
    expect(scheduled(plan, on('2026-01-12')).nodes[0]).toMatchObject({
      duration: days,
      earliestStart: start,
      earliestFinish: finish,
    })
  })

  test('alone they make nothing critical: a node fixed within the plan has room before its finish', () => {
    const plan = planOf([node('A 1', { fixedStart: date('2026-01-14') }), 'B 10'])
    expect(scheduled(plan, on('2026-01-12')).nodes.map(({ isCritical }) => isCritical)).toEqual([false, true])
  })

  test('a fixed date bounds what stands before it', () => {
    const plan = planOf([node('A 3'), node('B 0', { fixedFinish: date('2026-01-30') })], ['A>B'])
    const schedule = scheduled(plan, on('2026-01-12'))
    expect(datesOf(schedule)[0]).toBe('A 2026-01-12–2026-01-14 | 2026-01-28–2026-01-30')
  })
})

describe('parallel lines', () => {
  test('each has its dates and its least slack; the main line comes first', () => {
    const plan = planOf(
      [
        node('报批 10', { line: '手续' }),
        node('平整 20', { line: '施工' }),
        node('招标 5', { line: '手续' }),
        node('开工 0'),
      ],
      ['报批>招标', '招标>开工', '平整>开工'],
    )
    const { lines } = scheduled(plan, on('2026-03-02'))
    expect(
      lines.map(({ line, nodes, start, finish, slack }) => [line, nodes, start, finish, slack?.workdays]),
    ).toEqual([
      [undefined, ['开工'], '2026-03-27', '2026-03-27', 0],
      ['手续', ['报批', '招标'], '2026-03-02', '2026-03-20', 5],
      ['施工', ['平整'], '2026-03-02', '2026-03-27', 0],
    ])
  })
})

describe('a year whose notice is not out', () => {
  const plan = planOf(['A 10', 'B 5'], ['A>B'], { promised: date('2027-01-29') })

  test('is counted Monday to Friday, and the schedule says so', () => {
    const schedule = scheduled(plan, on('2026-12-28'))
    // 28–31 December, then from Friday 1 January 2027 as if it were worked: nobody knows yet.
    expect(forecast(plan, on('2026-12-28'))).toEqual(['A 12-28–01-08', 'B 01-11–01-15'])
    expect(schedule.provisionalYears).toEqual([2027])
    expect(schedule.provisional?.zh).toContain('2027年的放假安排尚未导入，暂按周一至周五推算')
    expect(schedule.provisional?.en).toContain('No holiday notice is imported for 2027')
  })

  test('the days that are known of it already are not counted in: all of it is Monday to Friday until the notice is in', () => {
    const rows = [
      ...chinaCalendarRows(),
      { date: date('2027-01-01'), kind: 'holiday' as const, name: '元旦' },
    ]
    const dates = (years: readonly number[]) => {
      const calendar = WorkCalendar.of(rows, years)
      if (!calendar.ok) throw new Error(calendar.error.message.en)
      return forecast(plan, { today: date('2026-12-28'), calendar: calendar.value })
    }
    expect(dates(CHINA_YEARS)).toEqual(['A 12-28–01-08', 'B 01-11–01-15'])
    expect(dates([...CHINA_YEARS, 2027])).toEqual(['A 12-28–01-11', 'B 01-12–01-18'])
  })

  test('a plan within covered years carries no such mark', () => {
    const schedule = scheduled(planOf(['A 10'], [], { promised: date('2026-12-31') }), on('2026-10-12'))
    expect(schedule.provisionalYears).toEqual([])
    expect(schedule.provisional).toBeUndefined()
  })
})
