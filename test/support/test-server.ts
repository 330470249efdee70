import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { inject } from 'vitest'
import { openApp, openKernel, type Running } from '#main/app'
import { configuredVault } from '#main/open-vault'
import { demoPassword } from '#main/world/accounts'
import { readConfig } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { openPostgres } from '#platform/database/postgres'

/** The databases the server suite runs on here. PostgreSQL is left out, and said so by `npm test`, where it is missing. */
export const databases: readonly ('embedded' | 'postgres')[] = inject('postgres')
  ? ['embedded', 'postgres']
  : ['embedded']

/** A copy of the filled template: its address, and how to drop it. */
export async function copyTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject('postgres')
  const name = `copy_${randomUUID().replaceAll('-', '')}`
  const owner = openPostgres({ url: template.replace('template_world', 'postgres'), connections: 1 })
  const command = async (statement: string) => {
    const connection = await owner.acquire()
    await connection.run(statement)
    connection.release()
  }
  // Two files copying at once would find the template in use: PostgreSQL makes the second wait by refusing; try again.
  for (let attempt = 0; ; attempt++)
    try {
      await command(`CREATE DATABASE ${name} TEMPLATE template_world`)
      break
    } catch (error) {
      if (attempt > 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  return {
    url: template.replace('template_world', name),
    async drop() {
      await command(`DROP DATABASE ${name} WITH (FORCE)`)
      await owner.close()
    },
  }
}

/** A copy of the filled template, dropped again at the end. */
async function copyOfTemplate(): Promise<ConnectionSource> {
  const { url, drop } = await copyTemplate()
  const source = openPostgres({ url, connections: 4 })
  return {
    ...source,
    async close() {
      await source.close()
      await drop()
    },
  }
}

export interface TestServer {
  readonly app: FastifyInstance
  readonly running: Running
  /** Signs in with a demo account and returns a caller in that person's name. */
  as(account: string): Promise<Caller>
  /** A caller who is not signed in. */
  readonly visitor: Caller
  /** A caller with this cookie. */
  callerWith(cookie: string): Caller
  close(): Promise<void>
}

export interface Reply {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
  readonly raw: Buffer
}

export type Caller = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>

function callerOf(app: FastifyInstance, cookie: string): Caller {
  return async (method, url, body, headers = {}) => {
    const options: InjectOptions = { method, url, headers: { cookie, 'x-yipanqi': 'test', ...headers } }
    if (body !== undefined) options.payload = body as never
    const reply = await app.inject(options)
    const isJson = String(reply.headers['content-type'] ?? '').includes('json')
    return {
      status: reply.statusCode,
      headers: reply.headers,
      raw: reply.rawPayload,
      body: isJson && reply.body ? reply.json() : reply.body,
    }
  }
}

/**
 * The whole server over a copy of the test world, spoken to by HTTP without a port. A test asks faster than any person:
 * sessions are not limited here unless `settings` say so.
 */
export async function openTestServer(
  database: 'embedded' | 'postgres',
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const source =
    database === 'embedded'
      ? await openEmbedded({ image: readFileSync(inject('image')) })
      : await copyOfTemplate()
  return testServerOver(source, settings)
}

/** The same over a database that lies somewhere in particular; it is closed with the server. */
export async function testServerOver(
  source: ConnectionSource,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const unlimited = { YIPANQI_RATE_SESSION: '0', YIPANQI_RATE_VISITOR: '0', YIPANQI_RATE_SIGN_IN: '0' }
  const config = readConfig({ YIPANQI_LOG: 'silent', ...unlimited, ...settings })
  if (!config.ok) throw new Error(config.error.join('\n'))
  const running = await openKernel(source, configuredVault(config.value))
  const app = await openApp(running, config.value)
  await app.ready()
  return {
    app,
    running,
    visitor: callerOf(app, ''),
    callerWith: (cookie) => callerOf(app, cookie),
    async as(account) {
      const reply = await callerOf(app, '')('POST', '/api/session', { account, password: demoPassword })
      if (reply.status !== 201) throw new Error(`${account} could not sign in: ${JSON.stringify(reply.body)}`)
      return callerOf(app, String(reply.headers['set-cookie']).split(';')[0] ?? '')
    },
    async close() {
      await app.close()
      await source.close()
    },
  }
}
