import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '#engine/quantity/decimal'
import type { DoubtKind } from './doubt'
import type { GridCell } from './grid'
import { readCell } from './read-cell'
import { fieldMap } from './testing/fields'

const read = (name: string, cell: GridCell, given: { unit?: string; typical?: string } = {}) => {
  const field = fieldMap.get(name)
  if (!field) throw new Error(name)
  const { reading } = readCell(cell, { field, unit: given.unit ?? null, year: 2026, ...given })
  return 'value' in reading
    ? reading.value
    : ([reading.doubt.kind, ...reading.doubt.readings.map(({ value }) => value)] as const)
}

describe('a figure of money', () => {
  const cases: [cell: GridCell, unit: string | undefined, says: unknown][] = [
    [1.2, 'yi_yuan', '1.2'],
    [12000, 'wan_yuan', '1.2'],
    ['12,000', 'wan_yuan', '1.2'],
    ['１２０００', 'wan_yuan', '1.2'],
    ['1.2亿', undefined, '1.2'],
    ['1.2亿元', 'yi_yuan', '1.2'],
    ['3500万元', undefined, '0.35'],
    ['3500万', 'wan_yuan', '0.35'],
    ['—', 'wan_yuan', null],
    ['', 'wan_yuan', null],
    ['1.2亿', 'wan_yuan', ['unit_in_cell', '1.2']],
    ['3500万元', 'yi_yuan', ['unit_in_cell', '0.35']],
    [12000, undefined, ['unit_unsaid', '12000', '1.2', '0.0001']],
    [12345.678, 'wan_yuan', ['not_exact', '1.2346']],
    ['约1.2亿', undefined, ['qualifier', '1.2']],
    ['待定', 'wan_yuan', ['placeholder', '']],
    ['1-1.5亿', undefined, ['unreadable']],
    ['很多', 'wan_yuan', ['unreadable']],
    [-1, 'yi_yuan', ['refused']],
    ['50亩', 'wan_yuan', ['unreadable']],
  ]
  it.each(cases)('%j in a column of %s', (cell, unit, says) => {
    expect(read('investment', cell, unit ? { unit } : {})).toEqual(says)
  })

  it('far from the others of its column may be in the other unit', () => {
    expect(read('investment', 1.2, { unit: 'wan_yuan', typical: '35000' })).toEqual([
      'unusual_size',
      '0.0001',
      '1.2',
    ])
    expect(read('investment', 500, { unit: 'wan_yuan', typical: '35000' })).toBe('0.05')
  })

  it('too large for any project may be in the other unit, though a short list has no middle', () => {
    expect(read('investment', 15000, { unit: 'yi_yuan' })).toEqual(['unusual_size', '15000', '1.5', '0.0002'])
    expect(read('investment', 999, { unit: 'yi_yuan' })).toBe('999')
    expect(read('investment', 15000, { unit: 'wan_yuan' })).toBe('1.5')
  })

  it('is converted exactly, or it is doubtful: no digit is lost in silence', () => {
    const units = { yuan: '1', wan_yuan: '1e4', yi_yuan: '1e8' } as const
    const unit = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]))
    const amount = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(amount, unit, ([digits, shift], code) => {
        const value = decimal(digits).div(decimal(10).pow(shift))
        const found = read('investment', value.toFixed(), { unit: code })
        const doubts: unknown[] = ['not_exact', 'unusual_size'] satisfies DoubtKind[]
        if (Array.isArray(found)) return doubts.includes(found[0])
        return decimal(String(found)).times('1e8').equals(value.times(units[code]))
      }),
    )
  })
})

describe('a day', () => {
  const cases: [cell: GridCell, says: unknown][] = [
    [{ date: '2026-03-05' }, '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['二零二六年五月', ['no_day', '2026-05-01', '2026-05-31']],
    ['二〇二七年三季度', ['day_in_words', '2027-09-30', '2027-07-01']],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['2026/3/5 0:00:00', '2026-03-05'],
    [20260305, '2026-03-05'],
    ['2026年3月', ['no_day', '2026-03-01', '2026-03-31']],
    ['2026.3', ['no_day', '2026-03-01', '2026-03-31']],
    [2026.3, ['no_day', '2026-03-01', '2026-03-31']],
    [2026.1, ['no_day', '2026-01-01', '2026-10-01']],
    [2026, ['no_month', '2026-12-31', '2026-01-01']],
    ['2026年底', ['day_in_words', '2026-12-31', '2026-12-01']],
    ['2026年一季度', ['day_in_words', '2026-03-31', '2026-01-01']],
    ['2026年6月底前', ['day_in_words', '2026-06-30', '2026-06-01']],
    ['3月5日', ['no_year', '2026-03-05', '2027-03-05', '2025-03-05']],
    [46086, ['serial', '2026-03-05']],
    ['46086', ['serial', '2026-03-05']],
    ['3/5/2026', ['two_dates', '2026-03-05', '2026-05-03']],
    ['2026-02-30', ['unreadable']],
    ['已开工', ['unreadable']],
    [{ fault: 'error', text: '#REF!' }, ['fault']],
  ]
  it.each(cases)('%j', (cell, says) => {
    expect(read('planned_start', cell)).toEqual(says)
  })
})

describe('an option, a period', () => {
  const cases: [field: string, cell: GridCell, says: unknown][] = [
    ['category', '道路', 'road'],
    ['category', ' 道 路 ', 'road'],
    ['category', 'Road', 'road'],
    ['category', '道路工程', ['near_choice', 'road']],
    ['category', '医药', ['near_choice', 'medicine']],
    ['category', '市政道路', ['two_match', 'road', 'municipal']],
    ['category', '飞机', ['unknown_choice']],
    ['started_in', '2026年3月', '2026-03'],
    ['started_in', { date: '2026-03-01' }, '2026-03'],
    ['started_in', '2026.3', '2026-03'],
    ['started_in', 2026.1, ['no_day', '2026-01', '2026-10']],
    ['started_in', '一季度末', ['unreadable']],
  ]
  it.each(cases)('%s %j', (field, cell, says) => {
    expect(read(field, cell)).toEqual(says)
  })
})
