import { describe, expect, test } from 'vitest'
import { text } from '#engine/result/result'
import { compileSheet } from '#engine/scores/compile-sheet'
import type { ScoreItem, ScoreSheet } from '#engine/scores/score-sheet'
import { AWARD_2020, INVESTMENT_PROMOTION, YANAN_2017 } from '#engine/scores/testing/published-sheets.data'

const item = (by: ScoreItem['by'], rest: Partial<ScoreItem> = {}): ScoreItem => ({
  code: 'I',
  name: text('项', 'Item'),
  kind: 'score',
  full: '10',
  by,
  ...rest,
})

const sheet = (items: readonly ScoreItem[], rest: Partial<ScoreSheet> = {}): ScoreSheet => ({
  code: 'S',
  name: text('表', 'Sheet'),
  inputs: [
    { kind: 'number', code: 'n', name: text('数', 'Number'), unit: '个' },
    { kind: 'number', code: 'p', name: text('人数', 'People'), unit: '人' },
    { kind: 'number', code: 'r', name: text('完成率', 'Rate'), unit: '%' },
    { kind: 'number', code: 'd', name: text('密度', 'Density'), unit: '件/万人' },
    { kind: 'number', code: 'm', name: text('得分', 'Marks'), unit: '分' },
    {
      kind: 'choice',
      code: 'c',
      name: text('类', 'Class'),
      options: [
        { code: 'a', name: text('甲', 'A') },
        { code: 'b', name: text('乙', 'B') },
      ],
    },
  ],
  groups: [{ code: 'G', name: text('组', 'Group'), items }],
  ...rest,
})

const problemsOf = (given: ScoreSheet) => {
  const result = compileSheet(given)
  return result.ok ? [] : result.error
}

const formula = (written: string) => sheet([item({ kind: 'formula', formula: written })])

