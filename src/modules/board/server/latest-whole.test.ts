import { describe, expect, it } from 'vitest'
import { period } from '#engine/period/period'
import { type KnownPeriod, latestWhole } from './latest-whole'

const known = (id: string, figures: number, whole = figures): KnownPeriod => ({
  period: period(id),
  figures,
  whole,
})

describe('the period a board opens on', () => {
  it.each([
    ['the latest that is whole', [known('2026-09', 60), known('2026-08', 60)], '2026-09'],
    [
      'not a month of which only what is counted is known, before the parks have reported',
      [known('2026-10', 3), known('2026-09', 60)],
      '2026-09',
    ],
    [
      'not a month that half of the parks have reported',
      [known('2026-10', 60, 3), known('2026-09', 60, 57)],
      '2026-09',
    ],
    [
      'a month of which most is known, though a stray is missing',
      [known('2026-10', 60, 50), known('2026-09', 60)],
      '2026-10',
    ],
    ['a year is measured by years', [known('2025', 25), known('2025-12', 200), known('2024', 30)], '2025'],
    ['the only one there is', [known('2021', 25)], '2021'],
  ])('is %s', (_, periods, opened) => {
    expect(latestWhole(periods)).toBe(opened)
  })

  it('is none where none is whole', () => {
    expect(latestWhole([known('2026-10', 60, 3)])).toBeUndefined()
  })
})
