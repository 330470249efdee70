import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#engine/records/record'
import { allRecords } from '#main/records'
import { kernelActor, queries } from '#platform/database/database'
import { nastyTexts } from '#test/support/nasty'
import { patience, times } from '#test/support/run-length'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

/** Those that would be read as SQL, as a path, a template or another language, were any text ever put into one. */
const hostile = nastyTexts.filter((text) => /['"$%_{<=@\\|]|^-|--|\.\.|proto/.test(text) && text.length < 300)
const some = <T>(list: readonly T[], count: number): T[] => {
  const step = Math.max(1, Math.floor(list.length / count))
  return list.filter((_, index) => index % step === 0)
}

describe.each(databases)('text that means to be more than text, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let keeper: Caller

  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    keeper = await server.as('guan')
  })
  afterAll(() => server.close())

  const counts = () =>
    server.running.database.transaction(kernelActor, 'read', async (tx) => {
      const found: Record<string, number> = {}
      for (const { name } of allRecords) {
        const query = queries()
          .selectFrom(name)
          .select(sql<number>`count(*)`.as('rows'))
        found[name] = Number((await tx.first<{ rows: number }>(query as never))?.rows)
      }
      return found
    })

  it(
    'in any part of an address finds only what it says, or is refused; nothing is changed',
    { timeout: patience },
    async () => {
      const before = await counts()
      for (const record of allRecords) {
        const address = `/api/${addressOf(record)}`
        const fields = Object.keys(record.fields)
        const names = [
          'q',
          'sort',
          'fields',
          'unit',
          'after',
          'page',
          'size',
          'count',
          ...some(fields, times(4, 100)),
        ]
        for (const text of some(hostile, times(5, 100))) {
          const value = encodeURIComponent(text)
          const asked = [
            ...names.map((name) => `${address}?size=5&${name}=${value}`),
            ...some(fields, times(2, 100)).map((name) => `${address}?size=5&${name}.contains=${value}`),
            `${address}?size=5&${value}=1`,
            `${address}/${value}`,
            `${address}/${value}/history`,
          ]
          for (const url of asked) {
            const reply = await keeper('GET', url)
            expect([url, reply.status < 500]).toEqual([url, true])
            const isSearch = url.includes('?size=5&q=') && reply.status === 200
            if (isSearch && text.trim().length > 2) expect([url, reply.body.total]).toEqual([url, 0])
          }
        }
      }
      expect(await counts()).toEqual(before)
    },
  )

  it(
    'in a field is kept and given back as that text, found by it, and by no other',
    { timeout: patience },
    async () => {
      for (const text of some(hostile, times(8, 100)).filter((one) => one.trim() !== '')) {
        const name = `项目 ${text}`
        const made = await officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: name })
        expect([name, made.status]).toEqual([name, made.status === 422 ? 422 : 201])
        if (made.status !== 201) continue
        // A line break in a field of one line is a space, control characters are left out; every other sign stays.
        const kept = made.body.row.name_zh as string
        const oneLine = name.normalize('NFC').replaceAll(/[\t\r\n]+/g, ' ')
        expect(kept).toBe(oneLine.replaceAll(/\p{Cc}/gu, '').trim())
        const { body } = await officer('GET', `/api/project?name_zh=${encodeURIComponent(kept)}`)
        expect(body.rows.map((row: { id: string }) => row.id)).toEqual([made.body.row.id])
      }
    },
  )

  it(
    'in every field of every record changes that field of that row alone',
    { timeout: patience },
    async () => {
      const before = await counts()
      for (const record of allRecords) {
        const { body } = await keeper('GET', `/api/${addressOf(record)}?size=1`)
        const row = body.rows[0] as { id: string; version: number; may: string[] } | undefined
        if (!row?.may.includes('update')) continue
        for (const field of Object.keys(record.fields))
          for (const text of some(hostile, times(2, 100))) {
            const reply = await keeper(
              'PATCH',
              `/api/${addressOf(record)}/${row.id}`,
              { [field]: text },
              { 'if-match': `"${row.version}"` },
            )
            expect([record.name, field, text, reply.status < 500]).toEqual([record.name, field, text, true])
            if (reply.status === 200) row.version = reply.body.row.version as number
          }
      }
      expect(await counts()).toEqual(before)
    },
  )
})
