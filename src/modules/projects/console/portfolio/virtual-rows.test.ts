import { describe, expect, it } from 'vitest'
import { pagesOf, rowPlaces, rowsSeen } from './virtual-rows'

describe('rows of which only those that are seen are drawn', () => {
  const none = new Map<number, number>()

  it('a thousand rows: a window shows its own and six beyond either edge', () => {
    const places = rowPlaces(1000, 40, none)
    expect(places.total).toBe(40_000)
    expect(rowsSeen(places, 0, 400)).toEqual([0, 16])
    expect(rowsSeen(places, 20_000, 400)).toEqual([494, 516])
    expect(rowsSeen(places, 39_600, 400)).toEqual([984, 999])
  })

  it('a row that stands open pushes the others down', () => {
    const places = rowPlaces(3, 40, new Map([[0, 300]]))
    expect(places.starts).toEqual([0, 340, 380])
    expect(places.total).toBe(420)
  })

  it('no rows, nothing to draw', () => {
    expect(rowsSeen(rowPlaces(0, 40, none), 0, 400)).toBeUndefined()
  })

  it.each([
    [[0, 16], [1]],
    [
      [90, 110],
      [1, 2],
    ],
    [
      [250, 520],
      [3, 4, 5, 6],
    ],
  ] as const)('rows %j lie on pages %j', (rows, pages) => {
    expect(pagesOf(rows, 100)).toEqual(pages)
  })
})
