import { describe, expect, it } from 'vitest'
import { placeOf } from '../plan-scale'
import { ganttScale } from './gantt-scale'

const reply = (first: string, last: string) => ({ today: '2026-11-20', span: { first, last } })

describe('the axis of many projects', () => {
  it('begins with the January before the first day and goes on half a year after the last', () => {
    const scale = ganttScale(reply('2024-05-06', '2028-03-01'), 'month', 900)
    expect(scale.first).toBe('2024-01-01')
    expect(placeOf(scale, '2028-08-01')).toBeLessThan(scale.width)
  })

  it('holds today though everything is over, and fills its room', () => {
    const scale = ganttScale(reply('2020-05-06', '2021-03-01'), 'year', 3000)
    expect(placeOf(scale, '2026-11-20')).toBeLessThan(scale.width)
    expect(scale.width).toBeGreaterThanOrEqual(3000)
    expect(ganttScale({ today: '2026-11-20', span: null }, 'quarter', 300).first).toBe('2026-01-01')
  })

  it('a mistyped year makes no endless axis', () => {
    expect(ganttScale(reply('1026-01-01', '9026-01-01'), 'week', 900).days).toBeLessThanOrEqual(365 * 30)
  })
})
