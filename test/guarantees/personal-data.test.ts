import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedMark } from '#platform/records/sealed-fields'
import { kernelActor } from '#platform/database/database'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

const clear = '138-1234-5678'
const shown = '138****5678'
const match = (version: number) => ({ 'if-match': `"${version}"` })

/** system sees the mobile masked, the office clerk of the park sees it whole, the statistician not at all. */
describe.each(databases)('personal data, on %s', (database) => {
  let server: TestServer
  let system: Caller
  let leader: Caller
  let unseeing: Caller
  let person: string
  beforeAll(async () => {
    server = await openTestServer(database, { YIPANQI_UNMASK_PER_HOUR: '3' })
    ;[system, leader, unseeing] = (await Promise.all(
      ['guan', 'zhu', 'jing'].map((name) => server.as(name)),
    )) as [Caller, Caller, Caller]
    const input = { unit_id: 'SF', name_zh: '隐私人', mobile: clear }
    const made = await system('POST', '/api/person', input)
    expect(made.body.row.mobile).toBe(shown)
    person = made.body.row.id
  })
  afterAll(() => server.close())

  const stored = async () =>
    (
      await server.running.database.transaction(kernelActor, 'read', (tx) =>
        tx.first<{ mobile: string }>(sql`SELECT mobile FROM person WHERE id = ${person}`),
      )
    )?.mobile
  const rowOf = async (call: Caller) => (await call('GET', `/api/person/${person}`)).body.row
  const mobiles = async (call: Caller) => {
    const { rows } = (await call('GET', '/api/person?size=500')).body
    return rows.map((row: { mobile?: string }) => row.mobile) as (string | undefined)[]
  }

  it('is masked on details, lists and exports, for whoever has no right to it', async () => {
    for (const call of [system, leader]) {
      expect((await rowOf(call)).mobile).toBe(shown)
      const list = await mobiles(call)
      expect(list.some((mobile) => mobile?.includes('****'))).toBe(true)
      // One's own is one's own.
      expect(list.filter((mobile) => mobile && !mobile.includes('****'))).toHaveLength(1)
      const csv = await call('GET', '/api/person/export.csv?fields=name_zh,mobile&q=隐私人')
      expect(csv.raw.toString()).toContain(shown)
      expect(csv.raw.toString()).not.toContain(clear)
    }
    expect(await rowOf(unseeing)).not.toHaveProperty('mobile')
  })

  it('is not masked for the person whose it is', async () => {
    const own = (await leader('GET', '/api/session')).body.person
    expect((await leader('GET', `/api/person/${own}`)).body.row.mobile).toMatch(/^138-0000-/)
  })

  it.each([
    `mobile=${clear}`,
    'mobile.contains=1234',
    'mobile.gt=138-1234',
    `mobile.in=${clear},110`,
    'mobile.ne=1',
    'mobile.empty=true',
    'sort=mobile',
    'sort=-mobile,name_zh',
  ])('is no answer to ?%s, whether the guess is right or wrong', async (query) => {
    for (const call of [system, leader, unseeing])
      for (const address of ['/api/person', '/api/person/export.csv']) {
        const reply = await call('GET', `${address}?${query}`)
        expect([reply.status, reply.body.code ?? JSON.parse(reply.raw.toString()).code]).toEqual([
          422,
          'invalid_input',
        ])
      }
  })

  it('is found by no search', async () => {
    for (const q of ['12345678', '1234', clear])
      expect((await system('GET', `/api/person?q=${q}`)).body.total).toBe(0)
  })

  it('stays as it is when a form sends the mask back, and changes when it sends another', async () => {
    const before = await rowOf(system)
    const kept = { name_zh: '隐私者', mobile: before.mobile }
    const saved = await system('PATCH', `/api/person/${person}`, kept, match(before.version))
    expect([saved.status, await stored()]).toEqual([200, clear])
    const other = { mobile: '139-1234-5678' }
    const changed = await system('PATCH', `/api/person/${person}`, other, match(saved.body.row.version))
    expect([changed.body.row.mobile, await stored()]).toEqual(['139****5678', '139-1234-5678'])
    await system('PATCH', `/api/person/${person}`, { mobile: clear }, match(changed.body.row.version))
  })

  it('goes neither into the ledger nor into the history or the tale of a conflict', async () => {
    const { version } = await rowOf(system)
    const late = await system('PATCH', `/api/person/${person}`, { name_zh: '晚' }, match(version - 2))
    expect(late.body.code).toBe('version_conflict')
    const history = await system('GET', `/api/person/${person}/history`)
    const ledger = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all(sql`SELECT changes FROM event WHERE row_id = ${person}`),
    )
    for (const told of [late.body, history.body, ledger]) {
      expect(JSON.stringify(told)).not.toContain(clear)
      expect(JSON.stringify(told)).not.toContain('139-1234-5678')
    }
    // Encrypted at rest as well, it is not even kept masked: only that it changed.
    expect(JSON.stringify(history.body)).toContain(sealedMark)
  })

  it('is told for a reason, which is in the ledger with who and which', async () => {
    const address = `/api/person/${person}/unmask`
    expect((await leader('POST', address, {})).status).toBe(422)
    const told = await leader('POST', address, { reason: '紧急联系' })
    expect(told.body).toEqual({ values: { mobile: clear }, seconds: 60 })
    expect((await rowOf(leader)).mobile).toBe(shown)
    const [event] = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<Record<string, unknown>>(
        sql`SELECT person_id, reason, changes FROM event WHERE row_id = ${person} AND deed = 'unmask'`,
      ),
    )
    const own = (await leader('GET', '/api/session')).body.person
    expect(event).toEqual({ person_id: own, reason: '紧急联系', changes: { mobile: [shown, shown] } })
  })

  it('is not told to who does not see the field, nor of a row that is not theirs', async () => {
    const reason = { reason: '想知道' }
    expect((await unseeing('POST', `/api/person/${person}/unmask`, reason)).status).toBe(404)
    const stranger = await server.as('lz')
    expect((await stranger('POST', `/api/person/${person}/unmask`, reason)).status).toBe(404)
  })

  it('is told a few rows an hour, also when they are asked for at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => leader('POST', `/api/person/${person}/unmask`, { reason: '批量联系' })),
    )
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429, 429, 429])
    const slowed = asked.find(({ status }) => status === 429)
    expect(Number(slowed?.headers['retry-after'])).toBeGreaterThan(3000)
    expect((await system('POST', `/api/person/${person}/unmask`, { reason: '核对' })).status).toBe(200)
  })
})
