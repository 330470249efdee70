import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MappingLook } from '#engine/mapping/look'
import type { Answer, MappingPlan } from '#engine/mapping/plan'
import { rememberedText } from '#engine/mapping/remembered'
import type { ImportReport, ListReply } from '#engine/records/reply'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'

type Cells = (string | number | boolean | Date | null)[][]
interface Sheet {
  readonly name: string
  readonly rows: Cells
  readonly merges?: { startRow: number; endRow: number; startCol: number; endCol: number }[]
}

const workbook = (...sheets: Sheet[]) => writeXlsx({ sheets })

const post = async <T>(call: Caller, url: string, given: { bytes: Uint8Array; plan?: MappingPlan }) => {
  const fields = given.plan ? { plan: JSON.stringify(given.plan) } : {}
  const reply = await upload(call, url, { bytes: given.bytes, name: '清单.xlsx', fields })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body as T
}

const look = (call: Caller, bytes: Uint8Array, plan?: MappingPlan) =>
  post<MappingLook>(call, '/api/project/import/look', { bytes, ...(plan && { plan }) })

const imported = (call: Caller, given: { bytes: Uint8Array; plan: MappingPlan }, dryRun = false) =>
  post<ImportReport>(call, `/api/project/import?dry_run=${dryRun}`, given)

const counts = ({ read, created, updated, unchanged, refused }: ImportReport) => ({
  read,
  created,
  updated,
  unchanged,
  refused,
})

const answering = (plan: MappingPlan, answers: Readonly<Record<string, Answer>>): MappingPlan => ({
  ...plan,
  answers: { ...plan.answers, ...answers },
})

/** A sheet with everything that officers' sheets have. */
const messy = (parks: readonly [string, string]): Sheet => ({
  name: '重点项目',
  rows: [
    ['2026年重点项目清单', null, null, null, null, null, null],
    ['序号', '项目', '业主单位', '产业类别', '投资情况', null, '拟开工时间'],
    [null, null, null, null, '总投资（万元）', '用地（亩）', null],
    ['一', parks[0], null, null, 15000, null, null],
    [1, '映射甲', '甲公司', '生物医药', 12000, 30, '2026年3月'],
    [2, '映射乙', '乙公司', '道路工程', '1.2亿', null, '2026.3.5'],
    ['小计', null, null, null, 24000, null, null],
    [`二、${parks[1]}`, null, null, null, null, null, null],
    [3, '映射丙', null, '市政', 800, 12, 46086],
    ['合计', null, null, null, 24800, null, null],
    ['注：截至3月底。', null, null, null, null, null, null],
  ],
  merges: [
    { startRow: 0, endRow: 0, startCol: 0, endCol: 6 },
    { startRow: 1, endRow: 2, startCol: 0, endCol: 0 },
    { startRow: 1, endRow: 2, startCol: 1, endCol: 1 },
    { startRow: 1, endRow: 2, startCol: 2, endCol: 2 },
    { startRow: 1, endRow: 2, startCol: 3, endCol: 3 },
    { startRow: 1, endRow: 1, startCol: 4, endCol: 5 },
    { startRow: 1, endRow: 2, startCol: 6, endCol: 6 },
  ],
})

