import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openKernel } from '#main/app'
import { openPostgres } from '#platform/database/postgres'
import { expectKeptCellsRight } from '#test/support/kept-cells'
import { randomFrom } from '#test/support/nasty'
import { noteFigures, patience, times } from '#test/support/run-length'
import {
  type Answer,
  type Client,
  clientOf,
  type ServerProcess,
  startServerProcess,
} from '#test/support/server-process'
import { copyTemplate } from '#test/support/test-server'
import { until } from '#test/support/until'

interface Row {
  readonly id: string
  readonly version: number
  readonly unit_id: string
  readonly state: string
}

const act = (client: Client, row: Row, action: string) =>
  client(
    'POST',
    `/api/report/${row.id}/actions/${action}`,
    { reason: '同时更正' },
    { 'if-match': `"${row.version}"` },
  )

async function done(reply: Promise<Answer>): Promise<Row> {
  const { status, body } = await reply
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return (body.row ?? body.report) as Row
}

/**
 * Takes a published report back to where only its publication is left, with other figures than before: all of them larger
 * or smaller by one share, so that no part outgrows its whole.
 */
async function madeReady(client: Client, published: Row, random: () => number): Promise<Row> {
  const correcting = await done(act(client, published, 'correct'))
  const grid = await client('GET', `/api/report/${correcting.id}/grid`)
  const share = 0.95 + random() / 10
  const lines = (
    grid.body.lines as {
      indicator: { code: string }
      value: string | null
      previous: { value: string } | null
    }[]
  ).map(({ indicator, value, previous }) => ({
    indicator: indicator.code,
    value: (Number(value ?? previous?.value ?? '100') * share).toFixed(0),
    explanation: '核对无误',
  }))
  const match = { 'if-match': `"${correcting.version}"` }
  const filled = await done(client('PUT', `/api/report/${correcting.id}/lines`, { lines }, match))
  const submitted = await done(act(client, filled, 'submit'))
  return done(act(client, submitted, 'verify'))
}

/** Publishes; who is told that another was in the way tries again, as the answer says. */
async function published(client: Client, row: Row): Promise<{ row: Row; tries: number }> {
  for (let tries = 1; ; tries++) {
    const reply = await act(client, row, 'publish')
    if (reply.status === 200) return { row: reply.body.row as Row, tries }
    if (reply.status !== 503 || reply.retryAfter === null || tries > 20)
      throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  }
}

/** Published reports whose zone has not published the month itself, which closes it to its parks; the latest first. */
async function openToCorrection(client: Client): Promise<Row[]> {
  const asked = '/api/report?form=form-economy&state=published&sort=-period&size=200'
  const { rows } = (await client('GET', asked)).body as { rows: (Row & { period: string })[] }
  const closed = new Set(rows.filter(({ unit_id }) => unit_id === 'SF').map(({ period }) => period))
  return rows.filter(({ period }) => !closed.has(period))
}

describe.runIf(inject('postgres'))(
  'parks under one zone that publish at the same moment, on postgres',
  () => {
    let copy: { url: string; drop: () => Promise<void> }
    let servers: ServerProcess[]
    beforeAll(async () => {
      copy = await copyTemplate()
      const settings = { DATABASE_URL: copy.url, YIPANQI_POOL: '5' }
      servers = await Promise.all([startServerProcess(settings), startServerProcess(settings)])
    })
    afterAll(async () => {
      await Promise.all(servers.map((one) => one.kill()))
      await copy.drop()
    })

    it('all are published, and every cell above them is the sum of all', { timeout: patience }, async () => {
      const clients = await Promise.all(servers.map(({ address }) => clientOf(address, 'jing')))
      const [client] = clients as [Client]
      const random = randomFrom(20_260_501)
      let reports = (await openToCorrection(client)).slice(0, 8)
      // One park alone, or each in a month of its own, would prove nothing.
      expect(new Set(reports.map(({ unit_id }) => unit_id)).size).toBeGreaterThan(1)
      expect(reports.length).toBe(8)
      const rounds = times(2, 60)
      let tries = 0
      for (let round = 0; round < rounds; round++) {
        const ready: Row[] = []
        for (const one of reports) ready.push(await madeReady(client, one, random))
        const outcome = await Promise.all(
          ready.map((row, index) => published(clients[index % clients.length] as Client, row)),
        )
        reports = outcome.map(({ row }) => row)
        tries += outcome.reduce((total, one) => total + one.tries, 0)
      }
      const source = openPostgres({ url: copy.url, connections: 2 })
      await expectKeptCellsRight(await openKernel(source))
      await source.close()
      noteFigures('parks publishing together', {
        publications: rounds * reports.length,
        'tried again': tries - rounds * reports.length,
      })
    })

    it('one who has waited for a unit to be moved is told to try again', async () => {
      const client = await clientOf(servers[0]?.address ?? '', 'jing')
      const [report] = (await openToCorrection(client)) as [Row]
      const ready = await madeReady(client, report, randomFrom(1))
      const source = openPostgres({ url: copy.url, connections: 1 })
      const mover = await source.acquire()
      await mover.run(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('figures of SF', 0));
      UPDATE unit SET parent = 'SF-HX' WHERE id = 'SF-YG'`)
      const waiting = act(client, ready, 'publish')
      await until(async () => {
        const { rows } = await mover.query(`SELECT count(*) AS waits FROM pg_locks WHERE NOT granted`, [])
        return Number(rows[0]?.waits) > 0
      })
      await mover.run('COMMIT')
      const reply = await waiting
      expect([reply.status, reply.body.code, reply.retryAfter]).toEqual([503, 'collided', '1'])
      await mover.run(`UPDATE unit SET parent = 'SF' WHERE id = 'SF-YG'`)
      mover.release()
      await source.close()
      expect((await published(client, ready)).row.state).toBe('published')
    })
  },
)
