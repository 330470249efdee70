import { describe, expect, it } from 'vitest'
import type { ReplyRow } from '#engine/records/reply'
import { byUnit, inCells, markRadius, placedMarks } from './map-marks'

const row = (id: string, investment: string | null, unit_id = 'SF-HX') =>
  ({ id, investment, unit_id }) as unknown as ReplyRow
const room = { x: 100, y: 100, radius: 60 }

describe('projects as marks', () => {
  it.each([
    ['12.5', 12],
    ['10', 12],
    ['9.99', 10],
    ['1', 8],
    ['0.36', 6],
    [null, 6],
  ])('%s 亿元 has a radius of %i', (investment, radius) => {
    expect(markRadius(investment)).toBe(radius)
  })

  it.each([1, 7, 40, 300])('%i of them stay in their room', (count) => {
    const marks = placedMarks(
      Array.from({ length: count }, (_, index) => row(String(index), String(index % 15))),
      room,
    )
    for (const { x, y } of marks) expect(Math.hypot(x - room.x, y - room.y)).toBeLessThanOrEqual(room.radius)
  })

  it('the largest stands in the middle, and a single one exactly there', () => {
    const [first] = placedMarks([row('small', '0.2'), row('large', '20')], room)
    expect(first?.row.id).toBe('large')
    expect(placedMarks([row('only', '1')], room)).toMatchObject([{ x: 100, y: 100 }])
  })

  it('a few marks do not cover each other', () => {
    const marks = placedMarks(
      ['3', '2', '0.4', '0.3', '1.5'].map((money, index) => row(String(index), money)),
      room,
    )
    for (const [index, a] of marks.entries())
      for (const b of marks.slice(index + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.radius + b.radius) * 0.8)
  })

  it('of a zone’s park are drawn in the zone’s cell where one looks at all zones', () => {
    const units = [
      { code: 'CN', parent: null },
      { code: 'SF', parent: 'CN' },
      { code: 'SF-HX', parent: 'SF' },
    ]
    const cells = (standing: string) =>
      inCells([row('a', '1'), row('b', '1', 'SF')], units, standing).map(({ unit_id }) => unit_id)
    expect(cells('CN')).toEqual(['SF', 'SF'])
    expect(cells('SF')).toEqual(['SF-HX', 'SF'])
  })

  it('are told apart by unit', () => {
    const units = byUnit([row('a', '1'), row('b', '1', 'SF-YG'), row('c', '1')])
    expect(units.get('SF-HX')?.map(({ id }) => id)).toEqual(['a', 'c'])
  })
})
