import { describe, expect, it } from 'vitest'
import type { FigureReply, FiguresReply, IndicatorReply } from '#modules/indicators/contract'
import type { DueItem } from '../contract'
import { changedIds } from './changed-ids'
import { groupDue } from './due-groups'
import { byUnit, groupByTheme, headlineOf, headlinesOf } from './figure-groups'

const indicator = (code: string, theme: string | null, partOf: string | null = null): IndicatorReply => ({
  code,
  name: { zh: code, en: code },
  unit: '亿元',
  decimals: 1,
  direction: 'up',
  frequency: 'year',
  accumulation: 'period',
  theme,
  of_which: partOf,
})

const figure = (code: string, more: Partial<FigureReply> = {}): FigureReply => ({
  unit: 'LZ',
  indicator: code,
  period: '2021',
  nature: 'actual',
  value: '1',
  qualifier: 'exact',
  measure: '家',
  origin: 'published',
  sample: false,
  coverage: { have: 1, of: 1 },
  ambiguity: null,
  derived: null,
  ...more,
})

const reply = (indicators: readonly IndicatorReply[], figures: readonly FigureReply[]): FiguresReply => ({
  figures,
  indicators: Object.fromEntries(indicators.map((one) => [one.code, one])),
})

const shown = (given: FiguresReply) =>
  groupByTheme(given).map(({ theme, entries }) => [theme, entries.map((entry) => entry.figure.indicator)])

describe('published figures are grouped without losing one', () => {
  it('a part follows its whole into the group of the whole', () => {
    const indicators = [
      indicator('gdp', '经济'),
      indicator('jobs', '人才'),
      indicator('secondary', '产业', 'gdp'),
    ]
    const figures = [figure('gdp'), figure('jobs'), figure('secondary')]
    expect(shown(reply(indicators, figures))).toEqual([
      ['经济', ['gdp', 'secondary']],
      ['人才', ['jobs']],
    ])
  })

  it('a part whose whole is not published stands for itself', () => {
    expect(shown(reply([indicator('part', '项目', 'gone')], [figure('part')]))).toEqual([['项目', ['part']]])
  })

  it('parts follow the last of a whole that has several periods', () => {
    const given = reply(
      [indicator('whole', null), indicator('part', null, 'whole')],
      [figure('whole'), figure('part'), figure('whole', { period: '2022' })],
    )
    expect(shown(given)).toEqual([[null, ['whole', 'whole', 'part']]])
  })

  it('wholes that name each other in a circle are still shown', () => {
    const given = reply([indicator('a', null, 'b'), indicator('b', null, 'a')], [figure('a'), figure('b')])
    expect(shown(given)).toEqual([[null, ['a', 'b']]])
  })

  it('each unit has its own, also the one with none', () => {
    const split = byUnit(reply([], [figure('a'), figure('b', { unit: 'LZ-1' })]), ['LZ', 'LZ-1', 'LZ-2'])
    expect([...split.values()].map((one) => one.figures.length)).toEqual([1, 1, 0])
  })

  it('where units are few, each shows several figures; where they are many, one', () => {
    const codes = ['a', 'b', 'c', 'd', 'e']
    const many = (unit: string) =>
      reply(
        codes.map((code) => indicator(code, null)),
        codes.map((code) => figure(code, { unit })),
      )
    const heads = (units: readonly string[]) =>
      headlinesOf(
        units.map((code) => ({ code })),
        new Map(units.map((unit) => [unit, many(unit)])),
      ).map(({ whose, figure: of }) => `${whose.code}/${of.indicator}`)
    expect(heads(['JN'])).toEqual(codes.map((code) => `JN/${code}`))
    expect(heads(['1', '2', '3', '4', '5', '6'])).toEqual(['1/a', '2/a', '3/a', '4/a', '5/a', '6/a'])
  })

  it('the headline is money that happened, before money that is promised, before anything else', () => {
    const indicators = ['a', 'b', 'c'].map((code) => indicator(code, null))
    const planned = figure('b', { measure: '亿元', nature: 'plan' })
    const happened = figure('c', { measure: '亿元' })
    expect(headlineOf(reply(indicators, [figure('a'), planned, happened]))?.figure).toBe(happened)
    expect(headlineOf(reply(indicators, [figure('a'), planned]))?.figure).toBe(planned)
    expect(headlineOf(reply(indicators, []))).toBeUndefined()
  })
})

describe('what comes is told once a day', () => {
  it('the same report of several units on one day is one line; another day is another', () => {
    const due = (unit: string, due_on: string): DueItem => ({
      record: 'report',
      id: unit,
      title: '月报',
      unit,
      state: 'draft',
      due_on,
      limit: null,
      days: -1,
      late: false,
      sample: false,
      owner: null,
    })
    const groups = groupDue([due('a', '2026-12-14'), due('b', '2026-12-14'), due('c', '2026-12-15')])
    expect(groups.map((group) => group.due.map((one) => one.unit))).toEqual([['a', 'b'], ['c']])
  })
})

describe('only what was there before can have changed', () => {
  it('a new figure is no change, another value or qualifier is', () => {
    const before = new Map([
      ['x', 'exact 1'],
      ['y', 'exact 1'],
    ])
    const now = new Map([
      ['x', 'over 1'],
      ['y', 'exact 1'],
      ['z', 'exact 1'],
    ])
    expect(changedIds(before, now)).toEqual(['x'])
  })
})
