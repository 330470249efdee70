import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandText } from '#engine/lamps/band-text'
import { exemptionProblems } from '#engine/lamps/exemption'
import type { LampBand, LampRule, LampTable } from '#engine/lamps/lamp-table'
import { monthsSince } from '#engine/lamps/months'
import { isInRange, orderOf, type Range } from '#engine/lamps/range'
import { rangeProblems } from '#engine/lamps/range-problems'
import { lampTableProblems } from '#engine/lamps/table-problems'
import { addDays, parsePlainDate, type PlainDate } from '#engine/period/plain-date'

const date = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const table = (rule: Partial<LampRule>): LampTable => ({
  code: 'T',
  name: { zh: '表', en: 'Table' },
  rules: { progress: { measure: 'points_behind', isExemptible: true, bands: [], ...rule } },
})

const GOOD: LampBand[] = [
  { colour: 'green', below: '10' },
  { colour: 'yellow', atLeast: '10', atMost: '30' },
  { colour: 'red', above: '30' },
]
const withBand = (place: number, band: LampBand) => GOOD.map((one, index) => (index === place ? band : one))

describe('thresholds where no value can be are refused, not kept', () => {
  const start = (bands: LampBand[]): LampTable => ({
    ...table({}),
    rules: { start: { measure: 'months_running', isExemptible: true, bands } },
  })
  const money = (bands: LampBand[]): LampTable => ({
    ...table({}),
    rules: { money: { measure: 'paid_ratio', isExemptible: true, bands } },
  })
  test.each<[string, LampTable, string, string]>([
    [
      'months below zero',
      start([
        { colour: 'green', atMost: '-3' },
        { colour: 'red', above: '-3' },
      ]),
      'below_zero',
      '开工：第1档的界限“-3”在零以下，而这里的数不会小于零',
    ],
    [
      'a ratio below zero',
      money([
        { colour: 'red', below: '-20' },
        { colour: 'green', atLeast: '-20' },
      ]),
      'below_zero',
      '资金支付：第1档的界限“-20”在零以下，而这里的数不会小于零',
    ],
    [
      'less than nothing',
      money([
        { colour: 'red', below: '0' },
        { colour: 'green', atLeast: '0' },
      ]),
      'below_zero',
      '资金支付：第1档的界限“<0”在零以下，而这里的数不会小于零',
    ],
    [
      'half a month',
      start([
        { colour: 'green', atMost: '0.5' },
        { colour: 'red', above: '0.5' },
      ]),
      'not_whole',
      '开工：第1档的界限“0.5”不是整数',
    ],
  ])('%s', (_what, given, code, says) => {
    expect(lampTableProblems(given)[0]).toMatchObject({ code, says: { zh: says } })
  })

  test('being ahead is below zero, and may be asked for', () => {
    const bands: LampBand[] = [
      { colour: 'green', below: '-5' },
      { colour: 'blue', atLeast: '-5', atMost: '0' },
      { colour: 'red', above: '0' },
    ]
    expect(lampTableProblems(table({ bands }))).toEqual([])
    expect(bands.map((band) => bandText(band, { measure: 'points_behind' }).zh)).toEqual([
      '不足 −5 个百分点为绿灯',
      '−5 至 0 个百分点为蓝灯',
      '落后序时进度为红灯',
    ])
  })
})

describe('a band that begins or ends at zero says what that means', () => {
  test.each<[LampBand, LampRule['measure'], string, string]>([
    [
      { colour: 'green', atMost: '0' },
      'points_behind',
      '不落后序时进度为绿灯',
      'not behind time progress is green',
    ],
    [
      { colour: 'green', above: '0', below: '10' },
      'points_behind',
      '落后不足 10 个百分点为绿灯',
      'less than 10 points behind is green',
    ],
    [
      { colour: 'yellow', above: '0', atMost: '7' },
      'days_late',
      '延误不超过 7 天为黄灯',
      'no more than 7 days late is yellow',
    ],
    [{ colour: 'green', atMost: '0' }, 'days_late', '没有延误为绿灯', 'not late is green'],
    [{ colour: 'green', atMost: '0' }, 'months_running', '未到期为绿灯', 'not due is green'],
    [{ colour: 'red', above: '0' }, 'months_running', '到期未开工为红灯', 'due and not started is red'],
    [
      { colour: 'yellow', atLeast: '10', atMost: '30' },
      'points_behind',
      '10 至 30 个百分点为黄灯',
      '10 to 30 points is yellow',
    ],
    [{ colour: 'red', above: '30' }, 'points_behind', '超过 30 个百分点为红灯', 'more than 30 points is red'],
  ])('%o of %s', (band, measure, zh, en) => {
    expect(bandText(band, { measure })).toEqual({ zh, en })
  })
})

