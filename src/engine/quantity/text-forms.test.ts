import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishColumn } from '#engine/quantity/english-scale'
import { formatQuantity, quantityParts, readableQuantity } from '#engine/quantity/format-quantity'
import { parseQuantity } from '#engine/quantity/parse-quantity'
import { QUALIFIERS, quantity, UNKNOWN, type Qualifier } from '#engine/quantity/quantity'
import {
  convertValue,
  findUnit,
  isSameDimension,
  productOf,
  quotientOf,
  type Unit,
} from '#engine/quantity/unit'
import { UNIT_ROWS } from '#engine/quantity/units.data'

const unit = (name: string): Unit => {
  const found = findUnit(name)
  if (!found) throw new Error(`no unit ${name}`)
  return found
}

describe('reading what people write', () => {
  it.for<[string, string | null, Qualifier, string | null]>([
    ['1.2亿', '120000000', 'exact', null],
    ['1.2亿元', '1.2', 'exact', 'yi_yuan'],
    ['1,234.5', '1234.5', 'exact', null],
    ['1 234 567', '1234567', 'exact', null],
    ['１２３．４５', '123.45', 'exact', null],
    ['50+', '50', 'over', null],
    ['５０＋', '50', 'over', null],
    ['50多项', '50', 'over', 'xiang'],
    ['50项以上', '50', 'at_least', 'xiang'],
    ['超过100家', '100', 'over', 'jia'],
    ['约1.76', '1.76', 'about', null],
    ['约 1.76 亿元', '1.76', 'about', 'yi_yuan'],
    ['≥90', '90', 'at_least', null],
    ['不超过3天', '3', 'within', 'day'],
    ['100位以内', '100', 'within', 'wei'],
    ['within 100', '100', 'within', null],
    ['3.7万平方米', '3.7', 'exact', 'wan_m2'],
    ['−5', '-5', 'exact', null],
    ['-5.50', '-5.5', 'exact', null],
    ['98%', '98', 'exact', 'percent'],
    ['98％', '98', 'exact', 'percent'],
    ['13.8个百分点', '13.8', 'exact', 'pp'],
    ['1.2E+08', '120000000', 'exact', null],
    ['.5', '0.5', 'exact', null],
    ['', null, 'exact', null],
    ['—', null, 'exact', null],
    [' 未知 ', null, 'exact', null],
  ])('“%s” is %s (%s, %s)', ([input, value, qualifier, code]) => {
    expect(parseQuantity(input)).toEqual({ ok: true, value: { quantity: { value, qualifier }, unit: code } })
  })

  it.each([
    ['1.2亿', '万元', '12000'],
    ['8000万元', '亿元', '0.8'],
    ['6.16', '亿元', '6.16'],
    ['1.2万', '万人', '1.2'],
    ['3亩', '平方米', '2000'],
  ])('“%s” typed into a column of %s is %s', (input, wanted, value) => {
    expect(parseQuantity(input, wanted)).toMatchObject({
      ok: true,
      value: { quantity: { value }, unit: unit(wanted).code },
    })
  })

  it.each([
    ['12,34', 'malformed_number'],
    ['1.2.3', 'malformed_number'],
    ['abc', 'malformed_number'],
    ['--5', 'malformed_number'],
    ['NaN', 'malformed_number'],
    ['Infinity', 'malformed_number'],
    ['__proto__', 'malformed_number'],
    ['=1+1', 'malformed_number'],
    ['9'.repeat(21), 'too_many_digits'],
    ['0.' + '1'.repeat(13), 'too_many_digits'],
    ['1e99', 'too_many_digits'],
    ['1'.repeat(65), 'too_long'],
    ['9'.repeat(1e6), 'too_long'],
    ['约50+', 'conflicting_qualifiers'],
  ])('refuses “%.24s”: %s', (input, code) => {
    const parsed = parseQuantity(input)
    expect(parsed).toMatchObject({ ok: false, error: { code } })
    expect(JSON.stringify(parsed).length).toBeLessThan(300)
  })

  it('refuses people in a column of money', () => {
    expect(parseQuantity('5人', '亿元')).toMatchObject({ ok: false, error: { code: 'unit_mismatch' } })
    expect(parseQuantity('1亿', '%')).toMatchObject({ ok: false, error: { code: 'unit_mismatch' } })
  })
})

