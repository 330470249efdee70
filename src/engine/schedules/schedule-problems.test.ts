import { describe, expect, test } from 'vitest'
import { computeSchedule } from '#engine/schedules/compute-schedule'
import { MOST_NODES, type PlanNode, type SchedulePlan } from '#engine/schedules/plan'
import { date, node, on, planOf } from '#engine/schedules/testing/small-plan'
import { quantity } from '#engine/quantity/quantity'

const problemsOf = (plan: SchedulePlan) => {
  const result = computeSchedule(plan, on('2026-03-02'))
  return result.ok ? [] : result.error
}

const one = (spec: string, rest: Partial<PlanNode> = {}) => planOf([node(spec, rest)])
const actual = (spec: string, happened: PlanNode['actual'] & object) => one(spec, { actual: happened })

describe('a wrong plan is refused with what, where and how to mend it', () => {
  const cases: [what: string, plan: SchedulePlan, code: string, nodes: string[], says: string][] = [
    ['no nodes', planOf([]), 'no_nodes', [], '计划没有节点'],
    ['an id used twice', planOf(['A 1', 'A 2']), 'duplicate_node', ['A'], '节点“A”的编号“A”重复'],
    ['a stranger', planOf(['A 1'], ['A>X']), 'unknown_node', ['X'], '前后关系中的节点“X”不在计划内'],
    ['no duration', one('A'), 'no_duration', ['A'], '节点“A”没有工期'],
    ['a negative duration', one('A -1'), 'duration_out_of_bounds', ['A'], '节点“A”的工期“-1”不在允许范围'],
    [
      'half a day',
      one('A 1', { duration: 0.5 }),
      'duration_out_of_bounds',
      ['A'],
      '节点“A”的工期“0.5”不在允许范围',
    ],
    [
      'no number',
      one('A 1', { duration: NaN }),
      'duration_out_of_bounds',
      ['A'],
      '节点“A”的工期“NaN”不在允许范围',
    ],
    ['eleven years', one('A 4000'), 'duration_out_of_bounds', ['A'], '节点“A”的工期“4000”不在允许范围'],
    [
      'a lag too long',
      planOf(['A 1', 'B 1'], ['A>B-4000']),
      'lag_out_of_bounds',
      ['A', 'B'],
      '“A → B”的间隔“-4000”不在允许范围',
    ],
    [
      'a promise in the past',
      planOf(['A 1'], [], { promised: date('2026-02-27') }),
      'promised_in_past',
      [],
      '承诺完成日2026-02-27已过，而计划尚未开始',
    ],
    [
      'fixed dates the wrong way round',
      one('A 3', { fixedStart: date('2026-04-02'), fixedFinish: date('2026-04-01') }),
      'fixed_finish_before_start',
      ['A'],
      '节点“A”的固定日期先完后始：2026-04-02 – 2026-04-01',
    ],
    [
      'a milestone on two days',
      one('A 0', { fixedStart: date('2026-04-01'), fixedFinish: date('2026-04-02') }),
      'milestone_of_days',
      ['A'],
      '里程碑“A”固定在不同的两天：2026-04-01 – 2026-04-02',
    ],
    [
      'finished before it began',
      actual('A 3', { start: date('2026-02-27'), finish: date('2026-02-26') }),
      'finish_before_start',
      ['A'],
      '节点“A”先完成后开始：2026-02-27 – 2026-02-26',
    ],
    [
      'begun tomorrow',
      actual('A 3', { start: date('2026-03-03') }),
      'actual_in_future',
      ['A'],
      '节点“A”的实际日期2026-03-03在今天之后',
    ],
    [
      'finished, nobody knows since when',
      actual('A 3', { finish: date('2026-02-27') }),
      'finish_without_start',
      ['A'],
      '节点“A”于2026-02-27完成，却没有实际开始日期',
    ],
    [
      'progress before it began',
      actual('A 3', { percent: 20 }),
      'progress_without_start',
      ['A'],
      '节点“A”报了进度（20%），却没有实际开始日期',
    ],
    [
      'more than all',
      actual('A 3', { start: date('2026-03-02'), percent: 101 }),
      'progress_out_of_bounds',
      ['A'],
      '节点“A”的进度“101”不在允许范围',
    ],
    [
      'less than nothing left',
      actual('A 3', { start: date('2026-03-02'), remaining: -1 }),
      'progress_out_of_bounds',
      ['A'],
      '节点“A”的进度“-1”不在允许范围',
    ],
    [
      'negative money',
      one('A 3', { planned: quantity(-5) }),
      'negative_money',
      ['A'],
      '节点“A”的计划资金为负：-5',
    ],
    [
      'a date of another century',
      one('A 3', { fixedStart: date('1850-01-01') }),
      'date_out_of_reach',
      ['A'],
      '节点“A”的日期“1850-01-01”不在1990年至2099年之间',
    ],
  ]
  test.each(cases)('%s', (_, plan, code, nodes, says) => {
    const problems = problemsOf(plan)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, nodes, says: { zh: says } })
    for (const part of [problems[0]?.says.en, problems[0]?.mend.zh, problems[0]?.mend.en])
      expect(part).toMatch(/\S/)
  })

  test('a circle is shown by its names', () => {
    const plan = planOf(
      [node('A 1', { name: '土建' }), node('B 1', { name: '安装' }), node('C 1', { name: '验收' }), 'D 1'],
      ['A>B', 'B>C', 'C>A', 'C>D'],
    )
    expect(problemsOf(plan)).toMatchObject([
      {
        code: 'cycle',
        nodes: ['A', 'B', 'C', 'A'],
        says: { zh: '节点互为前提，形成循环：土建 → 安装 → 验收 → 土建' },
      },
    ])
    expect(problemsOf(planOf(['A 1'], ['A>A']))).toMatchObject([{ code: 'cycle', value: 'A → A' }])
  })

  test('all problems come at once', () => {
    const plan = planOf(['A', node('B 2', { planned: quantity(-1) })], ['A>X'], {
      promised: date('2020-01-01'),
    })
    expect(problemsOf(plan).map(({ code }) => code)).toEqual([
      'promised_in_past',
      'no_duration',
      'negative_money',
      'unknown_node',
    ])
  })

  test('ten thousand nodes are taken, one more is not', () => {
    const nodes = (count: number) => Array.from({ length: count }, (_, index) => node(`N${index} 1`))
    expect(problemsOf({ nodes: nodes(MOST_NODES), dependencies: [] })).toEqual([])
    expect(problemsOf({ nodes: nodes(MOST_NODES + 1), dependencies: [] })).toMatchObject([
      { code: 'too_many_nodes', value: '10001' },
    ])
    const dependencies = Array.from({ length: 50_001 }, () => ({
      before: 'A',
      after: 'B',
      kind: 'finish_start' as const,
    }))
    expect(problemsOf({ ...planOf(['A 1', 'B 1']), dependencies })).toMatchObject([
      { code: 'too_many_dependencies' },
    ])
  })

  test('a chain that leaves the calendar names the node at which it does, forward and backward', () => {
    const nodes = Array.from({ length: 100 }, (_, index) => node(`N${index} 3000`))
    const chain = Array.from({ length: 99 }, (_, index) => `N${index}>N${index + 1}`)
    expect(problemsOf(planOf(nodes, chain))).toMatchObject([{ code: 'too_long', nodes: ['N6'] }])
    const back = planOf(nodes.slice(0, 6), chain.slice(0, 5), { promised: date('2026-06-30') })
    expect(problemsOf(back)).toMatchObject([{ code: 'too_long' }])
    const days = planOf(
      nodes.map((each) => ({ ...each, unit: 'calendar_day' as const })),
      chain,
    )
    expect(problemsOf(days)).toMatchObject([{ code: 'too_long' }])
  })

  test('a hostile name or value fills no page', () => {
    const [problem] = problemsOf(one('A', { name: '长'.repeat(100_000) }))
    expect(problem?.says.zh.length).toBeLessThan(130)
    expect(
      problemsOf(planOf([node('__proto__ 1'), node('constructor 1')], ['__proto__>constructor'])),
    ).toEqual([])
  })
})
