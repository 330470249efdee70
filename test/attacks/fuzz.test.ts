import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InjectOptions } from 'fastify'
import { allRecords } from '#main/records'
import { demoAccounts, demoPassword } from '#main/world/accounts'
import { kernelActor, queries } from '#platform/database/database'
import { randomFrom } from '#test/support/nasty'
import { type ApiDocument, RequestMaker, routesOf } from '#test/support/random-request'
import { noteFigures, patience, times } from '#test/support/run-length'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

/** A request that takes longer hangs, whatever else the machine does. */
const longest = 30_000

const seed = Number(process.env.YIPANQI_TEST_SEED ?? Date.now() % 1_000_000)

function answered(work: Promise<{ statusCode: number; body: string }>) {
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<{ statusCode: number; body: string }>((resolve) => {
    limit = setTimeout(() => resolve({ statusCode: 599, body: 'no answer' }), longest)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(limit))
}

describe.each(databases)('random requests, on %s', (database) => {
  let server: TestServer
  let cookies: string[]
  let ids: string[]

  beforeAll(async () => {
    server = await openTestServer(database)
    cookies = ['']
    for (const { account } of demoAccounts) {
      const reply = await server.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { account, password: demoPassword },
      })
      cookies.push(String(reply.headers['set-cookie']).split(';')[0] ?? '')
    }
    ids = await server.running.database.transaction(kernelActor, 'read', async (tx) => {
      const found: string[] = []
      for (const { name } of allRecords)
        found.push(
          ...(await tx.all<{ id: string }>(queries().selectFrom(name).select('id').limit(12) as never)).map(
            ({ id }) => id,
          ),
        )
      return found
    })
  })
  afterAll(() => server.close())

  it(
    `none is answered with a fault of the server, none hangs (seed ${seed})`,
    { timeout: patience },
    async () => {
      const document = JSON.parse((await server.app.inject({ url: '/api/openapi.json' })).body) as ApiDocument
      const routes = routesOf(document)
      const random = randomFrom(seed)
      const maker = new RequestMaker({ random, document, ids })
      const total = times(700, 100_000)
      const seen = new Map<number, number>()
      const faults: unknown[] = []
      const one = async () => {
        const route = routes[Math.floor(random() * routes.length)]
        const cookie = cookies[Math.floor(random() * cookies.length)] ?? ''
        if (!route) return
        const request = maker.make(route)
        const headers = { cookie, 'x-yipanqi': 'test', ...request.headers }
        const { statusCode, body } = await answered(
          server.app.inject({ ...request, headers } as InjectOptions),
        )
        seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1)
        if (statusCode >= 500)
          faults.push({
            statusCode,
            request: JSON.stringify(request).slice(0, 2000),
            body: body.slice(0, 500),
          })
      }
      let begun = 0
      const worker = async () => {
        while (begun++ < total && faults.length < 5) await one()
      }
      await Promise.all(Array.from({ length: 4 }, worker))
      expect(faults).toEqual([])
      // Requests that are all refused at the door would prove nothing.
      const accepted = [...seen].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0)
      expect(accepted).toBeGreaterThan(total / 20)
      noteFigures(`random requests, ${database}`, { requests: total, accepted, faults: faults.length, seed })
    },
  )

  it('and the board still stands', async () => {
    const reply = await (await server.as('zong'))('GET', '/api/board')
    expect(reply.status).toBe(200)
  })
})
