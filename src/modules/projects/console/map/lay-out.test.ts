import { describe, expect, it } from 'vitest'
import type { ReplyRow } from '#engine/records/reply'
import { crowding, isAside, laidOut, locatedRows, spotOf } from './lay-out'
import { placedLabels } from './place-labels'
import { fitted } from './plane'

const row = (id: string, longitude: string | null, latitude: string | null) =>
  ({ id, longitude, latitude, investment: '3', unit_id: 'SF-HX' }) as unknown as ReplyRow
const plane = fitted(
  { west: 120, east: 120.3, south: 33, north: 33.2 },
  { width: 1000, height: 560 },
  { top: 44, right: 64, bottom: 64, left: 56 },
)

describe('projects at their coordinates', () => {
  it('one coordinate alone is no place', () => {
    const rows = [row('both', '120.1', '33.1'), row('half', '120.1', null), row('none', null, null)]
    expect(locatedRows(rows).map(({ row: { id } }) => id)).toEqual(['both'])
  })

  it('two on one plot stand beside each other, and the one that was moved says where it belongs', () => {
    const marks = laidOut(locatedRows([row('a', '120.1', '33.1'), row('b', '120.1', '33.1')]), plane)
    expect(marks.map(isAside).toSorted()).toEqual([false, true])
    const [a, b] = marks.map(spotOf)
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(24)
  })

  it('many are drawn smaller, few as large as ever', () => {
    expect(crowding(40, plane.room)).toBe(1)
    expect(crowding(500, plane.room)).toBeLessThan(1)
  })
})

describe('the name of a park', () => {
  const spot = (id: string, x: number, y: number) => ({ id, x, y, radius: 12 })
  const label = (id: string, spots: readonly ReturnType<typeof spot>[]) => ({
    id,
    width: 60,
    height: 16,
    spots,
  })

  it('stands in the middle of its projects where there is room', () => {
    const spots = [spot('a', 0, 100), spot('b', 200, 100)]
    expect(placedLabels([label('park', spots)], spots).get('park')).toEqual({ x: 100, y: 100 })
  })

  it('is not cut by the edge of the map', () => {
    const one = [spot('a', 100, 10)]
    const at = placedLabels([label('park', one)], one, { width: 400, height: 300 }).get('park')
    expect(at?.y).toBeGreaterThan(8)
  })

  it('else above them, and on no other name', () => {
    const one = [spot('a', 100, 100)]
    const places = placedLabels([label('park', one), label('other', one)], one)
    expect(places.get('park')?.y).toBeLessThan(88)
    expect(places.get('other')?.y).toBeGreaterThan(112)
  })
})
