import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindNames, readingsOf } from '#engine/formula/bind-names'
import { checkUnits } from '#engine/formula/check-units'
import { dependencyOrder } from '#engine/formula/dependency-order'
import { evaluate } from '#engine/formula/evaluate'
import type { Expression } from '#engine/formula/expression'
import { FUNCTIONS } from '#engine/formula/functions'
import { parseFormula } from '#engine/formula/parse-formula'
import { printFormula } from '#engine/formula/print-formula'
import type { Reader } from '#engine/formula/reader'
import { unknownBecause } from '#engine/formula/value'
import { oneSource } from '#engine/quantity/coverage'
import { quantity } from '#engine/quantity/quantity'
import { findUnit, type Unit } from '#engine/quantity/unit'
import { text } from '#engine/result/result'

const UNITS: Record<string, string> = {
  产值: '亿元',
  投资: '万元',
  人员: '人',
  增速: '%',
  面积: '亩',
  专利: '件',
}

function parsed(formula: string): Expression {
  const result = parseFormula(formula)
  if (!result.ok) throw new Error(`${formula}: ${result.error.message.en}`)
  return result.value
}

const errorOf = (formula: string) => {
  const result = parseFormula(formula)
  return result.ok ? 'accepted' : `${result.error.code}@${result.error.at}`
}

/** Places are months counted from 0; a figure is known only where the table has it. */
const at = (
  figures: Record<string, readonly (string | null)[]>,
  rates: readonly string[] = [],
): Reader<number> => ({
  read: (code, month) => {
    const value = figures[code]?.[month]
    if (value === undefined || value === null)
      return unknownBecause(text(`${code}未知`, `${code} is unknown`), oneSource(false))
    return { quantity: quantity(value), coverage: oneSource(true), why: null }
  },
  step: (step, month) => {
    if (step === 'previous') return [month - 1]
    if (step === 'last_year') return [month - 12]
    return step === 'year_to_date'
      ? Array.from({ length: (month % 12) + 1 }, (_, i) => month - i)
      : [0, 1, 2, 3]
  },
  trait: (code) => ({ isRate: rates.includes(code), isCumulative: false, isLessBetter: code === '能耗' }),
})

const valueOf = (formula: string, reader: Reader<number>, month = 0) =>
  evaluate(parsed(formula), month, reader)

