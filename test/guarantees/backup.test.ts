import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrationsFolder } from '#main/folders'
import { masterKeys } from '#main/open-vault'
import { sealLedger } from '#platform/audit/seal-events'
import { backupIfDue } from '#platform/backup/backup-schedule'
import { type BackupManifest, manifestCheck } from '#platform/backup/manifest'
import { readBackup } from '#platform/backup/read-backup'
import { restoreBackup } from '#platform/backup/restore-backup'
import { writeBackup } from '#platform/backup/write-backup'
import { readConfig } from '#platform/config/config'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { migrate } from '#platform/database/migrate'
import { openEmptyDatabase } from '#test/support/empty-database'
import { temporaryFolder } from '#test/support/temporary-folder'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

const key = '00112233445566778899aabbccddeeff'
const mastersOf = (YIPANQI_MASTER_KEY: string) => {
  const config = readConfig({ YIPANQI_MASTER_KEY })
  return config.ok ? masterKeys(config.value) : []
}
const masters = mastersOf(key)

/** Table → a digest over all its rows as the database itself prints them. */
const contents = (source: ConnectionSource): Promise<Record<string, string>> =>
  withConnection(source, async (connection) => {
    const { rows } = await connection.query(
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('session', 'migration')",
      [],
    )
    const digests: Record<string, string> = {}
    for (const { name } of rows as { name: string }[]) {
      const digest = await connection.query(
        `SELECT md5(coalesce(string_agg(says, chr(10) ORDER BY says COLLATE "C"), '')) AS digest FROM (SELECT row_to_json(t)::text AS says FROM "${name}" t) AS all_rows`,
        [],
      )
      digests[name] = String(digest.rows[0]?.digest)
    }
    return digests
  })

