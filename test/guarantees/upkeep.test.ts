import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConnection } from '#platform/database/connection'
import { type EmbeddedDatabase, openEmbedded } from '#platform/database/embedded'
import { tendTables } from '#platform/database/upkeep'

describe('the tables of the embedded database', () => {
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await openEmbedded()
  })
  afterAll(() => database.close())

  const run = (sql: string) => withConnection(database, (connection) => connection.run(sql))
  const known = async (): Promise<{ rows: number; bytes: number }> => {
    const { rows } = await withConnection(database, (connection) =>
      connection.query(
        "SELECT reltuples::int AS rows, pg_relation_size(oid)::int AS bytes FROM pg_class WHERE relname = 'kept'",
        [],
      ),
    )
    return rows[0] as { rows: number; bytes: number }
  }

  it('counts the rows of every table anew and gives back the room of those that are gone', async () => {
    await run('CREATE TABLE kept AS SELECT number FROM generate_series(1, 10000) AS number')
    const before = await known()
    expect(before.rows).toBe(-1)
    await run('DELETE FROM kept WHERE number > 100')
    await tendTables(database)
    const after = await known()
    expect(after.rows).toBe(100)
    expect(after.bytes).toBeLessThan(before.bytes / 10)
  })
})
