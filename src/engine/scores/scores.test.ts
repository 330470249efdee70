import { describe, expect, test } from 'vitest'
import { quantity, UNKNOWN, type Quantity } from '#engine/quantity/quantity'
import { text } from '#engine/result/result'
import { compileSheet } from '#engine/scores/compile-sheet'
import type { ScoreFacts, ScoreNode } from '#engine/scores/score-facts'
import { scoredField } from '#engine/scores/score-field'
import { placesByItem } from '#engine/scores/score-places'
import { scoredSheet } from '#engine/scores/score-subject'
import type { ScoreItem, ScoreSheet } from '#engine/scores/score-sheet'
import { AWARD_2020, INVESTMENT_PROMOTION, YANAN_2017 } from '#engine/scores/testing/published-sheets.data'

const compiled = (sheet: ScoreSheet) => {
  const result = compileSheet(sheet)
  if (!result.ok) throw new Error(result.error.map(({ says }) => says.en).join('; '))
  return result.value
}

/** Numbers as people give them; null is unknown. */
type Given = Readonly<Record<string, string | number | null>>
const numbers = (given: Given): Record<string, Quantity> =>
  Object.fromEntries(
    Object.entries(given).map(([code, value]) => [code, value === null ? UNKNOWN : quantity(value)]),
  )

const scored = (
  sheet: ScoreSheet,
  facts: Partial<ScoreFacts>,
  others: readonly ScoreFacts[] = [],
): ScoreNode => {
  const own = { subject: 'P', ...facts }
  return scoredSheet({ compiled: compiled(sheet), facts: own, places: placesByItem(sheet, [own, ...others]) })
}

const nodeOf = (score: ScoreNode, code: string): ScoreNode => {
  const all = [score, ...score.parts, ...score.parts.flatMap(({ parts }) => parts)]
  const found = all.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}

const marksOf = (score: ScoreNode, code: string) => nodeOf(score, code).marks.value

