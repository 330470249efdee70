import { describe, expect, it } from 'vitest'
import { text } from '#engine/result/result'
import type { BlockerRow, ListedRow, MonthTold, ReportGround } from './dispatch-rows'
import { groundOf, linesOf, withCorrections } from './kept-lines'

const listed: ListedRow = {
  id: 'P1',
  name_zh: '一号路',
  unit_id: 'A',
  sample: true,
  state: 'building',
  category: null,
  investment: '10.25',
  officer: 'wang',
  leader: null,
  project_class: 'new',
  annual_plan: null,
  planned_start: '2026-02',
  started_on: null,
  started_in: null,
  entered_on: null,
  completed_on: null,
  produced_on: null,
  listed_on: '2026-01-08',
  left_on: null,
  left_reason: null,
}

const month = (id: string, given: Partial<MonthTold> = {}): MonthTold => ({
  project: 'P1',
  month: id,
  state: 'accepted',
  invested: '0.3',
  next_month: null,
  requests: null,
  correction_open: null,
  correction_by: null,
  correction_at: null,
  correction_reason: null,
  invested_before: null,
  ...given,
})

const blocker = (id: string, project: string, created_at: string): BlockerRow => ({
  id,
  version: 1,
  subject: '接电',
  project,
  project_name: '二号路',
  unit_id: 'B',
  category: 'utilities',
  level: 'zone',
  details: null,
  organ: 'power',
  handler: 'li',
  state: 'assigned',
  sample: false,
  created_at,
  watch_at: null,
  due_at: '2026-03-10T09:00:00Z',
  ended_at: null,
})

const ground: ReportGround = {
  listed: [listed],
  months: [month('2026-02'), month('2026-03', { next_month: '封顶' })],
  blockers: [blocker('old', 'P2', '2026-03-01T01:00:00Z'), blocker('new', 'P3', '2026-04-09T01:00:00Z')],
  letters: [
    { blocker: 'old', number: '督办函〔2026〕3号' },
    { blocker: 'new', number: null },
  ],
  lamps: [
    { project: 'P1', colour: 'red', dimension: text('开工', 'start'), says: text('未开工', 'not begun') },
  ],
}

const names: Readonly<Record<string, string>> = { wang: '王', li: '李', power: '供电公司' }
const nameOf = (id: string | null) => {
  const name = names[id ?? '']
  return name === undefined ? null : text(name, name)
}
const lines = linesOf(ground, {
  zone: 'Z',
  asOf: '2026-04-08T01:00:00Z',
  personName: nameOf,
  organName: nameOf,
  unitName: (code) => text(`园区${code}`, code),
})

describe('what is kept of a month as it is closed', () => {
  it('is read back as it was, what was unknown as unknown', () => {
    const read = groundOf(lines)
    expect(read).toMatchObject({ listed: ground.listed, months: ground.months, lamps: ground.lamps })
    expect(read.names).toEqual({
      person: { wang: text('王', '王'), li: text('李', '李') },
      organ: { power: text('供电公司', '供电公司') },
      unit: { Z: text('园区Z', 'Z'), A: text('园区A', 'A'), B: text('园区B', 'B') },
    })
  })

  it('holds a project that is off the list and has an open blocker, and none whose blocker came later', () => {
    expect(lines.map(({ project, unit_id, name_zh }) => [project, unit_id, name_zh])).toEqual([
      ['P1', 'A', '一号路'],
      ['P2', 'B', '二号路'],
    ])
    const { blockers, letters } = groundOf(lines)
    expect(blockers).toEqual([ground.blockers[0]])
    expect(letters).toEqual([ground.letters[0]])
  })

  const [before, after] = ['2026-04-02T01:00:00Z', '2026-05-02T01:00:00Z']
  it.each<[string, Partial<MonthTold>, Partial<MonthTold>, string | null]>([
    ['changed without leave', {}, { invested: '9' }, '0.3'],
    ['corrected since', {}, { invested: '0.2', correction_at: after }, '0.2'],
    ['being corrected', {}, { state: 'correcting', invested: null, correction_at: after }, null],
    ['corrected before', { correction_at: before }, { invested: '9', correction_at: before }, '0.3'],
    [
      'being corrected then, accepted since',
      { state: 'correcting', correction_at: before, correction_open: true },
      { invested: '0.2', correction_at: before },
      '0.2',
    ],
    ['not accepted then', { state: 'draft' }, { invested: '0.2', correction_at: after }, '0.3'],
  ])('of a report that was %s tells the money that holds', (_name, was, now, invested) => {
    const told = withCorrections(
      [month('2026-03', was)],
      [month('2026-03', { next_month: '改写', ...now })],
      '2026-04-08T01:00:00Z',
    )
    expect(told).toMatchObject([{ invested, next_month: null }])
  })
})
