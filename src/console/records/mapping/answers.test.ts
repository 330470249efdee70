import { describe, expect, it } from 'vitest'
import type { Question } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import { text } from '#engine/result/result'
import { droppedRows, openCells, withAnswers } from './answers'

const plan: MappingPlan = {
  sheets: [],
  columns: {},
  sections: [],
  sheet_name: null,
  constants: {},
  answers: {},
  year: 2026,
}

const question = (field: string, ...cells: string[]): Question => ({
  key: cells[0] ?? '',
  kind: 'unreadable',
  field,
  head: field,
  raw: '?',
  says: text('读不出', 'cannot be read'),
  readings: [],
  count: cells.length,
  cells,
})

describe('a row that is left out', () => {
  const [place, money, days] = [
    question('unit_id', '表!B10'),
    question('investment', '表!E10'),
    question('planned_start', '表!G10', '表!G1'),
  ]
  const asked = [place, money, days]
  const dropping = withAnswers(plan, [[place.key, { do: 'drop' }]])

  it('asks nothing more of its other cells, and of other rows as before', () => {
    const dropped = droppedRows(dropping, asked)
    expect(asked.map((one) => openCells(one, dropping, dropped))).toEqual([0, 0, 1])
  })

  it('asks again once the answer is taken back', () => {
    const again = withAnswers(dropping, [[place.key, undefined]])
    expect(asked.map((one) => openCells(one, again, droppedRows(again, asked)))).toEqual([1, 1, 2])
  })
})
