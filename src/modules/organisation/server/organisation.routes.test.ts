import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'
import type { OrganisationReply, Placed, TreeUnit } from '../contract'

type Organ = Placed & { readonly parent: string | null }

/** What the replies read here may hold. */
interface Said {
  readonly code: string
  readonly problems: readonly { readonly field: string }[]
  readonly rows: readonly Organ[]
}
type Ask = (...asked: Parameters<Caller>) => Promise<Omit<Reply, 'body'> & { readonly body: Said }>

const treeOf = async (call: Ask) =>
  (await call('GET', '/api/organisation')).body as unknown as OrganisationReply

async function childrenOf(call: Ask, parent: string): Promise<TreeUnit[]> {
  const { units } = await treeOf(call)
  return units
    .filter((unit) => unit.parent === parent)
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
}

const placed = (units: readonly TreeUnit[]): Placed[] =>
  units.map(({ code, version }) => ({ id: code, version }))

const codes = (units: readonly { code: string }[]) => units.map((unit) => unit.code)

describe.each(databases)('the tree of units, on %s', (database) => {
  let server: TestServer
  let admin: Ask
  let leader: Ask
  beforeAll(async () => {
    server = await openTestServer(database)
    ;[admin, leader] = await Promise.all([server.as('guan'), server.as('zong')])
  })
  afterAll(() => server.close())

  it('comes whole, with versions, counts and who may arrange it', async () => {
    const [mine, theirs] = [await treeOf(admin), await treeOf(leader)]
    expect(mine.units.length).toBeGreaterThan(15)
    expect(mine.units.every((unit) => unit.editable && unit.version > 0)).toBe(true)
    expect(theirs.units.some((unit) => unit.editable)).toBe(false)
    expect(mine.counts.SF).toMatchObject({ organs: 12, posts: 15, vacant: 0 })
  })

  it('counts only what the asker may read', async () => {
    const lanzhou = await server.as('lz')
    expect((await treeOf(lanzhou)).counts).toEqual({
      LZ: { organs: 0, people: 1, posts: 1, vacant: 0 },
    })
  })

  it('takes a new order of siblings, writes only what moved, and every reader sees it at once', async () => {
    const parks = await childrenOf(admin, 'QD')
    const [first, second, ...rest] = parks as [TreeUnit, TreeUnit, ...TreeUnit[]]
    const wanted = placed([second, first, ...rest])
    const reply = await admin('POST', '/api/organisation/order', { unit: 'QD', children: wanted })
    expect(reply.status).toBe(200)
    expect(codes(await childrenOf(leader, 'QD'))).toEqual(wanted.map((one) => one.id))
    const session = (await leader('GET', '/api/session')).body as unknown as {
      units: { code: string; parent: string }[]
    }
    expect(codes(session.units.filter((unit) => unit.parent === 'QD'))).toEqual(wanted.map((one) => one.id))
    const again = await admin('POST', '/api/organisation/order', {
      unit: 'QD',
      children: placed(await childrenOf(admin, 'QD')),
    })
    expect(again.body).toEqual({ changed: 0 })
  })

  it('moves a park under another of its zone, with its place in the ledger, and back again', async () => {
    const parks = await childrenOf(admin, 'QD')
    const moved = parks.find((unit) => unit.code === 'QD-SN') as TreeUnit
    const under = { unit: 'QD-SB', children: placed([moved]) }
    expect((await admin('POST', '/api/organisation/order', under)).body).toEqual({ changed: 1 })
    expect(codes(await childrenOf(admin, 'QD-SB'))).toEqual(['QD-SN'])
    await expect.poll(() => server.running.units.tree().within('QD-SB')).toContain('QD-SN')
    const back = parks.map((unit) => unit.code)
    const now = (await treeOf(admin)).units
    const children = back.map((code) => now.find((unit) => unit.code === code) as TreeUnit)
    await admin('POST', '/api/organisation/order', { unit: 'QD', children: placed(children) })
    expect(codes(await childrenOf(admin, 'QD'))).toEqual(back)
  })

  it.each([
    ['below itself', 'QD-SN', 'QD-SN', 'below_itself'],
    ['under another zone', 'NN', 'QD-SN', 'another_zone'],
    ['a zone under a park', 'QD-SN', 'NN', 'unfit_parent'],
    ['a park under the system', 'CN-HTZ', 'QD-SN', 'unfit_parent'],
  ])('refuses to move a unit %s', async (_what, parent, child, code) => {
    const { units } = await treeOf(admin)
    const moved = units.find((unit) => unit.code === child) as TreeUnit
    const children = placed([...(await childrenOf(admin, parent)), moved])
    const reply = await admin('POST', '/api/organisation/order', { unit: parent, children })
    expect([reply.status, reply.body.code]).toEqual([409, code])
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })

  it('refuses a ring made in two steps', async () => {
    const parks = await childrenOf(admin, 'QD')
    const under = { unit: 'QD-SB', children: placed(parks.filter((unit) => unit.code === 'QD-SN')) }
    await admin('POST', '/api/organisation/order', under)
    const above = (await treeOf(admin)).units.filter((unit) => unit.code === 'QD-SB')
    const reply = await admin('POST', '/api/organisation/order', { unit: 'QD-SN', children: placed(above) })
    expect(reply.body.code).toBe('below_itself')
  })

  it('tells the second of two people that the order has changed, and writes nothing of theirs', async () => {
    const seen = await childrenOf(admin, 'SF')
    const turned = { unit: 'SF', children: placed(seen.toReversed()) }
    expect((await admin('POST', '/api/organisation/order', turned)).status).toBe(200)
    const second = [...seen.slice(1), ...seen.slice(0, 1)]
    const reply = await admin('POST', '/api/organisation/order', { unit: 'SF', children: placed(second) })
    expect([reply.status, reply.body.code]).toEqual([409, 'version_conflict'])
    expect(codes(await childrenOf(admin, 'SF'))).toEqual(codes(seen.toReversed()))
  })

  it('refuses an order that leaves a child out', async () => {
    const children = placed((await childrenOf(admin, 'QD')).slice(1))
    const reply = await admin('POST', '/api/organisation/order', { unit: 'QD', children })
    expect(reply.body.code).toBe('children_changed')
  })

  it('is arranged by the system administrator only', async () => {
    const children = placed((await childrenOf(leader, 'QD')).toReversed())
    const reply = await leader('POST', '/api/organisation/order', { unit: 'QD', children })
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden'])
  })

  it.each([
    [{ children: [] }, 'unit'],
    [{ unit: 'QD', children: 'QD-SN' }, 'children'],
    [
      {
        unit: 'QD',
        children: [
          { id: 'QD-SN', version: 1 },
          { id: 'QD-SN', version: 1 },
        ],
      },
      'children',
    ],
    [{ unit: 'QD', children: [{ id: 'QD-SN' }] }, 'children'],
  ])('names what is wrong with %j', async (body, field) => {
    const reply = await admin('POST', '/api/organisation/order', body)
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one) => one.field)).toEqual([field])
  })
})

