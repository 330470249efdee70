import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  comparePlainDates,
  daysBetween,
  isPlainDate,
  parsePlainDate,
  plainDate,
  weekday,
  yearOf,
} from '#engine/period/plain-date'

const anyDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => plainDate(y, m, d))

describe('plain dates', () => {
  it.each(['2022-02-29', '2022-13-01', '2022-00-10', '2022-04-31', '1900-02-29'])(
    'refuses %s: no such day',
    (input) => {
      expect(parsePlainDate(input)).toMatchObject({ ok: false, error: { code: 'impossible_date' } })
    },
  )

  it.each(['2022-3-5', '2022/03/05', '', ' 2022-03-05', '2022-03-05T00:00', '2'.repeat(1e5)])(
    'refuses the shape of %.20s, quoting little of it',
    (input) => {
      const parsed = parsePlainDate(input)
      expect(parsed).toMatchObject({ ok: false, error: { code: 'malformed_date' } })
      expect(JSON.stringify(parsed).length).toBeLessThan(300)
    },
  )

  it.each(['2024-02-29', '2000-02-29', '2022-12-31'])('accepts %s', (input) => {
    expect(isPlainDate(input)).toBe(true)
  })

  it.each([
    ['2022-03-15', 2],
    ['2022-03-20', 7],
    ['2022-03-21', 1],
    ['1969-12-31', 3],
    ['2000-01-01', 6],
  ])('%s is weekday %i', (date, day) => {
    expect(weekday(date as never)).toBe(day)
  })

  it.each([
    ['2022-02-28', 1, '2022-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2022-03-15', 0, '2022-03-15'],
  ])('%s plus %i days is %s', (date, n, expected) => {
    expect(addDays(date as never, n)).toBe(expected)
  })

  it('adding days and counting them back agree; the week moves with the days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, n) => {
        const moved = addDays(date, n)
        expect(daysBetween(date, moved)).toBe(n)
        expect((((weekday(moved) - weekday(date) - n) % 7) + 7) % 7).toBe(0)
        expect(Math.sign(comparePlainDates(moved, date))).toBe(Math.sign(n))
        expect(yearOf(moved)).toBe(Number(moved.slice(0, 4)))
      }),
    )
  })
})
