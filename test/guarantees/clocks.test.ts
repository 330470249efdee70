import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernelActor } from '#platform/database/database'
import { reckonClocks } from '#platform/records/reckon-clocks'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

/** A limit set at the end of a year ends in the next: these tests must not stop working where its notice is not out yet. */
async function coverYears(keeper: Caller): Promise<void> {
  const year = new Date().getUTCFullYear()
  const { covered } = (await keeper('GET', '/api/calendar')).body as { covered: number[] }
  for (const missing of [year, year + 1].filter((one) => !covered.includes(one)))
    await keeper('POST', '/api/calendar/notice', {
      year: missing,
      text: `日期,类别,名称\n${missing}-01-01,holiday,元旦`,
      dry_run: false,
    })
}

describe.each(databases)('limits that the kernel keeps for records, on %s', (database) => {
  let server: TestServer
  let hall: Caller
  let bureau: Caller
  let enterprise: string
  beforeAll(async () => {
    server = await openTestServer(database)
    hall = await server.as('fu')
    bureau = await server.as('jing')
    await coverYears(await server.as('guan'))
    enterprise = (await hall('GET', '/api/enterprise?unit=SF-HX&size=1')).body.rows[0].id
  })
  afterAll(() => server.close())

  const ask = async (fields: object = {}) => {
    const input = {
      unit_id: 'SF-HX',
      subject: '用电增容',
      category: 'utilities',
      body: '二期设备',
      enterprise,
    }
    const reply = await hall('POST', '/api/enterprise-request', { ...input, ...fields })
    expect(reply.status).toBe(201)
    return reply.body.row
  }
  const act = (who: Caller, row: { id: string }, action: string, body: object = {}) =>
    who('GET', `/api/enterprise-request/${row.id}`).then((read) =>
      who('POST', `/api/enterprise-request/${row.id}/actions/${action}`, body, {
        'if-match': `"${read.body.row.version}"`,
      }),
    )
  /** Lays the events of a clock some days back, as if they had happened then. */
  const backdate = (id: string, clock: string, days: number) =>
    server.running.database.transaction(kernelActor, 'write', async (tx) => {
      const column = sql.ref(`${clock}_clock`)
      const row = await tx.first<{ clock: { events: { at: string }[] } }>(
        sql`SELECT ${column} AS clock FROM enterprise_request WHERE id = ${id}`,
      )
      const earlier = (at: string) =>
        new Date(Date.parse(at) - days * 86_400_000).toISOString().replace('.000Z', 'Z')
      const moved = JSON.stringify(row?.clock, (key, value: unknown) =>
        key === 'at' ? earlier(value as string) : value,
      )
      await tx.run(sql`UPDATE enterprise_request SET ${column} = ${moved} WHERE id = ${id}`)
      // When it is due depends on day and hour: ten days earlier it may have begun on another day of the week.
      await reckonClocks(tx, server.running.kernel, await server.running.kernel.calendar(tx))
    })
  const listed = async (query: string): Promise<string[]> =>
    (await hall('GET', `/api/enterprise-request?size=500&${query}`)).body.rows.map(
      (row: { id: string }) => row.id,
    )

  it('a limit starts with the row, an action stops it and starts the next', async () => {
    const row = await ask()
    expect(row.clocks.response).toMatchObject({ status: 'running', limit: 1 })
    expect(row.clocks.settlement).toBeNull()
    expect(row.response_lamp).toBe('watch')
    const accepted = (await act(hall, row, 'accept')).body.row
    expect(accepted.clocks.response.status).toBe('stopped')
    expect(accepted.clocks.settlement).toMatchObject({ status: 'running', limit: 7, remaining: 7 })
    expect(Date.parse(accepted.settlement_due_at)).toBeGreaterThan(Date.now())
    expect(accepted).not.toHaveProperty('settlement_clock')
  })

  it('a limit that depends on the row is fixed when it starts', async () => {
    const row = await ask({ urgent: true })
    const accepted = (await act(hall, row, 'accept')).body.row
    expect(accepted.clocks.settlement.limit).toBe(2)
    const changed = await hall(
      'PATCH',
      `/api/enterprise-request/${row.id}`,
      { urgent: false },
      { 'if-match': `"${accepted.version}"` },
    )
    expect(changed.body.row.clocks.settlement.limit).toBe(2)
  })

  it('pause, resumption and one extension move the due day; a second extension is refused with the reason', async () => {
    const row = await ask()
    const accepted = (await act(hall, row, 'accept')).body.row
    const organ = (await hall('GET', '/api/organ?unit=SF&size=1')).body.rows[0].id
    const handler = (await hall('GET', '/api/person?unit=SF&size=1')).body.rows[0].id
    await act(hall, row, 'assign', { values: { organ, handler } })
    const paused = await act(bureau, row, 'suspend', { reason: '等待专家评审' })
    expect(paused.body.row.clocks.settlement).toMatchObject({ status: 'paused' })
    expect(paused.body.row.settlement_due_at).toBeNull()
    expect(paused.body.row.clocks.settlement.pauses[0].reason).toBe('等待专家评审')
    const resumed = (await act(bureau, row, 'resume')).body.row
    expect(resumed.settlement_due_at).toBe(accepted.settlement_due_at)
    const extension = { reason: '需现场勘查', values: { extension_days: 5 } }
    const extended = (await act(bureau, row, 'extend', extension)).body.row
    expect(extended.clocks.settlement).toMatchObject({ limit: 12, extensions: 1 })
    expect(extended.settlement_due_at > accepted.settlement_due_at).toBe(true)
    const again = await act(bureau, row, 'extend', extension)
    expect([again.status, again.body.code]).toEqual([409, 'action_refused'])
    expect(again.body.detail).toContain('1')
    const history = (await hall('GET', `/api/enterprise-request/${row.id}/history`)).body.entries
    expect(history[0].changes.settlement_due_at).toEqual([
      accepted.settlement_due_at,
      extended.settlement_due_at,
    ])
    expect(JSON.stringify(history)).not.toContain('_clock')
  })

  it('a pause without its reason is refused, and an extension without its length', async () => {
    const row = await ask()
    await act(hall, row, 'accept')
    const organ = (await hall('GET', '/api/organ?unit=SF&size=1')).body.rows[0].id
    const handler = (await hall('GET', '/api/person?unit=SF&size=1')).body.rows[0].id
    await act(hall, row, 'assign', { values: { organ, handler } })
    expect((await act(bureau, row, 'suspend')).body.problems[0].field).toBe('reason')
    expect((await act(bureau, row, 'extend', { reason: '理由' })).body.problems[0].field).toBe(
      'extension_days',
    )
  })

  it('lists filter and sort by lamp as the reply tells it, whatever the state of the clock', async () => {
    const late = await ask({ subject: '逾期的诉求' })
    await act(hall, late, 'accept')
    await backdate(late.id, 'settlement', 60)
    expect(await listed('settlement_lamp=late')).toContain(late.id)
    expect(await listed('settlement_lamp.empty=true')).not.toContain(late.id)
    const all = (await hall('GET', '/api/enterprise-request?size=500&sort=settlement_lamp,settlement_due_at'))
      .body.rows
    for (const lamp of ['on_track', 'watch', 'late', 'unknown']) {
      const told = all
        .filter((row: { settlement_lamp: string }) => row.settlement_lamp === lamp)
        .map((row: { id: string }) => row.id)
      expect([lamp, (await listed(`settlement_lamp=${lamp}`)).toSorted()]).toEqual([lamp, told.toSorted()])
    }
    expect(all.map((row: { id: string }) => row.id).toSorted()).toEqual((await listed('')).toSorted())
  })

  it('when the calendar changes, running limits are worked out anew, finished ones stay, versions too', async () => {
    const open = await ask()
    const started = (await act(hall, open, 'accept')).body.row
    const done = await ask({ subject: '已答复的' })
    const system = await server.as('guan')
    // Every working day of the next weeks becomes a holiday but for a few: the limit must end later.
    const year = started.settlement_due_at.slice(0, 4)
    const due = started.settlement_due_at.slice(0, 10)
    const before = (await hall('GET', `/api/enterprise-request/${done.id}`)).body.row
    await act(hall, done, 'accept')
    const days = (await system('GET', `/api/calendar?year=${year}`)).body.days as {
      date: string
      kind: string
      name: string
    }[]
    const lines = [
      ...days.filter((day) => day.date !== due),
      { date: due, kind: 'holiday', name: '地方节日' },
    ]
    const text = lines.map((day) => `${day.date},${day.kind},${day.name}`).join('\n')
    const reply = await system('POST', '/api/calendar/notice', {
      year: Number(year),
      text: `日期,类别,名称\n${text}`,
      dry_run: false,
    })
    expect([reply.status, reply.body.problems]).toEqual([200, []])
    expect(reply.body.moved).toBeGreaterThan(0)
    const moved = (await hall('GET', `/api/enterprise-request/${open.id}`)).body.row
    expect(moved.settlement_due_at > started.settlement_due_at).toBe(true)
    expect(moved.version).toBe(started.version)
    const stopped = (await hall('GET', `/api/enterprise-request/${done.id}`)).body.row
    expect(stopped.response_due_at).toBe(before.response_due_at)
    const history = (await hall('GET', `/api/enterprise-request/${open.id}/history`)).body.entries
    expect(history[0].deed).toBe('reckoned_anew')
    // The same again moves nothing, and no history says that it did.
    const again = await system('POST', '/api/calendar/notice', {
      year: Number(year),
      text: `日期,类别,名称\n${text}`,
      dry_run: false,
    })
    expect(again.body.moved).toBe(0)
    expect((await hall('GET', `/api/enterprise-request/${open.id}/history`)).body.entries).toEqual(history)
  })

  it('a day changed by hand moves them as a notice does', async () => {
    const open = await ask()
    const started = (await act(hall, open, 'accept')).body.row
    const system = await server.as('guan')
    const reply = await system('POST', '/api/calendar-day', {
      unit_id: 'CN-HTZ',
      date: started.settlement_due_at.slice(0, 10),
      kind: 'holiday',
      name_zh: '停电',
    })
    expect([reply.status, reply.body.problems]).toEqual([201, undefined])
    const moved = (await hall('GET', `/api/enterprise-request/${open.id}`)).body.row
    expect(moved.settlement_due_at > started.settlement_due_at).toBe(true)
  })

  it('the board names what is late and what comes due, which limit it is and whose', async () => {
    const late = await ask({ subject: '围墙外排水' })
    await backdate(late.id, 'response', 10)
    const coming = await ask({ subject: '食堂用气' })
    await act(hall, coming, 'accept')
    const board = (await bureau('GET', '/api/board?unit=SF-HX')).body
    const found = (list: { id: string; limit: unknown }[], id: string) =>
      list.filter((one) => one.id === id).map(({ id: _, ...rest }) => rest)
    const response = { zh: '响应时限', en: 'Response' }
    const settlement = { zh: '办理时限', en: 'Settlement' }
    expect(found(board.late, late.id)).toMatchObject([
      { record: 'enterprise_request', title: '围墙外排水', unit: 'SF-HX', limit: response, owner: null },
    ])
    expect(found(board.coming, coming.id)).toMatchObject([{ limit: settlement, late: false }])
    expect(found(board.late, coming.id)).toEqual([])
    const elsewhere = (await bureau('GET', '/api/board?unit=SF-YG')).body
    expect(found(elsewhere.late, late.id)).toEqual([])
  })

  it('a list of requests opens with what is due next; what is closed stands last, page after page', async () => {
    const refused = await act(hall, await ask(), 'reject', { reason: '不属受理范围' })
    expect(refused.status).toBe(200)
    const rows = []
    for (let after = ''; ;) {
      const page = await hall('GET', `/api/enterprise-request?size=3${after && `&after=${after}`}`)
      expect(page.status).toBe(200)
      rows.push(...page.body.rows)
      after = page.body.next
      if (page.body.rows.length < 3) break
    }
    const { total } = (await hall('GET', '/api/enterprise-request?size=1')).body
    expect(rows).toHaveLength(total)
    const closed = rows.map((row) => ['closed', 'rejected'].includes(row.state as string))
    expect(closed).toContain(true)
    expect(closed).toEqual(closed.toSorted((a, b) => Number(a) - Number(b)))
    const dues = rows
      .filter((_, index) => !closed[index])
      .map((row) => {
        const running = Object.values(row.clocks as Record<string, { status: string; dueAt?: string } | null>)
        return running
          .flatMap((clock) => (clock?.status === 'running' && clock.dueAt ? [clock.dueAt] : []))
          .toSorted()[0]
      })
    const known = dues.filter((due) => due !== undefined).map((due) => Date.parse(due))
    expect(known.length).toBeGreaterThan(2)
    expect(known).toEqual(known.toSorted((a, b) => a - b))
    expect(dues.slice(0, known.length)).not.toContain(undefined)
    const open = await hall('GET', '/api/enterprise-request?closed=false&size=1')
    expect(open.body.total).toBe(closed.filter((one) => !one).length)
  })
})