describe('Yan’an 2017, zone committees (FACTS §2.6)', () => {
  const facts = (amounts: Given = {}, choices: Readonly<Record<string, string>> = {}, criticism = '0') => ({
    choices: { class: 'new', type: 'industry', ...choices },
    numbers: numbers({
      annual_plan: '12',
      completed: '9',
      provincial: 0,
      production: 0,
      operation: 0,
      big_months: 0,
      joint_starts: 0,
      ...amounts,
    }),
    entries: { criticism: quantity(criticism) },
  })

  test('a new industrial project of 12 亿元, three quarters done: 5 + 20 + 15 + 45', () => {
    const score = scored(YANAN_2017, facts())
    expect(['class_marks', 'size', 'type_marks', 'progress'].map((code) => marksOf(score, code))).toEqual([
      '5',
      '20',
      '15',
      '45',
    ])
    expect(score.marks.value).toBe('85')
    expect(score.coverage).toEqual({ have: 10, of: 10 })
  })

  test('each line explains itself, down from the total', () => {
    const score = scored(YANAN_2017, facts({ joint_starts: 5 }))
    expect(score.says.zh).toBe('85 + 120 = 205分')
    expect(nodeOf(score, 'base').says.zh).toBe('5 + 20 + 15 + 45 = 85分')
    expect(nodeOf(score, 'class_marks').says.zh).toBe('建设性质：新开工 = 5分')
    expect(nodeOf(score, 'size').says.zh).toBe('年度计划 12亿元，10 亿元及以上 = 20分')
    expect(nodeOf(score, 'progress').says).toEqual({
      zh: '60 × 累计完成 9亿元 ÷ 年度计划 12亿元 = 45分',
      en: '60 × Completed 9 × 100 million yuan ÷ Annual plan 12 × 100 million yuan = 45 points',
    })
    expect(nodeOf(score, 'joint_starts').says.zh).toBe('集中开工 5次，每次 +30，最多计 4 次 = 120分')
  })

  test.each([
    ['10', '20'],
    ['9.99', '10'],
    ['5', '10'],
    ['4.99', '6'],
    ['1', '6'],
    ['0.99', '3'],
  ])('an annual plan of %s 亿元 gets %s', (plan, marks) => {
    expect(marksOf(scored(YANAN_2017, facts({ annual_plan: plan })), 'size')).toBe(marks)
  })

  test.each([
    ['carried on', {}, { class: 'carried_on' }, 'class_marks', '2'],
    ['livelihood', {}, { type: 'livelihood' }, 'type_marks', '8'],
    ['function', {}, { type: 'function' }, 'type_marks', '6'],
    ['assessed by the province', { provincial: 1 }, {}, 'provincial', '20'],
    ['in production', { production: 1 }, {}, 'production', '20'],
    ['in operation', { operation: 1 }, {}, 'operation', '10'],
    ['two months above a billion', { big_months: 2 }, {}, 'big_months', '60'],
    ['four joint starts', { joint_starts: 4 }, {}, 'joint_starts', '120'],
    ['a fifth is not counted', { joint_starts: 5 }, {}, 'joint_starts', '120'],
    ['over-completion is not capped in the source', { completed: '15' }, {}, 'progress', '75'],
  ] as const)('%s', (_, amounts, choices, code, marks) => {
    expect(marksOf(scored(YANAN_2017, facts(amounts, choices)), code)).toBe(marks)
  })

  test('only a count that is cut says so', () => {
    const says = (joint_starts: number) =>
      nodeOf(scored(YANAN_2017, facts({ joint_starts })), 'joint_starts').says
    expect(says(4).zh).toBe('集中开工 4次，每次 +30 = 120分')
    expect(says(5).en).toBe('Joint starts 5 times, +30 each, at most 4 counted = 120 points')
  })

  test('criticism takes up to 20; more is no entry', () => {
    expect(scored(YANAN_2017, facts({}, {}, '-15')).marks.value).toBe('70')
    expect(nodeOf(scored(YANAN_2017, facts({}, {}, '-20')), 'criticism').says.zh).toBe('人工打分 = −20分')
    expect(nodeOf(scored(YANAN_2017, facts({}, {}, '-25')), 'criticism')).toMatchObject({
      marks: UNKNOWN,
      why: { zh: '打分 -25 不在 -20 至 0 之间' },
    })
  })
})

describe('the 2020 city award (FACTS §2.6)', () => {
  const subject = (name: string, given: Given): ScoreFacts => ({
    subject: name,
    numbers: numbers({ half_year: 50, amount: 10, high_tech: 20, not_entered: 0, rate: 100, ...given }),
    entries: { management_marks: quantity(12) },
  })
  const annual = (rate: string) => {
    const score = scored(AWARD_2020, subject('P', { rate }))
    return [marksOf(score, 'annual'), marksOf(score, 'over')]
  }

  test.each([
    ['100', '25', '0'],
    ['95', '24.5', '0'],
    ['80.5', '23.05', '0'],
    ['105', '25', '1'],
    ['110', '25', '2'],
    ['130', '25', '4'],
    ['200', '25', '10'],
  ])('%s in a hundred of the plan: %s, over-completion +%s', (rate, base, over) => {
    expect(annual(rate)).toEqual([base, over])
  })

  test('a cap is told: 10 of the 11 points that 200 % would give', () => {
    expect(nodeOf(scored(AWARD_2020, subject('P', { rate: '200' })), 'over').says.zh).toBe(
      'max(0, min(完成率 200% − 100%, 10%)) × 20 + max(0, 完成率 200% − 110%) × 10，封顶 10，得 10分',
    )
  })

  test('places 7, 5, 3; two at the second place both get 5 and the fourth gets nothing', () => {
    const field = [60, 55, 55, 40].map((half_year, index) => subject(`P${index}`, { half_year }))
    const all = field.map((facts, index) => scored(AWARD_2020, facts, field.toSpliced(index, 1)))
    expect(all.map((score) => marksOf(score, 'half_year_rank'))).toEqual(['7', '5', '5', '0'])
    expect(nodeOf(all[1]!, 'half_year_rank').says.zh).toBe('半年完成率 55%，第 2 位（并列） = 5分')
  })

  test('three points off for each project not entered in time', () => {
    const score = scored(AWARD_2020, subject('P', { not_entered: 2 }))
    expect(nodeOf(score, 'not_entered').says.zh).toBe('未及时入库 2个，每次 −3 = −6分')
    expect(score.says.zh).toBe('40 − 6 + 12 = 46分')
    // 25 + 7 + 5 + 3 in the plan, −6, and 12 of 15 for management.
    expect(score.marks.value).toBe('46')
  })
})

