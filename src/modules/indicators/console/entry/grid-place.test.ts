import { describe, expect, it } from 'vitest'
import { holds, moved, nextEntry, rangeOf } from './grid-place'

const rows = 5
const press = (key: string, isFar = false) => ({ key, isFar })

describe('keys move as in Excel and stop at the edges', () => {
  it.each([
    ['ArrowDown', false, { row: 2, column: 0 }],
    ['ArrowUp', false, { row: 0, column: 0 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['ArrowDown', true, { row: 4, column: 0 }],
    ['End', false, { row: 1, column: 5 }],
    ['End', true, { row: 4, column: 5 }],
    ['PageDown', false, { row: 4, column: 0 }],
  ])('%s, far %s', (key, isFar, place) => {
    expect(moved({ row: 1, column: 0 }, press(key, isFar), rows)).toEqual(place)
  })
  it('a letter does not move', () => {
    expect(moved({ row: 1, column: 0 }, press('a'), rows)).toBeUndefined()
  })
})

describe('Tab goes through the cells to fill in and then leaves', () => {
  it.each([
    [{ row: 0, column: 0 }, 1, { row: 0, column: 5 }],
    [{ row: 0, column: 5 }, 1, { row: 1, column: 0 }],
    [{ row: 0, column: 2 }, -1, { row: 0, column: 0 }],
    [{ row: 1, column: 0 }, -1, { row: 0, column: 5 }],
    [{ row: 4, column: 5 }, 1, undefined],
    [{ row: 0, column: 0 }, -1, undefined],
  ] as const)('%j %i', (at, step, place) => {
    expect(nextEntry(at, rows, step)).toEqual(place)
  })
})

describe('a range holds what lies between its corners, whichever came first', () => {
  const range = rangeOf({ anchor: { row: 3, column: 2 }, at: { row: 1, column: 0 } })
  it('inside and outside', () => {
    expect(holds(range, { row: 2, column: 1 })).toBe(true)
    expect(holds(range, { row: 4, column: 1 })).toBe(false)
  })
})
