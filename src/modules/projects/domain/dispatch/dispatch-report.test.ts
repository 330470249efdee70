import { describe, expect, it } from 'vitest'
import { period } from '#engine/period/period'
import { rounded } from '#engine/quantity/decimal'
import { text } from '#engine/result/result'
import type { DispatchFigureName } from '../../dispatch-contract'
import { dispatchReport } from './dispatch-report'
import type { BlockerRow, LampLine, ListedRow, MonthRow } from './dispatch-rows'

const listed = (id: string, given: Partial<ListedRow> = {}): ListedRow => ({
  id,
  name_zh: id,
  unit_id: 'A',
  sample: false,
  state: 'building',
  category: 'road',
  investment: '10',
  officer: null,
  leader: null,
  project_class: 'carried_on',
  annual_plan: '4',
  planned_start: null,
  started_on: '2025-03-01',
  started_in: '2025-03',
  entered_on: '2025-04-01',
  completed_on: null,
  produced_on: null,
  listed_on: '2026-01-05',
  left_on: null,
  left_reason: null,
  ...given,
})

const month = (project: string, id: string, given: Partial<MonthRow> = {}): MonthRow => ({
  id: `${project}-${id}`,
  unit_id: 'A',
  version: 1,
  project,
  month: id,
  state: 'accepted',
  invested: '0.3',
  progress: '主体施工',
  next_month: null,
  requests: null,
  correction_open: null,
  correction_by: null,
  correction_at: null,
  correction_reason: null,
  invested_before: null,
  ...given,
})

const blocker = (id: string, given: Partial<BlockerRow> = {}): BlockerRow => ({
  id,
  version: 1,
  subject: id,
  project: 'P1',
  project_name: 'P1',
  unit_id: 'A',
  category: 'land',
  level: 'zone',
  details: null,
  organ: null,
  handler: null,
  state: 'assigned',
  sample: false,
  created_at: '2026-03-01T01:00:00Z',
  watch_at: null,
  due_at: '2026-03-10T09:00:00Z',
  ended_at: null,
  ...given,
})

interface Given {
  readonly month?: string
  readonly listed?: readonly ListedRow[]
  readonly months?: readonly MonthRow[]
  readonly blockers?: readonly BlockerRow[]
  readonly lamps?: readonly LampLine[]
}

const reportOf = (given: Given) =>
  dispatchReport({
    unit: 'Z',
    units: ['Z', 'A', 'B'],
    month: period(given.month ?? '2026-03'),
    dispatch: null,
    keptMonths: null,
    listed: given.listed ?? [],
    months: given.months ?? [],
    blockers: given.blockers ?? [],
    letters: [{ blocker: 'late', number: '督办函〔2026〕3号' }],
    lamps: given.lamps ?? [],
    now: '2026-04-02T02:00:00Z',
    unitName: (code) => text(code, code),
    personName: () => null,
    organName: () => null,
  })

/** A figure with the names of the projects it leads to. */
const told = (report: ReturnType<typeof reportOf>, name: DispatchFigureName) => {
  const { value, of, unknown } = report.figures[name]
  const names = (places: readonly number[]) => places.map((place) => report.projects[place]?.id).sort()
  return { value, of: names(of), unknown: names(unknown) }
}

const quarter = ['2026-01', '2026-02', '2026-03']
const three = [
  listed('P1'),
  listed('P2', { unit_id: 'B', category: 'medicine', investment: null, annual_plan: '6' }),
  listed('P3', {
    project_class: 'preparatory',
    started_on: null,
    started_in: null,
    annual_plan: null,
    completed_on: '2025-12-30',
  }),
]
const six = ['P1', 'P2'].flatMap((project) => quarter.map((each) => month(project, each)))

