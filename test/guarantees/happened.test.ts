import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#engine/records/problem'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

const ahead = '2099-03-31'

describe.each(databases)('what happened, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
  })
  afterAll(() => server.close())

  const project = async (name_zh: string) =>
    (await created(officer, 'project', { unit_id: 'SF-HX', name_zh })).id
  const problemsOf = (body: Record<string, unknown>) =>
    (body.problems as Problem[]).map(({ field, says }) => [field, says.zh])

  it('does not lie ahead: no project is started, and no month counts it, before the day has come', async () => {
    const id = await project('明年才开工的项目')
    await officer('POST', `/api/project/${id}/actions/begin_approvals`, {}, { 'if-match': '"1"' })
    const { status, body } = await officer(
      'POST',
      `/api/project/${id}/actions/start`,
      { values: { started_on: ahead } },
      { 'if-match': '"2"' },
    )
    expect([status, problemsOf(body)]).toEqual([422, [['started_on', '晚于今天']]])
    const { row } = (await officer('GET', `/api/project/${id}`)).body as { row: { state: string } }
    expect(row.state).toBe('preliminary')
  })

  it('is refused alike for a node, an approval, a visit, and in a sheet at its row', async () => {
    const id = await project('日期写到以后的项目')
    const parts = [
      ['project-node', { name_zh: '施工', duration: 5, actual_start: ahead }],
      ['project-procedure', { name_zh: '施工许可', stage: 'works', done_on: ahead }],
      ['agent-log', { subject: '走访', day: ahead }],
    ] as const
    for (const [record, input] of parts) {
      const { body } = await officer('POST', `/api/${record}`, { project: id, ...input })
      expect(problemsOf(body), record).toContainEqual([expect.any(String), '晚于今天'])
    }
    const sheet = ['项目,节点,时长（天）,实际开始', `日期写到以后的项目,设计,3,${ahead}`].join('\n')
    const reply = await upload(officer, '/api/project-node/import?dry_run=true', {
      bytes: Buffer.from(sheet),
      name: 'a.csv',
    })
    expect(reply.body).toMatchObject({ refused: 1, problems: [{ row: 2, column: '实际开始' }] })
  })

  it('what is only planned may lie ahead as far as one likes', async () => {
    const id = await project('计划在以后的项目')
    const planned = { fixed_start: ahead, fixed_finish: ahead }
    await created(officer, 'project-node', { project: id, name_zh: '施工', duration: 1, ...planned })
  })
})
