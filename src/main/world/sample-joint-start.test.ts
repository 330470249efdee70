import { describe, expect, it } from 'vitest'
import { sampleJointStart } from './sample-joint-start'

const project = (id: string, started_on: string | null, investment: string | null, state = 'building') => ({
  id,
  unit_id: 'SF-HX',
  sample: true,
  started_on,
  investment,
  state,
})

describe('the sample zone’s joint start', () => {
  it('is the month in which most were started, unknown left unknown, withdrawn left out', () => {
    const [batch, ...others] = sampleJointStart(
      [
        project('a', '2026-03-02', '1.5'),
        project('b', '2026-03-20', null),
        project('c', '2026-03-11', '2.25'),
        project('d', '2026-03-12', '9', 'withdrawn'),
        project('e', '2026-05-06', '4'),
        project('f', '2025-07-01', '4'),
        project('g', null, '4'),
      ],
      '2026',
    )
    expect(others).toEqual([])
    expect(batch).toMatchObject({
      name_zh: '2026年3月集中开工',
      sample: true,
      month: '2026-03',
      held_on: '2026-03-20',
      projects: ['a', 'b', 'c'],
      counted_investment: '3.75',
      known: 2,
    })
  })

  it('one project alone is none', () => {
    expect(sampleJointStart([project('a', '2026-03-02', '1.5')], '2026')).toEqual([])
  })
})
