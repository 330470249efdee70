import { describe, expect, it } from 'vitest'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'
import { nextSort, queryOfSearch, searchOfQuery, withFilters } from './list-address'

const report = defineRecord({
  name: 'report',
  module: 'indicators',
  label: text('填报', 'Report'),
  about: text('一份填报', 'One report'),
  scope: 'unit',
  title: 'name',
  fields: {
    name: field.text({ label: text('名称', 'Name'), search: true }),
    period: field.period({ label: text('期间', 'Period') }),
    amount: field.decimal({ label: text('金额', 'Amount'), decimals: 2 }),
  },
  rights: { read: ['everyone'], create: [], update: [], remove: [] },
  list: { columns: ['name'], sort: 'name' },
  form: [],
})

const read = (search: Record<string, string>) => {
  const query = queryOfSearch(report, search, {})
  if (!query.ok) throw new Error(JSON.stringify(query.error))
  return query.value
}

describe('a list is the same after a reload of its address', () => {
  it.each([
    { 'amount.gte': '5', q: '示范', page: '3' },
    { 'period.eq': '2021-03', sort: '-amount' },
    { 'name.contains': '园', 'amount.lte': '9.5', size: '100' },
  ])('%j', (search) => {
    const query = read(search)
    expect(read(searchOfQuery(query))).toEqual(query)
  })
  it('keeps the frame’s period apart from a filter on a field of that name', () => {
    expect(read({ period: '2021', unit: 'LZ' }).filters).toEqual([])
    const query = withFilters(read({}), 'period', [{ field: 'period', op: 'eq', values: ['2021-03'] }])
    expect(searchOfQuery(query)).toMatchObject({ 'period.eq': '2021-03' })
  })
})

describe('a click on a head turns the order', () => {
  it('up, then down, then as declared', () => {
    const up = nextSort([{ field: 'name', descending: false }], 'amount')
    expect(up).toEqual([{ field: 'amount', descending: false }])
    const down = nextSort(up, 'amount')
    expect(down).toEqual([{ field: 'amount', descending: true }])
    expect(nextSort(down, 'amount')).toEqual([])
  })
})

describe('a narrower filter begins on the first page', () => {
  it('forgets the page', () => {
    expect(withFilters(read({ page: '4' }), 'name', []).page).toBe(1)
  })
})