describe('the investment-promotion assessment (FACTS §2.6)', () => {
  const facts = (given: Given) => ({
    numbers: numbers({
      outside: 80,
      outside_target: 100,
      foreign: 1500,
      foreign_target: 2000,
      signed: 30,
      signed_target: 40,
      signed_amount: 90,
      amount_target: 100,
      missing: 0,
      overdue: 0,
      falsified: 0,
      ...given,
    }),
  })

  test('completion × weight, and half by count, half by amount', () => {
    const score = scored(INVESTMENT_PROMOTION, facts({}))
    expect(marksOf(score, 'outside_marks')).toBe('24')
    expect(marksOf(score, 'foreign_marks')).toBe('15')
    // 50 × (30/40 × 50 % + 90/100 × 50 %) = 50 × 0.825.
    expect(marksOf(score, 'signed_marks')).toBe('41.25')
    expect(score.marks.value).toBe('80.25')
  })

  test('0.1 off for each missing of the quota and each overdue start, 0.2 for each falsified item', () => {
    const score = scored(INVESTMENT_PROMOTION, facts({ missing: 3, overdue: 2, falsified: 1 }))
    expect(nodeOf(score, 'deductions').marks.value).toBe('-0.7')
    expect(score.marks.value).toBe('79.55')
  })

  test('full marks are the most that completion gives', () => {
    expect(marksOf(scored(INVESTMENT_PROMOTION, facts({ outside: 130 })), 'outside_marks')).toBe('30')
  })
})

