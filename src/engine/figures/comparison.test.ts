import { describe, expect, it } from 'vitest'
import { readThrough } from '#engine/figures/cell-store'
import { comparison } from '#engine/figures/comparison'
import { standingOf } from '#engine/figures/completion'
import { rankUnits } from '#engine/figures/rank'
import type { Indicator } from '#engine/figures/indicator'
import { indicator, key, planOf, storeOf } from '#engine/figures/testing/small-world'
import { rounded } from '#engine/quantity/decimal'
import { quantity, UNKNOWN } from '#engine/quantity/quantity'

const THRESHOLDS = { watch: '10', late: '30' }

const compared = (declared: Indicator, reports: Readonly<Record<string, string>>, wanted: string) => {
  const plan = planOf([declared], ['Z', 'A<Z'])
  const store = storeOf(reports)
  const read = readThrough(plan, (k) => store.observation(k))
  const result = comparison(plan, key(wanted), { read, thresholds: THRESHOLDS })
  if (!result) throw new Error('no such indicator')
  return result
}

const shown = (q: { value: string | null } | undefined, decimals = 1) =>
  q?.value ? rounded(q.value, decimals) : null

/** The same amount every month of a year's first months. */
const monthly = (unit: string, year: number, values: readonly string[]) =>
  Object.fromEntries(values.map((value, i) => [`${unit} I ${year}-${String(i + 1).padStart(2, '0')}`, value]))

describe('completion of the year’s target against time progress', () => {
  it.for([
    ['Jiangmen, January–October', '2022-10', '629.0', '647.4', '97.2', '83.33', '13.8', 'on_track'],
    ['Changzhou, January–September', '2022-09', '93.3', '100', '93.3', '75.00', '18.3', 'on_track'],
    ['first quarter', '2022-03', '30.9', '100', '30.9', '25.00', '5.9', 'on_track'],
    ['just ten points behind', '2022-06', '40', '100', '40.0', '50.00', '-10.0', 'watch'],
    ['just thirty points behind', '2022-06', '20', '100', '20.0', '50.00', '-30.0', 'watch'],
    ['more than thirty behind', '2022-06', '19.9', '100', '19.9', '50.00', '-30.1', 'late'],
  ] as const)('%s', ([, month, reached, target, completion, expected, ahead, standing]) => {
    const cumulative = indicator('I', { accumulation: 'ytd' })
    const result = compared(
      cumulative,
      { [`Z I ${month}`]: reached, 'Z I 2022 target': target },
      `Z I ${month}`,
    )
    expect(shown(result.completion?.completion)).toBe(completion)
    expect(shown(result.completion?.expected, 2)).toBe(expected)
    expect(shown(result.completion?.ahead)).toBe(ahead)
    expect(result.completion?.standing).toBe(standing)
  })

  it('a ceiling is ahead while less of it is used than time has passed', () => {
    const emissions = indicator('I', { accumulation: 'ytd', direction: 'down', unit: '万吨' })
    const under = compared(emissions, { 'Z I 2022-06': '40', 'Z I 2022 target': '100' }, 'Z I 2022-06')
    const over = compared(emissions, { 'Z I 2022-06': '85', 'Z I 2022 target': '100' }, 'Z I 2022-06')
    expect([shown(under.completion?.ahead), under.completion?.standing]).toEqual(['10.0', 'on_track'])
    expect([shown(over.completion?.ahead), over.completion?.standing]).toEqual(['-35.0', 'late'])
  })

  it('a level is measured against the target itself: energy 0.5 against 0.4 is 80 % there', () => {
    const energy = indicator('I', {
      unit: '吨标准煤/万元',
      direction: 'down',
      accumulation: 'stock',
      rollup: { rule: 'none' },
    })
    const result = compared(energy, { 'Z I 2022-06': '0.5', 'Z I 2022 target': '0.4' }, 'Z I 2022-06')
    expect(result.completion).toMatchObject({
      pace: 'level',
      completion: { value: '80' },
      expected: { value: '100' },
      standing: 'watch',
    })
  })

  it('without a figure there is no standing; without a target no completion', () => {
    expect(compared(indicator('I'), { 'Z I 2022 target': '5' }, 'Z I 2022-06').completion?.standing).toBe(
      'unknown',
    )
    expect(compared(indicator('I'), { 'Z I 2022-06': '5' }, 'Z I 2022-06').completion).toBeUndefined()
    expect(standingOf(UNKNOWN, THRESHOLDS)).toBe('unknown')
    expect(standingOf(quantity('-9.99'), THRESHOLDS)).toBe('on_track')
  })
})

