import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListReply } from '#engine/records/reply'
import type { CountedRowsReply, ExplainReply } from '#modules/indicators/contract'
import { countBegun } from '#modules/indicators/server/measure-effects'
import { kernelActor } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('the rates of project dispatch, on %s', (database) => {
  let server: TestServer
  let economist: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    economist = await server.as('jing')
  })
  afterAll(() => server.close())

  const explained = async (unit: string, indicator: string, period: string, given = {}) => {
    const { nature, by } = { nature: 'actual', by: economist, ...given }
    const query = new URLSearchParams({ unit, indicator, period, nature })
    const { status, body } = await by('GET', `/api/figures/explain?${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body as ExplainReply
  }
  /** What the link of a side leads to. */
  const listed = async ({ path, search }: CountedRowsReply) =>
    (await economist('GET', `${path.replace('/records', '/api')}?${new URLSearchParams(search)}`))
      .body as ListReply

  it.each([
    'rate_start',
    'rate_resumption',
    'rate_procedures',
    'rate_entry',
    'rate_on_time',
    'rate_investment',
    'rate_funds',
  ])('%s of the sample zone comes out of the records of its projects', async (code) => {
    const { tree } = await explained('SF', code, '2026')
    const [over, under] = tree.inputs.map(({ figure }) => Number(figure.value))
    expect(under).toBeGreaterThan(0)
    expect(Number(tree.figure.value)).toBeCloseTo((100 * Number(over)) / Number(under), 6)
  })

  it('a rate leads to the projects on either side, and to those that are not there yet', async () => {
    const { tree, rows } = await explained('SF', 'rate_start', '2026')
    expect(rows.map(({ side }) => side)).toEqual(['numerator', 'denominator', 'rest'])
    const [entered, all, rest] = await Promise.all(rows.map(listed))
    expect(rows.map(({ count }) => count)).toEqual([entered, all, rest].map((list) => list?.total))
    expect(Number(entered?.total) + Number(rest?.total)).toBe(all?.total)
    expect(rest?.total).toBeGreaterThan(0)
    expect(tree.inputs.map(({ figure }) => Number(figure.value))).toEqual([entered?.total, all?.total])
    for (const row of rest?.rows ?? []) expect([row.project_class, row.state_started]).toEqual(['new', false])
  })

  it('a count of a month leads to the rows of that month and no others', async () => {
    const { rows, tree } = await explained('SF-HX', 'pr_start_planned', '2026-03')
    expect(rows.map(({ side }) => side)).toEqual(['counted'])
    expect((await Promise.all(rows.map(listed)))[0]?.total).toBe(Number(tree.figure.value ?? 0))
  })

  it('a month that has not begun has no figure of what was started in it; it has one as soon as it begins', async () => {
    const [year, month] = beijingToday().split('-').map(Number)
    const coming =
      month === 12 ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`
    const officer = await server.as('xiang')
    const project = await created(officer, 'project', { unit_id: 'SF-HX', name_zh: '下月开工的项目' })
    await created(officer, 'project-year', {
      project: project.id,
      year: coming.slice(0, 4),
      project_class: 'new',
      planned_start: coming,
    })
    const figure = async (code: string) => (await explained('SF-HX', code, coming)).tree.figure.value
    expect(Number(await figure('pr_start_planned'))).toBeGreaterThan(0)
    expect(await figure('pr_start_kept')).toBeNull()
    const { running } = server
    const parts = {
      plans: running.plans,
      places: () => running.units.tree(),
      records: [...running.kernel.records.values()].filter(({ measures }) => measures),
    }
    await running.database.transaction(kernelActor, 'write', (tx) => countBegun(tx, parts, `${coming}-01`))
    expect(await figure('pr_start_kept')).toBe('0')
  })

  it('Nanning’s published total stands beside what its projects add up to, of five of six', async () => {
    const { tree, rows } = await explained('NN', 'joint_start_investment', '2022-03', {
      nature: 'plan',
      by: await server.as('zong'),
    })
    expect(tree.figure.value).toBe('6.16')
    expect(rows.map(({ count, sum }) => [count, sum?.known, sum?.value, sum?.qualifier])).toEqual([
      [6, 5, '5.12', 'about'],
    ])
  })
})
