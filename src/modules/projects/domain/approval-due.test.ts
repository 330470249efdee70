import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#engine/period/plain-date'
import { approvalDue, byPlannedDay } from './approval-due'

const today = '2026-11-26' as PlainDate

describe('an approval on the agent’s desk', () => {
  it.each([
    ['2026-11-21', 'late', '逾期 5 天', '5 days late'],
    ['2026-11-25', 'late', '逾期 1 天', '1 day late'],
    ['2026-11-26', 'soon', '今天到期', 'Due today'],
    ['2026-12-03', 'soon', '还有 7 天', '7 days left'],
    ['2026-12-04', 'planned', '还有 8 天', '8 days left'],
    [null, 'unplanned', '未定计划日', 'No day planned'],
  ])('planned on %s is %s', (planned, standing, zh, en) => {
    expect(approvalDue(planned, today)).toMatchObject({ standing, says: { zh, en } })
  })

  it('stands behind what is later than it, and without a day last', () => {
    const row = (planned_on: string | null, project_name: string, name = '手续') => ({
      planned_on,
      project_name,
      name,
    })
    const rows = [row(null, '甲'), row('2026-12-01', '乙'), row('2026-11-01', '丁'), row('2026-11-01', '丙')]
    expect(rows.toSorted(byPlannedDay).map(({ project_name }) => project_name)).toEqual([
      '丙',
      '丁',
      '乙',
      '甲',
    ])
  })
})