describe('a sheet that cannot be used says why, and where', () => {
  const manual = item({ kind: 'manual' })
  const cases: [what: string, given: ScoreSheet, code: string, says: string][] = [
    ['nothing to score', sheet([]), 'no_items', '“表”：没有任何评分项'],
    ['a code used twice', sheet([manual, manual]), 'duplicate_code', '“项”：编号“I”重复'],
    [
      'an item named like its group',
      sheet([{ ...manual, code: 'G' }]),
      'duplicate_code',
      '“项”：编号“G”重复',
    ],
    [
      'a unit nobody knows',
      sheet([manual], { inputs: [{ kind: 'number', code: 'x', name: text('数', 'Number'), unit: '堆' }] }),
      'unknown_unit',
      '“数”：没有计量单位“堆”',
    ],
    [
      'an input that is not there',
      sheet([item({ kind: 'count', input: 'x', each: '1' })]),
      'unknown_input',
      '“项”：没有输入项“x”',
    ],
    [
      'a choice counted',
      sheet([item({ kind: 'count', input: 'c', each: '1' })]),
      'wrong_input',
      '“项”：输入项“c”的类型不合',
    ],
    [
      'a number chosen',
      sheet([item({ kind: 'choice', input: 'n', marks: {} })]),
      'wrong_input',
      '“项”：输入项“n”的类型不合',
    ],
    ['a formula not finished', formula('60 ×'), 'bad_formula', '“项”：公式没有写完'],
    ['a name nobody knows', formula('60 × 产值'), 'bad_formula', '“项”：没有指标“产值”'],
    ['a choice in a formula', formula('60 × 类'), 'bad_formula', '“项”：没有指标“类”'],
    ['a choice by its code', formula('60 × c'), 'bad_formula', '“项”：没有指标“c”'],
    [
      'things counted for so many people',
      formula('60 × 密度'),
      'bad_formula',
      '“项”：公式得到的是“件/万人”，指标的单位是“比值”',
    ],
    ['people as marks', formula('60 × 人数'), 'bad_formula', '“项”：公式得到的是“人”，指标的单位是“比值”'],
    [
      'a rate beside a bare number',
      formula('if(完成率 > 80, 1, 0)'),
      'bad_formula',
      '“项”：与百分率相加减或比较的数要写单位，如 80%',
    ],
    [
      'a figure of last year',
      formula('yoy(完成率) × 10'),
      'reads_elsewhere',
      '“项”：公式读取了别处或别期的数：yoy(完成率) × 10',
    ],
    [
      'a place by formula',
      formula('if(rank(n) = 1位, 7, 5)'),
      'reads_elsewhere',
      '“项”：公式读取了别处或别期的数：if(rank(n) = 1位, 7, 5)',
    ],
    [
      'marks in words',
      sheet([item({ kind: 'count', input: 'n', each: '三' })]),
      'not_a_number',
      '“项”：“三”不是分数',
    ],
    ['full marks in words', sheet([{ ...manual, full: '1e3' }]), 'not_a_number', '“项”：“1e3”不是分数'],
    ['a cap in words', sheet([manual], { cap: 'NaN' }), 'not_a_number', '“表”：“NaN”不是分数'],
    [
      'a cap below the floor',
      sheet([{ ...manual, cap: '2', floor: '3' }]),
      'cap_below_floor',
      '“项”：封顶低于保底：2 < 3',
    ],
    [
      'a deduction that gives',
      sheet([item({ kind: 'count', input: 'n', each: '3' }, { kind: 'deduction', full: '0' })]),
      'wrong_sign',
      '“项”：分数“3”的正负与项目类型不符',
    ],
    [
      'a bonus that takes',
      sheet([item({ kind: 'count', input: 'n', each: '-3' }, { kind: 'bonus' })]),
      'wrong_sign',
      '“项”：分数“-3”的正负与项目类型不符',
    ],
    ['no band', sheet([item({ kind: 'bands', input: 'n', bands: [] })]), 'no_bands', '“项”：没有任何一档'],
    [
      'a gap between bands',
      sheet([
        item({
          kind: 'bands',
          input: 'n',
          bands: [
            { below: '1', marks: '0' },
            { above: '1', marks: '3' },
          ],
        }),
      ]),
      'gap',
      '“项”：第1档与第2档之间有空档：1',
    ],
    [
      'an option nobody has',
      sheet([item({ kind: 'choice', input: 'c', marks: { a: '1', b: '2', z: '3' } })]),
      'unknown_option',
      '“项”：没有选项“z”',
    ],
    [
      'an option forgotten',
      sheet([item({ kind: 'choice', input: 'c', marks: { a: '1' } })]),
      'option_without_marks',
      '“项”：选项“b”没有分数',
    ],
    ['no place', sheet([item({ kind: 'rank', input: 'n', marks: [] })]), 'no_places', '“项”：没有名次得分'],
    [
      'the second gets more',
      sheet([item({ kind: 'rank', input: 'n', marks: ['3', '5'] })]),
      'places_rise',
      '“项”：名次靠后得分反而高：3, 5',
    ],
    [
      'the rest gets more',
      sheet([item({ kind: 'rank', input: 'n', marks: ['3', '1'], rest: '2' })]),
      'places_rise',
      '“项”：名次靠后得分反而高：1, 2',
    ],
    [
      'at most no times',
      sheet([item({ kind: 'count', input: 'n', each: '1', most: 0 })]),
      'bad_count',
      '“项”：最多次数“0”不是正整数',
    ],
    [
      'by hand without limits',
      sheet([{ code: 'I', name: text('项', 'Item'), kind: 'bonus', by: { kind: 'manual' } }]),
      'no_limits',
      '“项”：人工打分没有上下限',
    ],
    [
      'weights that do not add up',
      sheet([manual], { full: '100' }),
      'weights_differ',
      '“表”：各项满分之和与总分不符：10 ≠ 100',
    ],
    [
      'more items than a sheet',
      sheet(Array.from({ length: 501 }, (_, index) => ({ ...manual, code: `I${index}` }))),
      'too_many_items',
      '“表”：有501个评分项',
    ],
  ]
  test.each(cases)('%s', (_, given, code, says) => {
    const problems = problemsOf(given)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, says: { zh: says } })
    for (const part of [problems[0]?.says.en, problems[0]?.mend.zh, problems[0]?.mend.en])
      expect(part).toMatch(/\S/)
  })

  test('bonuses come on top of the whole, whatever their full marks', () => {
    const bonus = { ...manual, code: 'B', kind: 'bonus' as const, full: '5' }
    expect(problemsOf(sheet([manual, bonus], { full: '10' }))).toEqual([])
  })

  test('all at once', () => {
    const problems = problemsOf(
      sheet(
        [
          item({ kind: 'count', input: 'x', each: '三' }),
          item({ kind: 'formula', formula: '(' }, { code: 'J' }),
        ],
        {
          cap: '?',
        },
      ),
    )
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'not_a_number S',
      'unknown_input I',
      'not_a_number I',
      'bad_formula J',
    ])
  })
})

describe('what can be used', () => {
  test.each([
    ['by code', '2 × n'],
    ['by Chinese name, with a rate', '(完成率 - 100%) × 10'],
    ['by English name in any case', '2 × RATE'],
    ['marks made of marks', '得分 × 2'],
    ['chosen by a comparison', 'if(完成率 >= 100%, 10, 5)'],
    ['the least of several', 'min(n, 10)'],
  ])('a formula %s', (_, written) => {
    expect(problemsOf(formula(written))).toEqual([])
  })

  test.each([YANAN_2017, AWARD_2020, INVESTMENT_PROMOTION].map((one) => [one.code, one] as const))(
    '%s has no problem and survives being kept as JSON',
    (_, given) => {
      expect(problemsOf(given)).toEqual([])
      expect(JSON.parse(JSON.stringify(given))).toEqual(given)
    },
  )
})
