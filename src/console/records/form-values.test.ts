import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
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
