import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernelActor, queries } from '#platform/database/database'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('the database itself enforces rights, on %s', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(database)
  })
  afterAll(() => server.close())

  const run = <T>(work: Parameters<typeof server.running.database.transaction<T>>[2]) =>
    server.running.database.transaction({ person: 'nobody', reach: {} }, 'read', work)

  it('every table has row-level security, forced', async () => {
    const connection = await server.running.database.source.acquire()
    const { rows } = await connection.query(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity)",
      [],
    )
    connection.release()
    expect(rows).toEqual([])
  })

  it('an actor without posts reads no figure, whatever the statement', async () => {
    for (const table of ['cell', 'observation', 'report_line', 'report', 'project'])
      expect(await run((tx) => tx.all(queries().selectFrom(table).selectAll().limit(1)))).toEqual([])
  })

  it('the application role may not change or remove an event', async () => {
    const zong = { person: 'nobody', reach: { leader: ['CN-HTZ'] } }
    for (const statement of [sql`UPDATE event SET deed = 'x'`, sql`DELETE FROM event`])
      await expect(
        server.running.database.transaction(zong, 'write', (tx) => tx.run(statement)),
      ).rejects.toThrow()
  })

  it('the kernel role may not change or remove an event or an observation either', async () => {
    for (const statement of [
      sql`UPDATE event SET deed = 'x'`,
      sql`DELETE FROM event`,
      sql`UPDATE observation SET value = 1`,
      sql`DELETE FROM observation`,
    ])
      await expect(
        server.running.database.transaction(kernelActor, 'write', (tx) => tx.run(statement)),
      ).rejects.toThrow()
  })

  it('an event in another person’s name is refused', async () => {
    const forged = queries().insertInto('event').values({
      zone_id: 'LZ',
      id: 'forged',
      person_id: 'system',
      record: 'unit',
      row_id: 'LZ',
      unit_id: 'LZ',
      deed: 'update',
    })
    await expect(
      server.running.database.transaction({ person: 'nobody', reach: {} }, 'write', (tx) => tx.run(forged)),
    ).rejects.toThrow()
  })

  it('a read transaction cannot write', async () => {
    await expect(
      run((tx) =>
        tx.run(
          sql`INSERT INTO report_line (zone_id, report, indicator, unit_id, updated_by) VALUES ('LZ', 'x', 'x', 'LZ', 'x')`,
        ),
      ),
    ).rejects.toThrow()
  })

  it('runs each statement as the one whose it is, also while the kernel works in the same transaction', async () => {
    const counted = sql<{ n: number }>`SELECT count(*)::int AS n FROM project`
    const found = await run((tx) =>
      Promise.all([tx, tx.asKernel, tx, tx.asKernel].map((as) => as.first<{ n: number }>(counted))),
    )
    const all = found[1]?.n ?? 0
    expect(all).toBeGreaterThan(0)
    expect(found.map((one) => one?.n)).toEqual([0, all, 0, all])
  })

  it('a statement that failed and was swallowed does not pass for saved', async () => {
    const swallowed = server.running.database.transaction(kernelActor, 'write', async (tx) => {
      await tx.run(sql`SELECT 1 / 0`).catch(() => 0)
    })
    await expect(swallowed).rejects.toThrow(/failed/)
  })

  it('what is refused after a failure tells why the first failed, whichever is waited for', async () => {
    const told: string[] = []
    const hear = (error: unknown) => told.push((error as Error).message)
    const sent = server.running.database.transaction(kernelActor, 'write', (tx) =>
      Promise.all([sql`SELECT 1 / 0`, sql`SELECT 1`, sql`SELECT 2`].map((one) => tx.run(one).catch(hear))),
    )
    await expect(sent).rejects.toThrow(/failed/)
    expect(told).toEqual(Array.from({ length: 3 }, () => 'division by zero'))
  })

  it('an actor whose name tries to leave its quotes is refused before any statement', async () => {
    const hostile = { person: "x'; RESET ROLE; --", reach: {} }
    await expect(
      server.running.database.transaction(hostile, 'read', (tx) => tx.all(sql`SELECT 1`)),
    ).rejects.toThrow(/character/)
  })
})
