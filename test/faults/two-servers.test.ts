import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isNote } from '#engine/ledger/finding'
import { openKernel, type Running } from '#main/app'
import { appendEvents } from '#platform/audit/events'
import { startSealing } from '#platform/audit/seal-timer'
import { backupIfDue } from '#platform/backup/backup-schedule'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { type Database, kernelActor } from '#platform/database/database'
import { openPostgres } from '#platform/database/postgres'
import { noteFigures, patience, times } from '#test/support/run-length'
import {
  type Client,
  clientOf,
  clientWith,
  cookieOf,
  listenTo,
  type ServerProcess,
  startServerProcess,
} from '#test/support/server-process'
import { temporaryFolder } from '#test/support/temporary-folder'
import { copyTemplate } from '#test/support/test-server'
import { until } from '#test/support/until'

/** A notification takes milliseconds; a session that is merely believed would last for five seconds. */
const atOnce = 1_500

describe.runIf(inject('postgres'))('two servers on one database, on postgres', () => {
  let copy: { url: string; drop: () => Promise<void> }
  let first: ServerProcess
  let second: ServerProcess
  beforeAll(async () => {
    copy = await copyTemplate()
    const settings = { DATABASE_URL: copy.url, YIPANQI_POOL: '4' }
    ;[first, second] = await Promise.all([startServerProcess(settings), startServerProcess(settings)])
  })
  afterAll(async () => {
    await Promise.all([first.kill(), second.kill()])
    await copy.drop()
  })

  const act = (client: Client, row: { id: string; version: number }, action: string) =>
    client('POST', `/api/access-request/${row.id}/actions/${action}`, {}, { 'if-match': `"${row.version}"` })
  const status = async (client: Client) => (await client('GET', '/api/session')).status

  it('a change made through one is told to the pages that listen at the other', async () => {
    const page = await listenTo(second.address, 'zhu')
    const officer = await clientOf(first.address, 'xiang')
    for (let step = 0; step < times(5, 200); step++) {
      const { body } = await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `两机 ${step}` })
      expect(await page.heard(body.row.id as string)).toContain('"record":"project"')
    }
    page.close()
  })

  it('a session ended at one is over at the other at once, and so is its stream of changes', async () => {
    const waits: number[] = []
    for (let round = 0; round < times(3, 100); round++) {
      const cookie = await cookieOf(first.address, 'zhu')
      const [here, there] = [clientWith(first.address, cookie), clientWith(second.address, cookie)]
      const page = await listenTo(second.address, cookie)
      expect([await status(here), await status(there)]).toEqual([200, 200])
      expect((await here('DELETE', '/api/session')).status).toBe(204)
      waits.push(await until(async () => (await status(there)) === 401))
      expect(await page.ended()).toBe(true)
    }
    expect(Math.max(...waits)).toBeLessThan(atOnce)
    noteFigures('session ended at another server', { 'slowest in ms': Math.round(Math.max(...waits)) })
  })

  it('a right taken at one is gone at the other at once', async () => {
    const officer = await clientOf(second.address, 'xiang')
    const [system, security] = [await clientOf(first.address, 'guan'), await clientOf(first.address, 'an')]
    // Whoever reads posts is told of it and asked to come again at the same moment.
    const page = await listenTo(second.address, 'guan')
    const { person } = (await officer('GET', '/api/session')).body as { person: string }
    const [post] = (await system('GET', `/api/post?person=${person}`)).body.rows as { id: string }[]
    const asked = await system('POST', '/api/access-request', {
      unit_id: 'SF',
      kind: 'end_post',
      post: post?.id,
      ends_on: '2024-12-31',
      why: '离岗',
    })
    expect((await officer('GET', '/api/project?size=1')).body.total).toBeGreaterThan(0)
    expect((await act(security, asked.body.row as never, 'grant')).status).toBe(200)
    const waited = await until(async () => (await officer('GET', '/api/project?size=1')).body.total === 0)
    expect(waited).toBeLessThan(atOnce)
    expect(await page.ended()).toBe(true)
    expect((await fetch(`${second.address}/healthz`)).status).toBe(200)
  })

  it('what is kept in memory at one follows what is changed at the other', async () => {
    const [keeper, leader] = [await clientOf(first.address, 'guan'), await clientOf(second.address, 'zhu')]
    for (let step = 0; step < times(3, 50); step++) {
      const code = `SF-L${step}`
      const unit = { code, name_zh: `新园 ${step}`, kind: 'park', parent: 'SF', unit_id: 'SF' }
      expect((await keeper('POST', '/api/unit', unit)).status).toBe(201)
      const units = async () =>
        ((await leader('GET', '/api/session')).body.units as { code: string }[]).map((one) => one.code)
      await until(async () => (await units()).includes(code))
    }
  })

  it('each counts the requests of a session for itself', async () => {
    const limited = { DATABASE_URL: copy.url, YIPANQI_RATE_SESSION: '20', YIPANQI_POOL: '2' }
    const two = await Promise.all([startServerProcess(limited), startServerProcess(limited)])
    try {
      const cookie = await cookieOf(first.address, 'zhu')
      const statuses = await Promise.all(
        two.map(async ({ address }) => {
          const seen: number[] = []
          for (let step = 0; step < 40; step++) seen.push(await status(clientWith(address, cookie)))
          return seen.filter((one) => one === 429).length
        }),
      )
      // Counted together, one of them would have let nothing through.
      for (const refused of statuses) expect([refused > 0, refused <= 20]).toEqual([true, true])
    } finally {
      await Promise.all(two.map((one) => one.kill()))
    }
  })
})

