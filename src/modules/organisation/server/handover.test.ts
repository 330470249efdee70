import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernelActor, queries } from '#platform/database/database'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'

/** What the replies read here may hold. */
interface Said {
  readonly code: string
  readonly remedy: { readonly zh: string }
  readonly problems: readonly { readonly field: string }[]
  readonly posts: readonly { readonly id: string }[]
  readonly rows: readonly Post[]
  readonly row: Post
}
type Ask = (...asked: Parameters<Caller>) => Promise<Omit<Reply, 'body'> & { readonly body: Said }>

interface Post {
  readonly id: string
  readonly unit_id: string
  readonly version: number
  readonly name_zh: string
  readonly role: string
  readonly person: string
  readonly starts_on: string
  readonly ends_on: string | null
}

const match = (version: number) => ({ 'if-match': `"${version}"` })

describe.each(databases)('handing over a post, on %s', (database) => {
  let server: TestServer
  let admin: Ask
  let security: Ask
  beforeAll(async () => {
    server = await openTestServer(database)
    ;[admin, security] = await Promise.all([server.as('guan'), server.as('an')])
  })
  afterAll(() => server.close())

  const post = async (name: string): Promise<Post> => {
    const { body } = await admin(
      'GET',
      `/api/post?name_zh=${encodeURIComponent(name)}&ends_on.empty=true&size=1`,
    )
    return body.rows[0] as Post
  }
  /** Somebody of the sample zone who holds this post. */
  const holder = async (name: string) => (await post(name)).person
  const ask = (held: Post, order: Record<string, unknown>, call = admin) =>
    call('POST', '/api/access-request', { unit_id: held.unit_id, post: held.id, why: '人事调整', ...order })
  const grant = ({ body }: Awaited<ReturnType<Ask>>) =>
    security('POST', `/api/access-request/${body.row.id}/actions/grant`, {}, match(body.row.version))
  const handingOver = (order: { to?: string; on: string }) => ({
    kind: 'hand_over',
    person: order.to,
    starts_on: order.on,
  })
  const handOver = (held: Post, order: { to?: string; on: string }, call = admin) =>
    ask(held, handingOver(order), call)
  const posts = async (held: Post) =>
    (await admin('GET', `/api/post?name_zh=${encodeURIComponent(held.name_zh)}&sort=starts_on`)).body.rows

  it('gives the new holder what the old one had in hand there; what is finished stays', async () => {
    const [bureau, officer, hall] = await Promise.all(['jing', 'xiang', 'fu'].map((name) => server.as(name)))
    const held = await post('综合专员')
    const to = await holder('重大项目专员')
    const [enterprise] = (await hall?.('GET', '/api/enterprise?unit=SF&size=1'))?.body.rows ?? []
    const request = async (subject: string) => {
      const input = { unit_id: 'SF', subject, category: 'other', body: '试', enterprise: enterprise?.id }
      const made = await hall?.('POST', '/api/enterprise-request', { ...input, handler: held.person })
      return made?.body.row as Post
    }
    const [open, closed] = [await request('在办的'), await request('已了结的')]
    const closing = { reason: '重复' }
    await hall?.(
      'POST',
      `/api/enterprise-request/${closed.id}/actions/reject`,
      closing,
      match(closed.version),
    )
    await grant(await handOver(held, { to, on: new Date().toISOString().slice(0, 10) }))
    const handlerOf = async ({ id }: Post) =>
      ((await bureau?.('GET', `/api/enterprise-request/${id}`))?.body.row as { handler: string }).handler
    expect(await handlerOf(open)).toBe(to)
    expect(await handlerOf(closed)).toBe(held.person)
    const history = await officer?.('GET', `/api/enterprise-request/${open.id}/history`)
    expect(history?.body.entries[0]).toMatchObject({
      deed: 'update',
      changes: { handler: [held.person, to] },
    })
  })

  it('ends one term the day before and begins the other; both are in the ledger', async () => {
    const held = await post('督办专员')
    const to = await holder('综合专员')
    const asked = await handOver(held, { to, on: '2026-12-01' })
    expect(await post('督办专员')).toEqual(held)
    expect((await grant(asked)).status).toBe(200)
    const [ended, started] = await posts(held)
    const kept = { unit_id: held.unit_id, name_zh: held.name_zh, role: held.role, sample: true }
    expect(ended).toMatchObject({ id: held.id, person: held.person, ends_on: '2026-11-30' })
    expect(started).toMatchObject({ ...kept, person: to, starts_on: '2026-12-01', ends_on: null })
    const events = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all(
        queries()
          .selectFrom('event')
          .select(['row_id', 'deed'])
          .where('row_id', 'in', [held.id, started?.id])
          .where('person_id', '<>', 'system'),
      ),
    )
    expect(events).toEqual([
      { row_id: held.id, deed: 'update' },
      { row_id: started?.id, deed: 'create' },
    ])
  })

  it('gives the new holder the rights of the post on the first day, and takes them from the old one', async () => {
    const held = await post('园区统计员')
    const tong = await server.as('tong')
    const today = new Date().toISOString().slice(0, 10)
    await grant(await handOver(held, { to: await holder('综合专员'), on: today }))
    const session = (await tong('GET', '/api/session')).body as { posts: readonly { id: string }[] }
    expect(session.posts.map((one) => one.id)).not.toContain(held.id)
  })

  it('keeps the end of a term that had one', async () => {
    const held = await post('帮办代办专员')
    await grant(await ask(held, { kind: 'end_post', ends_on: '2027-06-30' }))
    await grant(await handOver(held, { to: await holder('重大项目专员'), on: '2027-01-01' }))
    const [ended, started] = await posts(held)
    expect(started).toMatchObject({ starts_on: '2027-01-01', ends_on: '2027-06-30' })
    expect(ended?.ends_on).toBe('2026-12-31')
    const late = await handOver(held, { to: held.person, on: '2027-02-01' })
    expect([late.status, late.body.code]).toEqual([422, 'same_holder'])
  })

  it.each([
    ['a date before the start', { on: '2023-12-31' }, 'handover_before_start'],
    ['the very first day', { on: '2024-01-01' }, 'handover_before_start'],
    ['the same person', { same: true }, 'same_holder'],
    ['a person nobody knows', { to: 'person-999' }, 'invalid_input'],
  ])(
    'refuses %s and leaves the post as it was',
    async (_what, given: { on?: string; to?: string; same?: boolean }, code) => {
      const held = await post('首席代表')
      const to = given.same ? held.person : (given.to ?? (await holder('综合专员')))
      const reply = await handOver(held, { to, on: given.on ?? '2026-12-01' })
      expect([reply.status, reply.body.code]).toEqual([422, code])
      expect(reply.body.remedy.zh).not.toBe('')
      expect(await post('首席代表')).toEqual(held)
    },
  )

  it('refuses somebody who will have left, and a date after the end', async () => {
    const held = await post('首席代表')
    const person = (await admin('GET', `/api/person/${await holder('分管副主任')}`)).body.row
    await admin('PATCH', `/api/person/${person.id}`, { left_on: '2026-12-31' }, match(person.version))
    expect((await handOver(held, { to: person.id, on: '2027-01-01' })).body.code).toBe('person_left')
    const asked = await handOver(held, { to: await holder('常务副主任'), on: '2027-01-01' })
    await grant(await ask(held, { kind: 'end_post', ends_on: '2026-12-31' }))
    const late = await grant(asked)
    expect([late.status, late.body.code]).toEqual([422, 'handover_after_end'])
  })

  it('names every field that is missing', async () => {
    const held = await post('管委会主任')
    const reply = await ask(held, { kind: 'hand_over' })
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one) => one.field).toSorted()).toEqual(['person', 'starts_on'])
  })

  it('is asked for by the system administrator only', async () => {
    const held = await post('管委会主任')
    const order = { to: await holder('综合专员'), on: '2026-12-01' }
    const others = await Promise.all([server.as('zhu'), server.as('lz'), server.as('an')])
    for (const call of others) expect((await handOver(held, order, call)).status).toBe(403)
  })

  it('keeps the three administrators three people', async () => {
    const held = await post('安全管理员')
    const system = await holder('系统管理员')
    const reply = await handOver(held, { to: system, on: '2026-12-01' })
    expect([reply.status, reply.body.code]).toEqual([409, 'three_administrators'])
    expect(await post('安全管理员')).toEqual(held)
  })
})
