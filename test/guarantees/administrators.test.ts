import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#engine/records/record'
import { allRecords } from '#main/records'
import { kernelActor, queries } from '#platform/database/database'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'

/** What the system administrator keeps, or everybody signed in may read: no row of the business is among it. */
const notBusiness = [
  'unit',
  'organ',
  'person',
  'post',
  'calendar_day',
  'access_request',
  'extra_field',
  'indicator',
  'reporting_form',
  'validation_rule',
]

const match = (version: number) => ({ 'if-match': `"${version}"` })
const term = { starts_on: '2026-01-01', why: '新到岗' }

describe.each(databases)('three administrators, on %s', (database) => {
  let server: TestServer
  let system: Caller
  let security: Caller
  let audit: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    system = await server.as('guan')
    security = await server.as('an')
    audit = await server.as('shen')
  })
  afterAll(() => server.close())

  const ask = (input: Record<string, unknown>, call = system) =>
    call('POST', '/api/access-request', { unit_id: 'SF', why: '工作需要', ...input })
  const decide = (asked: Reply, action: string, given: { reason?: string; call?: Caller } = {}) =>
    (given.call ?? security)(
      'POST',
      `/api/access-request/${asked.body.row.id}/actions/${action}`,
      given.reason ? { reason: given.reason } : {},
      match(asked.body.row.version),
    )
  const newPerson = async (name_zh: string) =>
    String((await system('POST', '/api/person', { unit_id: 'SF', name_zh })).body.row.id)
  const postsOf = async (person: string) =>
    (await system('GET', `/api/post?person=${person}`)).body.rows as {
      role: string
      id: string
      version: number
    }[]
  const me = async (call: Caller) => String((await call('GET', '/api/session')).body.person)

  it('what waits in the demonstration can be granted, and what was decided is told with its reason', async () => {
    const rows = async (query: string) => (await security('GET', `/api/access-request?${query}`)).body.rows
    const [decided] = await rows('state=refused')
    expect(decided).toMatchObject({ sample: true, decided_by: await me(security) })
    expect(decided.decision).toBeTruthy()
    const history = (await audit('GET', `/api/access-request/${decided.id}/history`)).body
    expect(JSON.stringify(history)).toContain('refuse')
    const waiting = await rows('state=asked')
    expect(waiting.length).toBeGreaterThan(2)
    for (const row of waiting) {
      const path = `/api/access-request/${row.id}/actions/grant`
      const granted = await security('POST', path, {}, match(row.version))
      expect([row.subject, granted.status]).toEqual([row.subject, 200])
    }
  })

  it('the system administrator sees no business row, whatever the record type', async () => {
    for (const record of allRecords.filter(({ name }) => !notBusiness.includes(name))) {
      const address = `/api/${addressOf(record)}`
      const { total, totals } = (await system('GET', address)).body
      expect({ record: record.name, total, totals }).toEqual({ record: record.name, total: 0, totals: {} })
      const [row] = await server.running.database.transaction(kernelActor, 'read', (tx) =>
        tx.all<{ id: string }>(queries().selectFrom(record.name).select('id').limit(1) as never),
      )
      for (const part of ['', '/history', '/comments', '/attachments'])
        expect((await system('GET', `${address}/${row?.id}${part}`)).status).toBe(404)
      const sheet = (await system('GET', `${address}/export.csv`)).raw.toString()
      expect(sheet.trim().split('\n')).toHaveLength(1)
    }
    for (const address of ['/api/figures?unit=LZ', '/api/figures?unit=SF'])
      expect((await system('GET', address)).status).toBe(404)
  })

  it('no administrator writes a post directly, by any way in', async () => {
    const person = await newPerson('直接设岗')
    const input = { unit_id: 'SF', name_zh: '自设', role: 'leader', person, starts_on: '2026-01-01' }
    const [held] = (await system('GET', '/api/post?role=leader&size=1')).body.rows
    for (const call of [system, security, audit]) {
      expect((await call('POST', '/api/post', input)).status).toBe(403)
      const end = { ends_on: '2026-01-31' }
      const patched = await call('PATCH', `/api/post/${held.id}`, end, match(held.version))
      expect([403, 404]).toContain(patched.status)
      const bulk = { ids: [{ id: held.id, version: held.version }], values: end }
      expect((await call('POST', '/api/post/bulk', bulk)).body.done).toBe(0)
      expect((await call('POST', `/api/post/${held.id}/handover`, { to: person })).status).toBe(404)
    }
    expect(await postsOf(person)).toEqual([])
  })

  it('what is asked is not there until it is granted, and then whole: person, account and post', async () => {
    const given = { kind: 'open_account', name_zh: '新来者', account: 'xinlai', mobile: '138-0000-9999' }
    const post = { post_zh: '新统计员', role: 'statistician', starts_on: '2026-01-01' }
    const asked = await ask({ ...given, ...post })
    expect(asked.body.row).toMatchObject({ state: 'asked', subject: '开通账号：新来者，新统计员' })
    const nobody = await system('GET', `/api/person?name_zh=${encodeURIComponent('新来者')}`)
    expect(nobody.body.total).toBe(0)
    const granted = await decide(asked, 'grant')
    expect(granted.body.row).toMatchObject({ state: 'granted', decided_by: await me(security) })
    const [person] = (await system('GET', `/api/person?name_zh=${encodeURIComponent('新来者')}`)).body.rows
    expect((await postsOf(person.id)).map(({ role }) => role)).toEqual(['statistician'])
    const { body } = await security('GET', `/api/access/people/${person.id}`)
    expect(body.account).toMatchObject({ account: 'xinlai', start_due: true, blocked: false })
    const events = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ record: string; deed: string }>(
        queries()
          .selectFrom('event')
          .select(['record', 'deed'])
          .where('row_id', 'in', [asked.body.row.id, person.id, 'xinlai'])
          .where('deed', '<>', 'sign_in')
          .orderBy('id') as never,
      ),
    )
    expect(events).toContainEqual({ record: 'account', deed: 'create' })
    expect(events).toContainEqual({ record: 'person', deed: 'create' })
    expect(events).toContainEqual({ record: 'access_request', deed: 'grant' })
  })

  it('the start password is given out once, by the security administrator alone', async () => {
    const person = await newPerson('领口令')
    await decide(await ask({ kind: 'open_account', person, account: 'lingkouling' }), 'grant')
    const address = `/api/access/people/${person}/start-password`
    for (const call of [system, audit]) expect((await call('POST', address, {})).status).toBe(403)
    const issued = await security('POST', address, {})
    expect(issued.body.password).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    expect((await security('POST', address, {})).body.code).toBe('start_password_not_due')
  })

  it('who asks does not decide, and nobody decides for themselves', async () => {
    const person = await newPerson('待批者')
    const asked = await ask({ kind: 'give_post', person, post_zh: '专员', role: 'office_clerk', ...term })
    for (const call of [system, audit]) {
      expect([403, 404]).toContain((await decide(asked, 'grant', { call })).status)
      expect([403, 404]).toContain((await decide(asked, 'refuse', { call, reason: '不' })).status)
    }
    expect((await ask({ kind: 'reset_sign_in', person }, security)).status).toBe(403)
    const own = await ask({
      kind: 'give_post',
      person: await me(security),
      post_zh: '专员',
      role: 'office_clerk',
      ...term,
    })
    expect((await decide(own, 'grant')).body.code).toBe('own_request')
    expect(await postsOf(person)).toEqual([])
  })

  it('a decision says yes or no to what was asked: it cannot put in anybody else', async () => {
    const asked = await ask({ kind: 'give_post', post_zh: '空岗', role: 'office_clerk', ...term })
    const reply = await security(
      'POST',
      `/api/access-request/${asked.body.row.id}/actions/grant`,
      { values: { person: await newPerson('后塞者') } },
      match(1),
    )
    expect(reply.status).toBe(422)
    expect((await decide(asked, 'grant')).body.row).toMatchObject({ state: 'granted', person: null })
  })

  it('a refusal says why; a withdrawn or refused request is over', async () => {
    const person = await newPerson('被驳者')
    const given = { kind: 'give_post', person, post_zh: '专员', role: 'office_clerk', ...term }
    const asked = await ask(given)
    expect((await decide(asked, 'refuse')).status).toBe(422)
    const refused = await decide(asked, 'refuse', { reason: '岗位已满' })
    expect(refused.body.row).toMatchObject({ state: 'refused', decision: '岗位已满' })
    expect((await decide(refused, 'grant')).status).toBe(409)
    const withdrawn = await decide(await ask(given), 'withdraw', { call: system })
    expect((await decide(withdrawn, 'grant')).status).toBe(409)
    expect(await postsOf(person)).toEqual([])
  })

  it('nobody is asked to hold two of the three, nor the system administrator a post of the business', async () => {
    const given = { kind: 'give_post', post_zh: '兼任', ...term }
    const two = await ask({ ...given, person: await me(system), role: 'audit_admin' })
    expect(two.body.code).toBe('three_administrators')
    const business = await ask({ ...given, person: await me(system), role: 'leader' })
    expect(business.body.code).toBe('three_administrators')
  })

  it('two grants at once do not make one person two administrators', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await newPerson(`抢批${round}`)
      const given = { kind: 'give_post', person, post_zh: '管理员', ...term }
      const asked = await Promise.all(
        (['system_admin', 'audit_admin', 'security_admin'] as const).map((role) => ask({ ...given, role })),
      )
      const decided = await Promise.all(asked.map((one) => decide(one, 'grant')))
      expect(decided.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await postsOf(person)).toHaveLength(1)
    }
  })

  it('the last administrator of a kind cannot be ended, but can hand over', async () => {
    const [post] = await postsOf(await me(audit))
    const ending = { unit_id: 'CN-HTZ', kind: 'end_post', post: post?.id, ends_on: '2026-12-31' }
    expect((await ask(ending)).body.code).toBe('last_administrator')
    const person = await newPerson('接任审计')
    const over = { unit_id: 'CN-HTZ', kind: 'hand_over', post: post?.id, person, starts_on: '2027-01-01' }
    const granted = await decide(await ask(over), 'grant')
    expect(granted.status).toBe(200)
    expect((await postsOf(person)).map(({ role }) => role)).toEqual(['audit_admin'])
  })

  it('a post ended by a granted request takes its rights with it', async () => {
    const officer = await server.as('xiang')
    expect((await officer('GET', '/api/project')).body.total).toBeGreaterThan(0)
    const [post] = await postsOf(await me(officer))
    const asked = await ask({ kind: 'end_post', post: post?.id, ends_on: '2024-12-31' })
    expect((await decide(asked, 'grant')).status).toBe(200)
    await expect.poll(async () => (await officer('GET', '/api/project')).body.total).toBe(0)
  })

  it('the security administrator blocks a person at once; only a granted request restores', async () => {
    const clerk = await server.as('fu')
    const person = await me(clerk)
    const address = `/api/access/people/${person}/block`
    for (const call of [system, audit])
      expect((await call('POST', address, { reason: '离岗' })).status).toBe(403)
    expect((await security('POST', address, {})).status).toBe(422)
    expect((await security('POST', address, { reason: '账号疑似被盗' })).body.account.blocked).toBe(true)
    await expect.poll(async () => (await clerk('GET', '/api/session')).status).toBe(401)
    await expect(server.as('fu')).rejects.toThrow(/sign_in_refused/)
    await decide(await ask({ kind: 'restore_account', person }), 'grant')
    expect(await me(await server.as('fu'))).toBe(person)
    const own = `/api/access/people/${await me(security)}/block`
    expect((await security('POST', own, { reason: '试试' })).body.code).toBe('not_yourself')
  })

  it('the audit administrator reads requests and decisions, and changes nothing', async () => {
    const { rows } = (await audit('GET', '/api/access-request?size=100')).body
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.flatMap((row: { may: string[] }) => row.may)).toEqual([])
    expect((await ask({ kind: 'restore_account', person: await me(audit) }, audit)).status).toBe(403)
  })

  it('nobody of the business sees a request', async () => {
    for (const account of ['zong', 'zhu', 'tong']) {
      const call = await server.as(account)
      expect((await call('GET', '/api/access-request')).body.total).toBe(0)
      expect((await call('GET', `/api/access/people/${await me(audit)}`)).status).not.toBe(200)
    }
  })
})
