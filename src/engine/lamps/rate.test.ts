import { describe, expect, test } from 'vitest'
import { period } from '#engine/period/period'
import { rounded } from '#engine/quantity/decimal'
import { quantity, UNKNOWN } from '#engine/quantity/quantity'
import { countedRate, pointsAhead, rateOf, reachesTarget, shownRate, type RateItem } from '#engine/lamps/rate'
import { CAMPAIGN_TARGETS } from '#engine/lamps/rates.data'

const parts = (numerator: string, denominator: string) => ({
  numerator: quantity(numerator),
  denominator: quantity(denominator),
})

describe('rates as published (FACTS §2.2)', () => {
  test.each([
    ['Jiangmen, started of the year’s plan', rateOf('start_rate', 'year_plan', parts('206', '255')), '80.8%'],
    [
      'Dezhou, started of those due by now',
      rateOf('start_rate', 'period_plan', parts('102', '106')),
      '96.2%',
    ],
    [
      'Lanzhou, entered of the new projects',
      rateOf('statistics_entry_rate', 'new_projects', parts('39', '40')),
      '97.5%',
    ],
    [
      'Jiangmen, investment of the annual plan',
      rateOf('investment_completion_rate', 'year_plan', parts('629.0', '647.4')),
      '97.2%',
    ],
    [
      'more than all: funds in place',
      rateOf('funds_in_place_rate', 'year_plan', parts('115', '100')),
      '115.0%',
    ],
    // Printed as 47 %: the office cut the decimals. One rule here, and the numbers beside it.
    ['129 of 270, printed as 47 %', rateOf('start_rate', 'year_plan', parts('129', '270')), '47.8%'],
    // Changchun prints one rate for starts and resumptions, 79 % of 52 projects: 41 of 52.
    [
      'Changchun, starts and resumptions',
      rateOf('start_and_resumption_rate', 'year_plan', parts('41', '52')),
      '78.8%',
    ],
  ])('%s', (_, rate, shown) => {
    expect(shownRate(rate.value, 'zh')).toBe(shown)
  })

  // FACTS §2.2 defines these without a figure; the numbers are ours.
  test.each([
    [
      rateOf('resumption_rate', 'carried_on_projects', parts('11', '12')),
      '复工率 91.7% = 已复工 11 ÷ 应复工续建项目 12',
    ],
    [
      rateOf('procedures_rate', 'procedures', parts('23', '24')),
      '前期手续办结率 95.8% = 已办结 23 ÷ 应办手续 24',
    ],
    [
      rateOf('procedures_rate', 'new_projects', parts('5', '6')),
      '前期手续办结率 83.3% = 已办结 5 ÷ 新建项目 6',
    ],
    [
      rateOf('statistics_entry_rate', 'started_projects', parts('39', '39')),
      '入库率 100.0% = 已入库 39 ÷ 已开工项目 39',
    ],
    [
      rateOf('on_time_completion_rate', 'period_plan', parts('7', '8')),
      '按期竣工率 87.5% = 按期竣工 7 ÷ 本期应竣工 8',
    ],
  ])('a rate on its base: %#', (rate, says) => {
    expect(rate.says.zh).toBe(says)
  })

  test.each([
    ['Jiangmen, January to October', '97.16', '2022-10', '13.8'],
    [
      'Jiangmen, from the amounts',
      rateOf('investment_completion_rate', 'year_plan', parts('629.0', '647.4')).value.value!,
      '2022-10',
      '13.8',
    ],
    ['Changzhou, January to September', '93.3', '2022-09', '18.3'],
    ['the first quarter', '30.90', '2022-Q1', '5.9'],
    ['below', '41.2', '2022-07', '-17.1'],
  ])('points above time progress: %s', (_, completion, at, points) => {
    expect(rounded(pointsAhead(quantity(completion), period(at)).value ?? '', 1)).toBe(points)
  })

  test('a rate carries its numbers, its base and itself in words', () => {
    expect(rateOf('start_rate', 'year_plan', parts('206', '255')).says).toEqual({
      zh: '开工率 80.8% = 已开工 206 ÷ 年度计划开工 255',
      en: 'Start rate 80.8% = started 206 ÷ planned to start this year 255',
    })
    expect(rateOf('start_rate', 'period_plan', parts('206', '210')).says.zh).toBe(
      '开工率 98.1% = 已开工 206 ÷ 本期计划开工 210',
    )
  })

  test('only the bases of a rate can be asked', () => {
    // @ts-expect-error a start rate is not measured by procedures
    expect(rateOf('start_rate', 'procedures', parts('1', '2')).base).toBe('procedures')
  })

  test('nothing planned, or nothing known, is no rate', () => {
    expect(rateOf('start_rate', 'year_plan', parts('3', '0'))).toMatchObject({
      value: UNKNOWN,
      why: { zh: '“年度计划开工”为零' },
    })
    const unknown = rateOf('start_rate', 'year_plan', { numerator: UNKNOWN, denominator: quantity(5) })
    expect(unknown).toMatchObject({ value: UNKNOWN, why: { zh: '分子未知' } })
    expect(unknown.says.zh).toBe('开工率 — = 已开工 — ÷ 年度计划开工 5')
  })

  test('the targets of a campaign: 80.8 % started is short of 90 %', () => {
    const rate = rateOf('start_rate', 'year_plan', parts('206', '255'))
    expect(reachesTarget(rate, CAMPAIGN_TARGETS.start_rate)).toBe(false)
    expect(
      reachesTarget(rateOf('start_rate', 'year_plan', parts('9', '10')), CAMPAIGN_TARGETS.start_rate),
    ).toBe(true)
    expect(reachesTarget(rateOf('start_rate', 'year_plan', parts('9', '0')), '1')).toBeUndefined()
  })
})

describe('rates counted from records', () => {
  const item = (id: string, isDue: boolean | null, isDone: boolean | null): RateItem => ({
    id,
    isDue,
    isDone,
  })

  test('with the records on either side; what is not due counts nowhere', () => {
    const rate = countedRate('start_rate', 'year_plan', [
      item('A', true, true),
      item('B', true, false),
      item('C', false, true),
      item('D', true, true),
    ])
    expect(rate).toMatchObject({ done: ['A', 'D'], missed: ['B'], unknown: [] })
    expect(shownRate(rate.value, 'zh')).toBe('66.7%')
  })

  test('Lanzhou: 39 of 40 new projects entered, and the one that is not', () => {
    const items = Array.from({ length: 40 }, (_, index) => item(`P${index}`, true, index !== 17))
    const rate = countedRate('statistics_entry_rate', 'new_projects', items)
    expect(rate.missed).toEqual(['P17'])
    expect(shownRate(rate.value, 'zh')).toBe('97.5%')
  })

  test.each([
    ['due, not known to be done: at least', item('X', true, null), '66.7%以上'],
    ['not known to be due, and done: about', item('X', null, true), '约100.0%'],
    ['not known to be due, not done: at most', item('X', null, false), '100.0%以内'],
  ])('%s', (_, doubtful, shown) => {
    const rate = countedRate('start_rate', 'year_plan', [
      item('A', true, true),
      item('B', true, true),
      doubtful,
    ])
    expect(rate.unknown).toEqual(['X'])
    expect(shownRate(rate.value, 'zh')).toBe(shown)
  })
})
