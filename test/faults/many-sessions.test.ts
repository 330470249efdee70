import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
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

interface Known {
  readonly report: string
  readonly project: string
}

interface Person {
  readonly account: string
  /** What they do, each as often as the others. */
  readonly works: readonly ((client: Client, known: Known, step: number) => Promise<Answer>)[]
}

const board = (client: Client) => client('GET', '/api/board')

/** A day in the zone: leaders look, officers list and write, statisticians fill in, the bureau reads reports. */
const people: readonly Person[] = [
  {
    account: 'zhu',
    works: [board, board, (client) => client('GET', '/api/project?size=20&sort=-investment')],
  },
  {
    account: 'xiang',
    works: [
      (client, _known, step) => client('GET', `/api/project?size=50&page=${1 + (step % 2)}&sort=-updated_at`),
      (client, { project }) => client('GET', `/api/project/${project}`),
      (client, _known, step) =>
        client('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `同时 ${step} ${Math.random()}` }),
    ],
  },
  {
    account: 'tong',
    works: [
      (client, { report }) => client('GET', `/api/report/${report}/grid`),
      (client, { report }) => client('GET', `/api/report/${report}/grid`),
      async (client, { report }, step) => {
        const { body } = await client('GET', `/api/report/${report}`)
        const lines = [{ indicator: 'tax', value: String(step % 90) }]
        return client(
          'PUT',
          `/api/report/${report}/lines`,
          { lines },
          { 'if-match': `"${body.row?.version}"` },
        )
      },
    ],
  },
  {
    account: 'jing',
    works: [
      (client) => client('GET', '/api/report?size=50&sort=-period'),
      (client) => client('GET', '/api/figures?unit=SF&below=true&from=2026-01&to=2026-06'),
      board,
    ],
  },
]

const share = (sorted: readonly number[], part: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)

describe.runIf(inject('postgres'))('many people at work at the same time, on postgres', () => {
  let copy: { url: string; drop: () => Promise<void> }
  let server: ServerProcess
  beforeAll(async () => {
    copy = await copyTemplate()
    server = await startServerProcess({ DATABASE_URL: copy.url })
  })
  afterAll(async () => {
    await server.kill()
    await copy.drop()
  })

  it('are all answered, none with a fault of the server', { timeout: patience }, async () => {
    const sessions = times(60, 500)
    const seconds = times(5, 60)
    const look = times(1_000, 5_000)
    const random = randomFrom(20_261_001)
    const statistician = await clientOf(server.address, 'tong')
    const known: Known = {
      report: (await statistician('GET', '/api/report?state=draft&size=1')).body.rows[0].id,
      project: (await statistician('GET', '/api/project?size=1')).body.rows[0].id,
    }
    const clients: { client: Client; person: Person }[] = []
    // Signing in costs a tenth of a second of a processor, on purpose: a few at a time.
    for (let at = 0; at < sessions; at += 4)
      clients.push(
        ...(await Promise.all(
          [0, 1, 2, 3].map(async (more) => {
            const person = people[(at + more) % people.length] as Person
            return { person, client: await clientOf(server.address, person.account) }
          }),
        )),
      )
    const durations: number[] = []
    const seen = new Map<number, number>()
    const faults: unknown[] = []
    const until = performance.now() + seconds * 1_000
    const atWork = async ({ client, person }: { client: Client; person: Person }, index: number) => {
      for (let step = index; performance.now() < until; step++) {
        // Nobody asks again before having looked at what came.
        await pause((0.4 + random() * 1.2) * look)
        const begun = performance.now()
        const work = person.works[step % person.works.length] as Person['works'][number]
        const reply = await work(client, known, step)
        durations.push(performance.now() - begun)
        seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1)
        if (reply.status >= 500) faults.push(reply)
      }
    }
    await Promise.all(clients.map(atWork))
    expect(faults.slice(0, 3)).toEqual([])
    // Two who save one report at once: the second is told. Nothing else goes wrong.
    expect([...seen.keys()].filter((status) => ![200, 201, 409].includes(status))).toEqual([])
    const sorted = durations.toSorted((a, b) => a - b)
    expect(sorted.length).toBeGreaterThan(sessions)
    noteFigures('sessions at once, postgres', {
      sessions,
      seconds,
      'seconds between requests of one': look / 1_000,
      requests: sorted.length,
      'p50 in ms': share(sorted, 0.5),
      'p99 in ms': share(sorted, 0.99),
      'overtaken (409)': seen.get(409) ?? 0,
      faults: faults.length,
    })
  })
})