describe.each(databases)('a sheet of one’s own on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let parks: [string, string]
  const found = async (q: string) =>
    ((await officer('GET', `/api/project?q=${encodeURIComponent(q)}&sort=name_zh`)).body as ListReply).rows

  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    const units = (await officer('GET', '/api/unit?size=500')).body as ListReply
    const own = units.rows.filter(({ id }) => id.startsWith('SF-')).map((row) => String(row.name_zh))
    parks = [own[0] ?? '', own[1] ?? '']
  })
  afterAll(() => server.close())

  it('is looked at: head, columns, parks, and every cell that could mean something else', async () => {
    const seen = await look(officer, await workbook(messy(parks)))
    expect(seen.plan.sheets).toEqual([{ name: '重点项目', use: true, top: 2, bottom: 3 }])
    expect(seen.plan.sections).toEqual(['unit_id'])
    expect(seen.columns.map(({ head, proposal }) => [head, proposal.field])).toEqual([
      ['序号', null],
      ['项目', 'name_zh'],
      ['业主单位', 'owner'],
      ['产业类别', 'category'],
      ['投资情况/总投资(万元)', 'investment'],
      ['投资情况/用地(亩)', 'land'],
      ['拟开工时间', 'planned_start'],
    ])
    expect(seen.data_rows).toBe(3)
    expect(seen.left_out.map(({ row, why }) => [row, why])).toEqual([
      [4, 'section'],
      [7, 'subtotal'],
      [8, 'section'],
      [10, 'subtotal'],
      [11, 'note'],
    ])
    expect(
      seen.questions.map(({ cells, kind, raw, readings }) => [cells[0], kind, raw, readings[0]?.value]),
    ).toEqual([
      ['重点项目!G5', 'no_day', '2026年3月', '2026-03-01'],
      ['重点项目!D6', 'near_choice', '道路工程', 'road'],
      ['重点项目!E6', 'unit_in_cell', '1.2亿', '1.2'],
      ['重点项目!G9', 'serial', '46086', '2026-03-05'],
    ])
    expect(seen.open).toBe(4)
    expect(await found('映射')).toEqual([])
  })

  it('is refused whole while anything is doubtful, naming sheet and cell', async () => {
    const bytes = await workbook(messy(parks))
    const { plan } = await look(officer, bytes)
    const report = await imported(officer, { bytes, plan })
    expect(report.problems.map(({ sheet, cell, column }) => [sheet, cell, column])).toEqual([
      ['重点项目', 'G5', '拟开工时间'],
      ['重点项目', 'D6', '产业类别'],
      ['重点项目', 'E6', '投资情况/总投资(万元)'],
      ['重点项目', 'G9', '拟开工时间'],
    ])
    expect(counts(report)).toEqual({ read: 3, created: 0, updated: 0, unchanged: 0, refused: 3 })
    expect(await found('映射')).toEqual([])
  })

  it('comes in once every doubt is answered, exactly as answered, and the same file again changes nothing', async () => {
    const bytes = await workbook(messy(parks))
    const { plan } = await look(officer, bytes)
    const answered = answering(plan, {
      'no_day|planned_start': { do: 'take', reading: 1 },
      'category=道路工程': { do: 'take' },
      'investment=1.2亿': { do: 'take' },
      '重点项目!G9': { do: 'leave' },
    })
    const again = await look(officer, bytes, answered)
    expect(again.open).toBe(0)
    expect(again.questions.every(({ answer }) => answer !== undefined)).toBe(true)
    const trial = await imported(officer, { bytes, plan: again.plan }, true)
    expect(counts(trial)).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, refused: 0 })
    expect(await found('映射')).toEqual([])
    expect((await imported(officer, { bytes, plan: again.plan })).created).toBe(3)
    const rows = await found('映射')
    expect(
      rows.map(({ name_zh, investment, category, planned_start, land }) => [
        name_zh,
        investment,
        category,
        planned_start,
        land,
      ]),
    ).toEqual([
      ['映射丙', '0.08', 'municipal', null, '12'],
      ['映射甲', '1.2', 'medicine', '2026-03-31', '30'],
      ['映射乙', '1.2', 'road', '2026-03-05', null],
    ])
    expect(new Set(rows.map(({ unit_id }) => unit_id)).size).toBe(2)
    expect(counts(await imported(officer, { bytes, plan: again.plan }))).toMatchObject({
      created: 0,
      unchanged: 3,
    })
  })

  it('takes a sheet for each park by its name, and says on which sheet a row is wrong', async () => {
    const sheet = (name: string, rows: Cells): Sheet => ({
      name,
      rows: [['项目名称', '总投资', '建设单位'], ...rows],
    })
    const bytes = await workbook(
      sheet(parks[0], [['分表甲', 1.5, '甲公司']]),
      sheet(parks[1], [
        ['分表乙', 2, '乙公司'],
        ['分表乙', 3, '丙公司'],
      ]),
      { name: '空表', rows: [] },
    )
    const { plan, groups } = await look(officer, bytes)
    expect(plan.sheet_name).toBe('unit_id')
    expect(plan.sheets.map(({ use }) => use)).toEqual([true, true, false])
    expect(groups).toEqual([{ kind: 'unit_unsaid', field: 'investment', count: 3, open: 3 }])
    const said = { ...plan, columns: { ...plan.columns, 总投资: { field: 'investment', unit: 'yi_yuan' } } }
    const report = await imported(officer, { bytes, plan: said })
    expect(report.problems).toMatchObject([
      { sheet: parks[1], row: 3, cell: 'A3', code: 'duplicate', says: { zh: `与“${parks[1]}”第 2 行重复` } },
    ])
    const dropped = answering(said, { [`${parks[1]}!A3`]: { do: 'drop' } })
    expect(counts(await imported(officer, { bytes, plan: dropped }))).toMatchObject({
      created: 2,
      refused: 0,
    })
    expect((await found('分表')).map(({ name_zh, investment }) => [name_zh, investment])).toEqual([
      ['分表甲', '1.5'],
      ['分表乙', '2'],
    ])
  })

  it('asks about a park that is not found, with what is near, and takes the answer for all its rows', async () => {
    const near = `${parks[0].slice(0, -1)}片区`
    const bytes = await workbook({
      name: '清单',
      rows: [
        ['园区', '项目名称', '总投资（亿元）'],
        [near, '近名甲', 1],
        [near, '近名乙', 2],
        [null, '近名丙', 3],
      ],
    })
    const { questions, plan, open } = await look(officer, bytes)
    expect(open).toBe(3)
    const asked = questions.find(({ kind }) => kind === 'not_found')
    expect(asked).toMatchObject({ raw: near, count: 2, cells: ['清单!A2', '清单!A3'] })
    expect(asked?.readings.map(({ shown }) => shown.zh)).toContain(parks[0])
    const id = asked?.readings.find(({ shown }) => shown.zh === parks[0])?.value ?? ''
    const answered = answering(plan, {
      [`unit_id=${near}`]: { do: 'write', value: id },
      '清单!A4': { do: 'write', value: id },
    })
    expect((await look(officer, bytes, answered)).open).toBe(0)
    expect((await imported(officer, { bytes, plan: answered })).created).toBe(3)
    expect((await found('近名')).every(({ unit_id }) => unit_id === id)).toBe(true)
  })

  it('is remembered for the unit: a colleague’s sheet with the same heads is read at once', async () => {
    const bytes = await workbook(messy(parks))
    const first = await look(officer, bytes)
    const plan = answering(first.plan, { 'category=道路工程': { do: 'write', value: 'road' } })
    const { 序号: number, ...columns } = plan.columns
    const kept = await officer('POST', '/api/column-mapping', {
      unit_id: 'SF',
      name: '重点项目清单',
      record: 'project',
      fingerprint: first.fingerprint,
      heads: Object.keys(plan.columns).join('、'),
      choices: rememberedText({
        ...plan,
        columns: {
          ...columns,
          序号: number ?? { field: null, unit: null },
          业主单位: { field: null, unit: null },
        },
      }),
    })
    expect(kept.status, JSON.stringify(kept.body)).toBe(201)
    const colleague = await server.as('jing')
    for (const call of [officer, colleague]) {
      const seen = await look(call, bytes)
      expect(seen.remembered).toMatchObject({ name: '重点项目清单', unit: 'SF' })
      expect(seen.columns.every(({ proposal }) => proposal.why === 'remembered')).toBe(true)
      expect(seen.plan.columns.业主单位?.field).toBeNull()
      expect(seen.questions.find(({ raw }) => raw === '道路工程')?.answer).toEqual({
        do: 'write',
        value: 'road',
      })
    }
    const broken = await officer(
      'PATCH',
      `/api/column-mapping/${String(kept.body.row.id)}`,
      { choices: '乱写' },
      { 'if-match': '"1"' },
    )
    expect(broken.status).toBe(422)
  })

  it('obeys the rights of the post, as every import does', async () => {
    const bytes = await workbook(messy(parks))
    const statistician = await server.as('tong')
    const refused = await upload(statistician, '/api/project/import/look', { bytes, name: 'a.xlsx' })
    expect(refused.status).toBe(403)
    const units = (await (await server.as('zong'))('GET', '/api/unit?size=500')).body as ListReply
    const foreign = units.rows.find(({ id }) => !id.startsWith('SF'))
    const { plan } = await look(officer, bytes)
    const elsewhere = { ...plan, sections: [null], constants: { unit_id: foreign?.id ?? '' } }
    const report = await imported(officer, { bytes, plan: elsewhere })
    expect(report.created).toBe(0)
    expect(report.problems.some(({ code }) => code === 'not_allowed')).toBe(true)
  })

  it('refuses a plan that is none, and a file without a head, in words', async () => {
    const bytes = await workbook(messy(parks))
    const bad = await upload(officer, '/api/project/import/look', {
      bytes,
      name: 'a.xlsx',
      fields: { plan: '{"sheets":1}' },
    })
    expect([bad.status, bad.body.code]).toEqual([400, 'bad_request'])
    const empty = await upload(officer, '/api/project/import/look', {
      bytes: await workbook({ name: '空', rows: [['一个标题']] }),
      name: 'a.xlsx',
    })
    expect([empty.status, empty.body.code]).toEqual([422, 'unreadable_file'])
  })
})
