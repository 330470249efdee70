import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '#engine/records/reply'
import { openSheet } from '#platform/documents/sheet-file'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

type Cells = (string | number | boolean | null)[][]

describe.each(databases)('a sheet without some required columns, on %s', (database) => {
  let server: TestServer
  let desk: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    desk = await server.as('fu')
  })
  afterAll(() => server.close())

  const exported = async (address: string): Promise<Cells> => {
    const { raw } = await desk('GET', address)
    const rows = []
    for await (const batch of (await openSheet({ bytes: raw, name: 'a.xlsx' })).batches) rows.push(...batch)
    return rows.map(({ cells }) => [...cells] as Cells[number])
  }
  const imported = async (record: string, rows: Cells, call = desk) => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows }] })
    const reply = await upload(call, `/api/${record}/import`, { bytes, name: 'a.xlsx' })
    expect(reply.status).toBe(200)
    return reply.body as ImportReport
  }
  const requests = () => exported('/api/enterprise-request/export.xlsx?closed=false&fields=subject,channel')

  it('says which rows are meant by their ids, and comes back in unchanged', async () => {
    const rows = await requests()
    expect(rows[0]).toEqual(['诉求', '来源', '示范', '系统编号'])
    const report = await imported('enterprise-request', rows)
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ read: rows.length - 1, unchanged: rows.length - 1, unread: ['示范'] })
  })

  it('changes rows that are there, and leaves alone what it has no column for', async () => {
    const [head = [], first = [], ...rest] = await requests()
    const [was] = (await desk('GET', `/api/enterprise-request?id=${String(first[3])}`)).body.rows
    const channel = first[1] === '热线' ? '走访' : '热线'
    const subject = `${String(first[0])}（改）`
    const report = await imported('enterprise-request', [
      head,
      [subject, channel, ...first.slice(2)],
      ...rest,
    ])
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: rest.length })
    const [is] = (await desk('GET', `/api/enterprise-request?id=${String(first[3])}`)).body.rows
    const { subject: _s, channel: _c, version: _v, updated_at: _at, updated_by: _by, ...others } = was
    expect(is).toMatchObject({ ...others, subject, version: Number(was.version) + 1 })
  })

  it('finds them by what is unique as well, in the unit’s zone where it does not name one', async () => {
    const rows = await exported('/api/enterprise/export.xlsx?fields=credit_code,legal_representative')
    expect(rows[0]?.slice(0, 2)).toEqual(['统一社会信用代码', '法定代表人'])
    const changed = rows.map((row, index) => (index === 1 ? row.with(1, '新任') : row))
    const report = await imported('enterprise', changed)
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: rows.length - 2 })
  })

  it('creates nothing: the first new row and what it lacks are named, once for each column', async () => {
    const rows = await requests()
    const fresh: Cells = [
      ['没有编号的', '热线', null, null],
      ['也没有', '热线', null, null],
    ]
    const report = await imported('enterprise-request', [...rows, ...fresh])
    const at = rows.length + 1
    expect(report.problems.map(({ row, column, code }) => [row, column, code])).toEqual(
      ['所属单位', '企业', '类别', '具体内容'].map((column) => [1, column, 'required']),
    )
    expect(report.problems[0]?.says.zh).toBe(`缺少必填的列，而第 ${at} 行是新增的行`)
    expect(report).toMatchObject({ created: 0, updated: 0 })
  })

  it('tells an id that is not there and one that is not seen alike, and an id that is there twice', async () => {
    const [head = [], first = []] = await requests()
    const officer = await server.as('xiang')
    const { rows } = (await (await server.as('zong'))('GET', '/api/project?size=500')).body
    const unseen = rows.find(({ unit_id }: { unit_id: string }) => !unit_id.startsWith('SF'))
    const told = async (id: string) => {
      const sheet = [
        ['项目名称', '系统编号'],
        ['试', id],
      ]
      const { problems } = await imported('project', sheet, officer)
      return problems.map(({ code, column, says }) => [code, column, says.zh])
    }
    expect(unseen).toBeDefined()
    expect(await told(unseen.id)).toEqual(await told('none'))
    const twice = await imported('enterprise-request', [head, first, first])
    expect(twice.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '系统编号', 'duplicate'],
    ])
  })
})
