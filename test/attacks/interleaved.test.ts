import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '#test/support/sign-in-as'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { noteFigures, patience, times } from '#test/support/run-length'

interface Park {
  readonly call: Caller
  readonly units: ReadonlySet<string>
  readonly own: string
  readonly foreign: string
}

/** What each request asks, and the units of whatever comes back. */
const requests: readonly ((park: Park, step: number) => Promise<string[]>)[] = [
  async ({ call }, step) => unitsOf(await call('GET', `/api/project?size=20&page=${1 + (step % 3)}`)),
  async ({ call, foreign }) => unitsOf(await call('GET', `/api/project?size=20&unit=${foreign}`)),
  async ({ call }) => unitsOf(await call('GET', '/api/enterprise?size=20&sort=-updated_at')),
  async ({ call }) => unitsOf(await call('GET', '/api/report?size=20')),
  async ({ call, own }) =>
    (
      (await call('GET', `/api/figures?unit=${own}&below=true&from=2026-01&to=2026-06`)).body.figures ?? []
    ).map((one: { unit: string }) => one.unit),
  async ({ call, foreign }) => {
    const reply = await call('GET', `/api/board?unit=${foreign}`)
    expect(reply.status).toBe(404)
    return []
  },
]

const unitsOf = (reply: { body: { rows?: { unit_id: string }[] } }): string[] =>
  (reply.body.rows ?? []).map((row) => row.unit_id)

describe.each(databases)('two parks at once on one pool, on %s', (database) => {
  let server: TestServer
  let parks: Park[]
  beforeAll(async () => {
    server = await openTestServer(database)
    const signedIn = [
      await signInAs(server, 'statistician', 'SF-HX'),
      await signInAs(server, 'statistician', 'SF-YG'),
    ]
    const own = ['SF-HX', 'SF-YG'] as const
    parks = await Promise.all(
      signedIn.map(async (call, index) => {
        const { body } = await call('GET', '/api/session')
        const units = new Set(Object.values(body.reach as Record<string, string[]>).flat())
        return { call, units, own: own[index] ?? '', foreign: own[1 - index] ?? '' }
      }),
    )
  })
  afterAll(() => server.close())

  it('no reply ever carries a row of the other', { timeout: patience }, async () => {
    const total = times(1200, 50_000)
    const atOnce = 24
    let step = 0
    let rows = 0
    const foreign: string[] = []
    const worker = async () => {
      while (step < total) {
        const mine = step++
        const park = parks[mine % parks.length] as Park
        const ask = requests[Math.floor(mine / parks.length) % requests.length] as (typeof requests)[number]
        for (const unit of await ask(park, mine)) {
          rows += 1
          if (!park.units.has(unit)) foreign.push(`${park.own} was sent a row of ${unit}`)
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    expect(foreign).toEqual([])
    // Replies without rows would prove nothing.
    expect(rows).toBeGreaterThan(total)
    noteFigures(`interleaved requests of two parks, ${database}`, {
      requests: total,
      rows,
      foreign: foreign.length,
    })
  })
})
