import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOf, fitted, kmPerDegree, placeAt, pointOf, shifted, within, zoomed } from './plane'

const margin = { top: 44, right: 64, bottom: 64, left: 56 }
const room = { width: 1000, height: 560 }
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const place = fc.record({ longitude: number(73, 136), latitude: number(3, 54) })
const places = fc.array(place, { minLength: 1, maxLength: 40 })
const rooms = fc.record({ width: number(240, 1600), height: number(240, 900) })

const whole = (given: readonly { longitude: number; latitude: number }[], of = room) => {
  const extent = extentOf(given)
  if (!extent) throw new Error('no places')
  return fitted(extent, of, margin)
}

describe('a plane of the map', () => {
  it('a place that is drawn is read back as the same place', () => {
    fc.assert(
      fc.property(places, place, rooms, (given, one, of) => {
        const plane = whole(given, of)
        const back = placeAt(plane, pointOf(plane, one))
        expect(back.longitude).toBeCloseTo(one.longitude, 8)
        expect(back.latitude).toBeCloseTo(one.latitude, 8)
      }),
    )
  })

  it('the whole lies between the margins, whatever is shown in whatever room', () => {
    fc.assert(
      fc.property(places, rooms, (given, of) => {
        const plane = whole(given, of)
        for (const { x, y } of given.map((one) => pointOf(plane, one))) {
          expect(x).toBeGreaterThan(margin.left - 0.01)
          expect(x).toBeLessThan(of.width - margin.right + 0.01)
          expect(y).toBeGreaterThan(margin.top - 0.01)
          expect(y).toBeLessThan(of.height - margin.bottom + 0.01)
        }
      }),
    )
  })

  it('north is up, and a km is as long eastward as northward on the middle parallel', () => {
    const plane = whole([
      { longitude: 120, latitude: 30 },
      { longitude: 121, latitude: 31 },
    ])
    const from = { longitude: 120.5, latitude: 30.5 }
    const [origin, north] = [from, { ...from, latitude: 30.6 }].map((one) => pointOf(plane, one))
    const east = pointOf(plane, {
      ...from,
      longitude: from.longitude + 0.1 / Math.cos((30.5 * Math.PI) / 180),
    })
    expect((origin?.y ?? 0) - (north?.y ?? 0)).toBeCloseTo(east.x - (origin?.x ?? 0), 6)
    expect(north?.y).toBeLessThan(origin?.y ?? 0)
  })

  it('a single project stands in the middle of some km, not of nothing', () => {
    const one = { longitude: 120.6, latitude: 33.2 }
    const plane = whole([one, one])
    expect(pointOf(plane, one).x).toBeCloseTo((1000 + 56 - 64) / 2, 6)
    expect(pointOf(plane, one).y).toBeCloseTo((560 + 44 - 64) / 2, 6)
    expect((room.height / plane.scale) * kmPerDegree).toBeGreaterThan(4)
    expect((room.height / plane.scale) * kmPerDegree).toBeLessThan(8)
  })

  it('zooming keeps the place under the pointer', () => {
    const all = whole([
      { longitude: 120, latitude: 30 },
      { longitude: 122, latitude: 32 },
    ])
    const about = { x: 520, y: 300 }
    const near = zoomed(all, { factor: 3, about }, all)
    expect(near.scale).toBeCloseTo(all.scale * 3)
    const [was, now] = [placeAt(all, about), placeAt(near, about)]
    expect(now.longitude).toBeCloseTo(was.longitude, 9)
    expect(now.latitude).toBeCloseTo(was.latitude, 9)
  })

  it('neither zooming nor dragging leads out of the whole', () => {
    const moves = fc.array(
      fc.record({ factor: number(0.2, 5), x: number(-900, 900), y: number(-900, 900) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(places, moves, (given, all) => {
        const start = whole(given)
        const end = all.reduce((plane, { factor, x, y }) => {
          const near = zoomed(plane, { factor, about: { x: room.width / 2, y: room.height / 2 } }, start)
          return within(shifted(near, { x, y }), start)
        }, start)
        const [corner, most] = [placeAt(end, { x: 0, y: 0 }), placeAt(start, { x: 0, y: 0 })]
        expect(corner.longitude).toBeGreaterThan(most.longitude - 1e-6)
        expect(corner.latitude).toBeLessThan(most.latitude + 1e-6)
        expect(end.scale).toBeGreaterThanOrEqual(start.scale)
      }),
    )
  })

  it('without a place there is nothing to draw', () => {
    expect(extentOf([])).toBeUndefined()
  })
})
