import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('records over HTTP, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let admin: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    admin = await server.as('guan')
  })
  afterAll(() => server.close())

  const create = (input: object) => officer('POST', '/api/project', { unit_id: 'SF-HX', ...input })

  it('a row that was created is read back as it was given, with what one may do', async () => {
    const made = await create({
      name_zh: '新能源汽车零部件项目',
      investment: '3.25',
      category: '制造业',
      started_in: '2026-03',
    })
    expect(made.status).toBe(201)
    const read = await officer('GET', `/api/project/${made.body.row.id}`)
    expect(read.body.row).toMatchObject({
      name_zh: '新能源汽车零部件项目',
      investment: '3.25',
      category: 'manufacturing',
      unit_id: 'SF-HX',
      zone_id: 'SF',
      version: 1,
      sample: false,
    })
    expect(read.body.row.may).toContain('update')
    expect(read.body.titles.unit['SF-HX'].zh).toBe('核心园')
  })

  it('every problem of an input is told at once, with field, value and mend', async () => {
    const reply = await create({ investment: 'viel', category: '渔业', started_in: '2026-13', stray: 1 })
    expect(reply.status).toBe(422)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    const fields = reply.body.problems.map((one: { field: string }) => one.field)
    expect(fields.toSorted()).toEqual(['category', 'investment', 'name_zh', 'started_in', 'stray'])
    for (const problem of reply.body.problems) expect(problem.mend.zh.length).toBeGreaterThan(1)
  })

  it('the second of two editors is told what changed, and nothing is overwritten', async () => {
    const { row } = (await create({ name_zh: '两人同改的项目', investment: '1' })).body
    const tag = { 'if-match': '"1"' }
    expect((await officer('PATCH', `/api/project/${row.id}`, { investment: '2' }, tag)).status).toBe(200)
    const second = await officer('PATCH', `/api/project/${row.id}`, { investment: '3' }, tag)
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({
      code: 'version_conflict',
      version: 2,
      changed: [{ field: 'investment', seen: '1', now: '2' }],
    })
    expect((await officer('PATCH', `/api/project/${row.id}`, { investment: '3' })).status).toBe(428)
    expect((await officer('GET', `/api/project/${row.id}`)).body.row.investment).toBe('2')
  })

  it('is found by characters, by pinyin and by pinyin initials', async () => {
    await create({ name_zh: '磁悬浮轴承产业化项目' })
    for (const q of ['磁悬', '悬浮轴承', 'cixuanfu', 'cxfzc'])
      expect(
        (await officer('GET', `/api/project?q=${encodeURIComponent(q)}`)).body.rows.map(
          (one: { name_zh: string }) => one.name_zh,
        ),
      ).toEqual(['磁悬浮轴承产业化项目'])
    expect((await officer('GET', '/api/project?q=cxfzx')).body.total).toBe(0)
  })

  it('pages by number and by key give every row once, in one order', async () => {
    const whole = (await officer('GET', '/api/project?sort=-investment,name_zh&size=500')).body.rows.map(
      (one: { id: string }) => one.id,
    )
    const byKey: string[] = []
    for (let after: string | undefined = ''; after !== undefined;) {
      const reply: { body: { rows: { id: string }[]; next?: string } } = await officer(
        'GET',
        `/api/project?sort=-investment,name_zh&size=3&count=false${after ? `&after=${after}` : ''}`,
      )
      byKey.push(...reply.body.rows.map((one) => one.id))
      after = reply.body.next
    }
    expect(byKey).toEqual(whole)
    const second = (
      await officer('GET', '/api/project?sort=-investment,name_zh&size=3&page=2')
    ).body.rows.map((one: { id: string }) => one.id)
    expect(second).toEqual(whole.slice(3, 6))
  })

  it('filters mean what they say, and an unknown one is refused instead of showing everything', async () => {
    const atLeast = await officer('GET', '/api/project?investment.gte=10&size=500')
    expect(atLeast.body.total).toBeGreaterThan(0)
    for (const row of atLeast.body.rows) expect(Number(row.investment)).toBeGreaterThanOrEqual(10)
    const unknown = await officer('GET', '/api/project?investments.gte=10')
    expect(unknown.status).toBe(422)
    expect(unknown.body.problems[0].field).toBe('investments.gte')
  })

  it('a sum over a list is as vague as the vaguest figure in it, and says of how many it is known', async () => {
    const named = ['约数求和甲', '约数求和乙', '约数求和丙']
    await create({ name_zh: named[0], investment: '1.5', investment_qualifier: 'about' })
    await create({ name_zh: named[1], investment: '2' })
    await create({ name_zh: named[2] })
    const asked = `/api/project?q=${encodeURIComponent('约数求和')}&size=1`
    const { total, totals } = (await officer('GET', asked)).body
    expect(total).toBe(3)
    expect(totals.investment).toEqual({ value: '3.5', qualifier: 'about', known: 2 })
    const exact = (await officer('GET', `${asked}&investment=2`)).body.totals.investment
    expect(exact).toEqual({ value: '2', qualifier: 'exact', known: 1 })
  })

  it('rows are removed together, or none of them', async () => {
    const rows = []
    for (const name_zh of ['一并删除甲', '一并删除乙']) rows.push((await create({ name_zh })).body.row)
    const ids = rows.map(({ id, version }) => ({ id, version }))
    const stale = await officer('POST', '/api/project/bulk', {
      ids: [ids[0], { ...ids[1], version: 9 }],
      remove: true,
    })
    expect(stale.body).toMatchObject({ done: 0, problems: [{ id: ids[1]?.id }] })
    expect((await officer('GET', `/api/project/${ids[0]?.id}`)).status).toBe(200)
    const economist = await server.as('jing')
    const refused = await economist('POST', '/api/project/bulk', { ids, remove: true })
    expect(refused.body.done ?? 0).toBe(0)
    expect((await officer('POST', '/api/project/bulk', { ids, remove: true })).body.done).toBe(2)
    for (const { id } of ids) expect((await officer('GET', `/api/project/${id}`)).status).toBe(404)
  })

  it('a bulk act is done on all rows or on none', async () => {
    const rows = []
    for (const name of ['批量甲', '批量乙']) rows.push((await create({ name_zh: name })).body.row)
    const ids = [
      { id: rows[0].id, version: 1 },
      { id: rows[1].id, version: 7 },
    ]
    const reply = await officer('POST', '/api/project/bulk', { ids, values: { stage: '已开工' } })
    expect(reply.body).toMatchObject({
      done: 0,
      problems: [{ id: rows[1].id, problem: { code: 'version_conflict' } }],
    })
    expect((await officer('GET', `/api/project/${rows[0].id}`)).body.row.stage).toBeNull()
    const good = await officer('POST', '/api/project/bulk', {
      ids: rows.map((row) => ({ id: row.id, version: 1 })),
      values: { stage: '已开工' },
    })
    expect(good.body.done).toBe(2)
  })

  it('two rows of one name in one unit are refused, naming the fields', async () => {
    await create({ name_zh: '重名项目' })
    const second = await create({ name_zh: '重名项目' })
    expect(second.status).toBe(422)
    expect(
      second.body.problems.map((one: { field: string; code: string }) => [one.field, one.code]),
    ).toContainEqual(['name_zh', 'duplicate'])
  })

  it('a reference to nothing is refused', async () => {
    const reply = await admin('POST', '/api/organ', {
      unit_id: 'SF',
      name_zh: '新科室',
      parent: 'nothing-at-all',
    })
    expect(reply.status).toBe(422)
    expect(reply.body.problems[0]).toMatchObject({ field: 'parent', code: 'not_found' })
  })

  it('a unit cannot be moved below itself', async () => {
    const { row } = (await admin('GET', '/api/unit/SF')).body
    const reply = await admin(
      'PATCH',
      '/api/unit/SF',
      { parent: 'SF-HX' },
      { 'if-match': `"${row.version}"` },
    )
    expect(reply.status).toBe(422)
    expect(reply.body.problems[0].field).toBe('parent')
  })

  it('a field added without code is checked, stored, listed and filtered', async () => {
    const field = {
      unit_id: 'SF',
      record: 'project',
      name: 'risk_level',
      label_zh: '风险等级',
      kind: 'choice',
      options: '高、中、低',
    }
    expect((await admin('POST', '/api/extra-field', field)).status).toBe(201)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await create({ name_zh: '扩展字段项目甲', risk_level: '极高' })).body.problems[0].field).toBe(
      'risk_level',
    )
    const made = await create({ name_zh: '扩展字段项目乙', risk_level: '高' })
    expect(made.body.row.extra).toEqual({ risk_level: '高' })
    const found = await officer('GET', `/api/project?extra.risk_level=${encodeURIComponent('高')}`)
    expect(found.body.rows.map((one: { id: string }) => one.id)).toEqual([made.body.row.id])
  })

  it('a field is added to a record type there is, by its code or its name, and is not asked of another zone', async () => {
    const added = { unit_id: 'LZ', name: 'land_use', label_zh: '用地方式', kind: 'text', required: true }
    const refused = await admin('POST', '/api/extra-field', { ...added, record: '项木' })
    expect(refused.body.problems[0]).toMatchObject({ field: 'record', value: '项木' })
    const bare = { ...added, record: '项目', kind: 'choice', name: 'empty' }
    expect((await admin('POST', '/api/extra-field', bare)).body.problems[0].field).toBe('options')
    const made = await admin('POST', '/api/extra-field', { ...added, record: '项目' })
    expect(made.body.row.record).toBe('project')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await create({ name_zh: '别区不问的项目' })).status).toBe(201)
    expect((await create({ name_zh: '别区没有的字段', land_use: '划拨' })).status).toBe(422)
    const national = await server.as('zong')
    expect((await national('GET', '/api/project?extra.land_use.empty=true&size=1')).status).toBe(200)
  })

  it('a field is not added under a name that another has, nor over what a former one of another kind has left', async () => {
    const add = (given: object) =>
      admin('POST', '/api/extra-field', { unit_id: 'SF', record: 'project', kind: 'text', ...given })
    const fieldsRefused = async (given: object) =>
      (await add(given)).body.problems.map((one: { field: string }) => one.field)
    for (const name of ['name_zh', 'zone_id', 'constructor', 'state'])
      expect([name, await fieldsRefused({ name, label_zh: '撞名' })]).toEqual([name, ['name']])
    expect(await fieldsRefused({ name: 'other_name', label_zh: '项目名称' })).toEqual(['label_zh'])
    expect(await fieldsRefused({ name: 'mark', label_zh: '状态' })).toEqual(['label_zh'])

    const parking = (await add({ name: 'parking', label_zh: '车位', kind: 'integer' })).body.row
    await new Promise((resolve) => setTimeout(resolve, 50))
    const made = (await create({ name_zh: '有车位的项目', parking: 34 })).body.row
    expect(await fieldsRefused({ name: 'more', label_zh: '车位' })).toEqual(['label_zh'])
    const gone = await admin('DELETE', `/api/extra-field/${parking.id}`, undefined, { 'if-match': '"1"' })
    expect(gone.status).toBe(204)
    const refused = await add({ name: 'parking', label_zh: '有车位', kind: 'boolean' })
    expect(refused.body.problems[0]).toMatchObject({ field: 'name' })
    expect(refused.body.problems[0].says.zh).toContain('34')
    // Put back as it was, it shows again what was filled in.
    expect((await add({ name: 'parking', label_zh: '车位数', kind: 'integer' })).status).toBe(201)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const found = await officer('GET', '/api/project?extra.parking=34')
    expect(found.body.rows.map(({ id }: { id: string }) => id)).toEqual([made.id])
  })

  it('hostile bodies are refused with a clear error and no effect', async () => {
    const raw = (payload: string) =>
      officer('POST', '/api/project', payload, { 'content-type': 'application/json' })
    expect((await raw('{"name_zh": ')).status).toBe(400)
    expect((await raw('[1,2]')).status).toBe(422)
    expect((await raw('{"__proto__": {"admin": true}, "name_zh": "x", "unit_id": "SF-HX"}')).status).toBe(400)
    expect((await raw(`{"name_zh": "${'长'.repeat(2_000_000)}"}`)).status).toBe(413)
    expect((await raw('{"constructor": {"prototype": {}}, "name_zh": "x", "unit_id": "SF-HX"}')).status).toBe(
      400,
    )
    const gbk = Buffer.concat([
      Buffer.from('{"unit_id":"SF-HX","name_zh":"'),
      Buffer.from([0xcf, 0xee, 0xc4, 0xbf]),
      Buffer.from('"}'),
    ])
    const told = await officer('POST', '/api/project', gbk, { 'content-type': 'application/json' })
    expect([told.status, told.body.message.zh]).toEqual([400, '请求不是 UTF-8 编码（可能是 GBK），没有读取'])
    expect((await officer('GET', `/api/project?q=${encodeURIComponent('\uFFFD')}`)).body.total).toBe(0)
    expect((await officer('GET', `/api/project?q=${encodeURIComponent("' OR 1=1 --")}`)).body.total).toBe(0)
    expect((await officer('GET', '/api/project?sort=name_zh;DROP TABLE project')).status).toBe(422)
  })

  it('the ledger holds every change: who, when, before and after', async () => {
    const { row } = (await create({ name_zh: '留痕项目', investment: '1' })).body
    await officer('PATCH', `/api/project/${row.id}`, { investment: '1.5' }, { 'if-match': '"1"' })
    const { body } = await officer('GET', `/api/project/${row.id}/history`)
    expect(body.entries.map((entry: { deed: string }) => entry.deed)).toEqual(['update', 'create'])
    expect(body.entries[0].changes).toEqual({ investment: ['1', '1.5'] })
    expect(body.entries[0].person_name.zh.length).toBeGreaterThan(1)
  })
})
