import { describe, expect, test } from 'vitest'
import { quantity } from '#engine/quantity/quantity'
import { baselineOf, driftFrom } from '#engine/schedules/baseline'
import { CALENDAR, date, node, on, planOf, scheduled } from '#engine/schedules/testing/small-plan'

const plan = planOf(
  [node('A 10', { planned: quantity(500) }), node('B 5', { planned: quantity(120) }), node('C 0')],
  ['A>B', 'B>C'],
  { promised: date('2026-03-27') },
)
const approved = scheduled(plan, on('2026-03-02'))
const keep = (dates: 'latest' | 'earliest') =>
  baselineOf(approved, { name: '批复计划', keptOn: date('2026-03-02'), dates })

describe('a baseline keeps a plan as data', () => {
  test('with the forecast of then, or with the limits that the promise sets', () => {
    expect(keep('earliest').nodes.map(({ finish }) => finish)).toEqual([
      '2026-03-13',
      '2026-03-20',
      '2026-03-20',
    ])
    expect(keep('latest').nodes.map(({ finish }) => finish)).toEqual([
      '2026-03-20',
      '2026-03-27',
      '2026-03-27',
    ])
    expect(JSON.parse(JSON.stringify(keep('latest')))).toEqual(keep('latest'))
  })

  test('several stand side by side and are not changed by what comes later', () => {
    const [first, second] = [keep('earliest'), keep('latest')]
    const now = scheduled(plan, on('2026-03-09'))
    expect(driftFrom(first, now, CALENDAR).finish).toEqual({ workdays: 5, calendarDays: 7 })
    expect(driftFrom(second, now, CALENDAR).finish).toEqual({ workdays: 0, calendarDays: 0 })
    expect(keep('earliest')).toEqual(first)
  })
})

describe('drift from a baseline', () => {
  test('of each node in working and calendar days, and in money; later and dearer are positive', () => {
    const slipped = planOf(
      [
        node('A 10', { planned: quantity(540), actual: { start: date('2026-03-03'), remaining: 12 } }),
        node('B 4', { planned: quantity(100) }),
        node('C 0'),
      ],
      ['A>B', 'B>C'],
      { promised: date('2026-04-10') },
    )
    const drift = driftFrom(keep('earliest'), scheduled(slipped, on('2026-03-10')), CALENDAR)
    // A: 12 days from 10 March end on the 25th; B: 26, 27, 30, 31 March.
    expect(drift.nodes).toMatchObject([
      {
        id: 'A',
        change: 'kept',
        start: { workdays: 1, calendarDays: 1 },
        finish: { workdays: 8, calendarDays: 12 },
        money: { value: '40' },
      },
      {
        id: 'B',
        start: { workdays: 8, calendarDays: 10 },
        finish: { workdays: 7, calendarDays: 11 },
        money: { value: '-20' },
      },
      { id: 'C', finish: { workdays: 7, calendarDays: 11 }, money: { value: null } },
    ])
    expect(drift.finish).toEqual({ workdays: 7, calendarDays: 11 })
    expect(drift.promised).toEqual({ workdays: 9, calendarDays: 14 })
    expect(drift.money).toMatchObject({
      now: { quantity: { value: '640' }, coverage: { have: 2, of: 3 } },
      then: { quantity: { value: '620' } },
      drift: { value: '20' },
    })
  })

  test('ahead of the limits is negative', () => {
    expect(driftFrom(keep('latest'), approved, CALENDAR).nodes[0]?.finish).toEqual({
      workdays: -5,
      calendarDays: -7,
    })
  })

  test('added and removed nodes are named and not measured', () => {
    const other = planOf(['A 10', 'D 3'], ['A>D'])
    const { nodes } = driftFrom(keep('earliest'), scheduled(other, on('2026-03-02')), CALENDAR)
    expect(nodes.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'A kept',
      'D added',
      'B removed',
      'C removed',
    ])
    expect(nodes[1]).not.toHaveProperty('finish')
  })

  test('a baseline in 亿元 is compared with a plan in 万元 exactly; what does not convert is unknown', () => {
    const drift = (moneyUnit: string) =>
      driftFrom({ ...keep('earliest'), moneyUnit }, approved, CALENDAR).money.drift.value
    expect(drift('yi_yuan')).toBe(String(620 - 6_200_000))
    expect(drift('mu')).toBeNull()
  })
})
