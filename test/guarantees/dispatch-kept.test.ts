import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printBands } from '#engine/lamps/band-notation'
import { WUHAN } from '#engine/lamps/lamp-presets.data'
import type { DeskReply, DispatchReport } from '#modules/projects/dispatch-contract'
import type { LampRulesReply } from '#modules/projects/lamps-contract'
import { kernelActor } from '#platform/database/database'
import { created, type CreatedRow as Row } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { wordText } from '#test/support/word-text'

describe.each(databases)('what a closed month of dispatch said, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let leader: Caller
  let statistician: Caller
  let admin: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    leader = await server.as('zhu')
    statistician = await server.as('tong')
    admin = await server.as('guan')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>, by = officer) => created(by, record, input)
  const versionOf = async (record: string, id: string, by: Caller) =>
    ((await by('GET', `/api/${record}/${id}`)).body.row as Row).version
  const change = async (
    record: string,
    id: string,
    given: { values: Record<string, unknown>; by?: Caller },
  ) => {
    const by = given.by ?? officer
    const reply = await by('PATCH', `/api/${record}/${id}`, given.values, {
      'if-match': `"${await versionOf(record, id, by)}"`,
    })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  }
  const act = async (
    [record, id, action]: [string, string, string],
    by: Caller,
    body: Record<string, unknown> = {},
  ) => {
    const reply = await by('POST', `/api/${record}/${id}/actions/${action}`, body, {
      'if-match': `"${await versionOf(record, id, by)}"`,
    })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  }
  const reported = async (project: string, month: string, invested: string) =>
    create('project-month', { project, month, invested, progress: '主体三层', next_month: '主体封顶' })
  const accepted = async (project: string, month: string, invested: string) => {
    const row = await reported(project, month, invested)
    await act(['project-month', row.id, 'submit'], officer)
    await act(['project-month', row.id, 'accept'], economist)
    return row
  }

  /** Two projects of one park and one of another on a year's list, with months and a blocker; May is closed. */
  async function closedMay(year: string) {
    const [april, may] = [`${year}-04`, `${year}-05`]
    const project = async (unit_id: string, name: string) => {
      const whole = await create('project', {
        unit_id,
        name_zh: `${year}年${name}`,
        category: 'road',
        investment: '8',
        officer: 'person-001',
        leader: 'person-002',
      })
      const listed = await create('project-year', {
        project: whole.id,
        year,
        project_class: 'new',
        annual_plan: '4',
        planned_start: `${year}-02`,
        listed_on: `${year}-01-08`,
      })
      return { id: whole.id, listed: listed.id }
    }
    const first = await project('SF-HX', '一号路')
    const second = await project('SF-HX', '二号路')
    const other = await project('SF-YG', '三号路')
    await accepted(first.id, april, '0.3')
    const month = await accepted(first.id, may, '0.35')
    await accepted(other.id, may, '0.2')
    const draft = await reported(second.id, april, '0.1')
    const blocker = await create('blocker', {
      project: first.id,
      subject: `${year}年接电`,
      category: 'utilities',
      level: 'zone',
    })
    const values = { organ: 'organ-01', handler: 'person-001' }
    await act(['blocker', blocker.id, 'assign'], economist, { values })
    const dispatch = await create('dispatch', { unit_id: 'SF', month: may, due_on: `${may}-28` })
    await act(['dispatch', dispatch.id, 'close'], economist)
    return { year, may, first, second, other, month, draft, blocker, dispatch }
  }

  const report = async (unit: string, month: string, by = economist) =>
    (await by('GET', `/api/dispatch-report?unit=${unit}&month=${month}`)).body as DispatchReport
  const word = async (unit: string, month: string, language: string) =>
    wordText(
      (await economist('GET', `/api/dispatch-report.docx?unit=${unit}&month=${month}&language=${language}`))
        .raw,
    )
  const everyReport = async (month: string) => ({
    zone: await report('SF', month),
    park: await report('SF-HX', month),
    own: await report('SF-HX', month, statistician),
    zh: await word('SF', month, 'zh'),
    en: await word('SF-HX', month, 'en'),
  })
  const linesIn = (dispatch: string) =>
    server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ id: string; project: string; unit_id: string; name_zh: string }>(
        sql`SELECT id, project, unit_id, name_zh FROM dispatch_line WHERE dispatch = ${dispatch} ORDER BY name_zh`,
      ),
    )

  it('it says for ever, word for word, whatever becomes of its projects', async () => {
    const { year, may, first, second, other, draft, blocker } = await closedMay('2021')
    const before = await everyReport(may)
    expect(before.zone).toMatchObject({ as_kept: true, figures: { projects: { value: '3' } } })
    expect(before.zone.red.length).toBeGreaterThan(0)
    expect(before.zone.blockers.map(({ subject }) => subject)).toContain('2021年接电')
    expect(before.park.figures).toMatchObject({
      projects: { value: '2' },
      invested_month: { value: '0.35' },
      invested_year: { value: '0.65' },
    })

    await change('project', first.id, {
      values: {
        name_zh: '改名的路',
        category: 'municipal',
        investment: '80',
        officer: 'person-003',
        leader: null,
        started_on: `${year}-03-01`,
        completed_on: `${year}-05-20`,
        entered_on: `${year}-04-01`,
      },
    })
    await change('project-year', first.listed, {
      values: { annual_plan: '0.5', planned_start: `${year}-09` },
    })
    const left = { left_on: `${year}-05-10`, left_reason: '转入储备' }
    await change('project-year', second.listed, { values: left })
    const gone = await officer('DELETE', `/api/project-year/${other.listed}`, undefined, {
      'if-match': `"${await versionOf('project-year', other.listed, officer)}"`,
    })
    expect(gone.status).toBe(204)
    const late = await create('project', { unit_id: 'SF-HX', name_zh: '迟列入的路', investment: '5' })
    await create('project-year', { project: late.id, year, project_class: 'new', annual_plan: '1' })
    await act(['project-month', draft.id, 'submit'], officer)
    await act(['project-month', draft.id, 'accept'], economist)
    await change('project', first.id, { values: { unit_id: 'SF-YG' } })
    await change('blocker', blocker.id, { values: { subject: '改写的堵点', level: 'city' } })
    const { versions } = (await economist('GET', '/api/lamps/rules?unit=SF-HX')).body as LampRulesReply
    const rules = Object.entries(WUHAN.rules).map(([dimension, { measure, bands }]) => ({
      dimension,
      measure,
      bands: printBands(bands),
      exemptible: false,
      source: null,
    }))
    expect((await economist('PUT', '/api/lamps/rules', { unit: 'SF-HX', rules, versions })).status).toBe(200)
    await change('unit', 'SF-HX', { values: { name_zh: '改名的园区' }, by: admin })
    await change('person', 'person-001', { values: { name_zh: '改名的人' }, by: admin })

    expect(await everyReport(may)).toEqual(before)
    const now = await report('SF', `${year}-06`)
    expect(now.as_kept).toBe(false)
    expect(now.projects.map(({ name }) => name)).toContain('改名的路')
  })

  it('its desk names whom it named, though they are called otherwise now and others were listed since', async () => {
    const { year, may, first, second } = await closedMay('2015')
    const rows = async () => {
      const { body } = await economist('GET', `/api/dispatch-desk?unit=SF&month=${may}`)
      return (body as DeskReply).rows.map(({ name, unit, officer: who, standing, invested }) => ({
        name,
        unit,
        who,
        standing,
        invested,
      }))
    }
    const before = await rows()
    expect(before).toHaveLength(3)
    await change('project', first.id, { values: { name_zh: '后来的名字', officer: 'person-003' } })
    await change('project-year', second.listed, {
      values: { left_on: `${year}-05-10`, left_reason: '转入储备' },
    })
    const late = await create('project', { unit_id: 'SF-HX', name_zh: '后来列入的路' })
    await create('project-year', { project: late.id, year, project_class: 'new' })
    expect(await rows()).toEqual(before)
  })

  it('a correction that a leader has allowed shows as one, and changes the money alone', async () => {
    const { may, first, month } = await closedMay('2022')
    const before = await report('SF', may)
    await change('project', first.id, { values: { name_zh: '又改名的路', investment: '80' } })
    await change('project-year', first.listed, { values: { annual_plan: '0.5' } })
    const withoutMoney = ({ figures: _f, by_park: _p, by_category: _c, ...rest }: DispatchReport) => ({
      ...rest,
      corrections: [],
      projects: rest.projects.map(({ invested_month: _m, invested_year: _y, ...one }) => ({
        ...one,
        standing: null,
      })),
    })
    await act(['project-month', month.id, 'correct'], leader, { reason: '核减重复计数' })
    await change('project-month', month.id, { values: { invested: '0.3', next_month: '改写的计划' } })
    const under = await report('SF', may)
    expect(under.corrections).toMatchObject([{ month: may, before: '0.35', open: true }])
    expect(withoutMoney(under)).toEqual(withoutMoney(before))
    await act(['project-month', month.id, 'submit'], officer)
    await act(['project-month', month.id, 'accept'], economist)
    const after = await report('SF', may)
    expect(after.corrections).toMatchObject([
      { before: '0.35', now: '0.3', reason: '核减重复计数', open: false },
    ])
    expect(withoutMoney(after)).toEqual(withoutMoney(before))
    const moved = (given: DispatchReport) =>
      [given.figures.invested_month, given.figures.invested_year, given.figures.annual_plan].map(
        ({ value }) => value,
      )
    expect([moved(before), moved(after)]).toEqual([
      ['0.55', '0.85', '12'],
      ['0.5', '0.8', '12'],
    ])
    expect([before.invested_then, after.invested_then]).toEqual(['0.55', '0.55'])
    expect(await word('SF', may, 'zh')).toContain('核减重复计数')
  })

  it('opened again the month is as its projects are now; closed again it says that, and the ledger has both', async () => {
    const { may, first, dispatch } = await closedMay('2023')
    const lines = await linesIn(dispatch.id)
    await change('project', first.id, { values: { name_zh: '重开后的路' } })
    const named = async () => (await report('SF', may)).projects.find(({ id }) => id === first.id)?.name
    expect(await named()).toBe('2023年一号路')
    await act(['dispatch', dispatch.id, 'reopen'], leader, { reason: '补报漏项' })
    expect([(await report('SF', may)).as_kept, await named()]).toEqual([false, '重开后的路'])
    expect(await linesIn(dispatch.id)).toEqual(lines)
    await act(['dispatch', dispatch.id, 'close'], economist)
    expect([(await report('SF', may)).as_kept, await named()]).toEqual([true, '重开后的路'])
    expect(await linesIn(dispatch.id)).toHaveLength(lines.length)
    const told = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ deed: string; person_id: string; name: string[] }>(
        sql`SELECT deed, person_id, changes -> 'name_zh' AS name FROM event
          WHERE record = 'dispatch_line' AND changes -> 'kept' IS NOT NULL
            AND ${first.id} IN (changes #>> '{project,0}', changes #>> '{project,1}')
          ORDER BY id`,
      ),
    )
    expect(told.map(({ deed, name }) => [deed, name])).toEqual([
      ['create', [null, '2023年一号路']],
      ['remove', ['2023年一号路', null]],
      ['create', [null, '重开后的路']],
    ])
    expect(new Set(told.map(({ person_id }) => person_id)).size).toBe(1)
  })

  it('a park’s officer reads the lines of their park alone, and nobody writes one', async () => {
    const { dispatch, first, second, other } = await closedMay('2024')
    const lines = await linesIn(dispatch.id)
    const inPark = lines.filter(({ unit_id }) => unit_id === 'SF-HX')
    const listed = async (by: Caller) =>
      (await by('GET', `/api/dispatch-line?dispatch=${dispatch.id}`)).body.rows as Row[]
    const own = await listed(statistician)
    const projects = own.map(({ project }) => project)
    expect(projects.sort()).toEqual(inPark.map(({ project }) => project).sort())
    expect(projects).toEqual(expect.arrayContaining([first.id, second.id]))
    expect(projects).not.toContain(other.id)
    expect(own.every((row) => row.unit_id === 'SF-HX' && !('kept' in row))).toBe(true)
    expect(await listed(economist)).toHaveLength(lines.length)
    expect(await listed(admin)).toEqual([])
    const [row] = own
    const match = { 'if-match': '"1"' }
    const whole = {
      unit_id: 'SF-HX',
      dispatch: dispatch.id,
      month: '2024-05',
      project: other.id,
      name_zh: '三号路',
      kept: '{}',
    }
    const tries = [
      await economist('POST', '/api/dispatch-line', whole),
      await economist('PATCH', `/api/dispatch-line/${row?.id}`, { name_zh: '改' }, match),
      await economist('DELETE', `/api/dispatch-line/${row?.id}`, undefined, match),
    ]
    for (const { status } of tries) expect([403, 404]).toContain(status)
    expect(await linesIn(dispatch.id)).toEqual(lines)
  })

  it('a month that was closed before anything was kept is read as things are now, and says so', async () => {
    const { may, first, dispatch } = await closedMay('2020')
    await server.running.database.transaction(kernelActor, 'write', async (tx) => {
      await tx.run(sql`DELETE FROM dispatch_line WHERE dispatch = ${dispatch.id}`)
      await tx.run(sql`UPDATE dispatch SET closed_kept = NULL WHERE id = ${dispatch.id}`)
    })
    await change('project', first.id, { values: { name_zh: '早年的路' } })
    const shown = await report('SF', may)
    expect([shown.as_kept, shown.dispatch?.state]).toEqual([false, 'closed'])
    expect(shown.projects.map(({ name }) => name)).toContain('早年的路')
    expect(await word('SF', may, 'zh')).toContain('本月冻结时还不留存底稿')
    expect(await word('SF', may, 'en')).toContain('Nothing was kept when this month was closed')
    expect(await word('SF', '2026-09', 'zh')).not.toContain('还不留存底稿')
  })
})
