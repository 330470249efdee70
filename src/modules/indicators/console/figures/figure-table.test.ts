import { describe, expect, it } from 'vitest'
import type { FigureReply, FiguresReply } from '#modules/indicators/contract'
import { figureTable } from './figure-table'
import { sheetText } from './figure-sheet'

const figure = (period: string, value: string | null, nature = 'actual', indicator = 'gdp'): FigureReply => ({
  unit: 'LZ',
  indicator,
  period,
  nature,
  value,
  qualifier: 'exact',
  measure: '亿元',
  origin: 'published',
  sample: false,
  coverage: { have: 1, of: 1 },
  ambiguity: null,
  derived: null,
})

const indicator = (code: string, theme: string | null) => ({
  code,
  name: { zh: `指标${code}`, en: code },
  unit: '亿元',
  decimals: 1,
  direction: 'up' as const,
  frequency: 'month',
  accumulation: 'period',
  theme,
  of_which: null,
})

const reply = (...figures: FigureReply[]): FiguresReply => ({
  figures,
  indicators: { gdp: indicator('gdp', '产业经济'), new: indicator('new', '科技创新') },
})

const shown = (period: string) => ({ period, thisYear: 2022 })

describe('a year of figures as a table', () => {
  const table = figureTable(
    reply(
      figure('2021-02', '2'),
      figure('2021-01', '1'),
      figure('2021', '3'),
      figure('2022', '9', 'target'),
      figure('2020-12', '8'),
    ),
    { period: undefined, thisYear: 2022 },
  )
  it('shows the latest year in which something happened, not the year of a promise', () => {
    expect(table.year).toBe('2021')
    expect(table.years).toEqual(['2020', '2021', '2022'])
  })
  it('does not open on a year that has not begun, of which only what is planned can be counted', () => {
    const counted = reply(figure('2021-12', '5'), figure('2023-01', '0'))
    expect(figureTable(counted, { period: undefined, thisYear: 2022 }).year).toBe('2021')
    expect(figureTable(counted, { period: undefined, thisYear: 2023 }).year).toBe('2023')
  })
  it('puts periods in their order', () => {
    expect(table.periods).toEqual(['2021-01', '2021-02', '2021'])
  })
  it('takes the year of the address', () => {
    const next = figureTable(reply(figure('2021', '3'), figure('2022', '9', 'target')), shown('2022-03'))
    expect(next.groups[0]?.rows[0]?.target?.value).toBe('9')
    expect(next.periods).toEqual([])
  })
  it('what happened goes before what was planned', () => {
    const both = figureTable(reply(figure('2021', '5', 'plan'), figure('2021', '4')), shown('2021'))
    expect(both.groups[0]?.rows[0]?.cells.get('2021')?.value).toBe('4')
  })
  it('the line goes on from the year before, in one length of period', () => {
    const months = figureTable(
      reply(figure('2020-12', '8'), figure('2021-01', '1'), figure('2020', '90')),
      shown('2021'),
    )
    expect(months.groups[0]?.rows[0]?.trend.map(({ value }) => value)).toEqual(['8', '1'])
  })
})

describe('a sheet for Excel', () => {
  it('writes what is shown, exact and unformatted, and no formula', () => {
    const table = figureTable(reply(figure('2021-01', '1234.5'), figure('2021-02', null)), shown('2021'))
    const lines = sheetText(table, {
      heads: ['指标', '单位', '目标'],
      name: () => '=1+1',
      unit: (unit) => unit,
      period: (id) => id,
    }).split('\r\n')
    expect(lines).toEqual(['"指标","单位","2021-01","2021-02","目标"', '"\'=1+1","亿元","1234.5","",""'])
  })
})
