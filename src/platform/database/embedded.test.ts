import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConnection } from './connection'
import { type EmbeddedDatabase, openEmbedded } from './embedded'

const megabyte = 1024 * 1024

describe('the embedded database', () => {
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await openEmbedded()
  })
  afterAll(() => database.close())

  it('keeps nothing of what it has answered', async () => {
    const read = (times: number) =>
      withConnection(database, async (connection) => {
        for (let time = 0; time < times; time++)
          await connection.query("SELECT repeat('x', 1000) AS text FROM generate_series(1, 1000)", [])
      })
    await read(50)
    const before = process.memoryUsage.rss()
    await read(400)
    expect((process.memoryUsage.rss() - before) / megabyte).toBeLessThan(200)
  })
})
