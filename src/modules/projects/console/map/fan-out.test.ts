import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fannedOut, type Spot } from './fan-out'

const spots = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 120 }),
      y: fc.integer({ min: 0, max: 120 }),
      radius: fc.integer({ min: 5, max: 15 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((spot, index) => ({ id: String(index), ...spot })))

const nearest = (given: readonly Spot[]) => {
  const places = fannedOut(given)
  const at = given.map((spot) => ({ ...spot, ...places.get(spot.id) }))
  let least = Infinity
  for (const [index, a] of at.entries())
    for (const b of at.slice(index + 1))
      least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius)
  return least
}

describe('marks that would lie on one another', () => {
  it('are moved apart, so that no two touch', () => {
    fc.assert(
      fc.property(spots, (given) => {
        expect(nearest(given)).toBeGreaterThan(-1e-9)
      }),
    )
  })

  it('all at one place as well, five hundred of them in a room one can see', () => {
    const given = Array.from({ length: 500 }, (_, index) => ({ id: String(index), x: 0, y: 0, radius: 8 }))
    expect(nearest(given)).toBeGreaterThan(-1e-9)
    const far = [...fannedOut(given).values()].map(({ x, y }) => Math.hypot(x, y))
    expect(Math.max(...far)).toBeLessThan(300)
  })

  it('stay where they are while nobody is in the way', () => {
    const given = [0, 40, 80].map((x) => ({ id: String(x), x, y: x, radius: 12 }))
    expect([...fannedOut(given).values()]).toEqual(given.map(({ x, y }) => ({ x, y })))
  })

  it('lie the same in whatever order they come', () => {
    fc.assert(
      fc.property(spots, (given) => {
        const there = fannedOut(given)
        const back = fannedOut(given.toReversed())
        for (const { id } of given) expect(back.get(id)).toEqual(there.get(id))
      }),
    )
  })
})
