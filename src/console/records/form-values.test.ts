import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
import { readValue } from '#engine/records/read-value'
import { text } from '#engine/result/result'
import { changedValues, tidied } from './form-values'

const label = text('数', 'Number')

describe('a number is kept in the unit of its field', () => {
  it.each([
    ['亿元', '1.2亿', '1.2'],
    ['亿元', '1.2', '1.2'],
    ['亿元', '5000万', '0.5'],
    ['万元', '1.2亿', '12000'],
    ['元', '1.2亿', '120000000'],
    ['平方米', '３，０００', '3000'],
    ['亿元', 'about one', 'about one'],
  ])('%s: %s', (unit, typed, kept) => {
    expect(tidied(field.decimal({ label, decimals: 4, unit }), typed, 2026)).toBe(kept)
  })
})

describe('only what was changed is sent', () => {
  it('leaves out what is as it was, and says null for what was emptied', () => {
    expect(changedValues({ a: '1', b: 'x', c: null }, { a: '1', b: '', c: '' })).toEqual({ b: null })
  })
  it('sees a change inside a list', () => {
    expect(changedValues({ a: ['x'] }, { a: ['x', 'y'] })).toEqual({ a: ['x', 'y'] })
  })
})

describe('a date is read as people write it', () => {
  it.each([
    ['2026-3-5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['soon', 'soon'],
  ])('%s', (typed, kept) => {
    expect(tidied(field.date({ label }), typed, 2026)).toBe(kept)
  })
})

describe('a period is read as people write it', () => {
  it.each([
    ['2026年11月', '2026-11'],
    ['2026.3', '2026-03'],
    ['2026年一季度', '2026-Q1'],
    ['2026-11', '2026-11'],
    ['next month', 'next month'],
  ])('%s', (typed, kept) => {
    const month = field.period({ label })
    expect(tidied(month, typed, 2026)).toBe(kept)
  })
})

describe('a period that is imported or sent', () => {
  it('may be written with its 年; a decimal number is not guessed at', () => {
    const month = field.period({ label })
    expect(readValue(month, '2026年3月')).toEqual({ ok: true, value: '2026-03' })
    expect(readValue(month, '2026.1').ok).toBe(false)
  })
})