describe.each(databases)('organs of a unit, on %s', (database) => {
  let server: TestServer
  let admin: Ask
  beforeAll(async () => {
    server = await openTestServer(database)
    admin = await server.as('guan')
  })
  afterAll(() => server.close())

  const organs = async () => (await admin('GET', '/api/organ?unit=SF&size=100')).body.rows

  it('one lies under another, and not the other way round as well', async () => {
    const [first, second] = (await organs()) as unknown as readonly [Organ, Organ]
    const under = { unit: 'SF', parent: first.id, children: [{ id: second.id, version: second.version }] }
    expect((await admin('POST', '/api/organisation/organ-order', under)).body).toEqual({ changed: 1 })
    expect((await organs()).find((one) => one.id === second.id)?.parent).toBe(first.id)
    const ring = { unit: 'SF', parent: second.id, children: [{ id: first.id, version: first.version }] }
    const reply = await admin('POST', '/api/organisation/organ-order', ring)
    expect([reply.status, reply.body.code]).toEqual([409, 'below_itself'])
  })

  it('an organ stays with its unit', async () => {
    const [first] = (await organs()) as unknown as readonly [Organ]
    const away = { unit: 'QD', parent: null, children: [{ id: first.id, version: first.version }] }
    // It lies at the top already, but of another unit.
    const reply = await admin('POST', '/api/organisation/organ-order', away)
    expect(reply.body.code).toBe('unfit_parent')
  })
})
