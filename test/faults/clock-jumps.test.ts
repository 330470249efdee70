import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNote } from '#engine/ledger/finding'
import { openKernel } from '#main/app'
import { root } from '#main/folders'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { withConnection } from '#platform/database/connection'
import { patience, times } from '#test/support/run-length'
import { type ServerPlace, serverPlace } from '#test/support/server-place'
import {
  type Client,
  clientOf,
  clientWith,
  cookieOf,
  type ServerProcess,
  startServerProcess,
} from '#test/support/server-process'
import { temporaryFolder } from '#test/support/temporary-folder'
import { databases } from '#test/support/test-server'
import { until } from '#test/support/until'

/**
 * The clock of the server process is set by what is loaded before it (support/shifted-clock.mjs). The embedded
 * database, which lives in it, goes by the same clock; PostgreSQL keeps its own, so that the two disagree.
 */
describe.each(databases)('a server whose clock is set forward and back, on %s', (database) => {
  let folder: string
  let place: ServerPlace
  let server: ServerProcess
  beforeAll(async () => {
    folder = temporaryFolder('clock')
    place = await serverPlace(database)
    await setClock(0)
    server = await start()
  })
  afterAll(async () => {
    await server.kill()
    await place.remove()
  })

  /** Long enough for the process to read its clock anew. */
  const setClock = async (hours: number) => {
    writeFileSync(join(folder, 'hours'), String(hours))
    await pause(50)
  }
  const start = () =>
    startServerProcess({
      ...place.settings,
      SHIFTED_CLOCK: join(folder, 'hours'),
      NODE_OPTIONS: `--import=${join(root, 'test', 'support', 'shifted-clock.mjs')}`,
    })
  const me = (client: Client) => client('GET', '/api/session')
  const act = async (client: Client, id: string, action: string, body: object = {}) => {
    const { row } = (await client('GET', `/api/enterprise-request/${id}`)).body
    const match = { 'if-match': `"${row.version}"` }
    const reply = await client('POST', `/api/enterprise-request/${id}/actions/${action}`, body, match)
    expect([action, reply.status, reply.body.detail]).toEqual([action, 200, undefined])
    return reply.body.row
  }

  it('ends no session when it is set back, and lets none live longer than a new one would', async () => {
    await setClock(0)
    const cookie = await cookieOf(server.address, 'zhu')
    const client = clientWith(server.address, cookie)
    for (const hours of [-1, -72]) {
      await setClock(hours)
      expect((await me(client)).status).toBe(200)
    }
    // Only the database knows when it is by its clock: the embedded one by that of the process.
    const ends = Date.parse((await me(client)).body.expires_at as string)
    const now = Date.now() + (database === 'embedded' ? -72 : 0) * 3_600_000
    // What was believed before is asked for again.
    await until(
      async () => Date.parse((await me(client)).body.expires_at as string) <= now + 12.1 * 3_600_000,
    )
    expect(ends).toBeGreaterThan(now)
    expect((await client('DELETE', '/api/session')).status).toBe(204)
    expect((await me(client)).status).toBe(401)
  })

  const believes = async () => {
    await setClock(0)
    const client = await clientOf(server.address, 'zhu')
    expect((await me(client)).status).toBe(200)
    await setClock(-72)
    const source = await place.open()
    await withConnection(source, (one) =>
      one.run(`UPDATE session SET expires_at = now() - interval '1 second'`),
    )
    await source.close()
    expect(await until(async () => (await me(client)).status === 401)).toBeLessThan(8_000)
  }
  // What lies in the embedded database nobody can end but the server itself.
  if (database === 'postgres') it('believes no session longer that the database has ended', believes)

  it('keeps the limits of what is in hand: nothing is undone, refused, or counts below nothing', async () => {
    await setClock(48)
    const create = async () => {
      const hall = await clientOf(server.address, 'fu')
      const enterprise = (await hall('GET', '/api/enterprise?unit=SF-HX&size=1')).body.rows[0].id
      const input = { unit_id: 'SF-HX', subject: '校时', category: 'utilities', body: '校时', enterprise }
      return (await hall('POST', '/api/enterprise-request', input)).body.row as { id: string }
    }
    const { id } = await create()
    const steps: readonly (readonly [
      hours: number,
      who: string,
      action: string,
      status: string,
      body?: object,
    ])[] = [
      [47, 'fu', 'accept', 'running'],
      [0, 'fu', 'assign', 'running'],
      [-30, 'jing', 'suspend', 'paused', { reason: '等待评审' }],
      [24, 'jing', 'resume', 'running'],
      [0, 'jing', 'extend', 'running', { reason: '勘查', values: { extension_days: 5 } }],
    ]
    for (const [hours, who, action, status, body] of steps) {
      await setClock(hours)
      const client = await clientOf(server.address, who)
      const of = async (type: string) =>
        (await client('GET', `/api/${type}?unit=SF&size=1`)).body.rows[0].id as string
      const assigned = { values: { organ: await of('organ'), handler: await of('person') } }
      const row = await act(client, id, action, action === 'assign' ? assigned : body)
      expect([action, row.clocks.settlement.status]).toEqual([action, status])
      expect(row.clocks.settlement.elapsed).toBeGreaterThanOrEqual(0)
      for (const pause_ of row.clocks.settlement.pauses) expect(pause_.units ?? 0).toBeGreaterThanOrEqual(0)
    }
    const hall = await clientOf(server.address, 'fu')
    const { entries } = (await hall('GET', `/api/enterprise-request/${id}/history`)).body as {
      entries: { deed: string }[]
    }
    const deeds = ['create', ...steps.map(([, , action]) => action)]
    expect(entries.map(({ deed }) => deed).toReversed()).toEqual(deeds)
  })

  it('goes on quietly: no timer runs wild, no figure falls below nothing', async () => {
    await setClock(0)
    const figures = async () => (await fetch(`${server.address}/metrics`)).text()
    const used = async () => Number(/^process_cpu_seconds_total (\S+)/m.exec(await figures())?.[1])
    const client = await clientOf(server.address, 'zhu')
    for (const hours of [24 * 30, -24 * 30]) {
      await setClock(hours)
      await me(client)
      const before = await used()
      await pause(1_000)
      expect((await used()) - before).toBeLessThan(0.7)
      expect(
        (await figures()).split('\n').filter((line) => / -\d/.test(line) && !line.startsWith('#')),
      ).toEqual([])
    }
  })

  it(
    'keeps one chain of seals, and tells what was done in the order it was done in',
    { timeout: patience },
    async () => {
      const shifts = [72, -48, 0, ...Array.from({ length: times(0, 20) }, (_, at) => (at % 2 ? 200 : -200))]
      const names: string[] = []
      let row: { id: string; version: number } | undefined
      for (const [at, hours] of shifts.entries()) {
        await setClock(hours)
        await server.end()
        server = await start()
        const officer = await clientOf(server.address, 'xiang')
        for (const minutes of [0, 90, -90]) {
          await setClock(hours + minutes / 60)
          const name_zh = `校时项目 ${at} ${minutes}`
          names.push(name_zh)
          const reply = row
            ? await officer(
                'PATCH',
                `/api/project/${row.id}`,
                { name_zh },
                { 'if-match': `"${row.version}"` },
              )
            : await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh })
          expect([200, 201]).toContain(reply.status)
          row = reply.body.row as { id: string; version: number }
        }
        const { entries } = (await officer('GET', `/api/project/${row?.id}/history`)).body as {
          entries: { changes: { name_zh: [string, string] } }[]
        }
        expect(entries.map(({ changes }) => changes.name_zh[1]).toReversed()).toEqual(names)
      }
      // The end of each has sealed once more.
      await server.end()
      const source = await place.open()
      const running = await openKernel(source)
      const wrong: unknown[] = []
      const state = await verifyLedger({
        database: running.database,
        signers: [],
        found: (finding) => isNote(finding) || wrong.push(finding),
      })
      expect(wrong).toEqual([])
      expect([state.seals >= shifts.length, state.open]).toEqual([true, 0])
      await source.close()
    },
  )
})
