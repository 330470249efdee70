import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectKeptCellsRight } from '#test/support/kept-cells'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('a unit that moves in the tree, on %s', (database) => {
  let server: TestServer
  let admin: Caller

  const move = async (unit: string, parent: string) => {
    const { body } = await admin('GET', `/api/unit/${unit}`)
    return admin('PATCH', `/api/unit/${unit}`, { parent }, { 'if-match': `"${body.row.version}"` })
  }
  const cellsOfUnit = async (unit: string) => {
    const { body } = await (
      await server.as('jing')
    )('GET', `/api/figures?unit=${unit}&from=2025-01&to=2025-12`)
    return body.figures as unknown[]
  }

  beforeAll(async () => {
    server = await openTestServer(database)
    admin = await server.as('guan')
  })
  afterAll(() => server.close())

  it('takes its figures to the new parent, out of the old one’s', async () => {
    const before = await cellsOfUnit('SF')
    const reply = await move('SF-YG', 'SF-HX')
    expect([reply.status, reply.body.problems]).toEqual([200, undefined])
    await expectKeptCellsRight(server.running)
    expect(await cellsOfUnit('SF')).not.toEqual(before)
  })

  it('brings them back when it returns', async () => {
    expect((await move('SF-YG', 'SF')).status).toBe(200)
    await expectKeptCellsRight(server.running)
  })
})