describe('a table that cannot be used says why', () => {
  const cases: [what: string, given: LampTable, code: string, says: string][] = [
    ['no rule', { ...table({}), rules: {} }, 'no_rules', '规则表没有任何一项规则'],
    ['no band', table({}), 'no_bands', '进度：没有任何一档'],
    [
      'a gap',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '12', atMost: '30' }) }),
      'gap',
      '进度：第1档与第2档之间有空档：10 – 12',
    ],
    [
      'ten in neither',
      table({ bands: withBand(1, { colour: 'yellow', above: '10', atMost: '30' }) }),
      'gap',
      '进度：第1档与第2档之间有空档：10',
    ],
    [
      'an overlap',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '8', atMost: '30' }) }),
      'overlap',
      '进度：第1档与第2档重叠：8 – 10',
    ],
    [
      'thirty in both',
      table({ bands: withBand(2, { colour: 'red', atLeast: '30' }) }),
      'overlap',
      '进度：第2档与第3档重叠：30',
    ],
    [
      'bands that do not end',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '10' }) }),
      'overlap',
      '进度：第2档与第3档重叠：30',
    ],
    [
      'closed below',
      table({ bands: withBand(0, { colour: 'green', atLeast: '0', below: '10' }) }),
      'not_open',
      '进度：第1档以0为界，界外的数无档可归',
    ],
    [
      'closed above',
      table({ bands: withBand(2, { colour: 'red', above: '30', atMost: '90' }) }),
      'not_open',
      '进度：第3档以90为界，界外的数无档可归',
    ],
    [
      'no number',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '10', atMost: '三十' }) }),
      'bad_bound',
      '进度：第2档的界限“三十”不是数',
    ],
    [
      'a number too clever',
      table({ bands: withBand(2, { colour: 'red', above: '1e9' }) }),
      'bad_bound',
      '进度：第3档的界限“1e9”不是数',
    ],
    [
      'two beginnings',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '10', above: '9', atMost: '30' }) }),
      'two_bounds',
      '进度：第2档同一端有两个界限：10, 9',
    ],
    [
      'two ends',
      table({ bands: withBand(1, { colour: 'yellow', atLeast: '10', atMost: '30', below: '31' }) }),
      'two_bounds',
      '进度：第2档同一端有两个界限：30, 31',
    ],
    [
      'nothing in it',
      table({ bands: withBand(1, { colour: 'yellow', above: '30', atMost: '30' }) }),
      'empty_range',
      '进度：第2档里没有任何数：30 – 30',
    ],
    [
      'yellow beyond red',
      table({
        bands: GOOD.map((band, index) => ({
          ...band,
          colour: (['green', 'red', 'yellow'] as const)[index]!,
        })),
      }),
      'wrong_order',
      '进度：第2档“红灯”与第3档“黄灯”的轻重顺序颠倒',
    ],
    [
      'a measure of another dimension',
      table({ measure: 'days_late', bands: GOOD }),
      'wrong_measure',
      '进度：所选的尺度属于“节点”',
    ],
    [
      'a measure nobody knows',
      table({ measure: 'constructor' as never, bands: GOOD }),
      'unknown_measure',
      '不认识“constructor”',
    ],
    [
      'a colour nobody knows',
      table({ bands: withBand(2, { colour: 'purple' as never, above: '30' }) }),
      'unknown_colour',
      '不认识“purple”',
    ],
    [
      'settled in a colour nobody knows',
      table({ bands: GOOD, settled: 'white' as never }),
      'unknown_colour',
      '不认识“white”',
    ],
    [
      'a dimension nobody knows',
      { ...table({ bands: GOOD }), rules: { weather: {} } as never },
      'unknown_dimension',
      '不认识“weather”',
    ],
  ]
  test.each(cases)('%s', (_, given, code, says) => {
    const problems = lampTableProblems(given)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, says: { zh: says } })
    for (const part of [problems[0]?.says.en, problems[0]?.mend.zh, problems[0]?.mend.en])
      expect(part).toMatch(/\S/)
  })

  test('ratios get worse downwards, so red comes first', () => {
    const bands: LampBand[] = [
      { colour: 'red', below: '60' },
      { colour: 'green', atLeast: '60' },
    ]
    expect(lampTableProblems(table({ measure: 'pace_ratio', bands }))).toEqual([])
    expect(lampTableProblems(table({ measure: 'points_behind', bands }))).toMatchObject([
      { code: 'wrong_order' },
    ])
  })

  test('days are whole: up to 7 and from 8 leave no gap, and half a day is no bound', () => {
    const days = (second: Range) =>
      rangeProblems([{ atMost: '7' }, second], { isWhole: true }).map(({ code }) => code)
    expect(days({ atLeast: '8' })).toEqual([])
    expect(days({ above: '7' })).toEqual([])
    expect(days({ atLeast: '9' })).toEqual(['gap'])
    expect(days({ atLeast: '7' })).toEqual(['overlap'])
    expect(days({ atLeast: '7.5' })).toEqual(['not_whole'])
  })
})