describe.runIf(inject('postgres'))('the work that two servers do by themselves, on postgres', () => {
  let copy: { url: string; drop: () => Promise<void> }
  const open = async (): Promise<{ running: Running; close: () => Promise<void> }> => {
    const source = openPostgres({ url: copy.url, connections: 3 })
    return { running: await openKernel(source), close: () => source.close() }
  }
  const write = (database: Database, deed: string) =>
    database.transaction(kernelActor, 'write', (tx) =>
      appendEvents(tx, [{ zone: 'SF', unit: 'SF', record: 'unit', id: 'SF', deed }]),
    )
  beforeAll(async () => {
    copy = await copyTemplate()
  })
  afterAll(() => copy.drop())

  it('is one back-up between them, however often they look', { timeout: patience }, async () => {
    const folder = temporaryFolder('backups')
    const both = await Promise.all([open(), open()])
    const schedule = { folder, hours: 24, keep: 5, masters: [] }
    for (const at of [new Date('2026-03-05T01:00:00Z'), new Date('2026-03-06T01:00:00Z')]) {
      const looks = both.flatMap(({ running }) =>
        [0, 1_000].map((later) => backupIfDue(running.database, schedule, new Date(at.getTime() + later))),
      )
      expect((await Promise.all(looks)).filter(Boolean)).toHaveLength(1)
    }
    expect(readdirSync(folder)).toHaveLength(2)
    await Promise.all(both.map((one) => one.close()))
  })

  it('seals every event once, and the seals are one chain', { timeout: patience }, async () => {
    const one = await open()
    const both = [one, await open()]
    const failed: unknown[] = []
    const note = (error: unknown) => failed.push(error)
    const stops = both.map(({ running }) =>
      startSealing(running.database, { minutes: 1 / 1_200, signKey: undefined, failed: note }),
    )
    const total = times(200, 20_000)
    for (let step = 0; step < total; step += 4)
      await Promise.all([0, 1, 2, 3].map((at) => write(both[at % 2]?.running.database as Database, 'noted')))
    await Promise.all(stops.map((stop) => stop()))
    expect(failed).toEqual([])
    const { running } = one
    const found: unknown[] = []
    const state = await verifyLedger({
      database: running.database,
      signers: [],
      found: (finding) => isNote(finding) || found.push(finding),
    })
    expect(found).toEqual([])
    expect(state.open).toBe(0)
    const [counts] = await running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ events: number; leaves: number; seals: number }>(
        sql`SELECT count(*)::integer AS events,
            count(DISTINCT (seal, position))::integer AS leaves, count(DISTINCT seal)::integer AS seals
          FROM event JOIN event_leaf ON event_leaf.zone_id = event.zone_id AND event_id = event.id
          WHERE event.zone_id = 'SF' AND deed = 'noted'`,
      ),
    )
    expect(counts).toMatchObject({ events: total, leaves: total })
    // One seal over all of it at the end would show nothing of two that seal at once.
    expect(counts?.seals).toBeGreaterThan(2)
    await Promise.all(both.map((one) => one.close()))
    noteFigures('two servers sealing', { events: total, seals: counts?.seals ?? 0 })
  })
})