const flip = (file: string, at: number) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe.each(databases)('a back-up of a running server, on %s', (kind) => {
  let server: TestServer
  let at: string
  let manifest: BackupManifest
  beforeAll(async () => {
    server = await openTestServer(kind, { YIPANQI_MASTER_KEY: key })
    const admin = await server.as('guan')
    const [person] = (await admin('GET', '/api/person?size=1&sort=id')).body.rows
    await admin(
      'PATCH',
      `/api/person/${person.id}`,
      { mobile: '138-0000-0001' },
      { 'if-match': `"${person.version}"` },
    )
    const officer = await server.as('xiang')
    const { rows } = (await officer('GET', '/api/project?size=200')).body
    const project = rows.find(({ may }: { may: string[] }) => may.length > 0)
    await officer(
      'POST',
      `/api/project/${project.id}/attachments`,
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n合同\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    )
    await sealLedger(server.running.database, { whole: true })
    at = temporaryFolder('backup')
    manifest = await writeBackup({ database: server.running.database, to: join(at, 'all'), masters: [] })
    await writeBackup({ database: server.running.database, to: join(at, 'all.tar'), masters: [] })
    await writeBackup({ database: server.running.database, to: join(at, 'closed'), masters })
  })
  afterAll(() => server.close())

  const restored = async <T>(
    given: { from: string; into?: 'embedded' | 'postgres'; masters?: typeof masters },
    work: (source: ConnectionSource, done: Awaited<ReturnType<typeof restoreBackup>>) => Promise<T>,
  ): Promise<T> => {
    const source = await openEmptyDatabase(given.into ?? kind)
    try {
      const done = await restoreBackup({
        source,
        migrations: migrationsFolder,
        from: given.from,
        masters: given.masters ?? masters,
      })
      return await work(source, done)
    } finally {
      await source.close()
    }
  }

  it.each(databases)(
    'is restored whole into %s: every row of every table, and the ledger holds',
    async (into) => {
      await restored({ from: join(at, 'all'), into }, async (source, done) => {
        expect(done.findings).toEqual([])
        expect(done.migrated).toEqual([])
        expect(done.rows).toBe(manifest.parts.reduce((sum, { rows }) => sum + rows, 0))
        expect(await contents(source)).toEqual(await contents(server.running.database.source))
      })
    },
  )

  it('as one file, or encrypted, it is the same', async () => {
    const before = await contents(server.running.database.source)
    for (const name of ['all.tar', 'closed'])
      expect(await restored({ from: join(at, name) }, (source) => contents(source))).toEqual(before)
  })

  it('says its recovery point, its counts and the heads of the ledger, and never holds a master key', () => {
    expect(Date.now() - Date.parse(manifest.recovery_point)).toBeLessThan(600_000)
    expect(manifest.parts.find(({ table }) => table === 'unit')?.rows).toBeGreaterThan(0)
    expect(manifest.ledger.length).toBeGreaterThan(0)
    expect(manifest.parts.map(({ table }) => table)).not.toContain('session')
    for (const name of ['all', 'closed'])
      for (const file of readdirSync(join(at, name)))
        for (const encoding of ['hex', 'utf8'] as const)
          expect(readFileSync(join(at, name, file)).toString(encoding)).not.toContain(key)
  })

  it('encrypted, it shows nothing of what it holds and does not open without the key', async () => {
    const text = readFileSync(join(at, 'closed', 'unit.rows'))
    expect(text.includes('兰州')).toBe(false)
    await expect(readBackup(join(at, 'closed'), [])).rejects.toThrow(/master key/)
    const other = mastersOf('ffeeddccbbaa99887766554433221100')
    await expect(readBackup(join(at, 'closed'), other)).rejects.toThrow(/master key/)
  })

  it('what is sealed in it needs its master key, and says so before anything is written', async () => {
    await expect(restored({ from: join(at, 'all'), masters: [] }, () => Promise.resolve())).rejects.toThrow(
      /encrypted under master key/,
    )
  })

  it.each(['all', 'closed'])(
    '%s: torn, altered or short of a part, it is refused with the name of that part',
    async (name) => {
      const copy = join(at, 'copy')
      const refusal = (damage: () => void) => {
        rmSync(copy, { recursive: true, force: true })
        cpSync(join(at, name), copy, { recursive: true })
        damage()
        return restored({ from: copy }, () => Promise.resolve()).then(
          () => 'restored',
          (error: Error) => error.message,
        )
      }
      for (const file of ['event.rows', 'cell.rows', 'ledger_seal.rows']) {
        const path = join(copy, file)
        expect(await refusal(() => flip(path, statSync(path).size >> 1))).toBe(
          `${file}: its checksum differs: it was altered`,
        )
        expect(await refusal(() => truncateSync(path, statSync(path).size - 7))).toMatch(
          new RegExp(`^${file}: it was torn off`),
        )
        expect(await refusal(() => rmSync(path))).toBe(`${file}: it is missing`)
      }
      const path = join(copy, 'manifest.json')
      expect(
        await refusal(() =>
          writeFileSync(path, readFileSync(path, 'utf8').replace(/"rows": \d+/, '"rows": 1')),
        ),
      ).toBe('manifest.json: its check does not fit: it was altered')
      expect(await refusal(() => truncateSync(path, 100))).toMatch(/^manifest.json: it cannot be read/)
    },
    // A dozen restorations, one after another: far from a minute on a quiet machine, over it on a busy one.
    180_000,
  )

  it('a file cut short names the part in which it ends', async () => {
    const torn = join(at, 'torn.tar')
    cpSync(join(at, 'all.tar'), torn)
    truncateSync(torn, statSync(torn).size >> 1)
    await expect(readBackup(torn, masters)).rejects.toThrow(/\.rows: .*torn off|torn\.tar: .*torn off/)
  })

  it('a part replaced with its checksum is found by its counts, and in an encrypted back-up not even read', async () => {
    const copy = join(at, 'swapped')
    cpSync(join(at, 'all'), copy, { recursive: true })
    const swap = manifest.parts.map((part) => {
      if (part.table !== 'comment') return part
      const { bytes, sm3 } = manifest.parts.find(({ table }) => table === 'unit') as typeof part
      return { ...part, bytes, sm3 }
    })
    cpSync(join(copy, 'unit.rows'), join(copy, 'comment.rows'))
    const forged = { ...manifest, parts: swap }
    writeFileSync(
      join(copy, 'manifest.json'),
      JSON.stringify({ ...forged, check: manifestCheck(forged, undefined) }),
    )
    await expect(restored({ from: copy }, () => Promise.resolve())).rejects.toThrow()
  })

  it('a database with anything in it is not restored into', async () => {
    const order = {
      source: server.running.database.source,
      migrations: migrationsFolder,
      from: join(at, 'all'),
      masters,
    }
    await expect(restoreBackup(order)).rejects.toThrow(/not empty/)
    await expect(
      writeBackup({ database: server.running.database, to: join(at, 'all'), masters }),
    ).rejects.toThrow(/overwrites/)
  })

  it('what is written while it is made is in it wholly or not at all', async () => {
    const admin = await server.as('ju')
    let isDone = false
    const writing = (async () => {
      let count = 0
      for (; !isDone && count < 400; count++)
        await admin('POST', '/api/indicator', { code: `during_${count}`, name_zh: `期间${count}` }).then(
          () => undefined,
        )
      return count
    })()
    const during = await writeBackup({
      database: server.running.database,
      to: join(at, 'during'),
      masters: [],
    })
    isDone = true
    await writing
    await restored({ from: join(at, 'during') }, async (source, done) => {
      expect(done.findings).toEqual([])
      const rows = await withConnection(source, async (connection) => {
        const one = async (sql: string) => Number((await connection.query(sql, [])).rows[0]?.n)
        return [
          await one(`SELECT count(*)::int AS n FROM indicator WHERE id LIKE 'during%'`),
          await one(`SELECT count(*)::int AS n FROM event WHERE row_id LIKE 'during%' AND deed = 'create'`),
        ]
      })
      expect(rows[0]).toBe(rows[1])
      expect(during.parts.find(({ table }) => table === 'event')?.rows).toBeGreaterThan(0)
    })
  })

  it('the server makes its own when one is due, and keeps as many as it is told', async () => {
    const to = temporaryFolder('backup')
    const schedule = { folder: to, hours: 24, keep: 2, masters }
    const day = (date: number) => new Date(Date.UTC(2026, 2, date, 1))
    const { database } = server.running
    expect(await backupIfDue(database, schedule, day(1))).toBe(true)
    expect(await backupIfDue(database, schedule, new Date(day(1).getTime() + 3_600_000))).toBe(false)
    expect(await backupIfDue(database, schedule, day(2))).toBe(true)
    expect(await backupIfDue(database, schedule, day(3))).toBe(true)
    expect(readdirSync(to)).toEqual(['yipanqi-2026-03-02T01-00-00Z.tar', 'yipanqi-2026-03-03T01-00-00Z.tar'])
    rmSync(to, { recursive: true })
  })
})

describe.each(databases)('a back-up of an earlier version, on %s', (kind) => {
  it('a back-up that names a migration unknown here is refused', async () => {
    const source = await openEmptyDatabase(kind)
    await migrate(source, migrationsFolder)
    const { openDatabase } = await import('#platform/database/database')
    const at = temporaryFolder('backup')
    const manifest = await writeBackup({ database: openDatabase(source), to: join(at, 'empty'), masters: [] })
    const newer = {
      ...manifest,
      migrations: [...manifest.migrations, { name: '9999_future.sql', digest: 'x' }],
    }
    writeFileSync(
      join(at, 'empty', 'manifest.json'),
      JSON.stringify({ ...newer, check: manifestCheck(newer, undefined) }),
    )
    await source.close()
    const empty = await openEmptyDatabase(kind)
    await expect(
      restoreBackup({ source: empty, migrations: migrationsFolder, from: join(at, 'empty'), masters: [] }),
    ).rejects.toThrow(/9999_future/)
    await empty.close()
    rmSync(at, { recursive: true })
  })
})