describe('the dispatch report', () => {
  it('adds up what is known and names what is not', () => {
    const report = reportOf({ listed: three, months: six })
    expect(told(report, 'projects')).toEqual({ value: '3', of: ['P1', 'P2', 'P3'], unknown: [] })
    expect(told(report, 'investment')).toEqual({ value: '20', of: ['P1', 'P3'], unknown: ['P2'] })
    expect(told(report, 'annual_plan')).toEqual({ value: '10', of: ['P1', 'P2'], unknown: ['P3'] })
    expect(told(report, 'invested_month')).toEqual({ value: '0.6', of: ['P1', 'P2'], unknown: [] })
    expect(told(report, 'invested_year')).toMatchObject({ value: '1.8', unknown: [] })
  })

  it('1.8 of 10 by the end of March is 18 per cent, 7 points below time progress', () => {
    const report = reportOf({ listed: three, months: six })
    expect(report.figures.percent.value).toBe('18')
    expect(report.figures.ahead.value).toBe('-7')
    expect(report.time_progress).toBe('25')
  })

  it.each([
    ['2026-10', '647.4', '629', '97.16', '13.8'],
    ['2026-09', '1000', '933', '93.3', '18.3'],
    ['2026-03', '100', '30.9', '30.9', '5.9'],
  ])('published figures of %s: %s planned, %s done', (at, plan, done, percent, ahead) => {
    const report = reportOf({
      month: at,
      listed: [listed('P', { annual_plan: plan })],
      months: [month('P', at, { invested: done })],
    })
    expect(rounded(report.figures.percent.value ?? '', 2)).toBe(rounded(percent, 2))
    expect(rounded(report.figures.ahead.value ?? '', 1)).toBe(ahead)
  })

  it('counts accepted months alone, and says of whom a month is missing', () => {
    const months = [...six.slice(0, 5), month('P2', '2026-03', { state: 'submitted', invested: '5' })]
    const report = reportOf({ listed: three, months })
    expect(told(report, 'invested_month')).toEqual({ value: '0.3', of: ['P1'], unknown: ['P2'] })
    expect(told(report, 'invested_year')).toMatchObject({ value: '1.5', unknown: ['P2'] })
    expect(told(report, 'reported')).toMatchObject({ value: '1', of: ['P1'] })
    expect(told(report, 'due')).toMatchObject({ value: '2' })
    expect(report.projects.map(({ id, standing }) => [id, standing])).toEqual([
      ['P1', 'accepted'],
      ['P3', null],
      ['P2', 'submitted'],
    ])
  })

  it('starts: of three new projects two were planned by March, one has started, one is not yet entered', () => {
    const fresh = (id: string, given: Partial<ListedRow>) =>
      listed(id, { project_class: 'new', started_on: null, started_in: null, entered_on: null, ...given })
    const report = reportOf({
      listed: [
        fresh('N1', { planned_start: '2026-02', started_on: '2026-03-12' }),
        fresh('N2', { planned_start: '2026-03' }),
        fresh('N3', { planned_start: '2026-08' }),
      ],
    })
    expect(told(report, 'starts_planned_year').value).toBe('3')
    expect(told(report, 'starts_planned').of).toEqual(['N1', 'N2'])
    expect(told(report, 'starts_done').of).toEqual(['N1'])
    expect(told(report, 'started_month').of).toEqual(['N1'])
    expect(told(report, 'not_entered').of).toEqual(['N1'])
  })

  it('who came on the list and who left it, who was completed and who produces', () => {
    const report = reportOf({
      listed: [
        listed('in', { listed_on: '2026-03-20' }),
        listed('out', { left_on: '2026-03-15', left_reason: '并入二期' }),
        listed('later', { listed_on: '2026-04-01' }),
        listed('done', { completed_on: '2026-02-10', produced_on: '2026-03-01' }),
      ],
    })
    expect(told(report, 'projects').of).toEqual(['done', 'in'])
    expect(told(report, 'listed_month').of).toEqual(['in'])
    expect(told(report, 'left_month').of).toEqual(['out'])
    expect(told(report, 'completed_month').of).toEqual([])
    expect(told(report, 'completed_year').of).toEqual(['done'])
    expect(told(report, 'produced_month').of).toEqual(['done'])
    expect(told(report, 'due').of).toEqual(['in'])
  })

  it('the parts by park and by category add up to the whole', () => {
    const report = reportOf({ listed: three, months: six })
    for (const groups of [report.by_park, report.by_category]) {
      const count = (name: 'projects' | 'due') =>
        groups.reduce((total, { figures }) => total + Number(figures[name].value), 0)
      expect(count('projects')).toBe(3)
      expect(count('due')).toBe(2)
    }
    expect(report.by_park.find(({ key }) => key === 'B')?.figures.percent.value).toBe('15')
  })

  it('is compared with the month before, and in January with nothing: the list is another', () => {
    const report = reportOf({ listed: three, months: six })
    expect(report.previous?.invested_year.value).toBe('1.2')
    expect(reportOf({ listed: three, months: six, month: '2026-01' }).previous).toBeNull()
  })

  it('a correction is told with what was said before, and by whom it was allowed', () => {
    const corrected = month('P1', '2026-02', {
      invested: '0.2',
      invested_before: '0.3',
      correction_at: '2026-03-20T02:00:00Z',
      correction_reason: '核减',
    })
    const old = { ...corrected, id: 'old', month: '2026-01', correction_at: '2026-02-20T02:00:00Z' }
    const report = reportOf({ listed: three, months: [corrected, old] })
    expect(report.corrections).toMatchObject([{ month: '2026-02', before: '0.3', now: '0.2', open: false }])
  })

  it('blockers stand as of the report’s day: late by days, with their letters, the highest level first', () => {
    const report = reportOf({
      listed: three,
      blockers: [
        blocker('late'),
        blocker('city', { level: 'city', due_at: '2026-04-20T09:00:00Z' }),
        blocker('settled', { state: 'closed', ended_at: '2026-03-09T01:00:00Z' }),
        blocker('gone', { state: 'withdrawn' }),
        blocker('tomorrow', { created_at: '2026-04-03T01:00:00Z' }),
      ],
    })
    expect(report.blockers.map(({ id, overdue, days_late }) => [id, overdue, days_late])).toEqual([
      ['city', false, -18],
      ['late', true, 23],
    ])
    expect(report.blockers[1]?.letters).toEqual(['督办函〔2026〕3号'])
  })

  it('the red list gives the sentence of every red lamp, the worst first; what is red is not yellow as well', () => {
    const lamp = (project: string, colour: string, says: string): LampLine => ({
      project,
      colour,
      dimension: text('进度', 'Progress'),
      says: text(says, says),
    })
    const report = reportOf({
      listed: three,
      lamps: [
        lamp('P1', 'red', '落后 31 个百分点'),
        lamp('P2', 'red', '一'),
        lamp('P2', 'red', '二'),
        lamp('P2', 'yellow', '三'),
        lamp('P3', 'yellow', '四'),
        lamp('gone', 'red', '不在清单上'),
      ],
    })
    const idAt = (place: number) => report.projects[place]?.id
    expect(report.red.map(({ project, lamps }) => [idAt(project), lamps.map(({ says }) => says.zh)])).toEqual(
      [
        ['P2', ['一', '二']],
        ['P1', ['落后 31 个百分点']],
      ],
    )
    expect(report.yellow.map(idAt)).toEqual(['P3'])
  })

  it('with nothing on the list is empty, not zero of everything', () => {
    const report = reportOf({})
    expect(report.figures.projects.value).toBe('0')
    expect(report.figures.percent.value).toBeNull()
    expect(report.figures.ahead.value).toBeNull()
  })
})
