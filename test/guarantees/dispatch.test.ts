import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { kernelActor } from '#platform/database/database'
import { created, type CreatedRow as Row } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('the monthly dispatch, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let leader: Caller
  let statistician: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    leader = await server.as('zhu')
    statistician = await server.as('tong')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>, by = officer) => created(by, record, input)
  const get = async (record: string, id: string) =>
    (await economist('GET', `/api/${record}/${id}`)).body.row as Row
  const act = async (
    record: string,
    id: string,
    action: string,
    given: { body?: Record<string, unknown>; by?: Caller } = {},
  ) =>
    (given.by ?? officer)('POST', `/api/${record}/${id}/actions/${action}`, given.body ?? {}, {
      'if-match': `"${(await get(record, id)).version}"`,
    })
  const project = (name_zh: string) => create('project', { unit_id: 'SF-HX', name_zh })
  const reported = async (name: string, month: string, invested = '0.35') => {
    const whole = await project(name)
    const row = await create('project-month', { project: whole.id, month, invested, progress: '主体三层' })
    return { whole, row }
  }
  const accepted = async (name: string, month: string) => {
    const made = await reported(name, month)
    expect((await act('project-month', made.row.id, 'submit')).status).toBe(200)
    expect((await act('project-month', made.row.id, 'accept', { by: economist })).status).toBe(200)
    return made
  }
  const opened = (month: string) => create('dispatch', { unit_id: 'SF', month, due_on: `${month}-28` })

  describe('a closed month', () => {
    it('stands: nothing of it is created, changed, submitted or returned, and the refusal names month, person and way on', async () => {
      const month = '2020-03'
      const dispatch = await opened(month)
      const { row } = await accepted('冻结的项目', month)
      const draft = await reported('未报完的项目', month)
      expect((await act('dispatch', dispatch.id, 'close', { by: economist })).status).toBe(200)
      const whole = await project('迟来的项目')
      const late = await officer('POST', '/api/project-month', { project: whole.id, month, progress: '补报' })
      const changed = await officer(
        'PATCH',
        `/api/project-month/${draft.row.id}`,
        { invested: '9' },
        { 'if-match': '"1"' },
      )
      const submitted = await act('project-month', draft.row.id, 'submit')
      const removed = await officer('DELETE', `/api/project-month/${draft.row.id}`, undefined, {
        'if-match': '"1"',
      })
      for (const reply of [late, changed, submitted, removed]) {
        expect(reply.status).toBe(409)
        expect(reply.body.code).toBe('month_closed')
        expect(reply.body.message.zh).toMatch(/^2020年3月的调度已由.+于 \d{4}-\d{2}-\d{2} 冻结/)
        expect(reply.body.remedy.zh).toContain('允许更正')
      }
      expect((await get('project-month', draft.row.id)).invested).toBe('0.35')
      expect((await get('project-month', row.id)).state).toBe('accepted')
    })

    it('and one not closed yet: what was accepted in it is not removed behind the back of whoever accepted it', async () => {
      const { row } = await accepted('已审定的项目', '2020-07')
      const seen = { 'if-match': `"${(await get('project-month', row.id)).version}"` }
      const removed = await officer('DELETE', `/api/project-month/${row.id}`, undefined, seen)
      const changed = await officer('PATCH', `/api/project-month/${row.id}`, { invested: '9' }, seen)
      expect([removed.status, changed.status]).toEqual([409, 409])
      expect(removed.body.message.zh).toBe('“已审定”状态下不能删除，须先“允许更正”（领导）')
      expect(changed.body.message.zh).toBe('“已审定”状态下不能修改，须先“允许更正”（领导）')
      expect(await get('project-month', row.id)).toMatchObject({ state: 'accepted', invested: '0.35' })
      const { body } = await officer('GET', `/api/project-month/${row.id}`)
      expect((body.row as { may: string[] }).may).not.toContain('remove')
      const refused = await act('project-month', row.id, 'correct', {
        by: economist,
        body: { reason: '漏计' },
      })
      expect(refused.body.message.zh).toBe('“允许更正”须由以下岗位办理：领导')
    })

    it('is corrected only with a leader’s leave, which stays on the report with reason and former figure', async () => {
      const month = '2020-04'
      const dispatch = await opened(month)
      const { row } = await accepted('更正的项目', month)
      await act('dispatch', dispatch.id, 'close', { by: economist })
      const reason = '核减重复计数'
      expect(
        (await act('project-month', row.id, 'correct', { by: economist, body: { reason } })).status,
      ).toBe(403)
      expect((await act('project-month', row.id, 'correct', { by: leader, body: { reason } })).status).toBe(
        200,
      )
      const { version } = await get('project-month', row.id)
      const removed = await officer('DELETE', `/api/project-month/${row.id}`, undefined, {
        'if-match': `"${version}"`,
      })
      expect([removed.status, removed.body.code]).toEqual([409, 'month_corrected'])
      const corrected = await officer(
        'PATCH',
        `/api/project-month/${row.id}`,
        { invested: '0.3' },
        { 'if-match': `"${version}"` },
      )
      expect(corrected.status).toBe(200)
      expect((await act('project-month', row.id, 'submit')).status).toBe(200)
      const again = { by: economist, body: { reason: '请核对' } }
      expect((await act('project-month', row.id, 'return', again)).status).toBe(200)
      expect((await act('project-month', row.id, 'submit')).status).toBe(200)
      expect((await act('project-month', row.id, 'accept', { by: economist })).status).toBe(200)
      expect(await get('project-month', row.id)).toMatchObject({
        state: 'accepted',
        invested: '0.3',
        invested_before: '0.35',
        correction_reason: reason,
        correction_open: false,
      })
      const { body } = await economist('GET', `/api/project-month/${row.id}/history`)
      const deeds = (body.entries as { deed: string; reason: string | null }[]).map(({ deed }) => deed)
      expect(deeds).toContain('correct')
    })

    it('is closed only when nothing waits, by those who may, and opened again by a leader with a reason', async () => {
      const month = '2020-05'
      const dispatch = await opened(month)
      const { row } = await reported('等待的项目', month)
      await act('project-month', row.id, 'submit')
      const early = await act('dispatch', dispatch.id, 'close', { by: economist })
      expect([early.status, early.body.code]).toEqual([409, 'reports_waiting'])
      expect(early.body.message.zh).toContain('等待的项目')
      expect((await act('dispatch', dispatch.id, 'close')).status).toBe(403)
      await act('project-month', row.id, 'accept', { by: economist })
      await act('dispatch', dispatch.id, 'close', { by: economist })
      expect(await get('dispatch', dispatch.id)).toMatchObject({
        state: 'closed',
        closed_reported: 1,
        closed_invested: '0.35',
      })
      const body = { reason: '补报漏项' }
      expect((await act('dispatch', dispatch.id, 'reopen', { by: economist, body })).status).toBe(403)
      expect((await act('dispatch', dispatch.id, 'reopen', { by: leader })).status).toBe(422)
      expect((await act('dispatch', dispatch.id, 'reopen', { by: leader, body })).status).toBe(200)
      await reported('补报的项目', month)
    })

    it('is one a zone and month, and the zone’s', async () => {
      await opened('2020-06')
      const second = await officer('POST', '/api/dispatch', {
        unit_id: 'SF',
        month: '2020-06',
        due_on: '2020-06-20',
      })
      expect(second.status).toBe(422)
      const park = await officer('POST', '/api/dispatch', {
        unit_id: 'SF-HX',
        month: '2020-07',
        due_on: '2020-07-20',
      })
      expect([park.status, park.body.code]).toEqual([422, 'dispatch_of_zone'])
      const stray = await statistician('POST', '/api/dispatch', {
        unit_id: 'SF',
        month: '2020-07',
        due_on: '2020-07-20',
      })
      expect(stray.status).toBe(403)
    })
  })

  it('a month that has not come yet may be planned, but is not submitted', async () => {
    const { id } = await project('提前填报的项目')
    const ahead = { project: id, month: '2099-01', progress: '还没有发生', planned: '0.5', invested: '0.5' }
    const row = await create('project-month', ahead)
    const { status, body } = await act('project-month', row.id, 'submit')
    expect([status, body.code]).toEqual([409, 'month_ahead'])
  })

  it('two officers at the same month: the second is told who began it and how far it is', async () => {
    const { whole } = await reported('两人报的月份', '2020-08')
    const second = await economist('POST', '/api/project-month', {
      project: whole.id,
      month: '2020-08',
      progress: '另一份',
    })
    expect([second.status, second.body.code]).toEqual([409, 'month_reported'])
    expect(second.body.message.zh).toMatch(/2020年8月月报已由.+建立（填报中）/)
  })

  describe('letters', () => {
    const blocker = async (subject: string) => {
      const whole = await project(`${subject}的项目`)
      return create('blocker', { project: whole.id, subject, category: 'utilities', level: 'zone' })
    }
    const assigned = async (subject: string) => {
      const row = await blocker(subject)
      const values = { organ: 'organ-01', handler: 'person-001' }
      const reply = await act('blocker', row.id, 'assign', { by: economist, body: { values } })
      expect(reply.status, JSON.stringify(reply.body)).toBe(200)
      return row
    }
    const written = (row: Row, kind: string, by = officer) =>
      by('POST', '/api/letter', {
        project: row.project,
        blocker: row.id,
        kind,
        organ: 'organ-01',
        subject: String(row.subject),
        asked: '请于期限内办结并书面答复',
        answer_by: '2020-12-31',
      })
    /** Lets the limit of a blocker run out, or come near. */
    const age = (row: Row, column: 'watch_at' | 'due_at', moment: string) =>
      server.running.database.transaction(kernelActor, 'write', (tx) =>
        tx.run(
          sql`UPDATE blocker SET settlement_clock = jsonb_set(settlement_clock, ${`{${column}}`}::text[], to_jsonb(${moment}::text))
            WHERE id = ${row.id}`,
        ),
      )

    it('are refused before they are due, with the reason', async () => {
      const raised = await blocker('未交办的堵点')
      const early = await written(raised, 'assignment')
      expect([early.status, early.body.code]).toEqual([409, 'letter_not_due'])
      expect(early.body.message.zh).toContain('尚未交办')
      const row = await assigned('未逾期的堵点')
      const supervision = await written(row, 'supervision')
      expect(supervision.status).toBe(409)
      expect(supervision.body.message.zh).toMatch(/办理时限到 \d{4}-\d{2}-\d{2}，尚未逾期/)
      expect((await written(row, 'reminder')).body.message.zh).toContain('尚未临期')
      expect((await written(row, 'assignment')).status).toBe(201)
      expect((await written(row, 'assignment')).body.message.zh).toContain('已有交办函拟稿')
    })

    it('follow the limit: reminder from the warning on, supervision once it has run out', async () => {
      const row = await assigned('逾期的堵点')
      await age(row, 'watch_at', '2026-01-05T01:00:00Z')
      expect((await written(row, 'reminder')).status).toBe(201)
      expect((await written(row, 'supervision')).status).toBe(409)
      await age(row, 'due_at', '2026-01-06T09:00:00Z')
      const reply = await written(row, 'supervision')
      expect(reply.status).toBe(201)
      const { id } = reply.body.row as Row
      expect((await act('letter', id, 'issue')).status).toBe(403)
      expect((await act('letter', id, 'issue', { by: leader })).status).toBe(200)
      expect((await get('letter', id)).number).toMatch(/^督办函〔\d{4}〕\d+号$/)
      expect(
        (await act('letter', id, 'answer', { body: { values: { answer: '已接通临时用电' } } })).status,
      ).toBe(200)
      expect((await act('letter', id, 'close', { by: leader })).status).toBe(200)
    })

    it('are numbered without gap or double, however many are issued at once', async () => {
      const before = await economist('GET', '/api/letter?kind=assignment&size=300')
      const last = Math.max(
        0,
        ...(before.body.rows as Row[]).map(({ serial }) => (typeof serial === 'number' ? serial : 0)),
      )
      const rows = []
      for (const name of ['一', '二', '三', '四', '五', '六']) rows.push(await assigned(`同时发函${name}`))
      const drafts = await Promise.all(
        rows.map(async (row) => (await written(row, 'assignment')).body.row as Row),
      )
      const [lost, ...kept] = drafts
      const failed = leader('POST', `/api/letter/${lost?.id}/actions/issue`, {}, { 'if-match': '"7"' })
      const replies = await Promise.all(
        kept.map(({ id }) => leader('POST', `/api/letter/${id}/actions/issue`, {}, { 'if-match': '"1"' })),
      )
      expect((await failed).status).toBe(409)
      expect(replies.map(({ status }) => status)).toEqual(kept.map(() => 200))
      const serials = replies.map(({ body }) => body.row.serial as number).sort((a, b) => a - b)
      expect(serials).toEqual(kept.map((_, index) => last + 1 + index))
    })

    it('that were issued are withdrawn with a reason, keep their number, and are never removed', async () => {
      const row = await assigned('撤回的函')
      const { id } = (await written(row, 'assignment')).body.row as Row
      await act('letter', id, 'issue', { by: leader })
      const { number, version } = await get('letter', id)
      expect((await act('letter', id, 'withdraw', { by: leader })).status).toBe(422)
      const gone = await leader('DELETE', `/api/letter/${id}`, undefined, { 'if-match': `"${version}"` })
      expect(gone.status).toBe(403)
      await act('letter', id, 'withdraw', { by: leader, body: { reason: '主送单位有误' } })
      expect(await get('letter', id)).toMatchObject({ state: 'withdrawn', number })
      expect((await written(row, 'assignment')).status).toBe(201)
    })
  })
})