test('ranges without a problem hold every value exactly once', () => {
  const bound = fc.integer({ min: -20, max: 20 }).map(String)
  const range = fc.record({ atLeast: bound, above: bound, atMost: bound, below: bound }, { requiredKeys: [] })
  const sound = fc
    .uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 0, maxLength: 4 })
    .chain((cuts) =>
      fc.tuple(
        fc.constant(cuts.sort((a, b) => a - b)),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      ),
    )
    .map(([cuts, sides]) =>
      [...cuts, undefined].map((cut, index) => ({
        ...(index === 0 ? {} : { [sides[index - 1] ? 'atLeast' : 'above']: String(cuts[index - 1]) }),
        ...(cut === undefined ? {} : { [sides[index] ? 'below' : 'atMost']: String(cut) }),
      })),
    )
  const values = Array.from({ length: 105 }, (_, index) => String(-26 + index / 2))
  fc.assert(
    fc.property(fc.oneof(fc.array(range, { minLength: 1, maxLength: 4 }), sound), (ranges) => {
      const isSound = rangeProblems(ranges, { isWhole: false }).length === 0
      const isPartition = values.every((value) => ranges.filter((one) => isInRange(one, value)).length === 1)
      if (isSound) expect(isPartition).toBe(true)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(sound, (ranges) => {
      expect(rangeProblems(ranges, { isWhole: false })).toEqual([])
    }),
  )
})

test('values are ordered exactly, also where binary numbers cannot tell them apart', () => {
  const [a, b] = ['0.30000000000000000000000001', '0.3']
  expect(Number(a)).toBe(Number(b))
  expect([orderOf(a, b), orderOf(b, a), orderOf(a, a)].map(Math.sign)).toEqual([1, -1, 0])
  expect(isInRange({ above: b }, a)).toBe(true)
  expect(isInRange({ atMost: b }, a)).toBe(false)
})

describe('months since a day', () => {
  test.each([
    ['2025-05-30', '2025-06-30', 1, 0],
    ['2025-05-31', '2025-06-30', 1, 0],
    ['2025-05-31', '2025-07-01', 1, 1],
    ['2025-01-31', '2025-02-28', 1, 0],
    ['2024-01-31', '2024-02-28', 0, 28],
    ['2024-02-29', '2025-02-28', 12, 0],
    ['2024-12-15', '2025-03-20', 3, 5],
    ['2025-06-30', '2025-06-30', 0, 0],
  ])('%s to %s: %i months, %i days', (from, to, months, days) => {
    expect(monthsSince(date(from), date(to))).toMatchObject({ months, days })
  })

  test('a day later is never less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const from = addDays(date('2020-01-01'), start)
        const [a, b] = [length, length + 1].map((n) => Number(monthsSince(from, addDays(from, n)).value))
        expect(b).toBeGreaterThan(a!)
      }),
    )
  })
})

test('an exemption says what it lacks', () => {
  const lacking = {
    dimension: 'start' as const,
    reason: '',
    approvedBy: ' ',
    from: date('2025-02-01'),
    until: date('2025-01-31'),
  }
  expect(exemptionProblems(lacking).map(({ code }) => code)).toEqual([
    'no_reason',
    'no_approver',
    'ends_before_it_begins',
  ])
  expect(exemptionProblems({ ...lacking, reason: '征地', approvedBy: '李', until: lacking.from })).toEqual([])
})
