import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tell } from '#platform/audit/bus'
import { withConnection } from '#platform/database/connection'
import { kernelActor } from '#platform/database/database'
import { times } from '#test/support/run-length'
import { cookieOf } from '#test/support/server-process'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { until } from '#test/support/until'

/** Seconds for which a client may be slow here; an hour's wait for every test would prove no more. */
const seconds = 1
/** A tenth late at most, and what a busy machine adds. */
const cutBy = 8_000

const many = times(20, 500)

describe.each(databases)('clients that are slow, on %s', (database) => {
  let server: TestServer
  let address: string
  let port: number
  let cookie: string
  let officer: Caller
  /** The server's ends of all connections. */
  const ends = new Set<Socket>()

  beforeAll(async () => {
    server = await openTestServer(database, { YIPANQI_REQUEST_SECONDS: String(seconds) })
    server.app.server.on('connection', (socket: Socket) => {
      ends.add(socket)
      socket.once('close', () => ends.delete(socket))
    })
    address = await server.app.listen({ host: '127.0.0.1', port: 0 })
    port = Number(new URL(address).port)
    cookie = await cookieOf(address, 'xiang')
    officer = await server.as('xiang')
    // An export that no buffer on the way holds as a whole.
    await withConnection(server.running.database.source, (one) =>
      one.run(`INSERT INTO project SELECT (jsonb_populate_record(project, jsonb_build_object(
          'id', 'slow-' || n, 'name_zh', repeat('长', 100) || n, 'owner', repeat('文', 60)))).*
        FROM project CROSS JOIN generate_series(1, 12000) AS n WHERE id = (SELECT min(id) FROM project WHERE unit_id = 'SF-HX')`),
    )
  })
  afterAll(() => server.close())

  async function opened(text: string): Promise<{ socket: Socket; heard: () => string }> {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    let heard = ''
    socket.on('data', (piece) => (heard += piece.toString('latin1')))
    socket.write(text)
    return { socket, heard: () => heard }
  }
  const asked = (method: string, path: string, more = '') =>
    `${method} ${path} HTTP/1.1\r\nhost: test\r\ncookie: ${cookie}\r\nx-yipanqi: test\r\n${more}\r\n`

  /** Sends byte by byte until it is cut off; returns after how long, and what it was told. */
  async function dripped(head: string, rest: string): Promise<{ lasted: number; told: string }> {
    const { socket, heard } = await opened(head)
    const begun = performance.now()
    let over = false
    socket.once('close', () => (over = true))
    for (let at = 0; !over; at++) {
      socket.write(rest[at % rest.length] ?? '')
      await pause(100)
      if (performance.now() - begun > 20_000) throw new Error('It was never cut off')
    }
    return { lasted: performance.now() - begun, told: heard() }
  }

  const expectCut = ({ lasted, told }: { lasted: number; told: string }) => {
    expect(told).toMatch(/^HTTP\/1\.1 408 /)
    expect([lasted >= seconds * 1_000 * 0.9, lasted < cutBy]).toEqual([true, true])
  }

  it('that send headers byte by byte are cut off, many of them while others are served', async () => {
    const slow = Array.from({ length: many }, () => dripped('GET / HTTP/1.1\r\n', 'x-a: b\r\n'))
    const served = [1, 2, 3, 4, 5].map(async () => {
      const reply = await fetch(`${address}/api/project?size=1`, { headers: { cookie } })
      return reply.status
    })
    expect(new Set(await Promise.all(served))).toEqual(new Set([200]))
    for (const one of await Promise.all(slow)) expectCut(one)
  })

  it('that send a body byte by byte are cut off, be it JSON or a file', async () => {
    const body = `${'{"name_zh":"'}${'慢'.repeat(400)}`
    const json = asked('POST', '/api/project', 'content-type: application/json\r\ncontent-length: 4000\r\n')
    const file = asked(
      'POST',
      '/api/project/import?dry_run=true',
      'content-type: multipart/form-data; boundary=x\r\ntransfer-encoding: chunked\r\n',
    )
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    const chunk = `${part.length.toString(16)}\r\n${part}\r\n`
    const cut = await Promise.all([dripped(json, body), dripped(file + chunk, '1\r\na\r\n')])
    for (const one of cut) expectCut(one)
  })

  it('that are no slower than the least rate are not', async () => {
    const content = `所属单位,项目名称\n${Array.from({ length: 3_000 }, (_, at) => `SF-HX,慢线路 ${at}\n`).join('')}`
    const bytes = Buffer.from(
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--\r\n`,
    )
    const { socket, heard } = await opened(
      asked(
        'POST',
        '/api/project/import?dry_run=true',
        `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${bytes.length}\r\n`,
      ),
    )
    // Twice what is asked for, over longer than the time for the slow.
    for (let at = 0; at < bytes.length; at += 4_000) {
      socket.write(bytes.subarray(at, at + 4_000))
      await pause(125)
    }
    await until(() => heard().includes('\r\n\r\n'))
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /)
    socket.destroy()
  })

  it('that do not take an export hold neither a transaction nor memory, and are cut off', async () => {
    const before = new Set(ends)
    const { socket } = await opened(asked('GET', '/api/project/export.csv'))
    socket.pause()
    await until(() => [...ends].some((one) => !before.has(one) && one.bytesWritten > 100_000))
    const [held] = [...ends].filter((one) => !before.has(one))
    const load = server.running.database.source.load()
    expect([load.open - load.idle, load.waiting]).toEqual([0, 0])
    expect(held?.writableLength).toBeLessThan(1_000_000)
    expect((await officer('GET', '/api/project?size=1')).status).toBe(200)
    expect(await until(() => held?.destroyed === true)).toBeLessThan(cutBy)
    expect(held?.bytesWritten).toBeLessThan(8_000_000)
    socket.destroy()
  })

  it('that do not read what they are told of changes are sent away before it fills the memory', async () => {
    const before = new Set(ends)
    const { socket } = await opened(asked('GET', '/api/events'))
    await until(() => [...ends].some((one) => !before.has(one) && one.bytesWritten > 0))
    socket.pause()
    const [held] = [...ends].filter((one) => !before.has(one))
    let most = 0
    for (let round = 0; round < 400 && held?.destroyed === false; round++) {
      await server.running.database.transaction(kernelActor, 'write', async (tx) => {
        for (let at = 0; at < 10; at++)
          await tell(tx, {
            type: 'update',
            record: 'project',
            id: `${at}${'x'.repeat(7_000)}`,
            unit: 'SF-HX',
          })
      })
      most = Math.max(most, held.writableLength)
    }
    await until(() => held?.destroyed === true)
    expect(most).toBeLessThan(600_000)
    expect((await officer('GET', '/api/project?size=1')).status).toBe(200)
    socket.destroy()
  })
})
