import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

const address = '/api/me/preferences'

describe.each(databases)('what a person has set for themselves, on %s', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(database)
  })
  afterAll(() => server.close())

  const personOf = async (account: string): Promise<string> => {
    const call = await server.as(account)
    return (await call('GET', '/api/session')).body.person
  }

  it('follows them to another browser, and one setting leaves the others alone', async () => {
    const desk = await server.as('zhu')
    const columns = { names: ['name_zh', 'investment'], widths: { name_zh: 320 } }
    await desk('PUT', address, { language: 'en', 'columns.project': columns })
    expect((await desk('PUT', address, { theme: 'dark' })).status).toBe(200)
    const phone = await server.as('zhu')
    expect((await phone('GET', address)).body.preferences).toEqual({
      'columns.project': columns,
      language: 'en',
      theme: 'dark',
    })
  })

  it('null takes a setting back', async () => {
    const call = await server.as('zhu')
    await call('PUT', address, { density: 'compact' })
    expect((await call('PUT', address, { density: null })).body.preferences).not.toHaveProperty('density')
  })

  it('is nobody else’s, not even the administrators’', async () => {
    await (
      await server.as('zhu')
    )('PUT', address, { secret: 'mine' })
    for (const account of ['guan', 'an', 'shen', 'zong', 'jing'])
      expect((await (await server.as(account))('GET', address)).body.preferences).not.toHaveProperty('secret')
    const other = { person: await personOf('guan'), reach: { system_admin: ['CN-HTZ', 'SF'] } }
    const all = await server.running.database.transaction(other, 'read', (tx) =>
      tx.all(sql`SELECT * FROM person_preference WHERE person_id <> ${other.person}`),
    )
    expect(all).toEqual([])
  })

  it('cannot be written in another person’s name', async () => {
    const [zhu, guan] = [await personOf('zhu'), await personOf('guan')]
    const forged = sql`INSERT INTO person_preference (zone_id, person_id, key, value) VALUES ('SF', ${zhu}, 'theme', '"dark"')`
    await expect(
      server.running.database.transaction({ person: guan, reach: {} }, 'write', (tx) => tx.run(forged)),
    ).rejects.toThrow()
  })

  it('asks for a sign-in', async () => {
    const reply = await server.app.inject({ method: 'GET', url: address })
    expect(reply.statusCode).toBe(401)
  })

  it('refuses what is no setting with every problem, and keeps nothing of it', async () => {
    const call = await server.as('xiang')
    const reply = await call('PUT', address, {
      'Not A Name': 1,
      'views.project': 'x'.repeat(6001),
      language: 'zh',
    })
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'Not A Name',
      'views.project',
    ])
    expect((await call('GET', address)).body.preferences).toEqual({})
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, 1]))
    expect((await call('PUT', address, many)).status).toBe(422)
    expect((await call('PUT', address, ['zh'])).status).toBe(422)
  })

  it('has an end: settings cannot fill the database', async () => {
    const call = await server.as('fu')
    const batch = (from: number) =>
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${from + index}`, index]))
    for (let from = 0; from < 300; from += 50)
      expect((await call('PUT', address, batch(from))).status).toBe(200)
    expect((await call('PUT', address, { one: 'more' })).status).toBe(422)
    expect(Object.keys((await call('GET', address)).body.preferences)).toHaveLength(300)
  })
})
