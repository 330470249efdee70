import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MoneyReply } from '#modules/projects/money-contract'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('a project’s money and its entry in the statistics, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let statistician: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    statistician = await server.as('tong')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>) => created(officer, record, input)
  const act = async (path: string, action: string, body: Record<string, unknown>, by: Caller) => {
    const { body: found } = await by('GET', path)
    return by('POST', `${path}/actions/${action}`, body, { 'if-match': `"${found.row.version}"` })
  }

  describe('the year’s money', () => {
    let project: { id: string }
    const money = async (year: string) =>
      (await officer('GET', `/api/project/${project.id}/money?year=${year}`)).body as MoneyReply
    const month = async (id: string, input: Record<string, unknown>) => {
      const row = await create('project-month', {
        project: project.id,
        month: id,
        progress: '施工',
        ...input,
      })
      const path = `/api/project-month/${row.id}`
      expect((await act(path, 'submit', {}, officer)).status).toBe(200)
      return path
    }
    beforeAll(async () => {
      project = await create('project', { unit_id: 'SF-HX', name_zh: '资金项目', investment: '10' })
      await create('project-year', {
        project: project.id,
        year: '2025',
        project_class: 'carried_on',
        annual_plan: '2.4',
      })
    })

    it('counts a month when it has been accepted, beside what is still being checked', async () => {
      const path = await month('2025-06', {
        invested: '1.3',
        planned: '1.2',
        funds: '2',
        funds_abroad: '0.5',
      })
      expect((await money('2025')).months[5]).toMatchObject({ invested: null, pending: '1.3', to_date: null })
      expect((await act(path, 'accept', {}, economist)).status).toBe(200)
      const found = await money('2025')
      expect(found.months[5]).toMatchObject({
        invested: '1.3',
        planned: '1.2',
        pending: null,
        to_date: '1.3',
      })
      expect(Number(found.months[5]?.ahead)).toBeCloseTo(4.1667, 3)
      expect([found.share, found.through, found.parts.funds_abroad?.value]).toEqual(['13', '2025-06', '0.5'])
    })

    it('refuses parts that come to more than the whole, naming the field', async () => {
      const { status, body } = await officer('POST', '/api/project-month', {
        project: project.id,
        month: '2025-07',
        progress: '施工',
        funds: '1',
        funds_for_works: '0.8',
        funds_for_equipment: '0.3',
      })
      expect([status, body.problems[0].field, body.problems[0].code]).toEqual([422, 'funds', 'rule'])
    })

    it('says what the investment is made of, and what is missing to it', async () => {
      await create('project-fund', { project: project.id, kind: 'own', planned: '6' })
      await create('project-fund', { project: project.id, kind: 'loan', planned: '3' })
      expect((await money('2025')).sources_planned.value).toBe('9')
    })

    it('refuses a year that is none, and tells nobody of a foreign project', async () => {
      expect((await officer('GET', `/api/project/${project.id}/money?year=MMXXV`)).status).toBe(422)
      const stranger = await server.as('lz')
      expect((await stranger('GET', `/api/project/${project.id}/money`)).status).toBe(404)
    })
  })

  it('an entry goes out whole, is checked by two, and its day is told to the project by which the rate counts', async () => {
    const project = await create('project', {
      unit_id: 'SF-HX',
      name_zh: '入库项目',
      investment: '1.2',
      started_on: '2026-03-10',
    })
    const entry = await create('statistics-entry', { project: project.id, kind: 'works', has_contract: true })
    expect(entry.due_on).toBe('2026-04-10')
    const path = `/api/statistics-entry/${entry.id}`
    const refused = await act(path, 'submit', {}, officer)
    expect(refused.status).toBe(422)
    expect(refused.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'has_approval',
      'has_photos',
      'has_licence',
      'has_content',
      'agrees',
    ])
    const proofs = Object.fromEntries(
      ['has_approval', 'has_photos', 'has_licence', 'has_content', 'agrees'].map((name) => [name, true]),
    )
    expect((await act(path, 'submit', { values: proofs }, officer)).status).toBe(200)
    expect((await act(path, 'verify', {}, statistician)).status).toBe(403)
    expect((await act(path, 'verify', {}, economist)).status).toBe(200)
    const returned = await act(
      path,
      'return',
      { values: { refusal: 'dates' }, reason: '合同早于备案' },
      statistician,
    )
    expect(returned.status, JSON.stringify(returned.body)).toBe(200)
    await act(path, 'submit', {}, officer)
    const again = await act(path, 'return', { reason: '照片不清' }, economist)
    expect([again.status, again.body.problems?.[0]?.field]).toEqual([422, 'refusal'])
    await act(path, 'verify', {}, economist)
    const entered = await act(
      path,
      'enter',
      { values: { entered_on: '2026-04-08', statistics_code: 'T-001' } },
      statistician,
    )
    expect(entered.status, JSON.stringify(entered.body)).toBe(200)
    const { body } = await officer('GET', `/api/project/${project.id}`)
    expect([body.row.entered_on, body.row.statistics_code]).toEqual(['2026-04-08', 'T-001'])
  })

  it('the nearest deadline holds: a park’s own before the zone’s', async () => {
    const own = await economist('POST', '/api/statistics-deadline', { unit_id: 'SF-HX', day: 20 })
    expect(own.status, JSON.stringify(own.body)).toBe(201)
    const due = async (unit: string) => {
      const { id } = await create('project', { unit_id: unit, name_zh: `期限${unit}`, started_in: '2026-05' })
      return (await create('statistics-entry', { project: id, kind: 'works' })).due_on
    }
    expect([await due('SF-HX'), await due('SF-ZZ')]).toEqual(['2026-06-20', '2026-06-10'])
  })
})
