import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexPoints, honeycomb } from '#console/charts/honeycomb'
import { emWidth, fitSize, labelLines } from '#console/charts/label-lines'
import { layoutUnits, overlaps } from './map-layout'
import { mapPlaces } from './map-places.data'
import { nearestTo } from './nearest'

const named = Object.keys(mapPlaces)
const sizes = { cardHeight: 100, places: mapPlaces }

describe('the map keeps every unit apart from the others', () => {
  it('whatever the units, the width and the height of a card', () => {
    const units = fc.uniqueArray(
      fc.oneof(fc.constantFrom(...named), fc.string({ minLength: 3, maxLength: 6 })),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(units, fc.integer({ min: 200, max: 2000 }), (codes, width) => {
        const { boxes, height } = layoutUnits(codes, { ...sizes, width })
        expect(boxes.map((box) => box.code).sort()).toEqual([...codes].sort())
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false)
          expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01)
          expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01)
        }
      }),
    )
  })

  it('and the compass right: Qingdao east of Lanzhou, Yinchuan north of Nanning', () => {
    const { boxes } = layoutUnits([...named, 'SF'], { ...sizes, width: 700 })
    const at = (code: string) => boxes.find((box) => box.code === code) ?? { x: NaN, y: NaN }
    expect(at('QD').x).toBeGreaterThan(at('LZ').x)
    expect(at('YC').y).toBeLessThan(at('NN').y)
    expect(boxes).toHaveLength(named.length + 1)
  })

  it('on a phone the cards stand in rows', () => {
    expect(layoutUnits(named, { ...sizes, width: 366 }).kind).toBe('rows')
  })
})

describe('parks stand around their zone', () => {
  it.each([1, 2, 7, 11, 25])('%i cells touch without overlapping', (count) => {
    const { cells, radius, width, height } = honeycomb(count, { width: 640, largest: 76 })
    expect(cells).toHaveLength(count)
    for (const [index, a] of cells.entries()) {
      for (const b of cells.slice(index + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(radius * Math.sqrt(3) - 0.01)
      expect(a.x + radius * 0.87).toBeLessThanOrEqual(width + 0.5)
      expect(a.y + radius).toBeLessThanOrEqual(height + 0.01)
    }
  })

  it('six parks make a ring: all equally far from the core', () => {
    const { cells, radius } = honeycomb(7, { width: 640, largest: 76 })
    const [core, ...ring] = cells
    for (const cell of ring)
      expect(Math.hypot(cell.x - (core?.x ?? 0), cell.y - (core?.y ?? 0))).toBeCloseTo(
        radius * Math.sqrt(3),
        5,
      )
    expect(hexPoints({ x: 0, y: 0 }, 10).split(' ')).toHaveLength(6)
  })
})

describe('labels fit the room they have', () => {
  it.each([
    ['青岛高新区', 10, ['青岛高新区']],
    ['桂林高新区（七星区）', 6, ['桂林高新区', '（七星区）']],
    ['Guilin High-tech Zone (Qixing)', 10, ['Guilin High-tech', 'Zone (Qixing)']],
    ['一二三四五六七八', 3, ['一二三', '四五…']],
  ])('%s in %i em', (words, widest, lines) => {
    expect(labelLines(words, widest, 2)).toEqual(lines)
  })

  it('a long value is set smaller before it is cut, never below the least size', () => {
    expect(fitSize('350.4亿元', 200, [12, 16])).toBe(16)
    expect(fitSize('350.4 × 100 million yuan', 180, [12, 16])).toBeLessThan(16)
    expect(fitSize('350.4 × 100 million yuan', 20, [12, 16])).toBe(12)
  })

  it('no line is wider than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'青岛高新区QD zone—（七）ab '), minLength: 1 }),
        (words) => {
          for (const line of labelLines(words, 5, 2)) expect(emWidth(line)).toBeLessThanOrEqual(5)
        },
      ),
    )
  })
})

describe('arrow keys go where the eye would', () => {
  const points = [
    { code: 'a', x: 0, y: 0 },
    { code: 'b', x: 100, y: 10 },
    { code: 'c', x: 0, y: 100 },
  ]
  it.each([
    ['a', 'ArrowRight', 'b'],
    ['a', 'ArrowDown', 'c'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowUp', undefined],
    ['a', 'Enter', undefined],
  ])('%s %s → %s', (from, key, to) => {
    expect(nearestTo(points, from, key)).toBe(to)
  })
})