describe('同比 环比 累计', () => {
  it('growth states its base; a rate moves in points', () => {
    const amount = compared(
      indicator('I'),
      { 'Z I 2022-03': '431', 'Z I 2021-03': '400', 'Z I 2022-02': '420' },
      'Z I 2022-03',
    )
    expect(amount.yoy).toMatchObject({
      quantity: { value: '7.75' },
      unit: 'percent',
      base: { value: '400' },
      basePeriod: '2021-03',
    })
    expect(shown(amount.prev.quantity)).toBe('2.6')
    const rate = indicator('I', { unit: '%', rollup: { rule: 'none' } })
    const moved = compared(rate, { 'Z I 2022-03': '62', 'Z I 2021-03': '60.5' }, 'Z I 2022-03')
    expect(moved.yoy).toMatchObject({ quantity: { value: '1.5' }, unit: 'pp' })
    expect(moved.yearToDate).toBeUndefined()
  })

  it.each([['0'], ['-3'], ['—']])('a base of %s has no growth rate, and the reason is given', (base) => {
    const result = compared(indicator('I'), { 'Z I 2022-03': '431', 'Z I 2021-03': base }, 'Z I 2022-03')
    expect(result.yoy.quantity.value).toBeNull()
    expect(result.yoy.why).not.toBeNull()
  })

  it('the single month of a cumulative report is the difference, and months are compared with months', () => {
    const reports = {
      'Z I 2022-02': '60',
      'Z I 2022-03': '100',
      'Z I 2021-02': '50',
      'Z I 2021-03': '82',
      'Z I 2022-01': '35',
    }
    const result = compared(indicator('I', { accumulation: 'ytd' }), reports, 'Z I 2022-03')
    expect(result.single?.quantity.value).toBe('40')
    expect(result.yoy).toMatchObject({ quantity: { value: '25' }, base: { value: '32' } })
    expect(result.prev).toMatchObject({ quantity: { value: '60' }, base: { value: '25' } })
    expect(shown(result.yearToDate?.yoy.quantity)).toBe('22.0')
    const january = compared(indicator('I', { accumulation: 'ytd' }), reports, 'Z I 2022-01')
    expect(january.single?.quantity.value).toBe('35')
  })

  it('only months known in both years are set against each other', () => {
    const reports = { ...monthly('Z', 2022, ['10', '20', '30']), ...monthly('Z', 2021, ['5', '—', '20']) }
    const { yearToDate } = compared(indicator('I'), reports, 'Z I 2022-03')
    expect(yearToDate?.quantity.value).toBe('60')
    expect(yearToDate?.comparedPeriods).toEqual(['2022-01', '2022-03'])
    expect(yearToDate?.yoy).toMatchObject({ quantity: { value: '60' }, base: { value: '25' } })
  })

  it('a missing month is told: 累计 of two months out of three', () => {
    const { yearToDate } = compared(indicator('I'), monthly('Z', 2022, ['10', '—', '30']), 'Z I 2022-03')
    expect(yearToDate).toMatchObject({ quantity: { value: '40' }, periods: { have: 2, of: 3 } })
  })

  it('a base on other coverage is not called like for like', () => {
    const plan = planOf([indicator('I')], ['Z', 'A<Z', 'B<Z'])
    const store = storeOf({ 'A I 2022-03': '1', 'B I 2022-03': '1', 'A I 2021-03': '1' })
    const read = readThrough(plan, (k) => store.observation(k))
    const result = comparison(plan, key('Z I 2022-03'), { read, thresholds: THRESHOLDS })
    expect(result?.yoy).toMatchObject({ quantity: { value: '100' }, isLikeForLike: false })
  })
})

describe('ranking', () => {
  const rank = (declared: Indicator, reports: Readonly<Record<string, string>>) => {
    const units = ['A', 'B', 'C', 'D', 'E']
    const plan = planOf([declared], ['Z', ...units.map((unit) => `${unit}<Z`)])
    const store = storeOf(reports)
    const read = readThrough(plan, (k) => store.observation(k))
    return rankUnits(plan, { units, key: key('Z I 2022-03') }, read)
  }
  const reports = { 'A I 2022-03': '9', 'B I 2022-03': '7', 'C I 2022-03': '9.0', 'D I 2022-03': '8' }

  it('ties share a place and are named, the next place is skipped, the unknown is listed apart', () => {
    const ranking = rank(indicator('I'), reports)
    expect(ranking.ranked.map(({ unit, place }) => `${place}${unit}`)).toEqual(['1A', '1C', '3D', '4B'])
    expect(ranking.ranked[0]?.tiedWith).toEqual(['C'])
    expect(ranking).toMatchObject({ unknown: ['E'], coverage: { have: 4, of: 5 } })
  })

  it('less is better where the indicator says so', () => {
    expect(rank(indicator('I', { direction: 'down' }), reports).ranked.map(({ unit }) => unit)).toEqual([
      'B',
      'D',
      'A',
      'C',
    ])
  })
})
