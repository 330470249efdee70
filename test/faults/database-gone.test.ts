import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openKernel } from '#main/app'
import { startSealing } from '#platform/audit/seal-timer'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { withConnection } from '#platform/database/connection'
import { openPostgres } from '#platform/database/postgres'
import { type Gate, openGate } from '#test/support/gate'
import { ownPostgres } from '#test/support/own-postgres'
import type { Cluster } from '#test/support/postgres-cluster'
import { noteFigures, patience, progress, times } from '#test/support/run-length'
import { until } from '#test/support/until'
import {
  type Client,
  clientOf,
  listenTo,
  type ServerProcess,
  startServerProcess,
} from '#test/support/server-process'

/** A connection is waited for at most this long, and then a little for the machine. */
const longestWait = 8_000

/** Something of everything that needs the database. */
const requests: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['GET', '/api/session'],
  ['GET', '/api/board'],
  ['GET', '/api/project?size=20'],
  ['GET', '/api/project/export.csv'],
  ['GET', '/api/project/template.xlsx'],
  ['GET', '/api/report?size=5'],
  ['GET', '/api/figures?unit=SF&from=2026-01&to=2026-03'],
  ['GET', '/api/calendar'],
  ['POST', '/api/project', { unit_id: 'SF-HX', name_zh: '断库新建' }],
  ['POST', '/api/project/bulk', { ids: [{ id: 'x', version: 1 }], values: { name_zh: '断库批改' } }],
  ['PATCH', '/api/project/x', { name_zh: '断库修改' }],
  ['PUT', '/api/report/x/lines', { lines: [] }],
  ['POST', '/api/session', { account: 'zhu', password: 'wrong' }],
]

/** Works without a pause until told to stop; what it was answered, and what was confirmed to it. */
function busy(client: Client, mark: string, isOver: () => boolean) {
  const seen = new Map<number, number>()
  const created: string[] = []
  const work = async (index: number) => {
    for (let step = 0; !isOver(); step++) {
      const writes = (index + step) % 3 === 0
      const reply = writes
        ? await client('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `${mark} ${index}-${step}` })
        : await client('GET', step % 2 ? '/api/project?size=5' : '/api/board')
      seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1)
      if (reply.status === 201) created.push(reply.body.row.id as string)
      if (reply.status === 503) await pause(20)
      if (!isAwaited(reply.status)) console.log(reply)
    }
  }
  return { seen, created, ended: Promise.all([1, 2, 3, 4].map(work)) }
}

const isAwaited = (status: number) => [200, 201, 503].includes(status)

const isAlive = ({ child }: ServerProcess) => child.exitCode === null && child.signalCode === null

async function untilReady(address: string): Promise<number> {
  const begun = performance.now()
  while ((await fetch(`${address}/readyz`)).status !== 200) {
    if (performance.now() - begun > 30_000) throw new Error('The server has not found its database again')
    await pause(50)
  }
  return Math.round(performance.now() - begun)
}

const everythingIs503 = async (client: Client, address: string) => {
  for (const [method, path, body] of requests) {
    const begun = performance.now()
    const reply = await client(method, path, body, { 'if-match': '"1"' })
    const told = [method, path, reply.status, reply.type, Number(reply.retryAfter) > 0, reply.body.code]
    expect(told).toEqual([
      method,
      path,
      503,
      'application/problem+json; charset=utf-8',
      true,
      'database_away',
    ])
    expect(performance.now() - begun).toBeLessThan(longestWait)
  }
  const ready = await fetch(`${address}/readyz`)
  expect([ready.status, Number(ready.headers.get('retry-after')) > 0]).toEqual([503, true])
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
}

