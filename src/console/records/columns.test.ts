import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { cardColumns, type Column, titleText } from './columns'

const month = defineRecord({
  name: 'month_of_test',
  module: 'projects',
  label: text('月度', 'Month'),
  about: text('一个月', 'A month'),
  scope: 'unit',
  title: 'month',
  fields: { month: field.period({ label: text('月份', 'Month'), required: true }) },
  rights: { read: ['leader'], create: [], update: [], remove: [] },
  list: { columns: ['month'], sort: 'month' },
  form: [{ label: text('月份', 'Month'), fields: ['month'] }],
})

describe('what a row is called', () => {
  it('a month by its name in either language, not by its code', () => {
    const called = (title: string) => titleText(month, { id: '1', month: title } as unknown as ReplyRow)
    expect(called('2026-09')).toEqual({ zh: '2026年9月', en: 'Sep 2026' })
    expect(called('not a month').zh).toBe('not a month')
  })
})

describe('a card on a phone', () => {
  const column = (name: string): Column => ({ name, field: field.text({ label: text(name, name) }) })
  const names = (sorted: string | undefined) =>
    cardColumns(['state', 'lamp', 'unit_id', 'owner', 'investment'].map(column), sorted).map(
      ({ name }) => name,
    )

  it('shows what the list is sorted by, whatever stands before it', () => {
    expect(names('investment')).toEqual(['state', 'lamp', 'unit_id', 'investment'])
    expect(names('lamp')).toEqual(['state', 'lamp', 'unit_id', 'owner'])
    expect(names('name_zh')).toEqual(['state', 'lamp', 'unit_id', 'owner'])
  })
})
