import { describe, expect, it } from 'vitest'
import { createCellStore, readThrough } from '#engine/figures/cell-store'
import { explain } from '#engine/figures/explain'
import { indicator, key, planOf, reported, storeOf } from '#engine/figures/testing/small-world'
import { text } from '#engine/result/result'

describe('every number can be taken apart', () => {
  const plan = planOf(
    [
      indicator('GDP', { name: text('地区生产总值', 'GDP') }),
      indicator('POP', { name: text('从业人员', 'Workers'), unit: '万人' }),
      indicator('PER', {
        name: text('人均', 'GDP per worker'),
        unit: '万元/人',
        formula: 'GDP / POP',
        rollup: { rule: 'none' },
      }),
    ],
    ['Z', 'A<Z', 'B<Z', 'C<Z'],
  )
  const store = storeOf({
    'A GDP 2022-03': '200',
    'B GDP 2022-03': '约150.4',
    'A POP 2022-03': '8',
    'B POP 2022-03': '4',
    'C POP 2022-03': '—',
  })
  const read = readThrough(plan, (k) => store.observation(k))

  it('a formula is shown with its values, then each of them, down to what the parks reported', () => {
    const tree = explain(plan, key('Z PER 2022-03'), read)
    expect(tree.how).toBe('formula')
    expect(tree.calculation?.zh).toBe('地区生产总值 约350.4亿元 ÷ 从业人员 12.0万人 = 约29.2万元/人')
    expect(tree.inputs.map((input) => [input.indicator.zh, input.how])).toEqual([
      ['地区生产总值', 'rollup'],
      ['从业人员', 'rollup'],
    ])
    expect(tree.inputs[0]?.calculation).toEqual({
      zh: '下级合计: 200 + 约150.4 = 约350.4亿元（覆盖 2/3）',
      en: 'sum of the units below: 200 + ≈ 150.4 = ≈ 350.4 × 100 million yuan (2 of 3 known)',
    })
    expect(tree.inputs[0]?.inputs.map((input) => [input.unit.zh, input.how, input.note?.zh ?? null])).toEqual(
      [
        ['A', 'reported', null],
        ['B', 'reported', null],
        ['C', 'unknown', '尚未填报'],
      ],
    )
  })

  it('what it shows is what was computed', () => {
    for (const spec of ['Z PER 2022-03', 'Z GDP 2022-03', 'C PER 2022-03']) {
      expect(explain(plan, key(spec), read).cell).toEqual(read.cell(key(spec)))
    }
  })

  it('LZ-16: what the source leaves open is shown as open, on the figure and on what is computed from it', () => {
    const open = text(
      '原文未说明是招商引资到位资金还是省外到位资金',
      'the source does not say of which of the two',
    )
    const lanzhou = planOf(
      [
        indicator('RATE', { unit: '%', rollup: { rule: 'none' } }),
        indicator('OVER', { unit: '个百分点', formula: 'RATE - 100%', rollup: { rule: 'none' } }),
      ],
      ['LZ'],
    )
    const own = createCellStore()
    own.report(key('LZ RATE 2021'), reported('101%', { origin: 'published', ambiguity: open }))
    const reading = readThrough(lanzhou, (k) => own.observation(k))
    const tree = explain(lanzhou, key('LZ OVER 2021'), reading)
    expect(tree).toMatchObject({
      cell: { value: '1' },
      ambiguity: open,
      inputs: [{ how: 'reported', ambiguity: open }],
    })
  })

  it('a second figure that disagrees is noted with its coverage', () => {
    const own = storeOf({ 'Z GDP 2022-03': '6.2', 'A GDP 2022-03': '5.1' })
    const reading = readThrough(plan, (k) => own.observation(k))
    expect(explain(plan, key('Z GDP 2022-03'), reading).note?.zh).toBe(
      '本级为 6.2亿元，按下级或公式为 5.1亿元（覆盖 1/3），相差 1.1亿元',
    )
  })

  it('a sum since January is told as that sum: the month alone would not give the result', () => {
    const summed = planOf(
      [
        indicator('S', { frequency: 'month', unit: '个', decimals: 0 }),
        indicator('P', { frequency: 'month', unit: '个', decimals: 0 }),
        indicator('R', { frequency: 'month', unit: '%', formula: 'ytd(S)/ytd(P)', rollup: { rule: 'none' } }),
      ],
      ['Z'],
    )
    const started = { 'Z S 2022-01': '3', 'Z S 2022-02': '1', 'Z P 2022-01': '3', 'Z P 2022-02': '2' }
    const own = storeOf(started)
    const reading = readThrough(summed, (k) => own.observation(k))
    const { calculation } = explain(summed, key('Z R 2022-02'), reading)
    expect(calculation?.zh).toMatch(/^累计\(.+\) 4个 ÷ 累计\(.+\) 5个 = 80/)
    expect(calculation?.en).toMatch(/^ytd\(.+\) 4.* ÷ ytd\(.+\) 5.* = 80/)
  })

  it('a year of days does not make an endless tree', () => {
    const daily = planOf(
      [
        indicator('D', { frequency: 'date' }),
        indicator('T', { frequency: 'date', formula: 'ytd(D)', rollup: { rule: 'none' } }),
        indicator('G', { frequency: 'date', unit: '%', formula: 'yoy(ytd(T))', rollup: { rule: 'none' } }),
      ],
      ['Z', 'A<Z', 'B<Z', 'C<Z'],
    )
    const reading = readThrough(daily, () => undefined)
    expect(JSON.stringify(explain(daily, key('Z G 2022-12-31'), reading)).length).toBeLessThan(3_000_000)
  })
})