describe.runIf(inject('postgres'))('a server whose database goes away, on postgres', () => {
  let cluster: Cluster
  let url: string
  let gate: Gate
  let server: ServerProcess
  let officer: Client
  const query = (sql: string, values: readonly unknown[] = []) => {
    const source = openPostgres({ url, connections: 1 })
    return withConnection(source, (connection) => connection.query(sql, values)).finally(() => source.close())
  }
  const there = async (ids: readonly string[]) =>
    (await query('SELECT id FROM project WHERE id = ANY ($1::text[])', [ids])).rows.length

  beforeAll(async () => {
    ;({ cluster, url } = await ownPostgres())
    gate = await openGate(url)
    server = await startServerProcess({ DATABASE_URL: gate.url, YIPANQI_STATEMENT_SECONDS: '2' })
    officer = await clientOf(server.address, 'xiang')
  })
  afterAll(async () => {
    await server.kill()
    await gate.close()
    await cluster.stop()
  })

  it(
    'answers everything with 503 and when to try again, lives on, and goes on by itself when it is back',
    { timeout: patience },
    async () => {
      const rounds = times(2, 60)
      const tellProgress = progress('database gone and back', rounds)
      const page = await listenTo(server.address, 'zhu')
      const back: number[] = []
      for (let round = 0; round < rounds; round++) {
        let over = false
        const work = busy(officer, `停库${round}`, () => over)
        await until(() => work.created.length > 0)
        await cluster.halt(round % 2 === 0 ? 'SIGINT' : 'SIGQUIT')
        await everythingIs503(officer, server.address)
        await cluster.resume()
        back.push(await untilReady(server.address))
        await page.heard('"type":"reopened"')
        const before = work.created.length
        await until(() => work.created.length > before)
        over = true
        await work.ended
        expect([...work.seen.keys()].filter(isAwaited)).toEqual([...work.seen.keys()])
        expect(await there(work.created)).toBe(work.created.length)
        const reply = await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `复库 ${round}` })
        expect(reply.status).toBe(201)
        expect(await page.heard(reply.body.row.id as string)).toContain('"record":"project"')
        tellProgress(round + 1)
      }
      expect(isAlive(server)).toBe(true)
      page.close()
      noteFigures('database gone and back', { rounds, 'slowest return in ms': Math.max(...back) })
    },
  )

  it(
    'loses connections in the middle of their work without ending, and hears of changes again',
    { timeout: patience },
    async () => {
      const rounds = times(15, 500)
      const page = await listenTo(server.address, 'zhu')
      let over = false
      const work = busy(officer, '断连', () => over)
      for (let round = 0; round < rounds; round++) {
        await pause(40)
        await query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        )
      }
      const before = work.created.length
      await until(() => work.created.length > before)
      over = true
      await work.ended
      expect(isAlive(server)).toBe(true)
      expect([...work.seen.keys()].filter(isAwaited)).toEqual([...work.seen.keys()])
      expect(await there(work.created)).toBe(work.created.length)
      const reply = await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: '断连之后' })
      expect(await page.heard(reply.body.row.id as string)).toContain('"record":"project"')
      page.close()
      noteFigures('connections lost at work', { rounds, answered: sum(work.seen), lost: 0 })
    },
  )

  it(
    'that freezes is given up after the time set, and used again when it thaws',
    { timeout: patience },
    async () => {
      for (let round = 0; round < times(1, 20); round++) {
        gate.freeze()
        const begun = performance.now()
        const replies = await Promise.all(
          Array.from({ length: 25 }, () => officer('GET', '/api/project?size=5')),
        )
        expect([...new Set(replies.map(({ status }) => status))]).toEqual([503])
        // Two seconds for the statement, five for a new connection, and again where the first was still opening.
        expect(performance.now() - begun).toBeLessThan(2_000 + 2 * longestWait)
        expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
        gate.open()
        await untilReady(server.address)
        expect((await officer('GET', '/api/project?size=5')).status).toBe(200)
      }
    },
  )

  it('what another server changes meanwhile is seen once it is back', { timeout: patience }, async () => {
    const other = await startServerProcess({ DATABASE_URL: url })
    try {
      const keeper = await clientOf(other.address, 'guan')
      const leader = await clientOf(server.address, 'zhu')
      const codes = async () =>
        ((await leader('GET', '/api/session')).body.units as { code: string }[]).map(({ code }) => code)
      expect(await codes()).not.toContain('SF-XIN')
      gate.cut()
      const unit = { code: 'SF-XIN', name_zh: '新设园', kind: 'park', parent: 'SF', unit_id: 'SF' }
      expect((await keeper('POST', '/api/unit', unit)).status).toBe(201)
      gate.open()
      await untilReady(server.address)
      await until(async () => (await codes()).includes('SF-XIN'), 7_000)
    } finally {
      await other.kill()
    }
  })

  it('leaves its ledger to be sealed when it is back', { timeout: patience }, async () => {
    const source = openPostgres({ url: gate.url, connections: 2 })
    const { database } = await openKernel(source)
    const failed: unknown[] = []
    const stop = startSealing(database, {
      minutes: 1 / 600,
      signKey: undefined,
      failed: (error) => failed.push(error),
    })
    gate.cut()
    await until(() => failed.length > 1)
    gate.open()
    const open = async () => (await verifyLedger({ database, signers: [], found: () => {} })).open
    await until(async () => (await open().catch(() => 1)) === 0)
    await stop()
    await source.close()
  })

  it('is not waited for by a server that is told to end', async () => {
    const ending = await startServerProcess({ DATABASE_URL: gate.url, YIPANQI_STATEMENT_SECONDS: '2' })
    gate.freeze()
    const begun = performance.now()
    await ending.end()
    expect(performance.now() - begun).toBeLessThan(20_000)
    gate.open()
  })
})

const sum = (seen: ReadonlyMap<number, number>) => [...seen.values()].reduce((a, b) => a + b, 0)
