import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#engine/period/plain-date'
import { newPromiseProblems } from './new-promise'

const today = '2026-11-27' as PlainDate
const nodes = [
  { name_zh: '立项备案', actual_finish: '2026-03-02' },
  { name_zh: '基础施工', actual_finish: '2026-08-20' },
  { name_zh: '主体结构', actual_finish: null },
]
const saidOf = (promised: string) =>
  newPromiseProblems(promised as PlainDate, nodes, today).map(({ field, says }) => `${field} ${says.zh}`)

describe('a day that is promised anew', () => {
  it.each(['2026-11-27', '2027-06-30'])('%s may be promised: today or later', (day) => {
    expect(saidOf(day)).toEqual([])
  })

  it('is not one that has passed', () => {
    expect(saidOf('2026-11-26')).toEqual(['promised 承诺竣工日 2026-11-26 已过'])
  })

  it('is not before what was finished already: the last of it is named', () => {
    expect(saidOf('2026-01-15')).toEqual([
      'promised 节点“基础施工”到 2026-08-20 才完成，不能承诺 2026-01-15 竣工',
    ])
  })
})
