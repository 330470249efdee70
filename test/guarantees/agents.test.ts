import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryEntry, ListReply } from '#engine/records/reply'
import type { AgentDeskReply } from '#modules/projects/contract'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

const day = (from: number) =>
  new Date(Date.now() + 8 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10)

describe.each(databases)('the agent’s desk, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let hall: Caller
  let me: string
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    hall = await server.as('fu')
    me = String((await hall('GET', '/api/session')).body.person)
  })
  afterAll(() => server.close())

  const deskOf = async (call: Caller, agent = '') =>
    (await call('GET', `/api/agent-desk?agent=${agent}`)).body as AgentDeskReply

  it('shows what my projects still wait for: the latest first, without a planned day last, nothing that is given or not needed', async () => {
    const project = await created(officer, 'project', { unit_id: 'SF', name_zh: '帮办测试项目', agent: me })
    const procedure = (name_zh: string, more: Record<string, unknown>) =>
      created(hall, 'project-procedure', { project: project.id, name_zh, stage: 'land', ...more })
    await procedure('手续丁', {})
    await procedure('手续丙', { planned_on: day(20) })
    await procedure('手续乙', { planned_on: day(0) })
    await procedure('手续甲', { planned_on: day(-5) })
    await procedure('已办', { planned_on: day(-9), done_on: day(-8) })
    await procedure('不需办', { planned_on: day(-9), needless: true })
    const own = (desk: AgentDeskReply) => desk.approvals.filter((one) => one.project === project.id)
    const desk = await deskOf(hall)
    expect(own(desk).map(({ name, standing, says }) => [name, standing, says.zh])).toEqual([
      ['手续甲', 'late', '逾期 5 天'],
      ['手续乙', 'soon', '今天到期'],
      ['手续丙', 'planned', '还有 20 天'],
      ['手续丁', 'unplanned', '未定计划日'],
    ])
    const planned = desk.approvals.map(({ planned_on }) => planned_on ?? '9')
    expect(planned).toEqual(planned.toSorted())
    expect(own(await deskOf(officer))).toEqual([])
    expect(own(await deskOf(officer, me))).toHaveLength(4)
    expect(desk.projects.find(({ id }) => id === project.id)).toMatchObject({
      open_approvals: 4,
      last_contact: null,
    })
  })

  it('counts what was done in the month; who may not see the project sees neither desk nor log', async () => {
    const [project] = (await deskOf(hall)).projects.filter(({ last_contact }) => last_contact === null)
    const before = (await deskOf(hall)).month
    const entry = { project: project?.id, day: day(0), agent: me, subject: '代办用地许可' }
    await created(hall, 'agent-log', { ...entry, kind: 'errand', hours: '1.5' })
    await created(hall, 'agent-log', { ...entry, kind: 'visit', hours: '2' })
    const { month, projects } = await deskOf(hall)
    expect(month).toMatchObject({ services: before.services + 2, errands: before.errands + 1 })
    expect(Number(month.hours)).toBe(Number(before.hours) + 3.5)
    expect(projects.find(({ id }) => id === project?.id)?.last_contact).toBe(day(0))
    const stranger = await server.as('lz')
    expect(await deskOf(stranger, me)).toMatchObject({ approvals: [], projects: [], month: { services: 0 } })
    const foreign = (await stranger('GET', `/api/agent-log?project=${project?.id ?? ''}`)).body as ListReply
    expect(foreign.rows).toEqual([])
  })

  it('keeps a later correction of the log visible, and lets no statistician write in it', async () => {
    const [row] = (
      (await hall('GET', `/api/agent-log?agent=${me}&sort=-created_at&size=1`)).body as ListReply
    ).rows
    const path = `/api/agent-log/${row?.id ?? ''}`
    const changed = await hall(
      'PATCH',
      path,
      { result: 'settled' },
      { 'if-match': `"${String(row?.version)}"` },
    )
    expect(changed.status).toBe(200)
    const { entries } = (await hall('GET', `${path}/history`)).body as { entries: HistoryEntry[] }
    expect(entries[0]).toMatchObject({ deed: 'update', changes: { result: [null, 'settled'] } })
    const statistician = await server.as('tong')
    const refused = await statistician('POST', '/api/agent-log', {
      project: row?.project,
      day: day(0),
      kind: 'call',
      subject: '无权',
    })
    expect([403, 404, 422]).toContain(refused.status)
    const removed = await hall('DELETE', path, undefined, {
      'if-match': `"${String(Number(row?.version) + 1)}"`,
    })
    expect(removed.status).toBe(403)
  })
})