describe('the unknown is never zero', () => {
  const sheet = (
    item: Partial<ScoreItem> & Pick<ScoreItem, 'by'>,
    more: Partial<ScoreSheet> = {},
  ): ScoreSheet => ({
    code: 'S',
    name: text('表', 'Sheet'),
    inputs: [
      { kind: 'number', code: 'n', name: text('数', 'Number'), unit: '个' },
      {
        kind: 'choice',
        code: 'c',
        name: text('类', 'Class'),
        options: [{ code: 'a', name: text('甲', 'A') }],
      },
    ],
    groups: [
      {
        code: 'G',
        name: text('组', 'Group'),
        items: [
          { code: 'I', name: text('项', 'Item'), kind: 'score', full: '10', ...item },
          { code: 'J', name: text('另一项', 'Other'), kind: 'score', full: '10', by: { kind: 'manual' } },
        ],
      },
    ],
    ...more,
  })
  const withFour = { entries: { J: quantity(4) } }

  test.each([
    ['formula', { kind: 'formula', formula: '2 × n' }, '“数”未知'],
    ['formula dividing by it', { kind: 'formula', formula: '2 ÷ n' }, '“数”未知'],
    ['bands', { kind: 'bands', input: 'n', bands: [{ marks: '3' }] }, '“数”未知'],
    ['choice', { kind: 'choice', input: 'c', marks: { a: '1' } }, '“类”未知'],
    ['rank', { kind: 'rank', input: 'n', marks: ['3'] }, '“数”未知'],
    ['count', { kind: 'count', input: 'n', each: '1' }, '“数”未知'],
    ['by hand', { kind: 'manual' }, '尚未打分'],
  ] as const)('%s', (_, by, why) => {
    const score = scored(sheet({ by }), withFour)
    expect(nodeOf(score, 'I')).toMatchObject({
      marks: UNKNOWN,
      why: { zh: why },
      says: { zh: `未知：${why}` },
    })
    expect(score).toMatchObject({ marks: { value: '4' }, coverage: { have: 1, of: 2 } })
    expect(score.says.zh).toBe('4 = 4分（已知 1/2 项）')
    expect(nodeOf(score, 'G').says.zh).toBe('— + 4 = 4分（已知 1/2 项）')
  })

  test('nothing known at all: no total', () => {
    const score = scored(sheet({ by: { kind: 'manual' } }), {})
    expect(score).toMatchObject({ marks: UNKNOWN, why: { zh: '没有已知的项' } })
  })

  test.each([
    [
      'an option that is not there',
      { kind: 'choice', input: 'c', marks: { a: '1' } },
      { choices: { c: 'constructor' } },
      '没有选项“constructor”',
    ],
    [
      'half a time',
      { kind: 'count', input: 'n', each: '1' },
      { numbers: numbers({ n: '1.5' }) },
      '“数”不是次数：1.5',
    ],
    [
      'a negative count',
      { kind: 'count', input: 'n', each: '1' },
      { numbers: numbers({ n: '-1' }) },
      '“数”不是次数：-1',
    ],
    ['division by zero', { kind: 'formula', formula: '2 ÷ n' }, { numbers: numbers({ n: 0 }) }, '除数为零'],
    [
      'marks above the full ones',
      { kind: 'manual' },
      { entries: { I: quantity(11) } },
      '打分 11 不在 0 至 10 之间',
    ],
  ] as const)('%s', (_, by, facts, why) => {
    expect(nodeOf(scored(sheet({ by }), facts), 'I').why?.zh).toBe(why)
  })

  test('a record named like what every object has finds nothing', () => {
    const strange = sheet(
      { by: { kind: 'count', input: 'constructor', each: '1' } },
      { inputs: [{ kind: 'number', code: 'constructor', name: text('数', 'Number'), unit: '个' }] },
    )
    expect(nodeOf(scored(strange, { numbers: {} }), 'I').why?.zh).toBe('“数”未知')
  })

  test('an unknown rival may only push others back: the marks are at most these', () => {
    const rival = { subject: 'Q', numbers: { n: UNKNOWN } }
    const by = { kind: 'rank', input: 'n', marks: ['7', '5'] } as const
    const score = scored(sheet({ by }), { ...withFour, numbers: numbers({ n: 3 }) }, [rival])
    expect(nodeOf(score, 'I').marks).toEqual({ value: '7', qualifier: 'within' })
    expect(nodeOf(score, 'I').says.zh).toBe('数 3个，第 1 位，2 家中 1 家已知 = 7分以内')
  })

  test('where less is better the least comes first; 9.0 ties with 9', () => {
    const by = { kind: 'rank', input: 'n', marks: ['7', '5'], isLessBetter: true } as const
    const own = { ...withFour, numbers: { n: { value: '9.0', qualifier: 'exact' as const } } }
    const others = [9, 12].map((n, index) => ({ subject: `Q${index}`, numbers: numbers({ n }) }))
    expect(nodeOf(scored(sheet({ by }), own, others), 'I').says.zh).toBe('数 9.0个，第 1 位（并列） = 7分')
  })

  describe('marks that are bounds', () => {
    const by = { kind: 'count', input: 'n', each: '1' } as const
    const marks = (n: Quantity, rest: Partial<ScoreItem> = {}) =>
      nodeOf(scored(sheet({ by, ...rest }), { numbers: { n } }), 'I').marks

    test('beyond a limit they are the limit, within it they stay bounds', () => {
      expect(marks(quantity(12, 'over'))).toEqual({ value: '10', qualifier: 'exact' })
      expect(marks(quantity(7, 'over'))).toEqual({ value: '7', qualifier: 'over' })
      expect(marks(quantity(12, 'within'))).toEqual({ value: '10', qualifier: 'within' })
      expect(marks(quantity(2, 'within'), { floor: '3' })).toEqual({ value: '3', qualifier: 'exact' })
      expect(marks(quantity(2, 'over'), { floor: '3' })).toEqual({ value: '3', qualifier: 'at_least' })
    })
  })

  describe('evidence', () => {
    const wanted = sheet({
      by: { kind: 'count', input: 'n', each: '2' },
      evidence: text('现场照片', 'site photos'),
    })
    const with_ = (n: number, evidence?: number) =>
      nodeOf(
        scored(wanted, {
          numbers: numbers({ n }),
          ...(evidence === undefined ? {} : { evidence: { I: evidence } }),
        }),
        'I',
      )

    test('marks count only with it; none are given or refused without', () => {
      expect(with_(3)).toMatchObject({ marks: UNKNOWN, why: { zh: '缺少佐证：现场照片' } })
      expect(with_(3, 0).marks).toEqual(UNKNOWN)
      expect(with_(3, 1).marks.value).toBe('6')
    })

    test('no marks need none', () => {
      expect(with_(0).marks.value).toBe('0')
    })
  })

  describe('caps and floors', () => {
    const total = (more: Partial<ScoreSheet>, n = 8) =>
      scored(sheet({ by: { kind: 'count', input: 'n', each: '1' } }, more), {
        numbers: numbers({ n }),
        entries: { J: quantity(9) },
      })

    test('of the whole, told beside the sum', () => {
      expect(total({ cap: '15' })).toMatchObject({
        marks: { value: '15' },
        says: { zh: '17 = 17，封顶 15，得 15分' },
      })
      expect(total({ cap: '17' }).says.zh).toBe('17 = 17分')
    })

    test('of a group', () => {
      const { groups, ...rest } = sheet({ by: { kind: 'count', input: 'n', each: '1' } })
      const capped = { ...rest, groups: groups.map((group) => ({ ...group, cap: '12' })) }
      const score = scored(capped, { numbers: numbers({ n: 8 }), entries: { J: quantity(9) } })
      expect(nodeOf(score, 'G').marks.value).toBe('12')
      expect(score.marks.value).toBe('12')
    })

    test('a score is not below zero unless its floor says so', () => {
      const below = { kind: 'formula', formula: 'n - 10' } as const
      const facts = { ...withFour, numbers: numbers({ n: 3 }) }
      expect(marksOf(scored(sheet({ by: below }), facts), 'I')).toBe('0')
      expect(nodeOf(scored(sheet({ by: below }), facts), 'I').says.zh).toBe('数 3个 − 10，保底 0，得 0分')
      expect(marksOf(scored(sheet({ by: below, floor: '-5' }), facts), 'I')).toBe('-5')
    })

    test('marks are added exact and rounded only for the eye', () => {
      const third = { kind: 'formula', formula: 'n ÷ 3' } as const
      const score = scored(sheet({ by: third }), { ...withFour, numbers: numbers({ n: 1 }) })
      expect(score.marks.value).toBe(`4.${'3'.repeat(34)}`)
      expect(nodeOf(score, 'I').says.zh).toBe('数 1个 ÷ 3 = 0.33分')
    })
  })

  describe('places of all subjects', () => {
    const by = { kind: 'count', input: 'n', each: '1' } as const
    const field = (given: Readonly<Record<string, number | null>>) =>
      scoredField(
        compiled(sheet({ by, full: '100' })),
        Object.entries(given).map(([subject, n]) => ({
          subject,
          numbers: numbers({ n }),
          entries: { J: quantity(0) },
        })),
      )

    test('ties share a place and are named, the next is skipped, the unknown has none', () => {
      const places = field({ A: 3, B: 9, C: null, D: 9, E: 1 })
      expect(places.map(({ subject, place }) => `${place ?? '–'}${subject}`)).toEqual([
        '1B',
        '1D',
        '3A',
        '4E',
        '–C',
      ])
      expect(places[0]?.tiedWith).toEqual(['D'])
      expect(places[2]?.tiedWith).toEqual([])
      expect(places[4]?.tiedWith).toEqual([])
    })

    test('a total that may still be less has no place', () => {
      const ranked = sheet({ by: { kind: 'rank', input: 'n', marks: ['7'] } })
      const subjects = [1, null].map((n, index) => ({
        subject: `S${index}`,
        numbers: numbers({ n }),
        entries: { J: quantity(1) },
      }))
      expect(scoredField(compiled(ranked), subjects).map(({ place }) => place)).toEqual([
        undefined,
        undefined,
      ])
    })
  })
})