describe('reading a formula', () => {
  it.each([
    ['1+2*3', '1 + 2 × 3'],
    ['(1+2)*3', '(1 + 2) × 3'],
    ['a-(b-c)', 'a − (b − c)'],
    ['a-b-c', 'a − b − c'],
    ['a/(b*c)', 'a ÷ (b × c)'],
    ['a*b/c', 'a × b ÷ c'],
    ['-(a+b)', '−(a + b)'],
    ['（产值＋投资）÷人员', '(产值 + 投资) ÷ 人员'],
    ['[投资额（万元）]×１００％', '投资额（万元） × 100%'],
    ['if(增速>=8%，1，0)', 'if(增速 ≥ 8%, 1, 0)'],
    ['同比(累计(产值))', 'yoy(ytd(产值))'],
    ['YoY(a)', 'yoy(a)'],
    ['[LZ-01]+LZ_GDP', 'LZ-01 + LZ_GDP'],
  ])('%s is %s', (formula, printed) => {
    expect(printFormula(parsed(formula), (code) => code)).toBe(printed)
  })

  it.each([
    ['', 'unexpected_end@1'],
    ['1+', 'unexpected_end@3'],
    ['1 2', 'unexpected_part@3'],
    ['(1+2', 'unexpected_end@5'],
    ['a..b', 'unexpected_character@2'],
    ['a.constructor', 'unexpected_character@2'],
    ['constructor(1)', 'unknown_function@1'],
    ['__proto__(1)', 'unknown_function@1'],
    ['toString()', 'unknown_function@1'],
    ['yoy()', 'unexpected_part@5'],
    ['yoy(a,b)', 'wrong_arguments@1'],
    ['rank(a+b)', 'wrong_arguments@1'],
    ['if(a,1,0)', 'wrong_arguments@5'],
    ['1 < 2', 'unexpected_part@3'],
    ['"x"', 'unexpected_character@1'],
    ['[ ]', 'unexpected_character@1'],
    ['ytd(ytd(ytd(a)))', 'nested_too_far@1'],
    ['('.repeat(60) + '1' + ')'.repeat(60), 'too_deep@51'],
    ['-'.repeat(60) + '1', 'too_deep@51'],
    ['1' + '+1'.repeat(400), 'too_many_parts@500'],
    ['1'.repeat(3000), 'too_long@1'],
  ])('refuses %.30s with %s', (formula, error) => {
    expect(errorOf(formula)).toBe(error)
  })

  it('no text whatever makes the parser throw, and every refusal points into the text', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '产值',
      'yoy',
      'if',
      '+',
      '-',
      '/',
      '×',
      ',',
      '8%',
      '1',
      '<',
      ' ',
      '__proto__',
      '𠀀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
        ),
        (formula) => {
          const result = parseFormula(formula)
          if (!result.ok) expect(result.error.at).toBeLessThanOrEqual(formula.length + 1)
          else expect(parseFormula(printFormula(result.value, (code) => `[${code}]`)).ok).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('the first unknown name is refused with its place, and prototype names are not known', () => {
    const codes = new Map([['产值', 'F001']])
    expect(bindNames(parsed('产值 / 人口'), (name) => codes.get(name))).toMatchObject({
      ok: false,
      error: { code: 'unknown_name', at: 6, message: { zh: '没有指标“人口”' } },
    })
    expect(bindNames(parsed('constructor'), (name) => codes.get(name))).toMatchObject({ ok: false })
  })
})

describe('units', () => {
  const check = (formula: string, declared: string) => {
    const result = checkUnits(
      parsed(formula),
      findUnit(declared) as Unit,
      (code) => findUnit(UNITS[code] ?? '') as Unit,
    )
    return result.ok ? 'fits' : result.error.code
  }

  it.each([
    ['产值 + 投资', '亿元', 'fits'],
    ['产值 + 人员', '亿元', 'unit_mismatch'],
    ['产值 / 人员', '万元/人', 'fits'],
    ['产值 / 人员', '亿元', 'unit_mismatch'],
    ['投资 / 产值', '%', 'fits'],
    ['投资 / 产值 * 100', '%', 'scaled_twice'],
    ['投资 * 100 / 产值', '%', 'scaled_twice'],
    ['投资 / 产值 × 100%', '%', 'fits'],
    ['专利 / 人员', '件/万人', 'fits'],
    ['专利 / 人员 * 10000', '件/万人', 'scaled_twice'],
    ['投资 / 面积', '万元/亩', 'fits'],
    ['yoy(产值)', '%', 'fits'],
    ['yoy(产值)', '亿元', 'unit_mismatch'],
    ['增速 - 8%', '个百分点', 'fits'],
    ['增速 - 8', '个百分点', 'bare_number'],
    ['if(增速 > 8, 1, 0)', '分', 'bare_number'],
    ['if(产值 > 100亿元, 1, 0)', '比值', 'fits'],
    ['if(产值 > 100, 1, 0)', '比值', 'unit_mismatch'],
    ['if(产值 > 0, 产值, 投资)', '亿元', 'fits'],
    ['if(产值 > 0, 产值, 人员)', '亿元', 'unit_mismatch'],
    ['if(产值 > 0, 投资, 0)', '亿元', 'fits'],
    ['rank(产值)', '位', 'fits'],
    ['sum(产值, 投资)', '万元', 'fits'],
    ['产值 * 产值', '亿元', 'unit_mismatch'],
  ])('%s in %s: %s', (formula, declared, outcome) => {
    expect(check(formula, declared)).toBe(outcome)
  })

  it('a refusal names both units', () => {
    const result = checkUnits(
      parsed('产值 + 人员'),
      findUnit('亿元') as Unit,
      (code) => findUnit(UNITS[code] ?? '') as Unit,
    )
    expect(result).toMatchObject({ ok: false, error: { message: { zh: '“亿元”与“人”不能相加减或比较' } } })
  })
})

describe('values', () => {
  const figures = at({ a: ['6', '7', '8', null], b: ['3', '0', null, null], 能耗: ['2', '1', '2', null] })

  it.each([
    ['a + b * 2', '12'],
    ['-(a - b)', '-3'],
    ['a / b', '2'],
    ['sum(a, b)', '9'],
    ['max(a, b, 100)', '100'],
    ['min(a, b)', '3'],
    ['avg(a, b)', '4.5'],
    ['if(a > b, a, b)', '6'],
    ['if(a = b, a, b)', '3'],
    ['a × 50%', '3'],
    ['1亿元 / 1万元', '10000'],
    ['sum(a)', '21'],
    ['share(a)', '1'],
    ['rank(a)', '3'],
    ['rank(能耗)', '2'],
  ])('%s is %s', (formula, value) => {
    expect(valueOf(formula, figures).quantity.value).toBe(value)
  })

  it('division by zero or by unknown is unknown and says why; it is never infinity', () => {
    expect(valueOf('a / b', figures, 1)).toMatchObject({ quantity: { value: null }, why: { zh: '除数为零' } })
    expect(valueOf('a / b', figures, 2)).toMatchObject({ quantity: { value: null }, why: { zh: 'b未知' } })
    expect(valueOf('if(b > 1, 1, 2)', figures, 2)).toMatchObject({
      quantity: { value: null },
      why: { zh: 'b未知' },
    })
  })

  it('a sum with a missing part is partial and counts it; a sum of nothing known is unknown', () => {
    expect(valueOf('sum(a, b)', figures, 2)).toMatchObject({
      quantity: { value: '8' },
      coverage: { have: 1, of: 2 },
    })
    expect(valueOf('sum(a, b)', figures, 3)).toMatchObject({
      quantity: { value: null },
      coverage: { have: 0, of: 2 },
    })
    expect(valueOf('sum(a)', figures)).toMatchObject({ coverage: { have: 3, of: 4 } })
  })

  it('growth is a share of the base, a difference for a rate, unknown on an empty or negative base', () => {
    const year = (first: string | null, now: string | null) => [first, ...Array<null>(11).fill(null), now]
    expect(valueOf('yoy(a)', at({ a: year('400', '431') }), 12).quantity.value).toBe('0.0775')
    expect(valueOf('yoy(a)', at({ a: year('0.400', '0.431') }, ['a']), 12).quantity.value).toBe('0.031')
    for (const base of ['0', '-5', null]) {
      expect(valueOf('yoy(a)', at({ a: year(base, '431') }), 12).quantity.value).toBeNull()
    }
  })

  it('the year to date adds the months and counts the missing ones', () => {
    expect(valueOf('ytd(a)', figures, 2)).toMatchObject({
      quantity: { value: '21' },
      coverage: { have: 3, of: 3 },
    })
    expect(valueOf('ytd(b)', figures, 2)).toMatchObject({
      quantity: { value: '3' },
      coverage: { have: 2, of: 3 },
    })
  })
})

describe('what reads what', () => {
  it('lists each indicator with the way it is read', () => {
    expect(readingsOf(parsed('a + yoy(ytd(b)) + share(a) + sum(a, c)'))).toEqual([
      { code: 'a', path: [] },
      { code: 'b', path: ['year_to_date'] },
      { code: 'b', path: ['last_year', 'year_to_date'] },
      { code: 'a', path: ['parent'] },
      { code: 'c', path: [] },
    ])
  })

  it('orders what is read before what reads it, and shows a cycle as its names', () => {
    expect(
      dependencyOrder(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', []],
        ]),
      ).order,
    ).toEqual(['c', 'b', 'a'])
    expect(
      dependencyOrder(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ).cycles,
    ).toEqual([['a', 'b', 'c', 'a']])
    expect(
      dependencyOrder(
        new Map([
          ['x', ['a']],
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ).cycles,
    ).toEqual([['a', 'b', 'a']])
    expect(dependencyOrder(new Map([['a', ['a']]])).cycles).toEqual([['a', 'a']])
  })

  it('a chain of ten thousand formulas is ordered', () => {
    const chain = new Map(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, [`f${i + 1}`]] as const))
    expect(dependencyOrder(chain).order).toHaveLength(10_000)
  })

  it('every function says in both languages what it does', () => {
    for (const { meaning } of Object.values(FUNCTIONS))
      expect(Math.min(meaning.zh.length, meaning.en.length)).toBeGreaterThan(3)
  })
})
