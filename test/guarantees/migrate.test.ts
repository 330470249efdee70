import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrationsFolder } from '#main/folders'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { migrate } from '#platform/database/migrate'
import { openEmptyDatabase } from '#test/support/empty-database'
import { databases } from '#test/support/test-server'

const migrations = readdirSync(migrationsFolder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()

type Rows = ReadonlyMap<string, readonly string[]>

const ask = async <Row>(source: ConnectionSource, statement: string, values: readonly unknown[] = []) =>
  withConnection(source, async (connection) => (await connection.query(statement, values)).rows as Row[])

const tablesOf = async (source: ConnectionSource) =>
  (
    await ask<{ name: string }>(
      source,
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migration' ORDER BY relname",
    )
  ).map(({ name }) => name)

const columnsOf = async (source: ConnectionSource, table: string) =>
  (
    await ask<{ name: string }>(
      source,
      'SELECT attname::text AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname',
      [`"${table}"`],
    )
  )
    .map(({ name }) => name)
    // What is searched by is worked out from the rest, and in a newer form after some migrations.
    .filter((name) => name !== 'search_terms')

/** Up to this many rows of each table, spread over the world: enough to see every kind of row. */
const most = 300

/** The rows of the demonstration world as JSON text, by table. */
async function worldRows(source: ConnectionSource): Promise<Rows> {
  const rows = new Map<string, readonly string[]>()
  for (const table of await tablesOf(source)) {
    const found = await ask<{ line: string }>(
      source,
      `SELECT row_to_json(t)::text AS line FROM "${table}" AS t ORDER BY md5(t::text) LIMIT ${most}`,
    )
    rows.set(
      table,
      found.map(({ line }) => line),
    )
  }
  return rows
}

/** What the given columns hold, row by row, in a form that does not depend on the order of columns. */
async function kept(source: ConnectionSource, table: string, columns: readonly string[]): Promise<string[]> {
  const list = columns.map((name) => `'${name}', "${name}"`).join(', ')
  const rows = await ask<{ line: string }>(
    source,
    `SELECT jsonb_build_object(${list})::text AS line FROM "${table}" ORDER BY 1`,
  )
  return rows.map(({ line }) => line)
}

describe.each(databases)('from every earlier migration to the newest with data kept, on %s', (kind) => {
  let world: Rows
  beforeAll(async () => {
    const newest = await openEmbedded({ image: readFileSync(inject('image')) })
    world = await worldRows(newest)
    await newest.close()
  })
  const opened: ConnectionSource[] = []
  afterAll(() => Promise.all(opened.map((source) => source.close())))

  it.each(migrations.slice(0, -1))('%s: every row and value is there afterwards', async (name) => {
    const source = await openEmptyDatabase(kind)
    opened.push(source)
    expect((await migrate(source, migrationsFolder, name)).at(-1)).toBe(name)
    const before = new Map<string, { columns: string[]; rows: string[] }>()
    for (const table of await tablesOf(source)) {
      const lines = world.get(table) ?? []
      await ask(
        source,
        `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
        [`[${lines.join(',')}]`],
      )
      const columns = await columnsOf(source, table)
      before.set(table, { columns, rows: await kept(source, table, columns) })
    }
    expect([...before.values()].reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(20)

    expect(await migrate(source, migrationsFolder)).toEqual(migrations.filter((one) => one > name))
    expect(await migrate(source, migrationsFolder)).toEqual([])
    for (const [table, { columns, rows }] of before) {
      const left = new Set(await columnsOf(source, table))
      expect(columns.filter((column) => !left.has(column))).toEqual([])
      expect({ table, rows: await kept(source, table, columns) }).toEqual({ table, rows })
    }
  })
})
