import { describe, expect, it } from 'vitest'
import { createCellStore, readThrough } from '#engine/figures/cell-store'
import { cellId, keyOfCellId } from '#engine/figures/cell'
import { discrepancy } from '#engine/figures/discrepancy'
import { compilePlan } from '#engine/figures/compile-plan'
import type { Indicator } from '#engine/figures/indicator'
import { indicator, key, planOf, reported, storeOf, unit } from '#engine/figures/testing/small-world'
import { period } from '#engine/period/period'

const ZONE = ['Z', 'A<Z', 'B<Z', 'C<Z']

const cellOf = (
  indicators: readonly Indicator[],
  reports: Readonly<Record<string, string>>,
  wanted: string,
) => {
  const plan = planOf(indicators, ZONE)
  const store = storeOf(reports)
  return readThrough(plan, (k) => store.observation(k)).cell(key(wanted))
}

describe('a zone takes its figure from its parks by the indicator’s rule', () => {
  const rate = indicator('R', {
    unit: '%',
    rollup: { rule: 'ratio_of_sums', numerator: 'N', denominator: 'D' },
  })
  const counted = [indicator('N', { unit: '个' }), indicator('D', { unit: '个' }), rate]

  it('sums what is known and counts the rest: 1.2 + 约0.8 of three parks is 约2, 2 of 3', () => {
    const cell = cellOf([indicator('I')], { 'A I 2022-03': '1.2', 'B I 2022-03': '约0.8' }, 'Z I 2022-03')
    expect(cell).toMatchObject({
      value: '2',
      qualifier: 'about',
      coverage: { have: 2, of: 3 },
      origin: 'rollup',
    })
  })

  it('a zone of which nobody reported is unknown, 0 of 3, not zero', () => {
    expect(cellOf([indicator('I')], {}, 'Z I 2022-03')).toMatchObject({
      value: null,
      coverage: { have: 0, of: 3 },
    })
  })

  it('counted from rows, a park without rows is not missing: of three parks two have projects, and the sum is whole', () => {
    const starts = indicator('S', { unit: '个', source: 'measure' })
    const toDate = indicator('T', {
      unit: '个',
      rollup: { rule: 'none' },
      source: 'formula',
      formula: 'ytd([S])',
    })
    const reports = { 'A S 2022-01': '2', 'B S 2022-03': '1' }
    expect(cellOf([starts], reports, 'Z S 2022-03')).toMatchObject({
      value: '1',
      coverage: { have: 1, of: 1 },
    })
    expect(cellOf([starts, toDate], reports, 'Z T 2022-03')).toMatchObject({
      value: '3',
      coverage: { have: 2, of: 2 },
    })
    expect(cellOf([starts], {}, 'Z S 2022-03')?.value).toBe(null)
  })

  it('weighted mean: 10 % of 300 people and 20 % of 100 people are 12.5 %; a park without weight is not counted in', () => {
    const indicators = [
      indicator('W', { unit: '人' }),
      indicator('G', { unit: '%', rollup: { rule: 'weighted_mean', weight: 'W' } }),
    ]
    const reports = {
      'A G 2022-03': '10',
      'A W 2022-03': '300',
      'B G 2022-03': '20',
      'B W 2022-03': '100',
      'C G 2022-03': '99',
    }
    expect(cellOf(indicators, reports, 'Z G 2022-03')).toMatchObject({
      value: '12.5',
      coverage: { have: 2, of: 3 },
    })
  })

  it('ratio of sums: 206 started of 255 planned is 80.78 %, not the mean of the parks’ rates', () => {
    const reports = {
      'A N 2022-03': '200',
      'A D 2022-03': '205',
      'B N 2022-03': '6',
      'B D 2022-03': '50',
      'C N 2022-03': '9',
    }
    const cell = cellOf(counted, reports, 'Z R 2022-03')
    expect(cell?.value?.slice(0, 7)).toBe('80.7843')
    expect(cell?.coverage).toEqual({ have: 2, of: 3 })
    expect(cellOf(counted, reports, 'B R 2022-03')?.value).toBe('12')
  })

  it('a zone that reports both figures itself has its ratio without any park', () => {
    expect(cellOf(counted, { 'Z N 2022': '39', 'Z D 2022': '40' }, 'Z R 2022')?.value).toBe('97.5')
  })

  it('last takes the last known park; none leaves the zone without a figure', () => {
    const reports = { 'A I 2022-03': '1', 'B I 2022-03': '2' }
    expect(cellOf([indicator('I', { rollup: { rule: 'last' } })], reports, 'Z I 2022-03')?.value).toBe('2')
    expect(cellOf([indicator('I', { rollup: { rule: 'none' } })], reports, 'Z I 2022-03')?.value).toBeNull()
  })
})

