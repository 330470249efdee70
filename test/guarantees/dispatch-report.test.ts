import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgendaReply, DeskReply, DispatchReport } from '#modules/projects/dispatch-contract'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { upload } from '#test/support/upload'
import { wordPart, wordText } from '#test/support/word-text'

describe.each(databases)('the report of a month’s dispatch, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let statistician: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    statistician = await server.as('tong')
  })
  afterAll(() => server.close())

  const report = async (unit: string, month: string, by = economist) =>
    (await by('GET', `/api/dispatch-report?unit=${unit}&month=${month}`)).body as DispatchReport
  const desk = async (unit: string, by = economist) =>
    (await by('GET', `/api/dispatch-desk?unit=${unit}`)).body as DeskReply

  it('of the zone is what its parks add up to, and every figure names its projects', async () => {
    const whole = await report('SF', '2026-09')
    expect(Number(whole.figures.projects.value)).toBeGreaterThan(9)
    expect(whole.figures.projects.of).toHaveLength(Number(whole.figures.projects.value))
    const parks = await Promise.all(whole.by_park.map(({ key }) => report(key, '2026-09')))
    const sum = (name: 'projects' | 'invested_month') =>
      parks.reduce((total, { figures }) => total + Number(figures[name].value), 0)
    expect(sum('projects')).toBe(Number(whole.figures.projects.value))
    expect(sum('invested_month')).toBeCloseTo(Number(whole.figures.invested_month.value), 6)
    expect(whole).toMatchObject({ as_kept: true, dispatch: { state: 'closed' } })
    expect(whole.corrections.length).toBeGreaterThan(0)
  })

  it('a park’s officer sees the park, with the zone’s due day, and nothing of another park', async () => {
    const own = await desk('SF-HX', statistician)
    expect(own.dispatch?.due_on).toMatch(/^2026-11-/)
    expect(own.dispatch?.may).toEqual([])
    expect(own.rows.every(({ unit }) => unit === 'SF-HX')).toBe(true)
    for (const path of ['dispatch-desk', 'dispatch-report', 'meeting-agenda', 'dispatch-report.docx'])
      expect((await statistician('GET', `/api/${path}?unit=SF-YG`)).status).toBe(404)
    const guard = await server.as('guan')
    expect((await guard('GET', '/api/dispatch-desk?unit=SF')).status).toBe(404)
  })

  it('the desk names who has not reported, and why a report was returned', async () => {
    const { rows, letters_due } = await desk('SF')
    const standings = new Set(rows.map(({ standing }) => standing))
    for (const standing of ['missing', 'returned', 'submitted', 'accepted'])
      expect(standings).toContain(standing)
    expect(rows.find(({ standing }) => standing === 'returned')?.returned_reason).toContain('形象进度')
    expect(rows.find(({ standing }) => standing === 'accepted')?.may).toEqual([])
    expect(letters_due.map(({ kind }) => kind)).toContain('supervision')
  })

  it('a month that is none is refused', async () => {
    const reply = await economist('GET', '/api/dispatch-report?unit=SF&month=2026')
    expect([reply.status, reply.body.problems[0].field]).toEqual([422, 'month'])
  })

  it('as Word holds what the page holds: figures, parks, the red list, blockers, heads that repeat', async () => {
    const shown = await report('SF', '2026-10')
    const reply = await economist('GET', '/api/dispatch-report.docx?unit=SF&month=2026-10')
    expect(reply.status).toBe(200)
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain(
      '示范高新区2026年10月重大项目调度报告.docx',
    )
    const xml = wordPart(reply.raw)
    const text = wordText(reply.raw)
    expect(text).toContain(`年度清单项目${shown.figures.projects.value}个`)
    expect(text).toContain('低于时间进度')
    for (const { label } of shown.by_park) expect(text).toContain(label.zh)
    for (const { subject } of shown.blockers) expect(text).toContain(subject)
    for (const { lamps } of shown.red) expect(text).toContain(lamps[0]?.says.zh)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(3)
    expect(xml).toContain('w:eastAsia="仿宋"')
    expect(wordText((await economist('GET', '/api/dispatch-report.docx?unit=SF&language=en')).raw)).toContain(
      'Against the month before',
    )
  })

  it('the agenda holds the blockers that were chosen, on screen and as Word', async () => {
    const { body } = await economist('GET', '/api/meeting-agenda?unit=SF')
    const { blockers } = body as AgendaReply
    expect(blockers.map(({ level }) => level)[0]).toBe('province')
    const [first, second] = blockers
    const text = wordText(
      (await economist('GET', `/api/meeting-agenda.docx?unit=SF&blockers=${second?.id}`)).raw,
    )
    expect(text).toContain(second?.subject)
    expect(text).not.toContain(first?.subject)
    const high = await economist('GET', '/api/meeting-agenda?unit=SF&level=city,province&age=3')
    expect(
      (high.body as AgendaReply).blockers.every(({ level }) => level !== 'zone' && level !== 'park'),
    ).toBe(true)
  })

  it('a letter as Word carries its number, whom it is addressed to, and who signed it', async () => {
    const { body } = await economist('GET', '/api/letter?kind=supervision&state=issued&size=1')
    const [row] = body.rows as { id: string; number: string; asked: string }[]
    const text = wordText((await economist('GET', `/api/letter/${row?.id}/document.docx`)).raw)
    expect(text).toContain(row?.number)
    expect(text).toContain('规划建设局：')
    expect(text).toContain('签发：')
    expect((await statistician('GET', '/api/letter/none/document.docx')).status).toBe(404)
  })

  it('a photo of 40 MB is refused with its size, one that is none by what it is; a real one is kept', async () => {
    const { rows } = await desk('SF')
    const draft = rows.find(({ standing }) => standing === 'draft' || standing === 'returned')
    const path = `/api/project-month/${draft?.report}/attachments`
    const jpeg = (bytes: number) =>
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(bytes)])
    const large = await upload(officer, path, { bytes: jpeg(40 * 1024 * 1024), name: '现场.jpg' })
    expect(large.status).toBe(413)
    expect(large.body.message.zh).toBe('照片“现场.jpg”有 40.0 MB，超过 20.0 MB')
    const false_ = await upload(officer, path, { bytes: Buffer.from('MZ not a photo'), name: '现场.jpg' })
    expect(false_.status).toBe(415)
    expect(false_.body.message.zh).toContain('现场.jpg')
    expect((await upload(officer, path, { bytes: jpeg(2000), name: '现场.jpg' })).status).toBe(201)
  })
})