describe('printing', () => {
  it.for<[string | null, Qualifier, string, number | undefined, string, string]>([
    ['50', 'over', 'xiang', 0, '50+项', '50+'],
    ['90', 'at_least', 'yi_yuan', 0, '90亿元以上', '≥ 90 × 100 million yuan'],
    ['1.76', 'about', 'yi_yuan', 2, '约1.76亿元', '≈ 1.76 × 100 million yuan'],
    ['100', 'within', 'wei', 0, '100位以内', 'within 100'],
    ['629', 'exact', 'yi_yuan', 1, '629.0亿元', '629.0 × 100 million yuan'],
    ['1234567.891', 'exact', 'yuan', 2, '1,234,567.89元', '1,234,567.89 yuan'],
    ['-1234.5', 'exact', 'percent', 1, '−1,234.5%', '−1,234.5%'],
    ['13.8242', 'exact', 'pp', 1, '13.8个百分点', '13.8 pp'],
    ['97.5', 'exact', 'percent', undefined, '97.5%', '97.5%'],
    [null, 'exact', 'yi_yuan', 1, '—', '—'],
  ])('%s %s %s', ([value, qualifier, code, decimals, zh, en]) => {
    const format = { unit: code, ...(decimals === undefined ? {} : { decimals }) }
    expect(formatQuantity({ value, qualifier }, { ...format, language: 'zh' })).toBe(zh)
    expect(formatQuantity({ value, qualifier }, { ...format, language: 'en' })).toBe(en)
  })

  it.for<[string, readonly (string | null)[], string, readonly string[]]>([
    ['yi_yuan', ['350.4', '9.3', null, '-0.2'], 'billion yuan', ['35.04', '0.93', '-0.02']],
    ['yi_yuan', ['3.5', '0.36'], 'million yuan', ['350', '36']],
    ['wan_yuan', ['1234'], 'million yuan', ['12.34']],
    ['wan_ren', ['53.05', '3'], 'people', ['530500', '30000']],
    ['yi_yuan', [null], 'yuan', []],
  ])('an English column of %s %s has one scale', ([code, values, name, moved]) => {
    const column = englishColumn(values, unit(code))
    expect(column?.unit).toBe(name)
    expect(values.flatMap((value) => (value === null ? [] : column?.moved(value)))).toEqual(moved)
  })

  it('a column of a unit that is not counted in 万 or 亿 is left as it is', () => {
    expect(englishColumn(['7.7'], unit('percent'))).toBeUndefined()
  })

  it.for<[string | null, Qualifier, string, number | undefined, string]>([
    ['261.48', 'exact', 'yi_yuan', 2, '26.148 billion yuan'],
    ['629', 'exact', 'yi_yuan', 1, '62.90 billion yuan'],
    ['90', 'at_least', 'yi_yuan', 0, '≥ 9.0 billion yuan'],
    ['1.76', 'about', 'yi_yuan', 2, '≈ 176 million yuan'],
    ['0.004', 'exact', 'yi_yuan', undefined, '400,000 yuan'],
    ['-6.16', 'exact', 'yi_yuan', undefined, '−616 million yuan'],
    ['25000', 'exact', 'yi_yuan', 0, '2.5000 trillion yuan'],
    ['1234', 'exact', 'wan_yuan', 0, '12.34 million yuan'],
    ['53.05', 'exact', 'wan_ren', undefined, '530,500 people'],
    ['0', 'exact', 'yi_yuan', 2, '0 yuan'],
    ['12.5', 'exact', 'wan_yuan_per_ren', 1, '125,000 yuan per person'],
    ['50', 'over', 'xiang', 0, '50+'],
    ['97.5', 'exact', 'percent', 1, '97.5%'],
    [null, 'exact', 'yi_yuan', 2, '—'],
  ])('English speaks of %s %s %s as its readers do', ([value, qualifier, code, decimals, en]) => {
    const format = { unit: code, ...(decimals === undefined ? {} : { decimals }) }
    expect(readableQuantity({ value, qualifier }, { ...format, language: 'en' })).toBe(en)
  })

  it('Chinese keeps its own scale, number and unit apart or together', () => {
    const format = { unit: 'yi_yuan', decimals: 2, language: 'zh' } as const
    expect(readableQuantity(quantity('261.48', 'about'), format)).toBe('约261.48亿元')
    expect(quantityParts(quantity('261.48', 'about'), format)).toEqual({ number: '约261.48', unit: '亿元' })
  })

  it('another scale moves the point and keeps every digit', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 10_000)
    fc.assert(
      fc.property(value, fc.constantFrom('yi_yuan', 'wan_ren', 'million_yuan'), (v, code) => {
        const given = quantity(v, 'exact')
        const digits = (of: string) => of.replace(/\D/g, '').replace(/^0+|0+$/g, '')
        const printed = quantityParts(given, { unit: code, language: 'en' })
        expect(digits(printed.number)).toBe(digits(given.value ?? ''))
      }),
    )
  })

  it('a figure published as over 50 never prints as 50', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(formatQuantity(quantity(50, 'over'), { language, decimals: 0 })).toBe('50+')
      expect(formatQuantity(UNKNOWN, { language })).toBe('—')
    }
  })

  it('what is printed can be read back, mark and unit included', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100)
    fc.assert(
      fc.property(value, fc.constantFrom(...QUALIFIERS), fc.constantFrom(...UNIT_ROWS), (v, mark, row) => {
        const printed = formatQuantity(quantity(v, mark), { unit: row.code, language: 'zh' })
        expect(parseQuantity(printed)).toEqual({
          ok: true,
          value: { quantity: quantity(v, mark), unit: unit(row.zh).code },
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('units of measure', () => {
  it.for([
    ['6.16', '亿元', '万元', '61600'],
    ['8000', '万元', '亿元', '0.8'],
    ['3', '亩', '平方米', '2000'],
    ['1', '平方公里', '亩', '1500'],
    ['15', '亩', '公顷', '1'],
    ['1.2', '吨标准煤/万元', '吨标准煤/万元', '1.2'],
    ['97.5', '%', '‰', '975'],
    ['12.5', '%', '个百分点', '12.5'],
    ['36', '小时', '天', '1.5'],
  ] as const)('%s %s is exactly %s %s', ([value, from, to, expected]) => {
    expect(convertValue(value, unit(from), unit(to))).toBe(expected)
  })

  it('refuses to make people of money, working days of days, households of people', () => {
    expect(convertValue('1', unit('亿元'), unit('人'))).toBeNull()
    expect(convertValue('1', unit('天'), unit('工作日'))).toBeNull()
    expect(convertValue('1', unit('户'), unit('人'))).toBeNull()
  })

  it('quotients and products of units have the dimension their name says', () => {
    const ratio = quotientOf(unit('万元').dimension, unit('人').dimension)
    expect(isSameDimension(ratio, unit('万元/人').dimension)).toBe(true)
    expect(isSameDimension(productOf(ratio, unit('万人').dimension), unit('亿元').dimension)).toBe(true)
    expect(
      isSameDimension(
        quotientOf(unit('吨标准煤').dimension, unit('万元').dimension),
        unit('吨标准煤/万元').dimension,
      ),
    ).toBe(true)
  })

  it('codes are unique, and converting there and back returns the number', () => {
    expect(new Set(UNIT_ROWS.map((row) => row.code)).size).toBe(UNIT_ROWS.length)
    fc.assert(
      fc.property(fc.constantFrom(...UNIT_ROWS), fc.constantFrom(...UNIT_ROWS), fc.integer(), (a, b, n) => {
        const there = convertValue(String(n), a, b)
        fc.pre(
          there !== null && !a.zh.includes('亩') && !b.zh.includes('亩') && !(a.zh + b.zh).includes('小时'),
        )
        expect(convertValue(there ?? '', b, a)).toBe(String(n === 0 ? 0 : n))
      }),
    )
  })
})
