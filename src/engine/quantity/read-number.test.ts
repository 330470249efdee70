import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
import { readValue } from '#engine/records/read-value'
import { text } from '#engine/result/result'
import { asFigure, asTyped, readNumber, type NumberReading } from './read-number'

const read = (input: string, how: NumberReading) => {
  const outcome = readNumber(input, how)
  return 'problem' in outcome ? outcome.problem : outcome.value.toFixed()
}

describe('one reader of numbers, read two ways', () => {
  it.for<[input: string, figure: string, typed: string]>([
    ['1234.5', '1234.5', '1234.5'],
    ['1,234.5', '1234.5', '1234.5'],
    ['1234,567', 'malformed_number', '1234567'],
    ['12,34', 'malformed_number', '1234'],
    ['1 234.5', 'malformed_number', '1234.5'],
    ['-5.50', '-5.5', '-5.5'],
    ['+7.2', '7.2', '7.2'],
    ['.5', '0.5', '0.5'],
    ['5.', 'malformed_number', 'malformed_number'],
    ['1.2E+08', '120000000', '120000000'],
    ['1.2亿', 'malformed_number', '120000000'],
    ['3万', 'malformed_number', '30000'],
    ['2千', 'malformed_number', '2000'],
    ['亿', 'malformed_number', 'malformed_number'],
    ['1亿亿', 'malformed_number', 'malformed_number'],
    ['', 'malformed_number', 'malformed_number'],
    ['1.2.3', 'malformed_number', 'malformed_number'],
    ['--5', 'malformed_number', 'malformed_number'],
    ['NaN', 'malformed_number', 'malformed_number'],
    ['Infinity', 'malformed_number', 'malformed_number'],
    ['0x10', 'malformed_number', 'malformed_number'],
    ['__proto__', 'malformed_number', 'malformed_number'],
    ['1'.repeat(21), 'too_many_digits', '1'.repeat(21)],
    [`0.${'1'.repeat(13)}`, 'too_many_digits', `0.${'1'.repeat(13)}`],
    ['1e99', 'too_many_digits', `1${'0'.repeat(99)}`],
  ])('“%s” is %s as a figure and %s as typed into a field', ([input, figure, typed]) => {
    expect(read(input, asFigure)).toBe(figure)
    expect(read(input, asTyped)).toBe(typed)
  })

  it('no digit is lost on the way', () => {
    expect(read('12345678901234567890.123456789012', asFigure)).toBe('12345678901234567890.123456789012')
    expect(read('1234567890123456789.87654321亿', asTyped)).toBe('123456789012345678987654321')
  })
})

describe('a number field takes what people and programs write', () => {
  const amount = field.decimal({ label: text('金额', 'Amount'), decimals: 4 })
  it.for<[given: unknown, value: string | null]>([
    ['１，２３４．５', '1234.5'],
    ['1.2亿', '120000000'],
    [12.5, '12.5'],
    ['−3', '-3'],
    ['  ', null],
  ])('%s → %s', ([given, value]) => {
    expect(readValue(amount, given)).toEqual({ ok: true, value })
  })

  it.for<[given: unknown]>([['三亿左右'], ['1.23456'], [Number.NaN], [true], ['9'.repeat(61)], ['1e21']])(
    'refuses %s',
    ([given]) => {
      expect(readValue(amount, given).ok).toBe(false)
    },
  )
})
