import { describe, expect, it } from 'vitest'
import { moneyStanding, planDone, yearPassed } from './year-progress'

describe('money against the time that has passed', () => {
  it('the year passes by whole months: ten of twelve in November, none in January', () => {
    expect(yearPassed('2026-11-26')).toBe('83.3')
    expect(yearPassed('2026-01-31')).toBeNull()
  })

  it('unknown stays unknown, and of a plan of nothing there is no share', () => {
    expect(planDone('1.25', '2.5')).toBe('50')
    expect(planDone(null, '2.5')).toBeNull()
    expect(planDone('1', null)).toBeNull()
    expect(planDone('1', '0')).toBeNull()
  })

  it.each([
    ['90', '83.3', 'on_track'],
    ['83.3', '83.3', 'on_track'],
    ['73.3', '83.3', 'watch'],
    ['73.2', '83.3', 'late'],
    [null, '83.3', 'unknown'],
    ['10', null, 'unknown'],
  ] as const)('%s done of %s passed is %s', (done, passed, standing) => {
    expect(moneyStanding(done, passed)).toBe(standing)
  })
})
