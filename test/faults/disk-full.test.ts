import { openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openKernel, type Running } from '#main/app'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { writeBackup } from '#platform/backup/write-backup'
import { withConnection } from '#platform/database/connection'
import { type Database, kernelActor } from '#platform/database/database'
import { openEmbedded } from '#platform/database/embedded'
import { openPostgres } from '#platform/database/postgres'
import { expectKeptCellsRight } from '#test/support/kept-cells'
import { ownPostgres } from '#test/support/own-postgres'
import type { Cluster } from '#test/support/postgres-cluster'
import { patience, times } from '#test/support/run-length'
import { type Client, clientOf, type ServerProcess, startServerProcess } from '#test/support/server-process'
import { serverPlace } from '#test/support/server-place'
import { canMount, smallDisk, type SmallDisk } from '#test/support/small-disk'
import { openTestServer, type TestServer, testServerOver } from '#test/support/test-server'
import { until } from '#test/support/until'

const mayMount = canMount()
if (!mayMount) console.error('没有运行 · not run: full disks. Only root may mount the small disk they need.')

const created = (client: Pick<TestServer, 'visitor'>['visitor'] | Client, name_zh: string) =>
  (client as Client)('POST', '/api/project', { unit_id: 'SF-HX', name_zh })

/** Random content, so that nothing compresses it into the room that is left. */
function paper(bytes: number): FormData {
  const form = new FormData()
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), crypto.getRandomValues(Buffer.alloc(65_536))])
  const pieces = Array.from({ length: Math.ceil(bytes / content.length) }, () => content)
  form.set('file', new Blob(pieces), 'paper.pdf')
  return form
}

const sheet = (mark: string): FormData => {
  const lines = Array.from({ length: 3_000 }, (_, at) => `SF-HX,${mark} ${at} ${'长'.repeat(60)}`)
  const form = new FormData()
  form.set('file', new Blob([`所属单位,项目名称\n${lines.join('\n')}\n`]), 'rows.csv')
  return form
}

const expectFull = (reply: { status: number; body: { code: string; remedy: { zh: string } } }) =>
  expect([reply.status, reply.body.code, reply.body.remedy.zh.includes('磁盘')]).toEqual([
    507,
    'storage_full',
    true,
  ])

const counted = (database: Database, text: string) =>
  database.transaction(kernelActor, 'read', async (tx) => {
    const [row] = await tx.all<{ rows: number }>(
      sql`SELECT count(*)::integer AS rows FROM project WHERE name_zh LIKE ${`${text}%`}`,
    )
    return row?.rows
  })

async function expectSound(running: Running): Promise<void> {
  await expectKeptCellsRight(running)
  const wrong: unknown[] = []
  await verifyLedger({ database: running.database, signers: [], found: (finding) => wrong.push(finding) })
  expect(wrong).toEqual([])
}

describe.runIf(inject('postgres') && mayMount)('a disk that is full, under postgres', () => {
  let disk: SmallDisk
  let cluster: Cluster
  let url: string
  let server: ServerProcess
  beforeAll(async () => {
    disk = smallDisk(160) as SmallDisk
    ;({ cluster, url } = await ownPostgres(disk.folder))
    server = await startServerProcess({ DATABASE_URL: url })
  })
  afterAll(async () => {
    await server.kill()
    await cluster.stop()
    disk.remove()
  })

  it(
    'is told as such with what to do, leaves nothing half written, and is forgotten once there is room',
    { timeout: patience },
    async () => {
      const officer = await clientOf(server.address, 'xiang')
      const row = (await created(officer, '附件所在')).body.row as { id: string }
      const attachments = `/api/project/${row.id}/attachments`
      for (let round = 0; round < times(2, 40); round++) {
        disk.fill()
        // What still fits into pages that are there is saved; then there are no more.
        const confirmed: string[] = []
        let reply = await created(officer, `满盘${round}`)
        for (let step = 0; reply.status === 201; step++) {
          confirmed.push(reply.body.row.id as string)
          reply = await created(officer, `满盘${round} ${step} ${'长'.repeat(60)}`)
        }
        expectFull(reply)
        expectFull(await officer('POST', attachments, paper(3_000_000)))
        expectFull(await officer('POST', '/api/project/import?dry_run=false', sheet(`满盘导入${round}`)))
        for (const path of ['/api/project?size=5', '/api/board', '/readyz'])
          expect((await officer('GET', path)).status).toBe(200)
        disk.free()
        expect((await created(officer, `有空间了${round}`)).status).toBe(201)
        expect((await officer('POST', attachments, paper(300_000))).status).toBe(201)
        const kept = (await officer('GET', attachments)).body.entries as { bytes: number }[]
        expect(kept).toHaveLength(round + 1)
        const source = openPostgres({ url, connections: 2 })
        const running = await openKernel(source)
        expect(await counted(running.database, `满盘${round}`)).toBe(confirmed.length)
        expect(await counted(running.database, `满盘导入${round}`)).toBe(0)
        await expectSound(running)
        await source.close()
      }
    },
  )
})

