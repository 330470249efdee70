import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graticule, roundAbove, roundBelow, scaleBar } from './graticule'
import { fitted, kmPerDegree } from './plane'

const margin = { top: 44, right: 64, bottom: 64, left: 56 }
const plane = (span: number) =>
  fitted(
    { west: 120 - span, east: 120 + span, south: 33 - span, north: 33 + span },
    { width: 1000, height: 560 },
    margin,
  )
const isRound = (value: number) =>
  [1, 2, 5].some((digit) => {
    const power = Math.log10(value / digit)
    return Math.abs(power - Math.round(power)) < 1e-9
  })

describe('round steps', () => {
  it.each([
    [0.9, 0.5, 1],
    [1, 1, 1],
    [3, 2, 5],
    [7, 5, 10],
    [1000, 1000, 1000],
    [0.004, 0.002, 0.005],
  ])('of %s: %s below, %s above', (value, below, above) => {
    expect(roundBelow(value)).toBeCloseTo(below, 12)
    expect(roundAbove(value)).toBeCloseTo(above, 12)
  })

  it('are 1, 2 or 5 × 10ⁿ on either side of any number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (value) => {
        const [below, above] = [roundBelow(value), roundAbove(value)]
        expect(isRound(below) && isRound(above)).toBe(true)
        expect(below).toBeLessThanOrEqual(value * (1 + 1e-12))
        expect(above).toBeGreaterThanOrEqual(value * (1 - 1e-12))
        expect(below).toBeGreaterThan(value / 2.6)
      }),
    )
  })
})

describe('the scale bar', () => {
  it.each([0.001, 0.02, 0.15, 1, 8])('over %s degrees is a round distance, as long as it says', (span) => {
    const at = plane(span)
    const { km, width } = scaleBar(at, 140)
    expect(isRound(km)).toBe(true)
    expect(width).toBeLessThanOrEqual(140 + 1e-9)
    expect(width).toBeGreaterThan(140 / 2.6)
    expect((width / at.scale) * kmPerDegree).toBeCloseTo(km, 9)
  })
})

describe('the graticule', () => {
  it.each([0.001, 0.02, 0.15, 1, 8])(
    'over %s degrees has a few lines, each with a label of its own',
    (span) => {
      const { meridians, parallels } = graticule(plane(span))
      for (const lines of [meridians, parallels]) {
        expect(lines.length).toBeGreaterThan(1)
        expect(lines.length).toBeLessThan(13)
        expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length)
      }
      const [first, second] = meridians.map(({ at }) => at)
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(95)
    },
  )

  it('lines lie on round degrees', () => {
    const { meridians } = graticule(plane(0.15))
    expect(meridians.map(({ label }) => label)).toContain('120.0°E')
  })
})
