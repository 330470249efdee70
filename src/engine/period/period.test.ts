import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPeriod } from '#engine/period/format-period'
import { grainOf, parsePeriod, period, type PeriodId } from '#engine/period/period'
import {
  comparePeriods,
  containsPeriod,
  firstDay,
  lastDay,
  monthsOf,
  parentPeriods,
  timeProgress,
} from '#engine/period/period-extent'
import {
  nextPeriod,
  periodRange,
  previousPeriod,
  sameLastYear,
  sameNextYear,
  stepPeriod,
  yearToDate,
} from '#engine/period/period-steps'
import { addDays } from '#engine/period/plain-date'
import { rounded } from '#engine/quantity/decimal'

const anyYear = fc.integer({ min: 1990, max: 2060 })
const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => addDays('1995-01-01' as never, n) as unknown as PeriodId)
const anyPeriod = fc.oneof(
  anyYear.map((y) => period(`${y}`)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 2 })).map(([y, n]) => period(`${y}-H${n}`)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 4 })).map(([y, n]) => period(`${y}-Q${n}`)),
  fc
    .tuple(anyYear, fc.integer({ min: 1, max: 12 }))
    .map(([y, n]) => period(`${y}-${String(n).padStart(2, '0')}`)),
  anyDay,
)

describe('reading and writing periods', () => {
  it.for([
    ['2022', '2022年', '2022', 'year'],
    ['2022-H1', '2022年上半年', 'H1 2022', 'half_year'],
    ['2022-Q1', '2022年一季度', 'Q1 2022', 'quarter'],
    ['2022-03', '2022年3月', 'Mar 2022', 'month'],
    ['2022-03-15', '2022年3月15日', '15 Mar 2022', 'date'],
  ] as const)('%s is %s, %s', ([id, zh, en, grain]) => {
    expect(formatPeriod(period(id))).toEqual({ zh, en })
    expect(grainOf(period(id))).toBe(grain)
    expect(parsePeriod(zh)).toEqual({ ok: true, value: id })
  })

  it.each([
    ['202203', '2022-03'],
    ['2022.3', '2022-03'],
    ['２０２２年３月', '2022-03'],
    ['2022年第4季度', '2022-Q4'],
    ['Q2 2022', '2022-Q2'],
  ])('%s is read as %s', (input, id) => {
    expect(parsePeriod(input)).toEqual({ ok: true, value: id })
  })

  it.each([
    '',
    '2022-13',
    '2022-Q5',
    '2022-H3',
    '22-03',
    '2022年13月',
    '2022-02-30',
    '9'.repeat(1e6),
    '__proto__',
  ])('refuses %.20s', (input) => {
    expect(parsePeriod(input)).toMatchObject({ ok: false, error: { code: 'malformed_period' } })
  })
})

describe('steps', () => {
  it.for([
    ['2022-01', '2021-12', '2021-01'],
    ['2022-Q1', '2021-Q4', '2021-Q1'],
    ['2022-H2', '2022-H1', '2021-H2'],
    ['2022', '2021', '2021'],
    ['2024-02-29', '2024-02-28', '2023-02-28'],
    ['2022-03-01', '2022-02-28', '2021-03-01'],
  ] as const)('before %s comes %s, a year before %s', ([id, before, lastYear]) => {
    expect(previousPeriod(period(id))).toBe(before)
    expect(sameLastYear(period(id))).toBe(lastYear)
  })

  it('stepping there and back returns, and every period knows who compares with it', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -300, max: 300 }), (id, n) => {
        expect(stepPeriod(stepPeriod(id, n), -n)).toBe(id)
        expect(Math.sign(comparePeriods(stepPeriod(id, n), id))).toBe(Math.sign(n))
        expect(sameNextYear(sameLastYear(id))).toContain(id)
        for (const later of sameNextYear(id)) expect(sameLastYear(later)).toBe(id)
      }),
    )
  })

  it('the year to date of October is ten months; of Q2, two quarters; of a year, itself', () => {
    expect(yearToDate(period('2022-10'))).toHaveLength(10)
    expect(yearToDate(period('2022-Q2'))).toEqual(['2022-Q1', '2022-Q2'])
    expect(yearToDate(period('2022'))).toEqual(['2022'])
    expect(yearToDate(period('2022-03-01'))).toHaveLength(60)
  })

  it('a range holds both ends, across years', () => {
    expect(periodRange(period('2021-11'), period('2022-02'))).toEqual([
      '2021-11',
      '2021-12',
      '2022-01',
      '2022-02',
    ])
    expect(periodRange(period('2022-02'), period('2021-11'))).toEqual([])
    expect(periodRange(period('2022'), period('2022-02'))).toEqual([])
  })
})

describe('extent', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-H2', '2022-07-01', '2022-12-31'],
    ['2022-Q1', '2022-01-01', '2022-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-03-15', '2022-03-15', '2022-03-15'],
  ])('%s runs from %s to %s', (id, first, last) => {
    expect([firstDay(period(id)), lastDay(period(id))]).toEqual([first, last])
  })

  it('a month lies in its quarter, half-year and year; a day in its month too', () => {
    expect(parentPeriods(period('2022-08'))).toEqual(['2022-Q3', '2022-H2', '2022'])
    expect(parentPeriods(period('2022-03-15'))).toEqual(['2022-03', '2022-Q1', '2022-H1', '2022'])
    expect(monthsOf(period('2022-Q4'))).toEqual(['2022-10', '2022-11', '2022-12'])
  })

  it('parents contain their parts, and neighbours do not overlap', () => {
    fc.assert(
      fc.property(anyPeriod, (id) => {
        for (const parent of parentPeriods(id)) expect(containsPeriod(parent, id)).toBe(true)
        expect(containsPeriod(id, id)).toBe(true)
        expect(addDays(lastDay(id), 1)).toBe(firstDay(nextPeriod(id)))
      }),
    )
  })

  it.each([
    ['2022-10', '83.33'],
    ['2022-09', '75.00'],
    ['2022-Q1', '25.00'],
    ['2022-H1', '50.00'],
    ['2022', '100.00'],
    ['2022-03-31', '25.00'],
  ])('the time progress at the end of %s is %s %%', (id, percent) => {
    expect(rounded(String(Number(timeProgress(period(id))) * 100), 2)).toBe(percent)
  })
})
