import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '#engine/ledger/audit-entry'
import { demoAccounts, demoPassword } from '#main/world/accounts'
import { kernelActor } from '#platform/database/database'
import { databases, openTestServer, type Caller, type TestServer } from '#test/support/test-server'

describe.each(databases)('the audit desk, on %s', (kind) => {
  let server: TestServer
  let shen: Caller
  beforeAll(async () => {
    server = await openTestServer(kind)
    shen = await server.as('shen')
  })
  afterAll(() => server.close())

  const events = async (query = '') => {
    const reply = await shen('GET', `/api/audit/events?${query}`)
    expect(reply.status).toBe(200)
    return reply.body as { entries: AuditEntry[]; total: number; next?: string }
  }
  /** Refusals are written a moment after their answer. */
  const eventually = async (query: string) => {
    for (let tries = 0; tries < 50; tries++) {
      const { entries } = await events(query)
      if (entries.length > 0) return entries
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return []
  }

  it.each(demoAccounts.map(({ account }) => account))(
    'opens to the audit administrator only: %s',
    async (account) => {
      const call = await server.as(account)
      for (const address of ['events', 'export.csv', 'export.xlsx'])
        expect((await call('GET', `/api/audit/${address}?size=1`)).status).toBe(
          account === 'shen' ? 200 : 403,
        )
    },
  )

  it('without a post of an auditor the database gives no event, whatever the statement', async () => {
    const reach = { leader: ['CN-HTZ'], system_admin: ['CN-HTZ'], security_admin: ['CN-HTZ'] }
    const found = await server.running.database.transaction({ person: 'nobody', reach }, 'read', (tx) =>
      tx.all(sql`SELECT id FROM event LIMIT 1`),
    )
    expect(found).toEqual([])
  })

  it('shows who did what, when, to what, and whether it was let through; newest first', async () => {
    const admin = await server.as('guan')
    const [person] = (await admin('GET', '/api/person?size=1&sort=id')).body.rows
    await admin(
      'PATCH',
      `/api/person/${person.id}`,
      { name_en: 'Zhao' },
      { 'if-match': `"${person.version}"` },
    )
    const { entries } = await events(`row=${person.id}&deed=update`)
    const { person: me } = (await admin('GET', '/api/session')).body
    expect(entries[0]).toMatchObject({
      person: me,
      record: 'person',
      outcome: 'done',
      changes: { name_en: [person.name_en, 'Zhao'] },
    })
    const times = (await events('size=100')).entries.map(({ at, id }) => `${Date.parse(at)} ${id}`)
    expect(times).toEqual(times.toSorted((a, b) => (a < b ? 1 : -1)))
  })

  it('sign-ins are in it, with right and wrong passwords and with accounts that do not exist', async () => {
    const signIn = (account: string, password: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-yipanqi': 't' },
        payload: { account, password },
      })
    await signIn('ju', demoPassword)
    await signIn('ju', 'wrong')
    await signIn('mallory', 'wrong')
    expect((await events('record=account&row=ju&deed=sign_in')).entries.length).toBeGreaterThan(0)
    expect((await events('record=account&row=ju&outcome=refused')).entries[0]?.deed).toBe('sign_in_refused')
    expect((await eventually('record=account&row=mallory'))[0]?.outcome).toBe('refused')
  })

  it('refused attempts are in it: what a post may not do, and rows outside its reach; a mistyped address is not', async () => {
    const [project] = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ id: string; zone_id: string }>(sql`SELECT id, zone_id FROM project LIMIT 1`),
    )
    const admin = await server.as('guan')
    expect((await admin('GET', `/api/project/${project?.id}`)).status).toBe(404)
    expect((await admin('GET', '/api/project/no-such-row')).status).toBe(404)
    expect((await admin('GET', '/api/audit/events')).status).toBe(403)
    const [seen] = await eventually(`row=${project?.id}&deed=access_refused`)
    expect(seen).toMatchObject({ record: 'project', zone: project?.zone_id, outcome: 'refused' })
    expect((await eventually('deed=access_refused&row=/api/audit/events')).length).toBeGreaterThan(0)
    expect((await events('deed=access_refused&row=no-such-row')).entries).toEqual([])
    for (let again = 0; again < 3; again++) await admin('GET', `/api/project/${project?.id}`)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect((await events(`row=${project?.id}&deed=access_refused`)).entries).toHaveLength(1)
  })

  it('pages hold every event once, however small they are', async () => {
    const whole = (await events('record=unit&size=500')).entries.map(({ id }) => id)
    const pieces: string[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { entries: AuditEntry[]; next?: string } = await events(
        `record=unit&size=7${next && `&after=${next}`}`,
      )
      pieces.push(...page.entries.map(({ id }) => id))
      next = page.next
    }
    expect(pieces).toEqual(whole)
    expect((await events('record=unit&size=1')).total).toBe(whole.length)
  })

  it('filters by day, person, kind and text, and refuses what it does not know', async () => {
    expect((await events('to=2020-01-01')).total).toBe(0)
    expect((await events('from=2020-01-01')).total).toBeGreaterThan(0)
    expect((await events('person=ju&deed=sign_in')).entries.every(({ row }) => row === 'ju')).toBe(true)
    expect((await events('q=zhao')).total).toBeGreaterThan(0)
    for (const query of ['form=x', 'from=yesterday', 'size=0', 'size=501', 'outcome=maybe', "after=x';--"])
      expect((await shen('GET', `/api/audit/events?${query}`)).status).toBe(422)
    for (const field of ['q', 'person', 'deed', 'record', 'row', 'unit'])
      expect(
        (await shen('GET', `/api/audit/events?${field}=${encodeURIComponent("'; DROP TABLE event; --")}`))
          .body.total,
      ).toBe(0)
  })

  it('exports what the filter says, with its count, and notes that it did', async () => {
    const { total } = await events('record=unit')
    const csv = await shen('GET', '/api/audit/export.csv?record=unit&language=en')
    expect(csv.headers['x-row-count']).toBe(String(total))
    expect(csv.raw.toString('utf8').trim().split('\r\n')).toHaveLength(total + 1)
    const sheet = await shen('GET', '/api/audit/export.xlsx?record=unit')
    expect(sheet.headers['x-row-count']).toBe(String(total))
    expect(sheet.raw.subarray(0, 2).toString()).toBe('PK')
    const { entries } = await events('record=event&deed=export')
    expect(entries[0]?.changes).toMatchObject({ rows: [null, total] })
  })

  it('an auditor of one zone sees that zone’s events and no other', async () => {
    const units = server.running.units.tree().within('LZ')
    const actor = { person: 'auditor', reach: { audit_admin: units } }
    const rows = await server.running.database.transaction(actor, 'read', (tx) =>
      tx.all<{ zone_id: string }>(sql`SELECT DISTINCT zone_id FROM event`),
    )
    expect(rows).toEqual([{ zone_id: 'LZ' }])
  })
})
