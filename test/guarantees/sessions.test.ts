import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#main/world/accounts'
import { kernelActor } from '#platform/database/database'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('signing in, on %s', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(database)
  })
  afterAll(() => server.close())

  const signIn = (account: string, password: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-yipanqi': 'test' },
      payload: { account, password },
    })

  it('a wrong password and an unknown account are told alike', async () => {
    const wrong = (await signIn('zhu', 'wrong')).json<{ code: string; instance: string }>()
    const unknown = (await signIn('nobody', 'wrong')).json<{ code: string; instance: string }>()
    expect({ ...wrong, instance: '' }).toEqual({ ...unknown, instance: '' })
    expect(wrong.code).toBe('sign_in_refused')
  })

  it('five wrong passwords lock the account, even for the right one', async () => {
    for (let attempt = 0; attempt < 5; attempt++) expect((await signIn('shen', 'wrong')).statusCode).toBe(401)
    expect((await signIn('shen', demoPassword)).statusCode).toBe(423)
    await server.running.database.transaction(kernelActor, 'write', (tx) =>
      tx.run(sql`UPDATE account SET locked_until = now() - interval '1 second' WHERE id = 'shen'`),
    )
    expect((await signIn('shen', demoPassword)).statusCode).toBe(201)
  })

  it('signing out ends the session at once', async () => {
    const call = await server.as('an')
    expect((await call('GET', '/api/session')).status).toBe(200)
    expect((await call('DELETE', '/api/session')).status).toBe(204)
    expect((await call('GET', '/api/session')).status).toBe(401)
  })

  it('a session that has run out, or lain idle too long, is over', async () => {
    for (const change of [
      sql`UPDATE session SET expires_at = now() - interval '1 second'`,
      sql`UPDATE session SET used_at = now() - interval '61 minutes'`,
    ]) {
      const cookie = String((await signIn('ju', demoPassword)).headers['set-cookie']).split(';')[0] ?? ''
      await server.running.database.transaction(kernelActor, 'write', (tx) => tx.run(change))
      expect(
        (await server.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode,
      ).toBe(401)
    }
  })

  it('the token is stored only as a hash', async () => {
    const cookie = String((await signIn('ju', demoPassword)).headers['set-cookie'])
    const token = /yipanqi_session=([^;]+)/.exec(cookie)?.[1] ?? ''
    const rows = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ id: string }>(sql`SELECT id FROM session`),
    )
    expect(token.length).toBeGreaterThan(40)
    expect(rows.some((row) => row.id.includes(token))).toBe(false)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
  })

  it('a write that another site’s page sends is refused', async () => {
    const cookie = String((await signIn('ju', demoPassword)).headers['set-cookie']).split(';')[0] ?? ''
    const send = (headers: Record<string, string>) =>
      server.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, ...headers } })
    expect((await send({ 'sec-fetch-site': 'cross-site', 'x-yipanqi': 'console' })).statusCode).toBe(403)
    expect((await send({})).statusCode).toBe(403)
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(204)
  })

  it('errors carry a request id, and the pages their security headers', async () => {
    const reply = await server.app.inject({ method: 'GET', url: '/api/nothing' })
    expect(reply.json<{ instance: string }>().instance).toBe(
      `urn:yipanqi:request:${String(reply.headers['x-request-id'])}`,
    )
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await server.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200)
    expect((await server.app.inject({ method: 'GET', url: '/readyz' })).json()).toEqual({
      status: 'ready',
      database,
    })
  })
})
