import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#engine/records/problem'
import type { ScheduleReply } from '#modules/projects/contract'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

describe.each(databases)('the nodes of a plan, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>) => created(officer, record, input)
  const projectNamed = async (name_zh: string) =>
    (await create('project', { unit_id: 'SF-HX', name_zh, promised_on: '2029-12-31' })).id
  const node = (project: string, name_zh: string, more: Record<string, unknown> = {}) =>
    create('project-node', { project, name_zh, duration: 5, ...more })
  const change = (id: string, values: Record<string, unknown>) =>
    officer('PATCH', `/api/project-node/${id}`, values, { 'if-match': '"1"' })
  const problemOf = (body: Record<string, unknown>) => (body.problems as Problem[])[0]

  it('wait only for nodes of their own project: one of another is refused by its name', async () => {
    const [own, other] = [await projectNamed('前后关系一'), await projectNamed('前后关系二')]
    const [first, foreign] = [await node(own, '基础施工'), await node(other, '别处的节点')]
    const { status, body } = await change(first.id, { follows: [foreign.id] })
    expect(status).toBe(422)
    expect(problemOf(body)).toMatchObject({
      field: 'follows',
      says: { zh: '“别处的节点”不属于同一项目' },
      mend: { zh: '请选择同一项目内的' },
    })
  })

  it('are found by a piece of their name, within their project', async () => {
    const project = await projectNamed('前后关系三')
    await node(project, '桩基施工')
    const { body } = await officer(
      'GET',
      `/api/project-node?project=${project}&name_zh.contains=${encodeURIComponent('基施')}`,
    )
    expect((body.rows as { name_zh: string }[]).map(({ name_zh }) => name_zh)).toEqual(['桩基施工'])
  })

  it('never wait for each other in a circle: the change that closes it is refused, and the plan stands', async () => {
    const project = await projectNamed('前后关系四')
    const first = await node(project, '甲')
    const second = await node(project, '乙', { follows: [first.id] })
    const third = await node(project, '丙', { starts_with: [second.id] })
    const { status, body } = await change(first.id, { follows: [third.id] })
    expect(status).toBe(422)
    expect(problemOf(body)?.says.zh).toContain('形成循环')
    const plan = (await officer('GET', `/api/project/${project}/schedule`)).body as unknown as ScheduleReply
    expect(plan.nodes.filter(({ follows }) => follows.length === 0).map(({ name }) => name.zh)).toEqual([
      '甲',
    ])
  })

  it('of a sheet are those of the row’s project, though others have nodes of the same name', async () => {
    for (const name of ['前后关系五', '前后关系六']) {
      await projectNamed(name)
      const sheet = ['项目,节点,时长（天）,前置节点', `${name},设计,3,`, `${name},施工,5,设计`].join('\n')
      const { body } = await upload(officer, '/api/project-node/import?dry_run=false', {
        bytes: Buffer.from(sheet),
        name: 'a.csv',
      })
      expect(body).toMatchObject({ created: 2, refused: 0 })
    }
    const { body } = await officer('GET', '/api/project-node?name_zh=施工&sort=-created_at&size=2')
    const [last, first] = body.rows as { project: string; follows: string[] }[]
    const followed = await officer('GET', `/api/project-node/${last?.follows[0]}`)
    expect((followed.body.row as { project: string }).project).toBe(last?.project)
    expect(first?.project).not.toBe(last?.project)
  })

  it('that were finished say when they were started: what would stop the plan is refused at the field', async () => {
    const project = await projectNamed('前后关系七')
    const { id } = await node(project, '施工')
    const { body } = await change(id, { actual_finish: '2026-03-31' })
    expect(problemOf(body)).toMatchObject({
      field: 'actual_start',
      says: { zh: '填了实际完成，没有填实际开始' },
    })
  })

  it('that are approvals stand on the project’s list of procedures as well, planned for their day, by stage', async () => {
    const project = await projectNamed('按模板起步的项目')
    await created(officer, 'project-procedure', {
      project,
      name_zh: '施工许可',
      stage: 'works',
      office: '住建局',
    })
    const laid = await officer('POST', `/api/project/${project}/plan`, {
      template: 'industrial',
    })
    const plan = laid.body as unknown as ScheduleReply
    const { body } = await officer('GET', `/api/project-procedure?project=${project}`)
    const rows = body.rows as {
      name_zh: string
      stage: string
      planned_on: string | null
      office: string | null
    }[]
    expect(new Set(rows.map(({ stage }) => stage))).toEqual(
      new Set(['land', 'design', 'works', 'acceptance']),
    )
    const filing = rows.find(({ name_zh }) => name_zh === '立项备案')
    expect(filing?.planned_on).toBe(plan.nodes.find(({ name }) => name.zh === '立项备案')?.earliest_finish)
    // What was there already is left as it was, and not doubled.
    expect(rows.filter(({ name_zh }) => name_zh === '施工许可').map(({ office }) => office)).toEqual([
      '住建局',
    ])
  })
})
