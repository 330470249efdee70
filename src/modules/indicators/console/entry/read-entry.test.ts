import { describe, expect, it } from 'vitest'
import { readEntry } from './read-entry'

const revenue = { unit: '亿元', decimals: 2 }

describe('a cell as a statistician pastes it', () => {
  it.each([
    ['1,234.56亿元', '1234.56', 'exact'],
    ['１２３４.５', '1234.5', 'exact'],
    ['1 234.5', '1234.5', 'exact'],
    ['50+', '50', 'over'],
    ['-12', '-12', 'exact'],
    ['', null, 'exact'],
  ])('%s', (typed, value, qualifier) => {
    const read = readEntry(typed, revenue)
    expect(read.ok && [read.value.value, value === null ? qualifier : read.value.qualifier]).toEqual([
      value,
      qualifier,
    ])
  })

  it('in another unit that leaves too many decimals is told what it comes to', () => {
    const read = readEntry('12.5万元', revenue)
    expect(!read.ok && read.error.zh).toBe('即 0.00125 亿元：最多 2 位小数，请四舍五入')
  })

  it.each(['2026-03-05', 'abc', '12%', '=1+2', '九十'])('%s is refused at the cell', (typed) => {
    expect(readEntry(typed, revenue).ok).toBe(false)
  })
})