describe.each(databases)('two editors of one row, on %s', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(database)
  })
  afterAll(() => server.close())

  it('the second is told every field the first changed, what it was, what it is, and by whom', async () => {
    const officer = await server.as('xiang')
    const bureau = await server.as('jing')
    const made = await officer('POST', '/api/project', {
      unit_id: 'SF-HX',
      name_zh: '两处同改',
      investment: '1',
      owner: '甲公司',
    })
    const { id } = made.body.row
    const seen = { 'if-match': '"1"' }
    await bureau('PATCH', `/api/project/${id}`, { investment: '2', stage: '桩基' }, seen)
    await bureau('PATCH', `/api/project/${id}`, { stage: '主体' }, { 'if-match': '"2"' })
    const refused = await officer('PATCH', `/api/project/${id}`, { owner: '乙公司' }, seen)
    expect(refused.status).toBe(409)
    expect(refused.body.version).toBe(3)
    expect(
      refused.body.changed.toSorted((a: { field: string }, b: { field: string }) =>
        a.field < b.field ? -1 : 1,
      ),
    ).toEqual([
      { field: 'investment', seen: '1', now: '2' },
      { field: 'stage', seen: null, now: '主体' },
    ])
    expect(refused.body.changed_by.zh).not.toContain('person')
  })
})
