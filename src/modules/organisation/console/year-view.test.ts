import { describe, expect, it } from 'vitest'
import { chinaCalendarRows } from '#engine/calendar/china-calendar'
import type { CalendarDay } from '../contract'
import { festivalsOf, missingNextYear, monthDays, workdaysIn } from './year-view'

const of2026: CalendarDay[] = chinaCalendarRows().filter(({ date }) => date.startsWith('2026'))

describe('a year of the working calendar', () => {
  it('2026 has 248 working days: 261 weekdays, 19 of them off, 6 weekend days worked', () => {
    expect(workdaysIn(2026, of2026)).toBe(248)
  })

  it('each festival stands once with its days and the days worked for it', () => {
    expect(festivalsOf(of2026).map(({ name, first, days, makeups }) => [name, first, days, makeups])).toEqual(
      [
        ['元旦', '2026-01-01', 3, ['2026-01-04']],
        ['春节', '2026-02-15', 9, ['2026-02-14', '2026-02-28']],
        ['清明', '2026-04-04', 3, []],
        ['劳动节', '2026-05-01', 5, ['2026-05-09']],
        ['端午', '2026-06-19', 3, []],
        ['中秋', '2026-09-25', 3, []],
        ['国庆节', '2026-10-01', 7, ['2026-09-20', '2026-10-10']],
      ],
    )
  })

  it('tells a day off, a day made up, a weekend and a working day apart', () => {
    const days = monthDays(2026, 1, new Map(of2026.map((day) => [day.date, day])))
    expect(days.slice(0, 5).map((day) => day.state)).toEqual([
      'holiday',
      'holiday',
      'holiday',
      'makeup',
      'workday',
    ])
    expect(days[9]).toMatchObject({ date: '2026-01-10', state: 'weekend', name: undefined })
    expect(days).toHaveLength(31)
  })
})

describe('the next year’s notice is asked for', () => {
  it.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-12-31', true],
  ])('on %s pressing: %s', (today, isPressing) => {
    expect(missingNextYear([2025, 2026], today)).toEqual({ year: 2027, isPressing })
  })
  it('not once it is there', () => {
    expect(missingNextYear([2026, 2027], '2026-12-01')).toBeUndefined()
  })
})
