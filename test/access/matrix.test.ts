import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, type RecordType } from '#engine/records/record'
import { type Actor, may } from '#engine/records/rights'
import { allRecords } from '#main/records'
import { demoAccounts } from '#main/world/accounts'
import { kernelActor, queries } from '#platform/database/database'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

/** Every demo account × every record type × every row: what the API shows must be what the naive statement allows. */
describe.each(databases)('who sees what, on %s', (database) => {
  let server: TestServer
  const rows = new Map<
    string,
    { id: string; unit_id: string; version: number; [column: string]: unknown }[]
  >()
  const callers = new Map<string, { actor: Actor; call: Caller }>()

  beforeAll(async () => {
    server = await openTestServer(database)
    await server.running.database.transaction(kernelActor, 'read', async (tx) => {
      for (const record of allRecords)
        rows.set(
          record.name,
          (await tx.all(queries().selectFrom(record.name).selectAll().limit(400))) as never,
        )
    })
    for (const { account } of demoAccounts) {
      const call = await server.as(account)
      const { body } = await call('GET', '/api/session')
      callers.set(account, { call, actor: { person: body.person, reach: body.reach } })
    }
  })
  afterAll(() => server.close())

  const cases = demoAccounts.flatMap(({ account }) =>
    allRecords.map((record) => [account, record.name, record] as const),
  )

  it.each(cases)(
    '%s lists exactly the rows of %s that the declaration gives',
    async (account, _name, record: RecordType) => {
      const { actor, call } = callers.get(account) as { actor: Actor; call: Caller }
      const all = rows.get(record.name) ?? []
      const allowed = all.filter((row) => may(actor, record, { verb: 'read', row })).map((row) => row.id)
      const seen = new Set<string>()
      for (let page = 1; page < 20; page++) {
        const reply = await call('GET', `/api/${addressOf(record)}?size=500&page=${page}&sort=id`)
        expect(reply.status).toBe(200)
        for (const row of reply.body.rows as { id: string }[]) seen.add(row.id)
        if ((reply.body.rows as unknown[]).length < 500) break
      }
      const known = new Set(all.map((row) => row.id))
      expect([...seen].filter((id) => known.has(id)).toSorted()).toEqual(allowed.toSorted())
    },
  )

  it.each(cases)(
    '%s gets 404 for every row of %s outside their reach, and cannot tell it from an unknown id',
    async (account, _name, record: RecordType) => {
      const { actor, call } = callers.get(account) as { actor: Actor; call: Caller }
      const hidden = (rows.get(record.name) ?? [])
        .filter((row) => !may(actor, record, { verb: 'read', row }))
        .slice(0, 3)
      const unknown = await call('GET', `/api/${addressOf(record)}/no-such-row`)
      expect(unknown.status).toBe(404)
      for (const row of hidden) {
        const reply = await call('GET', `/api/${addressOf(record)}/${row.id}`)
        expect(reply.status).toBe(404)
        expect({ ...reply.body, instance: '' }).toEqual({ ...unknown.body, instance: '' })
      }
    },
  )

  it.each(cases)(
    '%s cannot change rows of %s without the right to, whether seen or not',
    async (account, _name, record: RecordType) => {
      const { actor, call } = callers.get(account) as { actor: Actor; call: Caller }
      const forbidden = (rows.get(record.name) ?? [])
        .filter((row) => !may(actor, record, { verb: 'update', row }))
        .slice(0, 3)
      for (const row of forbidden) {
        const title = { [record.title]: row[record.title] }
        const reply = await call('PATCH', `/api/${addressOf(record)}/${row.id}`, title, {
          'if-match': `"${row.version}"`,
        })
        expect([403, 404]).toContain(reply.status)
      }
    },
  )

  it('a visitor who is not signed in gets nothing but 401', async () => {
    for (const record of allRecords) {
      const reply = await server.app.inject({ method: 'GET', url: `/api/${addressOf(record)}` })
      expect(reply.statusCode).toBe(401)
    }
  })

  it('the system administrator sees no business row', async () => {
    const { call } = callers.get('guan') as { call: Caller }
    for (const name of ['project', 'report'])
      expect((await call('GET', `/api/${name.replace('_', '-')}`)).body.total).toBe(0)
    expect((await call('GET', '/api/figures?unit=LZ')).status).toBe(404)
  })
})
