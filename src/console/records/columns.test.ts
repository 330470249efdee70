import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { titleText } from './columns'

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
