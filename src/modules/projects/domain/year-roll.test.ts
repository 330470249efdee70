import { describe, expect, it } from 'vitest'
import { type Listed, yearRoll } from './year-roll'

const listed = (listed_on: string | null, left_on: string | null = null): Listed => ({ listed_on, left_on })
const many = (count: number, row: Listed) => Array.from({ length: count }, () => row)

describe('the list of a year', () => {
  it('32 at the beginning, three came, two left: 33 now', () => {
    const rows = [
      ...many(30, listed('2026-02-10')),
      ...many(2, listed(null)),
      ...many(2, listed('2026-06-01')),
      listed('2026-07-15', '2026-09-30'),
      ...many(0, listed(null)),
    ]
    rows[0] = listed('2026-02-10', '2026-08-01')
    const roll = yearRoll(rows)
    expect(roll.begunOn).toBe('2026-02-10')
    expect([roll.beginning.length, roll.entered.length, roll.left.length, roll.now.length]).toEqual([
      32, 3, 2, 33,
    ])
  })

  it('without a day of listing everybody was there at the beginning', () => {
    const roll = yearRoll(many(4, listed(null)))
    expect([roll.begunOn, roll.beginning.length, roll.now.length]).toEqual([null, 4, 4])
    expect(yearRoll([]).now).toEqual([])
  })
})