describe('which figure counts', () => {
  it('Nanning: 6.16 is published, five of six projects make about 5.12; both are kept and compared', () => {
    const projects = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']
    const plan = planOf([indicator('TI', { decimals: 2 })], ['NN', ...projects.map((p) => `${p}<NN`)])
    const store = storeOf({
      'NN TI 2022-03 plan': '6.16',
      'P1 TI 2022-03 plan': '约1.76',
      'P2 TI 2022-03 plan': '1.3',
      'P3 TI 2022-03 plan': '1',
      'P5 TI 2022-03 plan': '约0.7',
      'P6 TI 2022-03 plan': '约0.36',
    })
    const read = readThrough(plan, (k) => store.observation(k))
    const total = key('NN TI 2022-03 plan')
    expect(read.cell(total)).toMatchObject({ value: '6.16', qualifier: 'exact', origin: 'reported' })
    expect(discrepancy(plan, total, read)).toMatchObject({
      own: { value: '6.16' },
      derived: { value: '5.12', qualifier: 'about', coverage: { have: 5, of: 6 } },
      difference: { value: '1.04', qualifier: 'about' },
    })
  })

  it('figures that agree have no discrepancy', () => {
    const plan = planOf([indicator('I')], ['Z', 'A<Z'])
    const store = storeOf({ 'Z I 2022-03': '2', 'A I 2022-03': '2.0' })
    expect(
      discrepancy(
        plan,
        key('Z I 2022-03'),
        readThrough(plan, (k) => store.observation(k)),
      ),
    ).toBeUndefined()
  })

  it('a formula converts units: 350.4 亿元 over 12万人 is 29.2 万元 a person', () => {
    const indicators = [
      indicator('GDP'),
      indicator('人口', { unit: '万人' }),
      indicator('人均', { unit: '万元/人', formula: 'GDP / 人口', rollup: { rule: 'none' } }),
    ]
    const cell = cellOf(indicators, { 'A GDP 2022-03': '350.4', 'A 人口 2022-03': '12' }, 'A 人均 2022-03')
    expect(cell).toMatchObject({ value: '29.2', origin: 'formula', coverage: { have: 1, of: 1 } })
  })

  it('a ratio of sums goes before the formula at a zone: like is divided by like when a park is late with one part', () => {
    const indicators = [
      indicator('利润'),
      indicator('营收'),
      indicator('利润率', {
        unit: '%',
        formula: '利润 / 营收',
        rollup: { rule: 'ratio_of_sums', numerator: '利润', denominator: '营收' },
      }),
    ]
    const figures = { 'A 利润 2022-03': '10', 'A 营收 2022-03': '100', 'B 营收 2022-03': '900' }
    expect(cellOf(indicators, figures, 'Z 利润率 2022-03')).toMatchObject({ value: '10', origin: 'rollup' })
    expect(cellOf(indicators, figures, 'A 利润率 2022-03')).toMatchObject({ value: '10', origin: 'formula' })
    const own = { 'Z 利润 2022-03': '5', 'Z 营收 2022-03': '50' }
    expect(cellOf(indicators, own, 'Z 利润率 2022-03')).toMatchObject({ value: '10' })
  })

  it('a missing operand is named in the reason', () => {
    const indicators = [
      indicator('GDP'),
      indicator('人口', { unit: '人' }),
      indicator('比', { unit: '元/人', formula: 'GDP / 人口' }),
    ]
    expect(cellOf(indicators, { 'A GDP 2022-03': '1' }, 'A 比 2022-03')).toMatchObject({
      value: null,
      why: { zh: '“人口”未知' },
    })
  })

  it('outside its validity an indicator has no computed figure', () => {
    const indicators = [indicator('I', { validFrom: period('2022'), validTo: period('2022-06') })]
    expect(cellOf(indicators, { 'A I 2021-12': '1' }, 'Z I 2021-12')).toMatchObject({
      value: null,
      why: { zh: /不适用/ } as never,
    })
  })
})

