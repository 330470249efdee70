import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isToBeMade } from '#main/open-source'
import { lockFolder } from '#platform/database/folder-lock'
import { readConfig } from '#platform/config/config'
import { temporaryFolder } from '#test/support/temporary-folder'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('a running server, on %s', (database) => {
  let server: TestServer
  let address: string
  let officer: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    address = await server.app.listen({ host: '127.0.0.1', port: 0 })
    officer = await server.as('xiang')
  })
  afterAll(() => server.close())

  const listen = async (account: string) => {
    const signIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-yipanqi': 'test' },
      body: JSON.stringify({ account, password: 'Yipanqi-2026' }),
    })
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
    return stream.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
  }
  const heard = async (reader: ReadableStreamDefaultReader<Uint8Array>, until: string, patience = 5000) => {
    let text = ''
    const limit = setTimeout(() => void reader.cancel(), patience)
    for (;;) {
      const { value, done } = await reader.read()
      if (value) text += new TextDecoder().decode(value)
      if (done || text.includes(until)) break
    }
    clearTimeout(limit)
    return text
  }

  it('tells open pages of a change in their units, and nobody else', async () => {
    const near = await listen('zhu')
    const far = await listen('lz')
    const { row } = (await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: '实时消息项目' }))
      .body
    expect(await heard(near, row.id as string)).toContain(
      `"record":"project","id":"${row.id}","unit":"SF-HX"`,
    )
    expect(await heard(far, row.id as string, 300)).not.toContain(row.id as string)
    await near.cancel()
  })

  it('ends in order although a page still listens, and loses no accepted write', async () => {
    const reader = await listen('zhu')
    const writes = Array.from({ length: 10 }, (_, index) =>
      officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: `收尾项目${index}` }),
    )
    const statuses = (await Promise.all(writes)).map((reply) => reply.status)
    await server.app.close()
    expect(statuses.every((status) => status === 201)).toBe(true)
    expect((await reader.read().catch(() => ({ done: true }))).done === undefined).toBe(false)
  })
})

describe('the data folder', () => {
  it('is refused to a second process with the first one’s id, and free again afterwards', async () => {
    const folder = temporaryFolder('lock')
    const first = await lockFolder(folder)
    expect(first.ok).toBe(true)
    expect(await lockFolder(folder)).toMatchObject({ ok: false, error: { process: process.pid } })
    if (first.ok) await first.value()
    expect((await lockFolder(folder)).ok).toBe(true)
  })
})

describe('an embedded database', () => {
  it('is known to be new until its folder has one, so that what fills it is worked out meanwhile', () => {
    const folder = temporaryFolder('new')
    const configOf = (environment: Record<string, string>) => {
      const config = readConfig(environment)
      if (!config.ok) throw new Error(config.error.join('\n'))
      return config.value
    }
    expect(isToBeMade(configOf({ YIPANQI_DATA: folder }))).toBe(true)
    mkdirSync(join(folder, 'database'))
    expect(isToBeMade(configOf({ YIPANQI_DATA: folder }))).toBe(true)
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '18')
    expect(isToBeMade(configOf({ YIPANQI_DATA: folder }))).toBe(false)
    expect(
      isToBeMade(configOf({ YIPANQI_DATA: temporaryFolder('served'), DATABASE_URL: 'postgres://x/y' })),
    ).toBe(false)
  })
})

describe('the configuration', () => {
  it('tells every problem at once, an unknown name among them', () => {
    const read = readConfig({ YIPANQI_PORT: 'eighty', DATABASE_URL: 'mysql://x', YIPANQI_PROT: '1' })
    expect(read.ok ? [] : read.error.map((line) => line.split(/[=:]/)[0])).toEqual([
      'YIPANQI_PORT',
      'DATABASE_URL',
      'YIPANQI_PROT',
    ])
  })

  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', world: 'demo' },
    })
  })
})
