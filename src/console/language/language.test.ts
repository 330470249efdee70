import { describe, expect, it } from 'vitest'
import { bytesWords, dateWords, groupDigits, periodWords } from './format'
import { pinyinInitials } from './pinyin-initials'

describe('numbers are grouped without losing a digit', () => {
  it.each([
    ['1234567.891', 0, '1,234,567.891'],
    ['-12.5', 2, '−12.50'],
    ['999', 0, '999'],
    ['n/a', 0, 'n/a'],
    ['90071992547409931234.5', 0, '90,071,992,547,409,931,234.5'],
  ] as const)('%s', (given, decimals, shown) => {
    expect(groupDigits(given, decimals)).toBe(shown)
  })
})

describe('dates and periods are read as words', () => {
  it.each([
    ['2021', '2021年', '2021'],
    ['2021-Q3', '2021年三季度', 'Q3 2021'],
    ['2021-H2', '2021年下半年', 'H2 2021'],
    ['2021-03', '2021年3月', 'Mar 2021'],
  ])('%s', (period, zh, en) => {
    expect(periodWords(period, 'zh')).toBe(zh)
    expect(periodWords(period, 'en')).toBe(en)
  })
  it('a day', () => {
    expect(dateWords('2026-03-05', 'zh')).toBe('2026年3月5日')
    expect(dateWords('2026-03-05', 'en')).toBe('5 Mar 2026')
  })
  it('a size', () => {
    expect(bytesWords(3_565_158)).toBe('3.4 MB')
    expect(bytesWords(0)).toBe('0 B')
  })
})

describe('a unit is found by its pinyin initials', () => {
  it.each([
    ['兰州高新区', 'lzgxq'],
    ['青岛高新区', 'qdgxq'],
    ['南宁·中关村科技园', 'nnzgckjy'],
    ['江宁园 A2', 'jnya2'],
  ])('%s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials)
  })
})
