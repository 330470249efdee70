import { describe, expect, it } from 'vitest'
import type { ScheduledNodeReply, ScheduleReply } from '../contract'
import { placeOf, scaleOf, ticksOf, widthOf } from './plan-scale'

const node = (start: string, finish: string): ScheduledNodeReply => ({
  id: 'a',
  name: { zh: '主体', en: 'Structure' },
  line: null,
  status: 'not_started',
  duration: 1,
  unit: 'workday',
  earliest_start: start,
  earliest_finish: finish,
  latest_start: start,
  latest_finish: finish,
  slack: null,
  critical: false,
  follows: [],
  fixed_start: null,
  planned: null,
  spent: null,
  version: 1,
})
const plan = (...nodes: ScheduledNodeReply[]): ScheduleReply => ({
  project: 'p',
  today: '2026-03-10',
  promised: '2026-12-31',
  start: null,
  finish: null,
  spare: null,
  nodes,
  critical_path: [],
  shortfalls: [],
  provisional: null,
})

describe('the scale of a plan', () => {
  it('holds every date, today and the promise, and begins with a month', () => {
    const scale = scaleOf(plan(node('2026-02-20', '2026-06-01')), 'whole', 700)
    expect(scale.first).toBe('2026-02-01')
    expect(placeOf(scale, '2026-12-31')).toBeLessThan(scale.width)
    expect(Math.abs(scale.width - 700)).toBeLessThanOrEqual(1)
  })

  it('a span of one day is one day wide', () => {
    const scale = scaleOf(plan(node('2026-02-20', '2026-06-01')), 'week', 700)
    expect(widthOf(scale, '2026-03-10', '2026-03-10')).toBe(14)
    expect(placeOf(scale, '2026-02-02')).toBe(14)
  })

  it.each([
    ['week', 1],
    ['month', 1],
    ['quarter', 3],
  ] as const)('zoomed to a %s there is a mark every %i months', (zoom, months) => {
    const ticks = ticksOf(scaleOf(plan(node('2026-01-20', '2027-06-01')), zoom, 700))
    expect(ticks.length).toBeGreaterThan(4)
    expect(ticks.every((tick) => (tick.month - 1) % months === 0 && tick.day.endsWith('-01'))).toBe(true)
  })
})
