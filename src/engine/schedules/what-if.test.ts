import { describe, expect, test } from 'vitest'
import { changedPlan, whatIf, type PlanChange } from '#engine/schedules/what-if'
import { date, dependency, on, planOf } from '#engine/schedules/testing/small-plan'

const plan = planOf(['A 5', 'B 5', 'C 10', 'D 2'], ['A>B', 'B>D', 'C>D'], { promised: date('2026-03-20') })
const today = on('2026-03-02')

const tried = (...changes: PlanChange[]) => {
  const result = whatIf(plan, changes, today)
  if (!result.ok) throw new Error(result.error.map(({ says }) => says.en).join('; '))
  return result.value
}

describe('what a change would do', () => {
  const cases: [what: string, change: PlanChange, moved: string[], finish: number][] = [
    [
      'nothing moves when a node is fixed where it stands',
      { kind: 'move_node', node: 'A', start: date('2026-03-02') },
      [],
      0,
    ],
    [
      'a bar dragged to a later day takes along what follows',
      { kind: 'move_node', node: 'B', start: date('2026-03-12') },
      ['B +3', 'D +3'],
      3,
    ],
    ['the duration it has already', { kind: 'set_duration', node: 'A', duration: 5 }, [], 0],
    ['a longer node', { kind: 'set_duration', node: 'A', duration: 7 }, ['A +2', 'B +2', 'D +2'], 2],
    [
      'a shorter node beside an equal line moves itself alone',
      { kind: 'set_duration', node: 'B', duration: 3 },
      ['B -2'],
      -0,
    ],
    ['a new dependency', { kind: 'add_dependency', dependency: dependency('C>B') }, ['B +5', 'D +5'], 5],
    [
      'a dependency with another lag replaces the old one',
      { kind: 'add_dependency', dependency: dependency('C>D+1') },
      ['D +1'],
      1,
    ],
    ['a removed dependency', { kind: 'remove_dependency', before: 'A', after: 'B' }, ['B -5'], 0],
    [
      'a finish fixed later',
      { kind: 'move_finish', node: 'C', finish: date('2026-03-17') },
      ['C +2', 'D +2'],
      2,
    ],
  ]
  test.each(cases)('%s', (_, change, moved, finish) => {
    const result = tried(change)
    expect(
      result.moved.map((one) => `${one.id} ${one.finish.workdays > 0 ? '+' : ''}${one.finish.workdays}`),
    ).toEqual(moved)
    expect(result.finish.workdays).toBe(finish + 0)
  })

  test('it shows from where to where, and whether the promise still holds', () => {
    const result = tried({ kind: 'set_duration', node: 'A', duration: 9 })
    expect(result.moved[0]).toMatchObject({
      id: 'A',
      from: { start: '2026-03-02', finish: '2026-03-06' },
      to: { start: '2026-03-02', finish: '2026-03-12' },
      finish: { workdays: 4, calendarDays: 6 },
    })
    expect(result.before.shortfalls).toEqual([])
    expect(result.schedule.shortfalls).toMatchObject([{ missing: { workdays: 1 } }])
    const eased = tried(
      { kind: 'set_duration', node: 'A', duration: 9 },
      { kind: 'set_promised', promised: date('2026-03-23') },
    )
    expect(eased.schedule.shortfalls).toEqual([])
  })

  test('freed again, a node returns to where it was', () => {
    const result = tried(
      { kind: 'move_node', node: 'B', start: date('2026-03-12') },
      { kind: 'free_node', node: 'B' },
    )
    expect(result.moved).toEqual([])
    expect(result.plan).toEqual(plan)
  })

  test('a dependency of another kind between the same nodes stands beside the first', () => {
    const result = tried({ kind: 'add_dependency', dependency: dependency('A=B+1') })
    expect(result.plan.dependencies).toHaveLength(4)
    expect(result.moved).toEqual([])
  })

  test('the given plan is untouched', () => {
    const copy = structuredClone(plan)
    tried(
      { kind: 'set_duration', node: 'A', duration: 9 },
      { kind: 'remove_dependency', before: 'A', after: 'B' },
    )
    expect(plan).toEqual(copy)
  })
})

describe('a change that cannot be made is refused', () => {
  test('of a node that is not there', () => {
    expect(changedPlan(plan, [{ kind: 'free_node', node: 'X' }])).toMatchObject({
      ok: false,
      error: [{ code: 'unknown_node', value: 'X' }],
    })
  })

  test('a dependency that closes a circle, shown by its names', () => {
    const result = whatIf(plan, [{ kind: 'add_dependency', dependency: dependency('D>A') }], today)
    expect(result).toMatchObject({ ok: false, error: [{ code: 'cycle', value: 'A → B → D → A' }] })
  })
})
