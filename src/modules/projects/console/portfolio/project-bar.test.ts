import { describe, expect, it } from 'vitest'
import type { ReplyRow } from '#engine/records/reply'
import type { PortfolioPlanReply } from '../../portfolio-contract'
import { barOf, standingOfProject } from './project-bar'

const row = (fields: Record<string, unknown>) => ({ id: 'p', ...fields }) as unknown as ReplyRow
const plan = (fields: Partial<PortfolioPlanReply> = {}): PortfolioPlanReply => ({
  nodes: 3,
  finished: 1,
  start: '2026-01-05',
  finish: '2027-03-01',
  spare: null,
  next: null,
  baseline: null,
  problem: null,
  ...fields,
})
const none = plan({ nodes: 0, start: null, finish: null })
const days = (workdays: number) => ({ workdays, calendar_days: workdays })

describe('a project on the axis', () => {
  it('runs to its forecast, or to the day on which it was completed', () => {
    expect(barOf(row({}), plan())).toEqual({ start: '2026-01-05', finish: '2027-03-01', from: 'plan' })
    expect(barOf(row({ completed_on: '2026-12-01' }), plan())?.finish).toBe('2026-12-01')
  })

  it('without a plan is drawn from the days that were written, and where there are none not at all', () => {
    expect(barOf(row({ signed_on: '2026-02-01', promised_on: '2027-01-01' }), none)).toEqual({
      start: '2026-02-01',
      finish: '2027-01-01',
      from: 'dates',
    })
    expect(barOf(row({ promised_on: '2027-01-01' }), none)).toBeUndefined()
    expect(barOf(row({ signed_on: '2027-02-01', promised_on: '2027-01-01' }), none)).toBeUndefined()
  })

  it.each([
    [{}, plan({ spare: days(-3) }), 'late', '晚 3 工作日'],
    [{}, plan({ spare: days(0) }), 'watch', '仅余 0 工作日'],
    [{}, plan({ spare: days(10) }), 'watch', '仅余 10 工作日'],
    [{}, plan({ spare: days(11) }), 'on_track', '早 11 工作日'],
    [{}, plan(), 'unknown', '无承诺日'],
    [{}, none, 'unknown', '未排计划'],
    [{ completed_on: '2026-05-01', promised_on: '2026-04-30' }, none, 'late', '逾期竣工'],
    [{ completed_on: '2026-04-30', promised_on: '2026-04-30' }, plan(), 'on_track', '按期竣工'],
  ] as const)('%j with %j is %s: %s', (fields, of, standing, word) => {
    expect(standingOfProject(row(fields), of)).toMatchObject({ standing, word: { zh: word } })
  })
})
