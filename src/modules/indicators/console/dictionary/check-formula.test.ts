import { describe, expect, it } from 'vitest'
import type { ReplyRow } from '#engine/records/reply'
import { checkFormula, faultsOf } from './check-formula'

const row = (code: string, name_zh: string, formula?: string): ReplyRow =>
  ({
    code,
    name_zh,
    name_en: code,
    unit: '亿元',
    decimals: 2,
    direction: 'up',
    frequency: 'month',
    accumulation: 'period',
    rollup: 'none',
    source: formula ? 'formula' : 'reported',
    formula: formula ?? null,
    may: [],
  }) as unknown as ReplyRow

const rows = [row('revenue', '营业收入'), row('cost', '成本'), row('profit', '利润', '营业收入 - 成本')]

describe('a formula is judged before it is saved, as the server will judge it', () => {
  it('a sound one is read back in names', () => {
    expect(checkFormula(rows, { formula: '利润 / 营业收入', unit: '%' })).toEqual({
      ok: true,
      reads: { zh: '[利润] ÷ [营业收入]', en: '[profit] ÷ [revenue]' },
    })
  })
  it.each([
    ['没有 + 1亿元', 'bad_formula'],
    ['营业收入 +', 'bad_formula'],
    ['1', 'bad_formula'],
  ])('%s', (formula, code) => {
    const verdict = checkFormula(rows, { formula, unit: '亿元' })
    expect(verdict.ok ? [] : verdict.errors.map((error) => error.code)).toEqual([code])
  })
  it('a circle is shown with everyone in it', () => {
    const verdict = checkFormula(rows, { formula: '利润 + 成本', unit: '亿元', code: 'cost' })
    expect(verdict.ok ? '' : verdict.errors[0]?.message.zh).toContain('利润 →')
  })
  it('faults of other indicators do not count against this one', () => {
    const broken = [...rows, row('bad', '坏', '没有')]
    expect(faultsOf(broken)).toHaveLength(1)
    expect(checkFormula(broken, { formula: '营业收入', unit: '亿元' }).ok).toBe(true)
  })
})