describe.runIf(mayMount)('a disk that is full, under the embedded database', () => {
  let disk: SmallDisk
  let server: TestServer
  beforeAll(async () => {
    disk = smallDisk(320) as SmallDisk
    const folder = join(disk.folder, 'database')
    server = await testServerOver(await openEmbedded({ folder, image: readFileSync(inject('image')) }))
  })
  afterAll(async () => {
    await server.close()
    disk.remove()
  })

  it('is told as such, also when the database dies of it: with room it opens again by itself', async () => {
    const officer = await server.as('xiang')
    const { database } = server.running
    const write = () =>
      withConnection(database.source, (one) =>
        one.run(`SELECT pg_logical_emit_message(true, 'test', repeat('x', 1000000))`),
      )
    expect((await created(officer, '满盘之前')).status).toBe(201)
    disk.fill()
    // Its own log without room is what no PostgreSQL survives.
    await expect(
      (async () => {
        for (;;) await write()
      })(),
    ).rejects.toThrow(/No space left/)
    for (const path of ['/api/project?size=5', '/readyz']) expectFull(await officer('GET', path))
    expectFull(await created(officer, '满盘之中'))
    expect((await server.visitor('GET', '/healthz')).status).toBe(200)
    disk.free()
    await until(async () => (await server.visitor('GET', '/readyz')).status === 200)
    expect((await created(officer, '满盘之后')).status).toBe(201)
    expect(await counted(database, '满盘')).toBe(2)
    await expectSound(server.running)
  })
})

describe.runIf(mayMount)('a full disk beside the database', () => {
  let disk: SmallDisk
  beforeAll(() => {
    disk = smallDisk(4) as SmallDisk
  })
  afterAll(() => disk.remove())

  it('lets no export be made, and leaves none half made', async () => {
    const place = await serverPlace('embedded')
    const server = await startServerProcess({ ...place.settings, TMPDIR: disk.folder })
    try {
      const [officer, auditor] = [
        await clientOf(server.address, 'xiang'),
        await clientOf(server.address, 'shen'),
      ]
      disk.fill()
      for (const format of ['csv', 'xlsx']) {
        expectFull(await officer('GET', `/api/project/export.${format}`))
        expectFull(await auditor('GET', `/api/audit/export.${format}`))
      }
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
      disk.free()
      expect((await officer('GET', '/api/project/export.csv')).status).toBe(200)
      await until(() => readdirSync(disk.folder).length === 0)
    } finally {
      await server.kill()
      await place.remove()
    }
  })

  it('lets no back-up be made, leaves none half made, and harms no server that tries', async () => {
    const server = await openTestServer('embedded')
    const order = { database: server.running.database, masters: [] }
    disk.fill()
    for (const to of ['folder', 'file.tar'])
      await expect(writeBackup({ ...order, to: join(disk.folder, to) })).rejects.toThrow(/ENOSPC/)
    expect(readdirSync(disk.folder)).toEqual(['ballast'])
    disk.free()
    await writeBackup({ ...order, to: join(disk.folder, 'whole.tar') })
    expect(readdirSync(disk.folder)).toEqual(['whole.tar'])
    await server.close()
  })
})

describe('a log that finds no room', () => {
  it('does not stop the server that writes it', async () => {
    const place = await serverPlace('embedded')
    // This device is full for ever.
    const full = openSync('/dev/full', 'w')
    const server = await startServerProcess({ ...place.settings, YIPANQI_LOG: 'info' }, full)
    try {
      for (let step = 0; step < 50; step++) expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    } finally {
      await server.kill()
      await place.remove()
    }
  })
})
