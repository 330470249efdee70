import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consoleFolder } from '#main/folders'
import { demoPassword } from '#main/world/accounts'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

type Headers = Record<string, string>

const signIn = (server: TestServer, account: string, password = demoPassword, headers: Headers = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-yipanqi': 'test', ...headers },
    payload: { account, password },
  })
const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['set-cookie']).split(';')[0] ?? ''
const built = existsSync(join(consoleFolder, 'index.html'))

describe.each(databases)('what browsers are told, on %s', (database) => {
  let plain: TestServer
  let secure: TestServer
  beforeAll(async () => {
    plain = await openTestServer(database)
    secure = await openTestServer(database, { YIPANQI_SECURE_COOKIES: 'yes' })
  })
  afterAll(async () => {
    await plain.close()
    await secure.close()
  })

  it.each(['/api/session', '/api/nothing', '/healthz', '/nowhere.js'])(
    '%s lets a browser do nothing with it, and nobody keep it',
    async (url) => {
      const { headers } = await plain.app.inject({ method: 'GET', url })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).toContain("default-src 'none'; frame-ancestors 'none'")
      expect(headers['permissions-policy']).toContain('geolocation=()')
      if (url.startsWith('/api')) expect(headers['cache-control']).toBe('no-store')
    },
  )

  it.runIf(built)(
    'a page runs scripts from here only, and styles only with the nonce of this reply',
    async () => {
      const pages = [await plain.visitor('GET', '/'), await plain.visitor('GET', '/projects')]
      const nonces = pages.map(({ headers, body }) => {
        const policy = String(headers['content-security-policy'])
        expect(policy).toContain("script-src 'self';")
        expect(policy).toMatch(/style-src-elem 'self' 'nonce-[\w+/=]{24}';/)
        expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
        const nonce = /'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? ''
        expect(body).toContain(`nonce="${nonce}"`)
        expect(body).not.toMatch(/<script>|<style>|style="|\son\w+="/)
        return nonce
      })
      expect(new Set(nonces).size).toBe(2)
    },
  )

  it('the API’s own page is styled by its digest and has no script', async () => {
    const { headers, body } = await plain.visitor('GET', '/api/docs')
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(body).not.toContain('<script')
  })

  it('cookies are out of reach of scripts and other sites; over https they are bound to this host', async () => {
    const here = String((await signIn(plain, 'zhu')).headers['set-cookie'])
    expect(here).toMatch(/^yipanqi_session=.*; Path=\/; HttpOnly; SameSite=Strict$/)
    const there = String((await signIn(secure, 'zhu')).headers['set-cookie'])
    expect(there).toMatch(/^__Host-yipanqi_session=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const cookie = there.split(';')[0] ?? ''
    expect((await secure.callerWith(cookie)('GET', '/api/session')).status).toBe(200)
    const unbound = cookie.replace('__Host-', '')
    expect((await secure.callerWith(unbound)('GET', '/api/session')).status).toBe(401)
  })

  it('over https, and only then, never to come without', async () => {
    const hsts = async (server: TestServer) =>
      (await server.visitor('GET', '/healthz')).headers['strict-transport-security']
    expect([await hsts(plain), await hsts(secure)]).toEqual([undefined, 'max-age=31536000'])
  })

  it.each([
    ['another site’s page', { 'sec-fetch-site': 'cross-site', 'x-yipanqi': '1' }, 403],
    ['a page of a sibling host', { 'sec-fetch-site': 'same-site', 'x-yipanqi': '1' }, 403],
    [
      'a page elsewhere, in a browser that names it only',
      { origin: 'https://evil.example', 'x-yipanqi': '1' },
      403,
    ],
    ['a sandboxed page', { origin: 'null', 'x-yipanqi': '1' }, 403],
    ['a form of an old browser that says nothing', {}, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' }, 204],
    ['our own page in an old browser', { origin: 'http://localhost', 'x-yipanqi': '1' }, 204],
    ['a program', { 'x-yipanqi': '1' }, 204],
  ])('a write sent by %s answers %j → %i', async (_who, headers: Headers, status) => {
    const cookie = cookieOf(await signIn(plain, 'zhu'))
    const reply = await plain.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { host: 'localhost:80', cookie, ...headers },
    })
    expect(reply.statusCode).toBe(status)
  })

  it('strangers send little, others no more than five megabytes', async () => {
    const long = { account: 'zhu', password: 'x'.repeat(20_000) }
    expect((await plain.visitor('POST', '/api/session', long)).status).toBe(413)
    const call = await plain.as('xiang')
    expect((await call('POST', '/api/project', { name_zh: 'x'.repeat(6_000_000) })).status).toBe(413)
  })
})

describe.each(databases)('how much may be asked, on %s', (database) => {
  it('guessing at many accounts from one address is slowed; signing in rightly is not', async () => {
    const server = await openTestServer(database, { YIPANQI_RATE_SIGN_IN: '5' })
    for (let index = 0; index < 8; index++) expect((await signIn(server, 'zhu')).statusCode).toBe(201)
    for (const account of ['a1', 'b2', 'c3', 'd4', 'e5'])
      expect((await signIn(server, account, 'guess')).statusCode).toBe(401)
    const slowed = await signIn(server, 'zhu')
    expect(slowed.statusCode).toBe(429)
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    await server.close()
  })

  it('one session that asks too much waits; another does not', async () => {
    const server = await openTestServer(database, { YIPANQI_RATE_SESSION: '20' })
    const [busy, calm] = [await server.as('zhu'), await server.as('zhu')]
    const replies = []
    for (let index = 0; index < 25; index++) replies.push(await busy('GET', '/api/session'))
    const statuses = replies.map(({ status }) => status)
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200))
    expect(statuses.at(-1)).toBe(429)
    expect(replies.at(-1)?.body.remedy.zh).toBeTruthy()
    expect((await calm('GET', '/api/session')).status).toBe(200)
    await server.close()
  })

  it('visitors are counted by address, which only a named proxy may tell', async () => {
    const ask = (server: TestServer, from: string) =>
      server.app.inject({ method: 'GET', url: '/api/session/demo', headers: { 'x-forwarded-for': from } })
    const open = await openTestServer(database, { YIPANQI_RATE_VISITOR: '3' })
    const direct = []
    for (let index = 0; index < 5; index++) direct.push((await ask(open, `10.0.0.${index}`)).statusCode)
    expect(direct).toEqual([200, 200, 200, 429, 429])
    await open.close()
    const proxied = await openTestServer(database, {
      YIPANQI_RATE_VISITOR: '3',
      YIPANQI_TRUST_PROXY: '127.0.0.1',
    })
    for (let index = 0; index < 5; index++)
      expect((await ask(proxied, `10.0.0.${index}`)).statusCode).toBe(200)
    const network = []
    for (let index = 0; index < 5; index++)
      network.push((await ask(proxied, `2001:db8:1:2::${index}`)).statusCode)
    expect(network).toEqual([200, 200, 200, 429, 429])
    await proxied.close()
  })

  it('an open stream of news ends when its session is ended', async () => {
    const server = await openTestServer(database)
    const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const cookie = cookieOf(await signIn(server, 'zhu'))
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
    const reading = stream.text()
    const call = await server.as('zhu')
    expect((await call('POST', '/api/session/list/end-others', {})).body.ended).toBe(1)
    expect(await reading).toContain('retry:')
    expect((await fetch(`${address}/api/events`, { headers: { cookie } })).status).toBe(401)
    await server.close()
  })
})
