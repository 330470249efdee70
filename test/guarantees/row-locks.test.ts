import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRecords } from '#main/records'
import type { Connection, ConnectionSource } from '#platform/database/connection'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

/** Statements that lock rows, as they are sent from now on. */
function noteLocks(source: ConnectionSource): string[] {
  const locks: string[] = []
  const acquire = source.acquire.bind(source)
  const noted = (connection: Connection): Connection => ({
    ...connection,
    query(sql, parameters) {
      if (/for (no key )?update/i.test(sql)) locks.push(sql)
      return connection.query(sql, parameters)
    },
    run: (sql) => connection.run(sql),
    release: (broken) => connection.release(broken),
  })
  Object.assign(source, { acquire: async () => noted(await acquire()) })
  return locks
}

/** Lists that lie whole on every machine, where a lock need not say of which zone. */
const shared = new Set<string>(allRecords.filter(({ scope }) => scope === 'shared').map(({ name }) => name))
const tableOf = (lock: string) => /from "?(\w+)"?/i.exec(lock)?.[1] ?? ''
const namesZone = (lock: string) => /"?zone_id"? = \$\d/.test(lock) || shared.has(tableOf(lock))
const match = (version: number) => ({ 'if-match': `"${version}"` })

describe.each(databases)('a row is locked by a statement that names its zone, on %s', (database) => {
  let server: TestServer
  let locks: string[]
  beforeAll(async () => {
    server = await openTestServer(database)
    locks = noteLocks(server.running.database.source)
  })
  afterAll(() => server.close())

  /** What the work locked: one statement a row where the zone is known beforehand. */
  const locked = async (work: () => Promise<{ status: number }>) => {
    locks.length = 0
    const { status } = await work()
    expect(locks.filter((lock) => !namesZone(lock))).toEqual([])
    return { status, tables: locks.map(tableOf) }
  }

  it('when it is changed, by somebody of its zone in one statement', async () => {
    const call = await server.as('jing')
    const [row] = (await call('GET', '/api/enterprise?size=1&state=active')).body.rows
    const change = () => call('PATCH', `/api/enterprise/${row.id}`, { contact: '锁' }, match(row.version))
    expect(await locked(change)).toEqual({ status: 200, tables: ['enterprise'] })
  })

  it('when it is acted on, also from a desk above the zones', async () => {
    const call = await server.as('an')
    const { rows } = (await call('GET', '/api/access-request?state=asked&kind=end_post')).body
    const grant = () =>
      call('POST', `/api/access-request/${rows[0].id}/actions/grant`, {}, match(rows[0].version))
    const { status, tables } = await locked(grant)
    expect([status, tables[0]]).toEqual([200, 'access_request'])
    expect(tables).toContain('post')
  })

  it('when a report is filled in', async () => {
    const call = await server.as('tong')
    const { rows } = (await call('GET', '/api/report?state=draft&size=1')).body
    const fill = () => call('PUT', `/api/report/${rows[0].id}/lines`, { lines: [] }, match(rows[0].version))
    expect(await locked(fill)).toEqual({ status: 200, tables: ['report', 'report'] })
  })

  it('when a file is imported over it', async () => {
    const call = await server.as('jing')
    const sheet = (await call('GET', '/api/enterprise/export.csv?size=5&fields=name_zh,credit_code,unit_id'))
      .raw
    const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="e.csv"\r\ncontent-type: text/csv\r\n\r\n${sheet.toString('utf8')}\r\n--x--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const { status, tables } = await locked(() => call('POST', '/api/enterprise/import', body, headers))
    expect([status, new Set(tables)]).toEqual([200, new Set(['enterprise'])])
  })

  it('when somebody signs in, or asks for an account that is not there', async () => {
    const sign = (account: string) => () =>
      server.visitor('POST', '/api/session', { account, password: 'wrong' })
    expect(await locked(sign('zhu'))).toEqual({ status: 401, tables: ['account'] })
    expect(await locked(sign('nobody'))).toEqual({ status: 401, tables: ['account'] })
  })

  it('when a changed calendar works running limits out anew', async () => {
    const call = await server.as('guan')
    const day = { unit_id: 'CN-HTZ', date: '2026-12-08', kind: 'holiday', name_zh: '停电' }
    const { status, tables } = await locked(() => call('POST', '/api/calendar-day', day))
    expect(status).toBe(201)
    expect(tables).toContain('enterprise_request')
  })
})
