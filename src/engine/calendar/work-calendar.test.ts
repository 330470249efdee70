import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, plainDate, weekday, type PlainDate } from '#engine/period/plain-date'
import { chinaCalendar, chinaCalendarRows, CHINA_YEARS } from '#engine/calendar/china-calendar'
import { WorkCalendar } from '#engine/calendar/work-calendar'

const calendar = chinaCalendar()
const day = (text: string): PlainDate =>
  plainDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('make-up working days are worked although they fall on a weekend', () => {
  // FACTS §4, checked against the State Council's notices.
  const years: [year: number, days: string][] = [
    [2021, '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
    [2022, '01-29 01-30 04-02 04-24 05-07 10-08 10-09'],
    [2023, '01-28 01-29 04-23 05-06 06-25 10-07 10-08'],
    [2024, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    [2025, '01-26 02-08 04-27 09-28 10-11'],
    [2026, '01-04 02-14 02-28 05-09 09-20 10-10'],
  ]
  test.each(years)('%i: %s', (year, days) => {
    const listed = calendar.rows.filter(
      ({ date, kind }) => kind === 'makeup_workday' && date.startsWith(`${year}`),
    )
    expect(listed.map(({ date }) => date.slice(5)).join(' ')).toBe(days)
    for (const { date } of listed) {
      expect(weekday(date)).toBeGreaterThan(5)
      expect(calendar.isWorkday(date)).toEqual({ ok: true, value: true })
    }
  })
})

describe('holidays are not worked', () => {
  test.each([
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ])('%s to %s', (first, last) => {
    for (let date = day(first); date <= day(last); date = addDays(date, 1)) {
      expect(calendar.isWorkday(date)).toEqual({ ok: true, value: false })
      expect(calendar.findRow(date)?.kind).toBe('holiday')
    }
    expect(calendar.findRow(addDays(day(first), -1))?.kind).not.toBe('holiday')
    expect(calendar.findRow(addDays(day(last), 1))?.kind).not.toBe('holiday')
  })
})

describe('n working days after a day, which itself is not counted', () => {
  test.each([
    ['2022-01-28', 5, '2022-02-09'],
    ['2021-09-13', 20, '2021-10-15'],
    ['2026-01-26', 20, '2026-02-28'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-09-18', 10, '2026-10-09'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-05-02', 0, '2026-05-02'],
    ['2026-12-30', 1, '2026-12-31'],
    ['2026-01-04', -1, '2025-12-31'],
    ['2022-02-09', -5, '2022-01-28'],
  ])('%s + %i = %s', (from, n, due) => {
    expect(calendar.addWorkdays(day(from), n)).toEqual({ ok: true, value: due })
  })

  test('a year without a notice is refused with the year and the mend, never guessed as Mon–Fri', () => {
    // The package this data comes from answers 2027-01-05 here, as if 1 January were an ordinary Friday.
    const refused = calendar.addWorkdays(day('2026-12-29'), 5)
    expect(refused).toMatchObject({ ok: false, error: { code: 'year_not_covered', year: 2027 } })
    expect(!refused.ok && refused.error.message.zh).toContain('导入国务院')
    expect(!refused.ok && refused.error.message.en).toContain("import the State Council's notice")
    for (const holiday of ['2027-01-01', '2027-10-01'])
      expect(calendar.isWorkday(day(holiday))).toMatchObject({ ok: false, error: { year: 2027 } })
    expect(calendar.addWorkdays(day('2004-01-02'), -2)).toMatchObject({ error: { year: 2003 } })
    expect(calendar.addWorkdays(day('2026-12-01'), 1e9)).toMatchObject({ error: { year: 2027 } })
    expect(calendar.workdaysBetween(day('2026-12-01'), day('2027-02-01'))).toMatchObject({
      error: { year: 2027 },
    })
    expect(calendar.workdaysBetween(day('2027-02-01'), day('2026-12-01'))).toMatchObject({
      error: { year: 2027 },
    })
    expect(calendar.workdayOnOrAfter(day('2027-02-01'))).toMatchObject({ error: { year: 2027 } })
  })

  test('a part of a day is not a count', () => {
    for (const n of [0.5, Number.NaN, Infinity])
      expect(calendar.addWorkdays(day('2026-03-02'), n)).toMatchObject({ error: { code: 'not_a_count' } })
  })
})

describe('what is received on a day off, or after the cut-off hour, counts as received on the next working day', () => {
  test.each([
    ['2026-04-30', 16.99, '2026-04-30'],
    ['2026-04-30', 17, '2026-04-30'],
    ['2026-04-30', 17.01, '2026-05-06'],
    ['2026-05-02', 10, '2026-05-06'],
    ['2026-05-02', 20, '2026-05-06'],
    ['2026-05-09', 10, '2026-05-09'],
    ['2026-05-09', 18, '2026-05-11'],
  ])('%s at %d o’clock → %s', (date, hour, received) => {
    expect(calendar.receivedOn({ date: day(date), second: hour * 3600 }, 17)).toEqual({
      ok: true,
      value: received,
    })
  })
  test('without a cut-off hour the whole day counts', () => {
    expect(calendar.receivedOn({ date: day('2026-04-30'), second: 86_399 })).toEqual({
      ok: true,
      value: '2026-04-30',
    })
  })
})

describe('counting agrees with a finger on the wall calendar', () => {
  const exceptions = new Map(chinaCalendarRows().map(({ date, kind }) => [date as string, kind]))
  const worked = (date: PlainDate) =>
    exceptions.has(date) ? exceptions.get(date) === 'makeup_workday' : new Date(date).getUTCDay() % 6 !== 0
  const anyDay = fc.integer({ min: 0, max: 6500 }).map((offset) => addDays(day('2005-06-01'), offset))

  test('forward and back, day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -260, max: 520 }), (from, n) => {
        let date = from
        for (let left = Math.abs(n); left > 0;) {
          date = addDays(date, Math.sign(n))
          if (worked(date)) left--
        }
        expect(calendar.addWorkdays(from, n)).toEqual({ ok: true, value: date })
      }),
    )
  })

  test('between two days; the other way round it is the same, negative', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 900 }), (from, length) => {
        const to = addDays(from, length)
        let count = 0
        for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (worked(date)) count++
        expect(valueOf(calendar.workdaysBetween(from, to))).toBe(count)
        expect(valueOf(calendar.workdaysBetween(to, from))).toBe(0 - count)
        expect(valueOf(calendar.workdaysBetween(from, valueOf(calendar.addWorkdays(from, count))))).toBe(
          count,
        )
      }),
    )
  })

  test('the next working day is worked, and none lies between', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const next = valueOf(calendar.nextWorkday(from))
        expect(worked(next)).toBe(true)
        expect(valueOf(calendar.workdaysBetween(from, next))).toBe(1)
        expect(valueOf(calendar.workdayOnOrAfter(from))).toBe(worked(from) ? from : next)
      }),
    )
  })
})

describe('building a calendar', () => {
  test('ships 2004–2026 and knows that it does not know 2027', () => {
    expect(calendar.coveredYears).toEqual(CHINA_YEARS)
    expect([CHINA_YEARS[0], CHINA_YEARS.at(-1)]).toEqual([2004, 2026])
  })

  test('refuses a day that is both a holiday and worked', () => {
    const date = day('2027-01-02')
    const rows = [
      { date, kind: 'holiday', name: '元旦' } as const,
      { date, kind: 'makeup_workday', name: '元旦' } as const,
    ]
    expect(WorkCalendar.of(rows, [2027])).toMatchObject({ ok: false, error: { code: 'conflicting_rows' } })
  })

  test('rows of a year that is not covered do not open it', () => {
    const rows = [{ date: day('2027-01-01'), kind: 'holiday', name: '元旦' } as const]
    const built = valueOf(WorkCalendar.of(rows, [2026]))
    expect(built.isWorkday(day('2027-01-04'))).toMatchObject({ error: { year: 2027 } })
  })
})
