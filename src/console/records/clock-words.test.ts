import { describe, expect, it } from 'vitest'
import type { ClockState } from '#engine/clocks/fold-clock'
import { clockWords, clockStanding } from './clock-words'

const state = (given: Partial<ClockState>): ClockState => ({
  status: 'running',
  unit: 'workday',
  lamp: 'on_track',
  limit: 7,
  pauses: [],
  extensions: 0,
  restarts: 0,
  ...given,
})

describe('how a limit stands is said in a few words', () => {
  const cases: [given: Partial<ClockState>, zh: string, en: string][] = [
    [{ remaining: 3 }, '剩 3 个工作日', '3 working days left'],
    [{ remaining: 1, lamp: 'watch' }, '剩 1 个工作日', '1 working day left'],
    [{ remaining: 0, lamp: 'watch' }, '今日到期', 'Due today'],
    [{ remaining: -2, lamp: 'late' }, '逾期 2 个工作日', '2 working days late'],
    [{ remaining: 1.25, unit: 'hour' }, '剩 1.3 小时', '1.3 hours left'],
    [{ lamp: 'overdue_statutory', remaining: -9 }, '已超法定时限', 'Past the limit of the law'],
    [{ lamp: 'unknown' }, '缺工作日历', 'No calendar'],
    [{ status: 'paused', remaining: 4 }, '中止计时', 'Paused'],
    [{ status: 'stopped', remaining: 2 }, '按时办结', 'Done in time'],
    [{ status: 'stopped', lamp: 'late', remaining: -1 }, '超时办结', 'Done late'],
  ]
  it.each(cases)('%o', (given, zh, en) => {
    expect(clockWords(state(given))).toEqual({ zh, en })
  })

  it('no limit is told by colour alone: each has a standing with a shape, and a paused one is not green', () => {
    const lamps = ['on_track', 'watch', 'late', 'overdue_statutory', 'unknown'] as const
    const standing = (status: 'running' | 'paused') => lamps.map((lamp) => clockStanding({ lamp, status }))
    expect(standing('running')).toEqual(['on_track', 'watch', 'late', 'late', 'unknown'])
    expect(standing('paused')).toEqual(['unknown', 'watch', 'late', 'late', 'unknown'])
  })
})
