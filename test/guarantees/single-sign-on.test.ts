import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '#main/folders'
import { kernelActor } from '#platform/database/database'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

const publicUrl = 'http://127.0.0.1:8999'
const client = { id: 'yipanqi', secret: 'a secret of the test' }

/** Starts the provider and waits for the address it prints. */
async function startProvider(): Promise<{ issuer: string; process: ChildProcess }> {
  const script = join(root, 'test', 'support', 'oidc-provider.mjs')
  const redirect = `${publicUrl}/api/session/oidc/callback`
  const started = spawn(process.execPath, [script, client.id, client.secret, redirect], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: started.stdout }))
    if (line.startsWith('http://')) return { issuer: line, process: started }
  throw new Error('The provider did not start')
}

/** As much of a browser as the provider's pages need: cookies, redirects, forms. */
class Visitor {
  readonly #cookies = new Map<string, string>()

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const reply = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    return reply
  }

  /** Signs in at the provider by this name and agrees; returns the address that leads back to us. */
  async signIn(address: string, login: string): Promise<string> {
    let at = address
    for (let step = 0; step < 12; step++) {
      const reply = await this.go(at)
      const location = reply.headers.get('location')
      if (location?.startsWith(publicUrl)) return location
      if (location) {
        at = new URL(location, at).href
        continue
      }
      const prompt = /name="prompt" value="(\w+)"/.exec(await reply.text())?.[1] ?? ''
      const done = await this.go(at, { prompt, login, password: 'any' })
      at = new URL(done.headers.get('location') ?? '', at).href
      if (at.startsWith(publicUrl)) return at
    }
    throw new Error('The provider never led back')
  }
}

describe.each(databases)('single sign-on, on %s', (database) => {
  let provider: Awaited<ReturnType<typeof startProvider>>
  let bySubject: TestServer
  let byName: TestServer

  beforeAll(async () => {
    provider = await startProvider()
    const settings = {
      YIPANQI_PUBLIC_URL: publicUrl,
      YIPANQI_OIDC_ISSUER: provider.issuer,
      YIPANQI_OIDC_CLIENT: client.id,
      YIPANQI_OIDC_SECRET: client.secret,
    }
    bySubject = await openTestServer(database, settings)
    byName = await openTestServer(database, { ...settings, YIPANQI_OIDC_CLAIM: 'preferred_username' })
    await write(bySubject, sql`UPDATE account SET subject = 'subject-of-zhu' WHERE id = 'zhu'`)
  })
  afterAll(async () => {
    provider.process.kill()
    await bySubject.close()
    await byName.close()
  })

  const write = (server: TestServer, statement: ReturnType<typeof sql>) =>
    server.running.database.transaction(kernelActor, 'write', (tx) => tx.run(statement))
  const countOf = async (server: TestServer, table: 'account' | 'person') =>
    server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.first(sql`SELECT count(*)::integer AS count FROM ${sql.table(table)}`),
    )
  const cookiesOf = (reply: { headers: Record<string, unknown> }): string =>
    [reply.headers['set-cookie']]
      .flat()
      .map((cookie) => String(cookie).split(';')[0] ?? '')
      .filter((cookie) => !cookie.endsWith('='))
      .join('; ')
  const begin = async (server: TestServer, then = '/board') => {
    const reply = await server.app.inject({ method: 'GET', url: `/api/session/oidc?then=${then}` })
    return { address: String(reply.headers.location), cookie: cookiesOf(reply) }
  }
  const comeBack = (server: TestServer, returned: string, cookie: string) =>
    server.app.inject({ method: 'GET', url: returned.slice(publicUrl.length), headers: { cookie } })
  const through = async (server: TestServer, login: string, then?: string) => {
    const begun = await begin(server, then)
    const returned = await new Visitor().signIn(begun.address, login)
    return comeBack(server, returned, begun.cookie)
  }
  const refused = (reply: { headers: Record<string, unknown> }) => {
    expect(reply.headers.location).toBe('/sign-in?sso=refused')
    expect(cookiesOf(reply)).not.toContain('yipanqi_session')
  }

  it('goes to the provider with PKCE, state and nonce', async () => {
    const { address } = await begin(bySubject)
    const asked = new URL(address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(30)
  })

  it('signs in the person bound to the subject, and leads to where they were going', async () => {
    const reply = await through(bySubject, 'subject-of-zhu', '/projects?unit=SF')
    expect(reply.headers.location).toBe('/projects?unit=SF')
    const call = bySubject.callerWith(cookiesOf(reply))
    expect((await call('GET', '/api/session')).body.name.zh).toBeTruthy()
    const { sessions } = (await call('GET', '/api/session/list')).body
    expect(sessions[0].way).toBe('oidc')
  })

  it('creates nobody: a stranger with the provider’s word stays a stranger', async () => {
    const before = [await countOf(bySubject, 'account'), await countOf(bySubject, 'person')]
    refused(await through(bySubject, 'a-stranger'))
    expect([await countOf(bySubject, 'account'), await countOf(bySubject, 'person')]).toEqual(before)
  })

  it('finds an account by the configured claim, and binds it to that subject for good', async () => {
    expect((await through(byName, 'jing.first')).headers.location).toBe('/board')
    expect((await through(byName, 'jing.first')).headers.location).toBe('/board')
    refused(await through(byName, 'jing.second'))
  })

  it('lets nobody in whose account is blocked', async () => {
    await write(byName, sql`UPDATE account SET disabled = true WHERE id = 'tong'`)
    refused(await through(byName, 'tong.one'))
  })

  it('takes a return only in the browser that set out, and only once', async () => {
    const [mine, theirs] = [await begin(bySubject), await begin(bySubject)]
    const returned = await new Visitor().signIn(mine.address, 'subject-of-zhu')
    refused(await comeBack(bySubject, returned, ''))
    refused(await comeBack(bySubject, returned, theirs.cookie))
    const altered = new URL(returned)
    altered.searchParams.set('code', 'another')
    refused(await comeBack(bySubject, altered.href, mine.cookie))
    expect((await comeBack(bySubject, returned, mine.cookie)).headers.location).toBe('/board')
    refused(await comeBack(bySubject, returned, mine.cookie))
  })

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])(
    'never leads on to %s',
    async (then) => {
      const reply = await through(bySubject, 'subject-of-zhu', encodeURIComponent(then))
      expect(reply.headers.location).toBe('/')
    },
  )

  it('is not there where no provider is configured', async () => {
    const server = await openTestServer(database)
    expect((await server.visitor('GET', '/api/session/oidc')).status).toBe(404)
    await server.close()
  })
})