describe('marks travel', () => {
  it('one sample figure makes the sum a sample; the least advanced status counts; an open question stays open', () => {
    const plan = planOf([indicator('I')], ZONE)
    const store = createCellStore()
    store.report(key('A I 2022-03'), reported('1', { status: 'submitted' }))
    store.report(
      key('B I 2022-03'),
      reported('2', { sample: true, ambiguity: { zh: '口径未明', en: 'open' } }),
    )
    const cell = readThrough(plan, (k) => store.observation(k)).cell(key('Z I 2022-03'))
    expect(cell).toMatchObject({ sample: true, status: 'submitted', ambiguity: { zh: '口径未明' } })
  })
})

describe('declarations are checked', () => {
  const errorsOf = (indicators: readonly Indicator[], units: readonly string[] = ZONE) =>
    compilePlan(indicators, units.map(unit)).errors.map((error) => `${error.code} ${error.subject}`)

  it('a cycle is shown by its names and computes nothing', () => {
    const { plan, errors } = compilePlan(
      [
        indicator('A1', { formula: 'B1', name: { zh: '甲', en: 'First' } }),
        indicator('B1', { formula: 'yoy(C1) * A1', unit: '亿元', name: { zh: '乙', en: 'Second' } }),
        indicator('C1'),
      ],
      ZONE.map(unit),
    )
    expect(errors).toMatchObject([
      {
        code: 'cycle',
        cycle: ['A1', 'B1', 'A1'],
        message: { zh: expect.stringContaining('甲 → 乙 → 甲') as string },
      },
    ])
    expect(plan.indicators.get('A1')?.formula).toBeNull()
  })

  it.each<[string, Indicator[], string[]]>([
    ['an unknown name', [indicator('F', { formula: 'G + 1' })], ['bad_formula F']],
    ['an unknown measure', [indicator('F', { unit: '斤' })], ['unknown_unit_of_measure F']],
    ['a sum of rates', [indicator('F', { unit: '%' })], ['bad_rollup F']],
    [
      'an unknown weight',
      [indicator('F', { rollup: { rule: 'weighted_mean', weight: 'W' } })],
      ['bad_rollup F'],
    ],
    ['a code twice', [indicator('F'), indicator('F')], ['duplicate_code F']],
    ['a bar in a code', [indicator('F|G')], ['bad_code F|G']],
    [
      'money and people',
      [indicator('P', { unit: '人' }), indicator('F', { formula: 'P' })],
      ['bad_formula F'],
    ],
    ['an empty formula', [indicator('F', { formula: '' })], ['bad_formula F']],
  ])('%s is refused', (_, indicators, errors) => {
    expect(errorsOf(indicators)).toEqual(errors)
  })

  it('a tree with a circle or an unknown parent is refused', () => {
    expect(errorsOf([], ['A<B', 'B<A', 'C<X', 'D', 'D'])).toEqual([
      'unit_cycle A',
      'unit_cycle B',
      'unknown_parent C',
      'duplicate_code D',
    ])
  })

  it('a key survives its way through text', () => {
    const k = key('Z I 2022-Q1 target')
    expect(keyOfCellId(cellId(k))).toEqual(k)
    expect(keyOfCellId('a|b')).toBeUndefined()
  })
})
