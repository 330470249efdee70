import { describe, expect, it } from 'vitest'
import { readThrough } from '#engine/figures/cell-store'
import { checkFigures } from '#engine/figures/check-figures'
import type { CheckKind, CheckRule } from '#engine/figures/check-rule'
import { unusualness } from '#engine/figures/outlier'
import { timeliness } from '#engine/figures/timeliness'
import { indicator, key, planOf, reported, storeOf } from '#engine/figures/testing/small-world'
import { period } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import { text } from '#engine/result/result'

const PLAN = planOf(
  [
    indicator('I', { name: text('投资', 'Investment') }),
    indicator('P', { name: text('其中：工业', 'Industry') }),
    indicator('Q', { name: text('其中：服务业', 'Services'), unit: '万元' }),
    indicator('R', { unit: '%', rollup: { rule: 'none' } }),
    indicator('C', { accumulation: 'ytd' }),
    indicator('W', { formula: 'P * 2' }),
  ],
  ['Z', 'A<Z'],
)

const rule = (check: CheckKind, rest: Partial<CheckRule> = {}): CheckRule => ({
  id: check.kind,
  indicator: 'I',
  severity: 'warning',
  check,
  ...rest,
})

const found = (
  rules: readonly CheckRule[],
  proposed: Readonly<Record<string, string>>,
  past: Readonly<Record<string, string>> = {},
) => {
  const store = storeOf(past)
  const proposals = Object.entries(proposed).map(([spec, value]) => ({
    key: key(spec),
    quantity: reported(value).quantity,
  }))
  return checkFigures(rules, proposals, { plan: PLAN, read: readThrough(PLAN, (k) => store.observation(k)) })
}

