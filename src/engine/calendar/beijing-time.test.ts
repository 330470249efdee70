import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { beijingSeconds, beijingTime, beijingTimeAt, formatBeijingTime } from '#engine/calendar/beijing-time'

describe('an instant on Beijing’s wall clock', () => {
  test.each([
    ['2026-04-30T17:30:00+08:00', '2026-04-30', 63_000],
    ['2026-04-30T09:30Z', '2026-04-30', 63_000],
    ['2026-04-30T16:00:00.999Z', '2026-05-01', 0],
    ['2026-04-30T15:59:59Z', '2026-04-30', 86_399],
    ['2026-01-01T00:30:00+14:00', '2025-12-31', 66_600],
    ['2025-12-31T23:00:00-05:00', '2026-01-01', 43_200],
  ])('%s is %s, second %i', (instant, date, second) => {
    expect(beijingTime(instant)).toEqual({ ok: true, value: { date, second } })
  })

  test.each([
    '2026-04-30T17:30:00',
    '2026-04-30',
    '2026-02-30T00:00Z',
    '2026-04-30T24:00Z',
    '2026-04-30T10:60Z',
    'now',
    '',
  ])('%j is refused: it names no moment', (instant) => {
    expect(beijingTime(instant)).toMatchObject({ ok: false, error: { code: 'malformed_instant' } })
  })

  test('seconds, wall time and text are one and the same moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
        const at = beijingTimeAt(seconds)
        expect(beijingSeconds(at)).toBe(seconds)
        expect(beijingTime(formatBeijingTime(at))).toEqual({ ok: true, value: at })
        expect(Date.parse(formatBeijingTime(at)) / 1000 + 8 * 3600).toBe(seconds)
      }),
    )
  })
})
