import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryEntry, ImportReport, ListReply } from '#engine/records/reply'
import { openSheet } from '#platform/documents/sheet-file'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

type Cells = (string | number | boolean | Date | null)[][]

const workbook = (rows: Cells) => writeXlsx({ sheets: [{ name: '项目', rows }] })

const send = (call: Caller, url: string, bytes: Uint8Array, name = 'rows.xlsx') =>
  upload(call, url, { bytes, name })

async function imported(call: Caller, rows: Cells, dryRun = false): Promise<ImportReport> {
  const reply = await send(call, `/api/project/import?dry_run=${dryRun}`, await workbook(rows))
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body as ImportReport
}

const names = ['所属单位', '项目名称', '建设单位', '类别', '总投资（亿元）', '开工月份']
const listOf = async (call: Caller, query: string) =>
  (await call('GET', `/api/project?${query}`)).body as ListReply & { total: number }

const counts = ({ read, created, updated, unchanged, refused }: ImportReport) => ({
  read,
  created,
  updated,
  unchanged,
  refused,
})

async function sheetRows(bytes: Uint8Array, name: string) {
  const rows = []
  for await (const batch of (await openSheet({ bytes, name })).batches) rows.push(...batch)
  return rows.map(({ cells }) => cells)
}

describe.each(databases)('files in and out on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let statistician: Caller
  const countNamed = async (q: string) => (await listOf(officer, `q=${encodeURIComponent(q)}`)).total

  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    statistician = await server.as('tong')
  })
  afterAll(() => server.close())

  describe('an import', () => {
    const rows: Cells = [
      names,
      ['示范高新区', '导入甲', '甲公司', '道路', 1.5, '2026-03'],
      ['SF-HX', '导入乙', null, 'Road', '2', new Date('2026-04-01')],
    ]

    it('tries without writing, then writes, and the same file again changes nothing', async () => {
      expect(counts(await imported(officer, rows, true))).toEqual({
        read: 2,
        created: 2,
        updated: 0,
        unchanged: 0,
        refused: 0,
      })
      expect(await countNamed('导入')).toBe(0)
      expect(counts(await imported(officer, rows))).toEqual({
        read: 2,
        created: 2,
        updated: 0,
        unchanged: 0,
        refused: 0,
      })
      expect(await countNamed('导入')).toBe(2)
      expect(counts(await imported(officer, rows))).toEqual({
        read: 2,
        created: 0,
        updated: 0,
        unchanged: 2,
        refused: 0,
      })
    })

    it('changes rows that are there and differ, with their history', async () => {
      const changed = rows.map((row, index) => (index === 1 ? row.with(4, 3.25) : row))
      expect(counts(await imported(officer, changed))).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
      const [found] = (await listOf(officer, `q=${encodeURIComponent('导入甲')}`)).rows
      expect(found).toMatchObject({ investment: '3.25', version: 2, started_in: '2026-03', unit_id: 'SF' })
      const history = await officer('GET', `/api/project/${found?.id}/history`)
      const { entries } = history.body as { entries: HistoryEntry[] }
      expect(entries.map(({ deed }) => deed)).toEqual(['update', 'create'])
      expect(entries[0]).toMatchObject({
        changes: { investment: ['1.5', '3.25'] },
        person_name: { zh: '杨泽楷' },
      })
    })

    it('names every bad cell with row, column, value and mend, and then writes nothing at all', async () => {
      const report = await imported(officer, [
        names,
        ['SF', '好行', null, null, 1, null],
        ['SF', null, null, '飞机', '很多', '三月'],
        ['没有的园', '丙', null, null, -1, null],
        ['SF', '好行', null, null, 2, null],
      ])
      expect(counts(report)).toEqual({ read: 4, created: 0, updated: 0, unchanged: 0, refused: 3 })
      expect(report.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
        [3, '类别', 'not_an_option', '飞机'],
        [3, '总投资（亿元）', 'not_a_number', '很多'],
        [3, '开工月份', 'not_a_period', '三月'],
        [3, '项目名称', 'required', ''],
        [4, '所属单位', 'not_found', '没有的园'],
        [4, '总投资（亿元）', 'out_of_range', '-1'],
        [5, '项目名称', 'duplicate', '好行'],
      ])
      expect(report.problems.every(({ mend, says }) => mend.zh && mend.en && says.zh && says.en)).toBe(true)
      expect(report.problem_count).toBe(7)
      expect(await countNamed('好行')).toBe(0)
    })

    it('counts a header that is not understood as a problem', async () => {
      const report = await imported(officer, [
        ['所属单位', '项目名称', '颜色'],
        ['SF', '丁', '红'],
      ])
      expect(report.refused).toBe(1)
      expect(report.problems[0]).toMatchObject({ row: 1, column: '颜色', code: 'unknown_field' })
      expect(await countNamed('丁')).toBe(0)
    })

    it('reaches no unit beyond the post, and neither tells nor touches what lies there', async () => {
      const overview = await server.as('zong')
      const { rows: all } = await listOf(overview, 'size=500')
      const other = all.find(({ unit_id }) => !unit_id.startsWith('SF'))
      expect(other).toBeDefined()
      const tried = async (name: string) => {
        const { problems } = await imported(officer, [
          names,
          [other?.unit_id ?? '', name, null, null, null, null],
        ])
        return problems
      }
      const known = await tried(String(other?.name_zh))
      expect(known).toMatchObject([{ row: 2, column: '所属单位', code: 'not_allowed' }])
      expect(await tried('没有这个项目')).toEqual(known)
    })

    it('is refused to those who may create no such row, and to nobody signed in', async () => {
      expect((await send(statistician, '/api/project/import', await workbook([names]))).status).toBe(403)
      const anonymous = await server.app.inject({
        method: 'POST',
        url: '/api/project/import',
        headers: { 'x-yipanqi': '1' },
      })
      expect(anonymous.statusCode).toBe(401)
    })

    it('takes CSV, and refuses a broken file, a mistyped dry run and a body without a file in words', async () => {
      const csv = Buffer.from('所属单位,项目名称\nSF,导入丙\n')
      expect((await send(officer, '/api/project/import?dry_run=true', csv, 'a.csv')).body).toMatchObject({
        created: 1,
      })
      const broken = await send(officer, '/api/project/import', Buffer.from('PK\x03\x04 and no more'))
      expect(broken.status).toBe(422)
      expect(broken.body).toMatchObject({ code: 'unreadable_file' })
      expect((await send(officer, '/api/project/import?dry_run=yes', csv, 'a.csv')).status).toBe(400)
      expect((await officer('POST', '/api/project/import', {})).status).toBe(400)
    })
  })

  describe('an import of other types', () => {
    const into = async (type: string, rows: Cells, dryRun = false) => {
      const admin = await server.as('guan')
      const reply = await send(admin, `/api/${type}/import?dry_run=${dryRun}`, await workbook(rows))
      return counts(reply.body as ImportReport)
    }
    const none = { created: 0, updated: 0, unchanged: 0, refused: 0 }

    it('with a rule of a module: a dry run asks the rule and leaves nothing behind', async () => {
      const parks: Cells = [
        ['编码', '名称', '类别', '上级单位'],
        ['SF-IM', '导入园', '园区', '示范高新区'],
      ]
      expect(await into('unit', parks, true)).toEqual({ ...none, read: 1, created: 1 })
      expect((await officer('GET', '/api/unit/SF-IM')).status).toBe(404)
      expect(await into('unit', parks)).toEqual({ ...none, read: 1, created: 1 })
      expect(await into('unit', parks)).toEqual({ ...none, read: 1, unchanged: 1 })
      const renamed = parks.map((row, index) => (index === 1 ? row.with(1, '导入园区') : row))
      expect(await into('unit', renamed)).toEqual({ ...none, read: 1, updated: 1 })
    })

    it('without a unique set: two people of one name stay two, and are not made again', async () => {
      const people: Cells = [
        ['所属单位', '姓名', '手机'],
        ['SF', '张同名', '138-0000-0001'],
        ['SF', '张同名', '138-0000-0002'],
      ]
      expect(await into('person', people)).toEqual({ ...none, read: 2, created: 2 })
      expect(await into('person', people)).toEqual({ ...none, read: 2, unchanged: 2 })
      const asked: Cells = [
        ['所属单位', '类别', '岗位名称', '人员', '角色', '任期起', '申请理由'],
        ['SF', '设岗', '新岗', '张同名', '领导', '2026-01-01', '到岗'],
      ]
      expect(await into('access-request', asked)).toEqual({ ...none, read: 1, refused: 1 })
    })

    it('a row may name one that stands above it in the same file, tried and written alike', async () => {
      const organs: Cells = [
        ['所属单位', '名称', '上级机构'],
        ['SF-HX', '核心园招商中心', null],
        ['SF-HX', '招商一科', '核心园招商中心'],
      ]
      expect(await into('organ', organs, true)).toEqual({ ...none, read: 2, created: 2 })
      expect(await into('organ', organs)).toEqual({ ...none, read: 2, created: 2 })
      expect(await into('organ', organs)).toEqual({ ...none, read: 2, unchanged: 2 })
      const { rows } = (await officer('GET', '/api/organ?unit=SF-HX&q=招商')).body as ListReply
      const [centre, office] = ['核心园招商中心', '招商一科'].map((name) =>
        rows.find((row) => row.name_zh === name),
      )
      expect(office?.parent).toBe(centre?.id)
    })
  })

  describe('a template', () => {
    it('knows the units of the person who asks', async () => {
      const reply = await officer('GET', '/api/project/template.xlsx')
      expect(reply.status).toBe(200)
      expect(reply.headers['content-disposition']).toContain(encodeURIComponent('项目导入模板.xlsx'))
      const [header] = await sheetRows(reply.raw, 'a.xlsx')
      expect(header?.slice(0, 2)).toEqual(['所属单位*', '项目名称*'])
    })
  })

  describe('an export', () => {
    it('holds exactly the filtered list, says how many rows, and comes back in unchanged', async () => {
      const query = `q=${encodeURIComponent('导入')}&fields=unit_id,name_zh,owner,category,investment,started_in&sort=-investment`
      const reply = await officer('GET', `/api/project/export.xlsx?${query}`)
      expect(reply.headers['x-row-count']).toBe('2')
      expect(await sheetRows(reply.raw, 'a.xlsx')).toEqual([
        ['所属单位', '项目名称', '建设单位', '类别', '总投资（亿元）', '开工月份'],
        ['示范高新区', '导入甲', '甲公司', '道路', 3.25, '2026-03'],
        ['核心园', '导入乙', null, '道路', 2, '2026-04'],
      ])
      const back = await send(officer, '/api/project/import', reply.raw)
      expect(counts(back.body as ImportReport)).toEqual({
        read: 2,
        created: 0,
        updated: 0,
        unchanged: 2,
        refused: 0,
      })
    })

    it('of the list as it stands comes back in unchanged, and says which columns nobody fills in', async () => {
      const reply = await officer(
        'GET',
        '/api/project/export.xlsx?fields=unit_id,name_zh,state,lamp,investment',
      )
      const back = await send(officer, '/api/project/import?dry_run=true', reply.raw)
      const report = back.body as ImportReport
      expect(report.problems).toEqual([])
      expect(report.unchanged).toBe(report.read)
      expect(report.unread).toEqual(['状态', '亮灯', '示范'])
    })

    it('is the list of this person: as many rows as the list counts, none of another unit', async () => {
      const { total } = await listOf(officer, 'size=1')
      const reply = await officer('GET', '/api/project/export.csv?language=en')
      expect(reply.headers['x-row-count']).toBe(String(total))
      expect(reply.raw.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
      expect(await sheetRows(reply.raw, 'a.csv')).toHaveLength(total + 1)
      expect(reply.raw.toString('utf8')).toMatch(/^\uFEFFProject,Lamp,Unit,/)
    })

    it('writes text that begins like a formula as text', async () => {
      await imported(officer, [
        ['所属单位', '项目名称'],
        ['SF', '=1+2 公式'],
      ])
      const csv = await officer(
        'GET',
        `/api/project/export.csv?q=${encodeURIComponent('公式')}&fields=name_zh`,
      )
      expect(csv.raw.toString('utf8')).toContain("\r\n'=1+2 公式\r\n")
    })

    it('leaves out what the person may not see, and refuses a filter that does not exist', async () => {
      const keeper = await server.as('an')
      const reply = await keeper('GET', '/api/person/export.csv?fields=name_zh,mobile')
      // Her own number is hers to see; nobody else's is.
      expect(reply.raw.toString('utf8').match(/138-0000/g)).toHaveLength(1)
      expect((await officer('GET', '/api/project/export.csv?colour=red')).status).toBe(422)
    })
  })

  it('many batches come in, go out and come in again unchanged', async () => {
    const many = Array.from({ length: 4500 }, (_, n) => [
      n % 2 ? 'SF' : '云谷园',
      `大批项目${n}`,
      `建设单位${n % 300}`,
      '道路',
      n / 8,
      '2026-05',
    ])
    const all = { read: 4500, created: 0, updated: 0, unchanged: 0, refused: 0 }
    expect(counts(await imported(officer, [names, ...many]))).toEqual({ ...all, created: 4500 })
    const query = `q=${encodeURIComponent('大批')}&fields=unit_id,name_zh,owner,category,investment,started_in`
    const reply = await officer('GET', `/api/project/export.xlsx?${query}`)
    expect(reply.headers['x-row-count']).toBe('4500')
    const back = await send(officer, '/api/project/import', reply.raw)
    expect(counts(back.body as ImportReport)).toEqual({ ...all, unchanged: 4500 })
    const dearer = many.map((row) => row.with(4, 999))
    expect(counts(await imported(officer, [names, ...dearer]))).toEqual({ ...all, updated: 4500 })
    const last = [...dearer.slice(0, -1), ['SF', '大批项目4499', '', '道路', '不详', '2026-05']]
    expect(counts(await imported(officer, [names, ...last.map((row) => row.with(2, '改'))]))).toMatchObject({
      refused: 1,
      updated: 0,
    })
    expect(
      (await listOf(officer, `q=${encodeURIComponent('大批')}&owner=${encodeURIComponent('改')}`)).total,
    ).toBe(0)
  })
})