describe('rules on figures about to be submitted', () => {
  it('required: an empty cell is an error, a typed zero is not', () => {
    const required = rule({ kind: 'required' }, { severity: 'error' })
    expect(found([required], { 'A I 2022-03': '' })).toMatchObject([
      {
        severity: 'error',
        needsExplanation: false,
        sentence: { zh: '投资必填', en: 'Investment is required' },
      },
    ])
    expect(found([required], { 'A I 2022-03': '0' })).toEqual([])
  })

  it('range: the sentence holds the figure and the bound', () => {
    const range = rule({ kind: 'range', least: '0', most: '100' })
    expect(found([range], { 'A I 2022-03': '100' })).toEqual([])
    expect(found([range], { 'A I 2022-03': '100.5' })[0]?.sentence.zh).toBe(
      '投资 100.5亿元，高于上限 100.0亿元',
    )
    expect(found([range], { 'A I 2022-03': '-1' })[0]?.sentence.en).toContain(
      '−1.0 × 100 million yuan is below',
    )
    expect(found([range], { 'A I 2022-03': '' })).toEqual([])
  })

  it('a jump on last month or last year is told with both figures and needs an explanation', () => {
    const rules = [rule({ kind: 'jump_prev', most: '30' }), rule({ kind: 'jump_yoy', most: '50' })]
    const past = { 'A I 2022-02': '100', 'A I 2021-03': '100' }
    const findings = found(rules, { 'A I 2022-03': '140' }, past)
    expect(findings).toMatchObject([{ kind: 'jump_prev', needsExplanation: true }])
    expect(findings[0]?.sentence.zh).toBe('投资 140.0亿元，2022年2月为 100.0亿元，变动 40.0%，超过 ±30%')
    expect(found(rules, { 'A I 2022-03': '60' }, past)).toHaveLength(1)
    expect(found(rules, { 'A I 2022-03': '140' })).toEqual([])
  })

  it('a rate jumps in points; a cumulative report is compared month with month', () => {
    const rate = rule({ kind: 'jump_prev', most: '5' }, { indicator: 'R' })
    expect(found([rate], { 'A R 2022-03': '16' }, { 'A R 2022-02': '10' })[0]?.sentence.zh).toContain(
      '变动 6.0个百分点',
    )
    expect(found([rate], { 'A R 2022-03': '15' }, { 'A R 2022-02': '10' })).toEqual([])
    const monthly = rule({ kind: 'jump_prev', most: '10' }, { indicator: 'C' })
    expect(found([monthly], { 'A C 2022-03': '30' }, { 'A C 2022-02': '20', 'A C 2022-01': '10' })).toEqual(
      [],
    )
    expect(
      found([monthly], { 'A C 2022-03': '50' }, { 'A C 2022-02': '20', 'A C 2022-01': '10' }),
    ).toHaveLength(1)
  })

  it('balance: parts in other units must add up to the whole, within the tolerance', () => {
    const balance = rule(
      { kind: 'balance', left: '投资', comparator: '=', right: 'P + Q', tolerance: '1000' },
      { severity: 'error' },
    )
    const typed = { 'A I 2022-03': '1', 'A P 2022-03': '0.6' }
    expect(found([balance], { ...typed, 'A Q 2022-03': '4000' })).toEqual([])
    expect(found([balance], { ...typed, 'A Q 2022-03': '4000.1' })).toEqual([])
    expect(found([balance], { ...typed, 'A Q 2022-03': '4001' })[0]?.sentence.zh).toBe(
      '应有 投资（100,000,000） = P + Q（100,010,000），相差 −10,000',
    )
    expect(found([balance], typed)).toEqual([])
  })

  it('balance sees what is computed from figures typed together, and a faulty rule says so', () => {
    const twice = rule({ kind: 'balance', left: 'I', comparator: '<=', right: 'W' })
    expect(found([twice], { 'A I 2022-03': '3', 'A P 2022-03': '1' })).toHaveLength(1)
    expect(found([twice], { 'A I 2022-03': '2', 'A P 2022-03': '1' })).toEqual([])
    const faulty = rule({ kind: 'balance', left: 'I', comparator: '=', right: 'NOBODY' })
    expect(found([faulty], { 'A I 2022-03': '2' })[0]?.sentence.zh).toContain('审核规则有误')
  })

  it('outlier: far from the median in robust deviations; one wild month in the past does not hide the next', () => {
    const outlier = rule({ kind: 'outlier', periods: 12, most: '3.5' })
    const values = ['10', '11', '9', '10', '12', '300', '10', '11', '9']
    const past = Object.fromEntries(
      values.map((value, i) => [`A I 2021-${String(i + 4).padStart(2, '0')}`, value]),
    )
    expect(found([outlier], { 'A I 2022-01': '12' }, past)).toEqual([])
    expect(found([outlier], { 'A I 2022-01': '40' }, past)[0]?.sentence.zh).toContain('近期中位数 10.0亿元')
    expect(unusualness('99', ['1', '2', '3'])).toBeNull()
    expect(unusualness('99', ['1', '1', '1', '1', '1', '1'])).toBeNull()
    expect(unusualness('16', ['8', '9', '10', '10', '11', '12'])).toEqual({
      median: '10',
      deviations: '4.047',
    })
  })

  it('errors stand before warnings', () => {
    const rules = [
      rule({ kind: 'range', most: '1' }),
      rule({ kind: 'range', most: '2' }, { id: 'hard', severity: 'error' }),
    ]
    expect(found(rules, { 'A I 2022-03': '5' }).map((finding) => finding.severity)).toEqual([
      'error',
      'warning',
    ])
  })
})

describe('reporting on time', () => {
  it('counts on time, late, missing and not yet due, as seen on the day', () => {
    const record = (unit: string, dueDate: string, submittedAt?: string) => ({
      unit,
      period: period('2022-03'),
      dueDate: dueDate as PlainDate,
      ...(submittedAt === undefined ? {} : { submittedAt: submittedAt as PlainDate }),
    })
    const records = [
      record('A', '2022-04-08', '2022-04-08'),
      record('A', '2022-04-08', '2022-04-09'),
      record('A', '2022-04-08'),
      record('A', '2022-05-08'),
      record('B', '2022-04-10', '2022-04-20'),
    ]
    expect(timeliness(records, '2022-04-10' as PlainDate)).toMatchObject([
      { unit: 'A', due: 3, onTime: 1, late: 1, missing: 1, ahead: 1 },
      { unit: 'B', due: 0, missing: 0, ahead: 1, onTimeRate: { value: null } },
    ])
    expect(timeliness(records, '2022-04-10' as PlainDate)[0]?.coverageRate.value?.slice(0, 5)).toBe('66.66')
    expect(timeliness(records, '2022-04-30' as PlainDate)[1]).toMatchObject({ due: 1, late: 1 })
  })
})
