import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport, ListReply } from '#engine/records/reply'
import type { ScheduleReply, WhatIfReply } from '#modules/projects/contract'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

/** A file of one record type, as comma-separated text. */
async function imported(
  call: Caller,
  record: string,
  rows: readonly (readonly string[])[],
): Promise<ImportReport> {
  const bytes = Buffer.from(rows.map((row) => row.join(',')).join('\n'))
  const reply = await upload(call, `/api/${record}/import?dry_run=false`, { bytes, name: 'a.csv' })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body as ImportReport
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe.each(databases)('projects, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let leader: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    leader = await server.as('zhu')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>) => created(officer, record, input)
  const act = (record: string, id: string, action: string, body: Record<string, unknown>, by = officer) =>
    by('GET', `/api/${record}/${id}`).then(({ body: found }) =>
      by('POST', `/api/${record}/${id}/actions/${action}`, body, {
        'if-match': `"${(found.row as { version: number }).version}"`,
      }),
    )
  const list = async (path: string) => (await officer('GET', path)).body as ListReply

  describe('the four rates', () => {
    const define = (code: string, given: Record<string, unknown>) =>
      economist('POST', '/api/indicator', {
        unit_id: 'SF',
        code,
        name_zh: code,
        decimals: 1,
        direction: 'up',
        frequency: 'year',
        accumulation: 'period',
        ...given,
      })
    const rates = {
      resumption: ['resumed', 'carried_on'],
      start: ['fresh_started', 'fresh'],
      procedures: ['fresh_procedures_done', 'fresh'],
      entry: ['fresh_entered', 'fresh'],
    } as const
    const valueOf = async (code: string) => {
      const { body } = await economist('GET', `/api/figures?unit=SF-HX&indicators=${code}&from=2021&to=2021`)
      return (body.figures as { value: string }[])[0]?.value
    }

    it('Lanzhou’s of 2021 come out of 160 projects: 100, 100, 100 and 97.5 per cent', async () => {
      const all = numbers(160).map((number) => `四率项目${number}`)
      const [carried, fresh] = [all.slice(0, 120), all.slice(120)]
      await imported(officer, 'project', [
        ['所属单位', '项目名称', '实际开工', '入库纳统日期'],
        ...carried.map((name) => ['SF-HX', name, '2020-06-01', '2020-07-01']),
        ...fresh.map((name, index) => ['SF-HX', name, '2021-05-01', index === 0 ? '' : '2021-06-01']),
      ])
      await imported(officer, 'project-procedure', [
        ['项目', '手续', '审批阶段', '办结日期'],
        ...fresh.map((name) => [name, '施工许可', '施工许可', '2021-04-20']),
      ])
      const report = await imported(officer, 'project-year', [
        ['项目', '年度', '建设性质', '年度计划投资（亿元）'],
        ...carried.map((name) => [name, '2021', '续建', '1.25']),
        ...fresh.map((name) => [name, '2021', '新建', '0.5']),
      ])
      expect(report).toMatchObject({ created: 160, refused: 0 })
      for (const measure of new Set(Object.values(rates).flat()))
        expect(
          (
            await define(`n_${measure}`, {
              unit: '个',
              decimals: 0,
              rollup: 'sum',
              source: 'measure',
              measure: `project_year.${measure}`,
            })
          ).status,
        ).toBe(201)
      for (const [rate, [over, under]] of Object.entries(rates))
        expect(
          (
            await define(`r_${rate}`, {
              unit: '%',
              rollup: 'none',
              source: 'formula',
              formula: `[n_${over}] / [n_${under}]`,
            })
          ).status,
        ).toBe(201)
      expect(await valueOf('n_carried_on')).toBe('120')
      expect(await valueOf('n_fresh')).toBe('40')
      const found = await Promise.all(Object.keys(rates).map((rate) => valueOf(`r_${rate}`)))
      expect(found.map(Number)).toEqual([100, 100, 100, 97.5])
    })

    it('move when the last of the forty is entered, and nobody types them in', async () => {
      const late = (await list('/api/project?name_zh=四率项目121&fields=id,version')).rows[0]
      await officer(
        'PATCH',
        `/api/project/${late?.id}`,
        { entered_on: '2021-12-30' },
        { 'if-match': `"${late?.version}"` },
      )
      expect(Number(await valueOf('r_entry'))).toBe(100)
    })

    it('count a project no more that has left the year’s list, and say why it left', async () => {
      const one = (await list('/api/project-year?year=2021&project_class=new&size=1')).rows[0]
      const leave = (input: object) =>
        officer('PATCH', `/api/project-year/${one?.id}`, input, { 'if-match': `"${one?.version}"` })
      expect((await leave({ left_on: '2021-11-01' })).status).toBe(422)
      expect((await leave({ left_on: '2021-11-01', left_reason: '企业调整投资' })).status).toBe(200)
      expect(await valueOf('n_fresh')).toBe('39')
    })
  })

  describe('a part of a project', () => {
    it('lies in the project’s unit without anybody choosing it, and moves with it', async () => {
      const whole = await create('project', { unit_id: 'SF-HX', name_zh: '要搬的项目' })
      const node = await create('project-node', { project: whole.id, name_zh: '立项', duration: 3 })
      const month = await create('project-month', { project: whole.id, month: '2026-10', progress: '地基' })
      expect([node.unit_id, month.unit_id]).toEqual(['SF-HX', 'SF-HX'])
      const moved = await officer(
        'PATCH',
        `/api/project/${whole.id}`,
        { unit_id: 'SF-ZZ' },
        { 'if-match': '"1"' },
      )
      expect(moved.status).toBe(200)
      const now = await officer('GET', `/api/project-node/${node.id}`)
      expect(now.body.row).toMatchObject({ unit_id: 'SF-ZZ', version: 2 })
      const history = await officer('GET', `/api/project-node/${node.id}/history`)
      expect(JSON.stringify(history.body)).toContain('SF-ZZ')
    })

    it('cannot be of a project that is not there, and keeps the project from being removed', async () => {
      const missing = await officer('POST', '/api/project-node', {
        project: 'no-such',
        name_zh: '立项',
        duration: 3,
      })
      expect(missing.status).toBe(422)
      expect(missing.body.problems).toMatchObject([{ field: 'project', code: 'not_found' }])
      const whole = await create('project', { unit_id: 'SF-HX', name_zh: '有节点的项目' })
      await create('project-node', { project: whole.id, name_zh: '立项', duration: 3 })
      const removed = await officer('DELETE', `/api/project/${whole.id}`, undefined, { 'if-match': '"1"' })
      expect(removed.status).toBe(409)
    })

    it('a row is never moved into another zone, whose key it does not have', async () => {
      const whole = await create('project', { unit_id: 'SF-HX', name_zh: '不出区的项目' })
      const moved = await server
        .as('zong')
        .then((all) => all('PATCH', `/api/project/${whole.id}`, { unit_id: 'LZ' }, { 'if-match': '"1"' }))
      expect([403, 422]).toContain(moved.status)
      expect((await officer('GET', `/api/project/${whole.id}`)).body.row.unit_id).toBe('SF-HX')
    })
  })

  describe('a plan', () => {
    let project: string
    const schedule = async () =>
      (await officer('GET', `/api/project/${project}/schedule`)).body as unknown as ScheduleReply

    it('begins from a template and is worked out back from the promised day', async () => {
      project = (
        await create('project', { unit_id: 'SF-HX', name_zh: '倒排的项目', promised_on: '2028-06-30' })
      ).id
      expect((await schedule()).nodes).toEqual([])
      const laid = await officer('POST', `/api/project/${project}/plan`, { template: 'industrial' })
      expect(laid.status).toBe(201)
      const plan = await schedule()
      expect(plan.promised).toBe('2028-06-30')
      expect(plan.nodes.at(-1)).toMatchObject({ name: { zh: '竣工' }, latest_finish: '2028-06-30' })
      expect(plan.critical_path.length).toBeGreaterThan(3)
      expect(plan.shortfalls).toEqual([])
      expect(plan.provisional?.zh).toMatch(/2028/)
      const again = await officer('POST', `/api/project/${project}/plan`, { template: 'municipal' })
      expect(again).toMatchObject({ status: 409, body: { code: 'plan_exists' } })
    })

    it('shows what a change would move before anything is kept', async () => {
      const before = await schedule()
      const [first] = before.nodes
      const tried = await officer('POST', `/api/project/${project}/schedule/try`, {
        changes: [{ node: first?.id, duration: 200 }],
      })
      const reply = tried.body as unknown as WhatIfReply
      expect(reply.moved.length).toBeGreaterThan(5)
      expect(reply.finish.workdays).toBeGreaterThan(100)
      expect(await schedule()).toEqual(before)
    })

    it('that cannot be kept says by how many days, and by which chain', async () => {
      const tried = await officer('POST', `/api/project/${project}/schedule/try`, {
        changes: [{ promised: '2027-03-31' }],
      })
      const [why] = (tried.body as unknown as WhatIfReply).schedule.shortfalls
      expect(why?.zh).toMatch(/\d+/)
      expect(why?.zh).toContain('主体结构')
    })

    it('another promise is tried: the days to spare before and after, nothing written, until it is kept and undone', async () => {
      const before = await schedule()
      const whole = async () => (await officer('GET', `/api/project/${project}`)).body.row
      const row = await whole()
      const { body } = await officer('POST', `/api/project/${project}/schedule/try`, {
        changes: [{ promised: '2028-12-29' }],
      })
      const tried = body as unknown as WhatIfReply
      expect(tried.before).toEqual({ promised: '2028-06-30', spare: before.spare })
      expect(tried.schedule).toMatchObject({ promised: '2028-12-29', finish: before.finish, shortfalls: [] })
      expect(tried.schedule.spare?.workdays).toBeGreaterThan((before.spare?.workdays ?? 0) + 100)
      expect(tried.moved).toEqual([])
      expect(await schedule()).toEqual(before)
      expect(await whole()).toEqual(row)
      const put = (promised_on: unknown, version: number) =>
        officer('PATCH', `/api/project/${project}`, { promised_on }, { 'if-match': `"${version}"` })
      const kept = await put('2028-12-29', row.version)
      expect((await schedule()).spare).toEqual(tried.schedule.spare)
      expect((await put('2029-06-29', row.version)).status).toBe(409)
      expect((await put('2028-06-30', kept.body.row.version)).status).toBe(200)
      expect(await schedule()).toEqual(before)
    })

    it('a promise that has passed is refused when it is tried anew, with what to do; so is one before what was finished', async () => {
      const told = async (id: string, promised: string) => {
        const changes = [{ promised }]
        const { status, body } = await officer('POST', `/api/project/${id}/schedule/try`, { changes })
        return [status, (body.problems as { field: string; says: { zh: string } }[])[0]] as const
      }
      expect(await told(project, '2024-03-01')).toMatchObject([
        422,
        { field: 'promised', says: { zh: '承诺竣工日 2024-03-01 已过' } },
      ])
      const begun = await create('project', {
        unit_id: 'SF-HX',
        name_zh: '开工的',
        promised_on: '2028-06-30',
      })
      await create('project-node', {
        project: begun.id,
        name_zh: '基础施工',
        duration: 20,
        actual_start: '2024-04-01',
        actual_finish: '2024-05-10',
      })
      expect((await told(begun.id, '2024-04-15'))[1]?.says.zh).toContain('“基础施工”到 2024-05-10 才完成')
    })

    it('a promise without a plan is tried as well: nothing follows from it', async () => {
      const { id } = await create('project', { unit_id: 'SF-HX', name_zh: '没有节点的项目' })
      const { status, body } = await officer('POST', `/api/project/${id}/schedule/try`, {
        changes: [{ promised: '2028-06-30' }],
      })
      expect(status).toBe(200)
      expect(body).toMatchObject({ schedule: { promised: '2028-06-30', finish: null, nodes: [] }, moved: [] })
    })

    it('with a circle is refused, and the circle is named', async () => {
      const nodes = (await list(`/api/project-node?project=${project}&sort=position&size=20`)).rows
      const [first, second] = nodes
      const circle = await officer(
        'PATCH',
        `/api/project-node/${first?.id}`,
        { follows: [second?.id] },
        { 'if-match': `"${first?.version}"` },
      )
      expect(circle.status).toBe(422)
      expect(JSON.stringify(circle.body.problems)).toContain('立项备案')
      expect((await officer('GET', `/api/project/${project}/schedule`)).status).toBe(200)
    })

    it.each([
      ['no change', { changes: [] }],
      ['a change of nothing', { changes: [{ node: 'x' }] }],
      ['a day that is none', { changes: [{ node: 'x', start: '31.3.2027' }] }],
      ['too many changes', { changes: Array.from({ length: 201 }, () => ({ promised: '2027-01-01' })) }],
    ])('%s is refused in words', async (_what, body) => {
      const reply = await officer('POST', `/api/project/${project}/schedule/try`, body)
      expect(reply.status).toBe(422)
      expect(reply.body.problems).toHaveLength(1)
    })

    it('is not seen by whoever does not see the project', async () => {
      const stranger = await server.as('lz')
      expect((await stranger('GET', `/api/project/${project}/schedule`)).status).toBe(404)
    })
  })

  it('a project has both coordinates or neither', async () => {
    const half = await officer('POST', '/api/project', {
      unit_id: 'SF-HX',
      name_zh: '只填经度的项目',
      longitude: '120.6',
    })
    expect(half.status).toBe(422)
    expect(half.body.problems).toMatchObject([{ field: 'longitude', says: { zh: '经度和纬度只填了一个' } }])
    await create('project', {
      unit_id: 'SF-HX',
      name_zh: '有位置的项目',
      longitude: '120.6',
      latitude: '33.2',
    })
    const placed = await list('/api/project?longitude.empty=false&latitude.empty=false&name_zh=有位置的项目')
    expect(placed.total).toBe(1)
  })

  describe('the life of a project', () => {
    it('goes from reserve to full capacity, each step with its day and none before an earlier one', async () => {
      const { id } = await create('project', { unit_id: 'SF-HX', name_zh: '一抓到底的项目' })
      const without = await act('project', id, 'sign', {})
      expect(without.status).toBe(422)
      const steps = [
        ['sign', { signed_on: '2025-01-10' }],
        ['begin_approvals', {}],
        ['start', { started_on: '2025-06-01' }],
        ['build', {}],
      ] as const
      for (const [action, values] of steps)
        expect((await act('project', id, action, { values })).status, action).toBe(200)
      const early = await act('project', id, 'complete', { values: { completed_on: '2025-05-01' } })
      expect(early.status).toBe(422)
      expect(JSON.stringify(early.body.problems)).toContain('竣工日期早于开工日期')
      for (const [action, values] of [
        ['complete', { completed_on: '2026-05-01' }],
        ['produce', { produced_on: '2026-07-01' }],
        ['reach_capacity', { full_on: '2026-10-01' }],
      ] as const)
        expect((await act('project', id, action, { values })).status, action).toBe(200)
      const { body } = await officer('GET', `/api/project/${id}`)
      expect(body.row).toMatchObject({ state: 'full', started_in: '2025-06' })
    })

    it('stops and goes on only by a decider, with a reason', async () => {
      const { id } = await create('project', { unit_id: 'SF-HX', name_zh: '停工的项目' })
      for (const [action, values] of [
        ['begin_approvals', {}],
        ['start', { started_on: '2026-01-05' }],
      ] as const)
        expect((await act('project', id, action, { values })).status).toBe(200)
      expect((await act('project', id, 'suspend', { reason: '资金未到位' })).status).toBe(403)
      expect((await act('project', id, 'suspend', {}, leader)).status).toBe(422)
      expect((await act('project', id, 'suspend', { reason: '资金未到位' }, leader)).status).toBe(200)
    })
  })

  it('a project that stands still again is asked again when it resumed: the first day is no answer', async () => {
    const { id } = await create('project', {
      unit_id: 'SF-HX',
      name_zh: '两次停工的项目',
      started_on: '2025-03-01',
    })
    await act('project', id, 'begin_approvals', {})
    await act('project', id, 'start', {})
    const stop = () => act('project', id, 'suspend', { reason: '资金未到位' }, leader)
    const resume = (values: Record<string, unknown>) =>
      act('project', id, 'resume', { reason: '资金到位', values }, leader)
    expect((await stop()).status).toBe(200)
    expect((await resume({ resumed_on: '2025-08-01' })).status).toBe(200)
    expect((await stop()).status).toBe(200)
    expect((await resume({})).status).toBe(422)
    const { body } = await resume({ resumed_on: '2026-02-20' })
    expect(body.row).toMatchObject({ state: 'building', resumed_on: '2026-02-20' })
  })

  describe('a month', () => {
    it('is submitted, returned with a reason, accepted, and corrected only with leave', async () => {
      const whole = await create('project', { unit_id: 'SF-HX', name_zh: '月报的项目' })
      const month = await create('project-month', {
        project: whole.id,
        month: '2026-10',
        progress: '主体三层',
      })
      expect((await act('project-month', month.id, 'submit', {})).status).toBe(422)
      expect((await act('project-month', month.id, 'submit', { values: { invested: '0.35' } })).status).toBe(
        200,
      )
      expect((await act('project-month', month.id, 'return', {}, economist)).status).toBe(422)
      expect((await act('project-month', month.id, 'return', { reason: '请附照片' }, economist)).status).toBe(
        200,
      )
      expect((await act('project-month', month.id, 'submit', {})).status).toBe(200)
      expect((await act('project-month', month.id, 'accept', {}, economist)).status).toBe(200)
      const frozen = await officer('GET', `/api/project-month/${month.id}`)
      const late = await officer(
        'PATCH',
        `/api/project-month/${month.id}`,
        { invested: '0.5' },
        { 'if-match': `"${(frozen.body.row as { version: number }).version}"` },
      )
      expect(late.status).toBe(409)
      expect(
        (await act('project-month', month.id, 'correct', { reason: '核减重复计数' }, economist)).status,
      ).toBe(403)
      expect(
        (await act('project-month', month.id, 'correct', { reason: '核减重复计数' }, leader)).status,
      ).toBe(200)
    })

    it('two officers reporting the same month: the second is told', async () => {
      const whole = await create('project', { unit_id: 'SF-HX', name_zh: '两人报的项目' })
      await create('project-month', { project: whole.id, month: '2026-10', progress: '一' })
      const second = await officer('POST', '/api/project-month', {
        project: whole.id,
        month: '2026-10',
        progress: '二',
      })
      expect(second.status).toBe(409)
    })

    it.each([
      [{ invested: '-1' }, 'invested'],
      [{ month: '2026' }, 'month'],
      [{ funds: '1', funds_other_province: '0.8', funds_abroad: '0.3' }, 'funds'],
    ])('%j is refused at its field', async (given, field) => {
      const whole = (await list('/api/project?name_zh=两人报的项目')).rows[0]
      const reply = await officer('POST', '/api/project-month', {
        project: whole?.id,
        month: '2026-08',
        progress: '一',
        ...given,
      })
      expect(reply.status).toBe(422)
      expect((reply.body.problems as { field: string }[])[0]?.field).toBe(field)
    })
  })

  it('Nanning’s joint start keeps the published total beside what its projects add up to', async () => {
    const { body } = await (await server.as('zong'))('GET', '/api/joint-start?unit_id=NN')
    expect((body as unknown as ListReply).rows).toMatchObject([
      { published_count: 6, published_investment: '6.16', counted_investment: '5.12', known: 5 },
    ])
  })
})
