import { describe, expect, test } from 'vitest'
import { period } from '#engine/period/period'
import { parsePlainDate, type PlainDate } from '#engine/period/plain-date'
import { quantity } from '#engine/quantity/quantity'
import { text } from '#engine/result/result'
import type { LampExemption } from '#engine/lamps/exemption'
import { lampsOf, type Lamp } from '#engine/lamps/lamp'
import { lampChanges } from '#engine/lamps/lamp-changes'
import type { LampFacts } from '#engine/lamps/lamp-facts'
import { CONSTRUCTION_FIRM, LAMP_PRESETS, WUHAN, YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import type { LampDimension, LampTable } from '#engine/lamps/lamp-table'
import type { LampSnapshot } from '#engine/lamps/months'
import { lampTableProblems } from '#engine/lamps/table-problems'

const date = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

/** Facts of a project at the end of June 2025, when half of the year is gone. */
const facts = (rest: Partial<LampFacts> = {}): LampFacts => ({
  id: 'P',
  on: date('2025-06-30'),
  month: period('2025-06'),
  ...rest,
})

const lampIn = (
  table: LampTable,
  dimension: LampDimension,
  given: LampFacts,
  exemptions?: LampExemption[],
): Lamp => {
  const lamp = lampsOf(table, given, exemptions).find((one) => one.dimension === dimension)
  if (!lamp) throw new Error(`no lamp for ${dimension}`)
  return lamp
}

/** Completed of a plan of 100 at the end of June: 50 is level. */
const progress = (completed: string) => facts({ completed: quantity(completed), annualPlan: quantity(100) })

describe('Yinchuan 2025, progress: time progress reached, 10 to 30 points behind (both included), more than 30', () => {
  test.each([
    ['80', 'green'],
    ['50', 'green'],
    ['49.9', 'green'],
    ['40.01', 'green'],
    ['40', 'yellow'],
    ['30', 'yellow'],
    ['20', 'yellow'],
    ['19.99', 'red'],
    ['0', 'red'],
  ])('%s of 100 done in June is %s', (completed, colour) => {
    expect(lampIn(YINCHUAN_2025, 'progress', progress(completed)).colour).toBe(colour)
  })

  test('the rule stands beside the lamp with the numbers filled in', () => {
    const lamp = lampIn(
      YINCHUAN_2025,
      'progress',
      facts({ month: period('2025-07'), completed: quantity('41.2'), annualPlan: quantity(100) }),
    )
    expect(lamp.says).toEqual({
      zh: '完成 41.2%，落后序时进度 17.1 个百分点，10 至 30 个百分点为黄灯',
      en: '41.2% done, 17.1 points behind time progress; 10 to 30 points is yellow',
    })
    expect(lamp.followUp?.zh).toBe('责任单位集中力量推进')
  })

  test('what a band says is done under its lamp comes before what the table says of its colour', () => {
    const [, , yellow] = YINCHUAN_2025.rules.progress?.bands ?? []
    const bands = [{ ...yellow, colour: 'yellow', followUp: text('约谈', 'talk') }] as const
    const rules = { progress: { measure: 'points_behind', isExemptible: true, bands } } as const
    expect(lampIn({ ...YINCHUAN_2025, rules }, 'progress', progress('30')).followUp?.zh).toBe('约谈')
  })

  test('what the source does not name is said to be ours', () => {
    expect(lampIn(YINCHUAN_2025, 'progress', progress('45')).says.zh).toBe(
      '完成 45.0%，落后序时进度 5.0 个百分点，落后不足 10 个百分点为绿灯（文件未列此段，按绿灯处理）',
    )
    expect(lampIn(YINCHUAN_2025, 'progress', progress('50')).says.zh).toBe(
      '完成 50.0%，与序时进度持平，不落后序时进度为绿灯',
    )
    expect(lampIn(YINCHUAN_2025, 'progress', progress('63.8')).says.zh).toContain('超序时进度 13.8 个百分点')
  })

  test('a value just beyond a threshold is not shown as the threshold', () => {
    const says = (completed: string) => lampIn(YINCHUAN_2025, 'progress', progress(completed)).says.zh
    expect(says('19.96')).toContain('落后序时进度 30.04 个百分点，超过 30 个百分点为红灯')
    expect(says('40.0004')).toContain('落后序时进度 9.9996 个百分点')
  })
})

describe('Yinchuan 2025, start: on plan, planned for this month and not started, three months running', () => {
  const planned = date('2025-06-20')
  test.each([
    [
      'started on plan',
      { plannedStart: planned, started: date('2025-06-20') },
      'green',
      '已于2025年6月20日开工，为绿灯',
    ],
    [
      'planned for next month',
      { plannedStart: date('2025-07-01'), started: null },
      'green',
      '计划2025年7月开工，尚未到期，未到期为绿灯',
    ],
    [
      'planned for this month',
      { plannedStart: planned, started: null },
      'yellow',
      '计划2025年6月开工，已连续 1 个月未开工，1 个月为黄灯',
    ],
    [
      'the second month',
      { plannedStart: date('2025-05-31'), started: null },
      'yellow',
      '计划2025年5月开工，已连续 2 个月未开工，2 个月为黄灯（文件未列第2个月，仍按黄灯处理）',
    ],
    [
      'the third month',
      { plannedStart: date('2025-04-01'), started: null },
      'red',
      '计划2025年4月开工，已连续 3 个月未开工，3 个月及以上为红灯',
    ],
    [
      'over the turn of the year',
      { plannedStart: date('2024-11-30'), started: null },
      'red',
      '计划2024年11月开工，已连续 8 个月未开工，3 个月及以上为红灯',
    ],
    [
      'a start after the reading is none yet',
      { plannedStart: planned, started: date('2025-07-02') },
      'yellow',
      '计划2025年6月开工，已连续 1 个月未开工，1 个月为黄灯',
    ],
    ['nobody knows', { plannedStart: planned }, 'unknown', '开工灯无法判定：是否开工未知'],
    ['no plan', { started: null }, 'unknown', '开工灯无法判定：计划开工日期未知'],
  ] as const)('%s', (_, given, colour, says) => {
    expect(lampIn(YINCHUAN_2025, 'start', facts(given))).toMatchObject({ colour, says: { zh: says } })
  })

  const snapshot = (month: string, colour: LampSnapshot['colour'], isExempt = false): LampSnapshot => ({
    month: period(month),
    dimension: 'start',
    colour,
    isExempt,
  })
  const running = (...snapshots: LampSnapshot[]) =>
    lampIn(YINCHUAN_2025, 'start', facts({ plannedStart: date('2025-04-10'), started: null, snapshots }))
      .value

  test('months in a row are counted from snapshots: a month with a good reason ends the row', () => {
    expect(running(snapshot('2025-05', 'green', true), snapshot('2025-04', 'yellow'))).toBe('1')
    expect(running(snapshot('2025-05', 'yellow'), snapshot('2025-04', 'green'))).toBe('2')
    expect(running(snapshot('2025-05', 'blue'), snapshot('2025-04', 'red'))).toBe('1')
    expect(running(snapshot('2025-05', 'unknown', true), snapshot('2025-04', 'red'))).toBe('1')
  })

  test('where snapshots are missing or unknown, the planned date counts', () => {
    expect(running()).toBe('3')
    expect(running(snapshot('2025-05', 'yellow'))).toBe('3')
    expect(running(snapshot('2025-05', 'unknown'), snapshot('2025-04', 'green'))).toBe('3')
  })

  test('a plan moved to a later month does not wash the earlier months away', () => {
    const moved = facts({
      plannedStart: date('2025-06-30'),
      started: null,
      snapshots: [snapshot('2025-05', 'yellow'), snapshot('2025-04', 'yellow'), snapshot('2025-03', 'green')],
    })
    expect(lampIn(YINCHUAN_2025, 'start', moved)).toMatchObject({ colour: 'red', value: '3' })
  })
})

describe('Yinchuan 2025, payment of funds: paid on plan, or below the requirement', () => {
  test.each([
    ['120', '100', 'green'],
    ['100', '100', 'green'],
    ['99.99', '100', 'red'],
    ['0', '100', 'red'],
    ['0', '0', 'green'],
  ])('%s paid of %s is %s', (paid, toBePaid, colour) => {
    const given = facts({ paid: quantity(paid), toBePaid: quantity(toBePaid) })
    expect(lampIn(YINCHUAN_2025, 'money', given).colour).toBe(colour)
  })

  test('it says how much is paid, and a hair below the plan is not shown as all of it', () => {
    const given = facts({ paid: quantity('99.99'), toBePaid: quantity(100) })
    expect(lampIn(YINCHUAN_2025, 'money', given).says.zh).toBe('已支付应付资金的 99.99%，不足 100%为红灯')
  })
})

describe('Yinchuan 2025, statistics entry: more than one month after the start, more than two', () => {
  test.each([
    ['entered', { started: date('2025-01-10'), entered: date('2025-06-30') }, 'green'],
    ['not started', { started: null, entered: null }, 'green'],
    ['a month to the day', { started: date('2025-05-30'), entered: null }, 'green'],
    ['a month and a day', { started: date('2025-05-29'), entered: null }, 'yellow'],
    ['two months to the day', { started: date('2025-04-30'), entered: null }, 'yellow'],
    ['two months and a day', { started: date('2025-04-29'), entered: null }, 'red'],
    ['nobody knows whether it is entered', { started: date('2025-04-29') }, 'unknown'],
    ['nobody knows whether it has started', { entered: null }, 'unknown'],
  ] as const)('%s', (_, given, colour) => {
    expect(lampIn(YINCHUAN_2025, 'entry', facts(given)).colour).toBe(colour)
  })

  test('the time is told in months and days; a month ends on the last day of a shorter one', () => {
    const says = (started: string, on: string) =>
      lampIn(YINCHUAN_2025, 'entry', facts({ started: date(started), entered: null, on: date(on) })).says
    expect(says('2025-05-29', '2025-06-30').zh).toBe(
      '2025年5月29日开工，已 1 个月零 1 天未入库，超过 1 个月、不超过 2 个月为黄灯',
    )
    expect(says('2025-01-31', '2025-02-28').zh).toContain('已 1 个月未入库，不超过 1 个月为绿灯')
    expect(says('2025-01-31', '2025-03-01').en).toBe(
      'started on 31 Jan 2025, not entered for 1 month and 1 day; more than 1 month and no more than 2 months is yellow',
    )
  })
})

describe('Wuhan, progress: below 80 % of time progress, below 60 %', () => {
  test.each([
    ['50', 'green'],
    ['40', 'green'],
    ['39.99', 'yellow'],
    ['30', 'yellow'],
    ['29.99', 'red'],
  ])('%s of 100 done where half of the year is gone is %s', (completed, colour) => {
    expect(lampIn(WUHAN, 'progress', progress(completed)).colour).toBe(colour)
  })

  test('in words', () => {
    expect(lampIn(WUHAN, 'progress', progress('35')).says.zh).toBe(
      '完成 35.0%，为序时进度 50.0% 的 70.0%，60%及以上、不足 80%为黄灯',
    )
  })
})

describe('a construction firm, node delay: up to 7 days, 7 to 15, 15 and more', () => {
  const due = date('2025-06-01')
  const late = (days: number) => {
    const on = date(`2025-06-${String(days + 1).padStart(2, '0')}`)
    return lampIn(CONSTRUCTION_FIRM, 'node', facts({ on, nodes: [{ name: '封顶', due, finished: null }] }))
  }
  test.each([
    [0, 'green'],
    [1, 'yellow'],
    [7, 'yellow'],
    [8, 'orange'],
    [14, 'orange'],
    [15, 'red'],
    [29, 'red'],
  ])('%i days late is %s', (days, colour) => {
    expect(late(days).colour).toBe(colour)
  })

  test('in words, of the node furthest behind', () => {
    const nodes = [
      { name: '基础', due: date('2025-05-01'), finished: date('2025-06-20') },
      { name: '封顶', due: date('2025-06-20'), finished: null },
      { name: '验收', due: date('2025-12-01') },
    ]
    expect(lampIn(CONSTRUCTION_FIRM, 'node', facts({ nodes })).says).toEqual({
      zh: '节点“封顶”应于2025年6月20日完成，已延误 10 天，超过 7 天、不足 15 天为橙灯',
      en: '“封顶” was due on 20 Jun 2025 and is 10 days late; more than 7 days and less than 15 days is orange',
    })
  })

  test('on its day a node nobody has reported on is not late yet', () => {
    const nodes = [{ name: '封顶', due: date('2025-06-30') }]
    expect(lampIn(CONSTRUCTION_FIRM, 'node', facts({ nodes }))).toMatchObject({ colour: 'green', value: '0' })
  })

  test.each([
    ['no plan of nodes', [], '节点灯无法判定：没有节点计划'],
    [
      'a node past its date of which nobody knows',
      [{ name: '封顶', due }],
      '节点灯无法判定：节点“封顶”是否完成未知',
    ],
  ])('unknown: %s', (_, nodes, says) => {
    expect(lampIn(CONSTRUCTION_FIRM, 'node', facts({ nodes }))).toMatchObject({
      colour: 'unknown',
      says: { zh: says },
    })
  })
})

test('four colours as in Ningguo: green is what is done; the thresholds between the others are ours', () => {
  const ningguo: LampTable = {
    code: 'four_colours',
    name: { zh: '四色', en: 'Four colours' },
    rules: {
      node: {
        measure: 'days_late',
        isExemptible: false,
        bands: [
          { colour: 'blue', atMost: '0' },
          { colour: 'yellow', above: '0', atMost: '10' },
          { colour: 'red', above: '10' },
        ],
      },
    },
  }
  expect(lampTableProblems(ningguo)).toEqual([])
  const finished = facts({ nodes: [{ name: '节点', due: date('2025-06-01'), finished: date('2025-06-02') }] })
  const blue: LampTable = { ...ningguo, rules: { node: { ...ningguo.rules.node!, settled: 'blue' } } }
  expect(lampIn(blue, 'node', finished).says.zh).toBe('节点均已完成，为蓝灯')
  const colour = (due: string, finished: PlainDate | null) =>
    lampIn(ningguo, 'node', facts({ nodes: [{ name: '节点', due: date(due), finished }] })).colour
  expect([
    colour('2025-06-01', date('2025-06-10')),
    colour('2025-07-10', null),
    colour('2025-06-25', null),
    colour('2025-06-01', null),
  ]).toEqual(['green', 'blue', 'yellow', 'red'])
})

describe('what is unknown has no colour', () => {
  test('a table that holds no band for a value makes no lamp of it, though it should never have been kept', () => {
    const broken: LampTable = {
      ...WUHAN,
      rules: {
        progress: { measure: 'pace_ratio', isExemptible: false, bands: [{ colour: 'red', below: '60' }] },
      },
    }
    expect(lampIn(broken, 'progress', progress('45'))).toMatchObject({
      colour: 'unknown',
      says: { zh: '进度灯无法判定：完成 45.0%，为序时进度 50.0% 的 90.0%，规则表中没有对应的档' },
    })
  })

  test.each([
    [{ annualPlan: quantity(100) }, '进度灯无法判定：累计完成未知'],
    [{ completed: quantity(10) }, '进度灯无法判定：年度计划未知'],
    [{ completed: quantity(10), annualPlan: quantity(0) }, '进度灯无法判定：年度计划为零'],
  ])('%j', (given, says) => {
    expect(lampIn(YINCHUAN_2025, 'progress', facts(given))).toMatchObject({
      colour: 'unknown',
      ruled: 'unknown',
      says: { zh: says },
    })
  })
})

describe('exemption for a good reason', () => {
  const exemption: LampExemption = {
    dimension: 'progress',
    reason: '汛期停工',
    approvedBy: '王主任',
    from: date('2025-06-01'),
    until: date('2025-06-30'),
  }
  const lamp = (rest: Partial<LampExemption> = {}, given = progress('30')) =>
    lampIn(YINCHUAN_2025, 'progress', given, [{ ...exemption, ...rest }])

  test('takes the lamp away, keeps what the rule says, and is told with reason, approver and end', () => {
    expect(lamp()).toMatchObject({ colour: 'green', ruled: 'yellow', exemption: { reason: '汛期停工' } })
    expect(lamp().says.zh).toContain('为黄灯；因“汛期停工”经王主任批准豁免，至2025年6月30日止')
  })

  test('holds on its first and on its last day', () => {
    expect(lamp({ from: date('2025-06-30') }).colour).toBe('green')
    expect(lamp({ until: date('2025-06-30') }).colour).toBe('green')
  })

  test('blue is no warning, so that there is nothing to take away', () => {
    const rule = {
      measure: 'points_behind' as const,
      isExemptible: true,
      bands: [{ colour: 'blue' as const }],
    }
    const blue: LampTable = { code: 'B', name: { zh: '蓝', en: 'Blue' }, rules: { progress: rule } }
    expect(lampIn(blue, 'progress', progress('30'), [exemption])).toMatchObject({ colour: 'blue' })
  })

  test.each([
    ['expired', { until: date('2025-06-29') }],
    ['not begun', { from: date('2025-07-01'), until: date('2025-07-31') }],
    ['of another dimension', { dimension: 'start' as const }],
    ['without a reason', { reason: ' ' }],
    ['without an approver', { approvedBy: '' }],
  ])('does nothing when %s', (_, rest) => {
    expect(lamp(rest)).toMatchObject({ colour: 'yellow' })
    expect(lamp(rest).exemption).toBeUndefined()
  })

  test('does not make the unknown green, and is of no use where the table allows none', () => {
    expect(lamp({}, facts({ annualPlan: quantity(1) })).colour).toBe('unknown')
    expect(lampIn(WUHAN, 'progress', progress('30'), [exemption]).colour).toBe('yellow')
  })
})

describe('a change of rules shows which lamps would change before it is saved', () => {
  test('over all projects, with the counts of both tables', () => {
    const subjects = ['60', '45', '42', '30', '10'].map((completed, index) => ({
      facts: { ...progress(completed), id: `P${index}` },
    }))
    const stricter: LampTable = {
      ...WUHAN,
      rules: {
        progress: {
          measure: 'points_behind',
          isExemptible: false,
          bands: [
            { colour: 'green', below: '5' },
            { colour: 'yellow', atLeast: '5', atMost: '20' },
            { colour: 'red', above: '20' },
          ],
        },
      },
    }
    const { changes, before, after } = lampChanges(subjects, { before: WUHAN, after: stricter })
    expect(changes.map(({ id, before: was, after: is }) => `${id} ${was?.colour} → ${is?.colour}`)).toEqual([
      'P1 green → yellow',
      'P2 green → yellow',
    ])
    expect(before).toEqual({ green: 3, blue: 0, yellow: 1, orange: 0, red: 1, unknown: 0 })
    expect(after).toEqual({ green: 1, blue: 0, yellow: 3, orange: 0, red: 1, unknown: 0 })
  })

  test('a dimension that only one table has is listed', () => {
    const { changes } = lampChanges([{ facts: progress('50') }], { before: WUHAN, after: CONSTRUCTION_FIRM })
    expect(changes).toMatchObject([
      { dimension: 'progress', before: { colour: 'green' } },
      { dimension: 'node', after: { colour: 'unknown' } },
    ])
    expect(changes[0]).not.toHaveProperty('after')
  })
})

test.each(LAMP_PRESETS.map((table) => [table.code, table] as const))(
  '%s has no problem and survives being kept as JSON',
  (_, table) => {
    expect(lampTableProblems(table)).toEqual([])
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
  },
)
