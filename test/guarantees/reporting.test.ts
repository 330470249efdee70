import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryReply } from '#engine/records/reply'
import type { ExplainReply, FigureReply } from '#modules/indicators/contract'
import { expectKeptCellsRight } from '#test/support/kept-cells'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

interface Row {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly unit_id: string
  readonly period: string
  readonly may: string[]
}

describe.each(databases)('a month’s report, on %s', (database) => {
  let server: TestServer
  let statistician: Caller
  let economist: Caller
  let report: Row

  const act = (call: Caller, row: Row, action: string, body: object = {}) =>
    call('POST', `/api/report/${row.id}/actions/${action}`, body, { 'if-match': `"${row.version}"` })
  const figure = async (unit: string, indicator: string) => {
    const { body } = await economist(
      'GET',
      `/api/figures?unit=${unit}&indicators=${indicator}&from=${report.period}&to=${report.period}&natures=actual`,
    )
    return (body.figures as { value: string; coverage: { have: number; of: number } }[])[0]
  }

  beforeAll(async () => {
    server = await openTestServer(database)
    statistician = await server.as('tong')
    economist = await server.as('jing')
    const { body } = await statistician('GET', '/api/report?state=draft&form=form-economy&sort=period')
    report = body.rows[0] as Row
  })
  afterAll(() => server.close())

  it('is filled line by line; every line that cannot be read is named and nothing is saved', async () => {
    const lines = [
      { indicator: 'industrial_output', value: '12,34.5x' },
      { indicator: 'revenue', value: '120' },
      { indicator: 'no_such', value: '1' },
    ]
    const reply = await statistician(
      'PUT',
      `/api/report/${report.id}/lines`,
      { lines },
      { 'if-match': `"${report.version}"` },
    )
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'industrial_output',
      'no_such',
    ])
    const grid = await statistician('GET', `/api/report/${report.id}/grid`)
    expect(
      grid.body.lines.find((one: { indicator: { code: string } }) => one.indicator.code === 'revenue').value,
    ).not.toBe('120')
  })

  it('tells in its history who typed which figure, before and after, with the indicator’s name', async () => {
    const save = async (value: string, explanation?: string) => {
      const lines = [{ indicator: 'revenue', value, ...(explanation !== undefined && { explanation }) }]
      const now = (await statistician('GET', `/api/report/${report.id}/grid`)).body.report
      return statistician(
        'PUT',
        `/api/report/${report.id}/lines`,
        { lines },
        { 'if-match': `"${now.version}"` },
      )
    }
    await save('120.5')
    await save('约130', '并表')
    report = { ...report, version: (await save('约130')).body.report.version }
    const { body } = await statistician('GET', `/api/report/${report.id}/history`)
    const { entries, titles } = body as HistoryReply
    expect(entries[0]?.changes).toEqual({})
    expect(entries[1]?.changes).toEqual({ 'indicator:revenue': ['120.5', '约130（并表）'] })
    expect(titles.indicator?.revenue?.zh).toBe('营业收入')
  })

  it('cannot be submitted while a required figure is missing', async () => {
    const lines = [{ indicator: 'industrial_output', value: '' }]
    const saved = await statistician(
      'PUT',
      `/api/report/${report.id}/lines`,
      { lines },
      { 'if-match': `"${report.version}"` },
    )
    expect([saved.status, saved.body.problems]).toEqual([200, undefined])
    report = { ...report, version: saved.body.report.version as number }
    const reply = await act(statistician, report, 'submit')
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one: { field: string }) => one.field)).toContain('industrial_output')
  })

  it('takes what people type: 1.2亿 in a column of 亿元 is 1.2', async () => {
    const grid = await statistician('GET', `/api/report/${report.id}/grid`)
    const lines = (
      grid.body.lines as { indicator: { code: string }; previous: { value: string } | null }[]
    ).map((line) => ({
      indicator: line.indicator.code,
      value: line.indicator.code === 'tax' ? '1.2亿' : (line.previous?.value ?? '1'),
      explanation: '核对无误',
    }))
    const saved = await statistician(
      'PUT',
      `/api/report/${report.id}/lines`,
      { lines },
      { 'if-match': `"${report.version}"` },
    )
    expect([saved.status, saved.body.problems]).toEqual([200, undefined])
    expect(
      saved.body.lines.find((one: { indicator: { code: string } }) => one.indicator.code === 'tax').value,
    ).toBe('1.2')
    report = { ...report, version: saved.body.report.version as number }
  })

  it('is told to the second of two people who save: nothing is overwritten', async () => {
    const reply = await statistician(
      'PUT',
      `/api/report/${report.id}/lines`,
      { lines: [{ indicator: 'tax', value: '9' }] },
      { 'if-match': `"${report.version - 1}"` },
    )
    expect(reply.status).toBe(409)
    expect(reply.body.version).toBe(report.version)
  })

  it('goes level by level: the park cannot verify or publish its own report', async () => {
    const submitted = await act(statistician, report, 'submit')
    expect(submitted.status).toBe(200)
    report = submitted.body.row as Row
    expect(report.state).toBe('submitted')
    expect(report.may).not.toContain('verify')
    expect((await act(statistician, report, 'verify')).status).toBe(403)
    expect(
      (
        await statistician(
          'PUT',
          `/api/report/${report.id}/lines`,
          { lines: [] },
          { 'if-match': `"${report.version}"` },
        )
      ).status,
    ).toBe(409)
  })

  it('is returned with a reason, and not without one', async () => {
    expect((await act(economist, report, 'return')).status).toBe(422)
    const returned = await act(economist, report, 'return', { reason: '请核对税费' })
    expect(returned.body.row.state).toBe('returned')
    report = (await act(statistician, returned.body.row as Row, 'submit')).body.row as Row
    const history = await statistician('GET', `/api/report/${report.id}/history`)
    expect(
      history.body.entries.some(
        (entry: { deed: string; reason: string }) => entry.deed === 'return' && entry.reason === '请核对税费',
      ),
    ).toBe(true)
  })

  it('moves the zone’s figure in the moment it is published, and not before', async () => {
    const before = await figure('SF', 'tax')
    expect(await figure(report.unit_id, 'tax')).toBeUndefined()
    const verified = (await act(economist, report, 'verify')).body.row as Row
    const published = await act(economist, verified, 'publish')
    expect(published.status).toBe(200)
    report = published.body.row as Row
    expect((await figure(report.unit_id, 'tax'))?.value).toBe('1.2')
    const after = await figure('SF', 'tax')
    expect(Number(after?.value)).toBeCloseTo(Number(before?.value ?? 0) + 1.2, 10)
    expect(after?.coverage.have).toBe((before?.coverage.have ?? 0) + 1)
  })

  it('that came with its published figures shows them, and a correction of it begins with them', async () => {
    const sought = '/api/report?state=published&form=form-economy&sort=period,-unit_id&size=1'
    const [report] = (await economist('GET', sought)).body.rows
    const gridOf = async () => (await economist('GET', `/api/report/${report.id}/grid`)).body
    const shown = (await gridOf()).lines.map((line: { value: string | null }) => line.value)
    expect(shown.filter((value: string | null) => value !== null).length).toBeGreaterThan(3)
    const reason = { reason: '核对' }
    const match = { 'if-match': `"${report.version}"` }
    const opened = await economist('POST', `/api/report/${report.id}/actions/correct`, reason, match)
    expect(opened.status).toBe(200)
    expect((await gridOf()).lines.map((line: { value: string | null }) => line.value)).toEqual(shown)
    expect(
      (await gridOf()).findings.filter(({ severity }: { severity: string }) => severity === 'error'),
    ).toEqual([])
  })

  it('is corrected by a new revision; what was published before can still be asked for', async () => {
    const asOf = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 20))
    let row = (await act(economist, report, 'correct', { reason: '税务口径调整' })).body.row as Row
    const saved = await economist(
      'PUT',
      `/api/report/${row.id}/lines`,
      { lines: [{ indicator: 'tax', value: '1.5', explanation: '税务口径调整' }] },
      { 'if-match': `"${row.version}"` },
    )
    expect([saved.status, saved.body.problems]).toEqual([200, undefined])
    row = { ...row, version: saved.body.report.version as number }
    for (const action of ['submit', 'verify', 'publish']) {
      const reply = await act(economist, row, action)
      expect(reply.status).toBe(200)
      row = reply.body.row as Row
    }
    const query = `unit=${row.unit_id}&indicator=tax&period=${row.period}&nature=actual`
    const now = await economist('GET', `/api/figures/explain?${query}`)
    expect(
      now.body.revisions.map((one: { revision: number; value: string }) => [one.revision, one.value]),
    ).toEqual([
      [2, '1.5'],
      [1, '1.2'],
    ])
    const then = await economist('GET', `/api/figures/explain?${query}&as_of=${asOf}`)
    expect(then.body.tree.figure.value).toBe('1.2')
  })

  it('leaves the kept cells equal to a recompute of everything', () => expectKeptCellsRight(server.running))

  it('explains a park its share of the zone as it is kept, and not the zone’s figure, which it does not see', async () => {
    const tong = await server.as('tong')
    const share = {
      unit_id: 'SF',
      code: 'revenue_share',
      name_zh: '营业收入占全区比重',
      unit: '%',
      decimals: 2,
      direction: 'up',
      frequency: 'month',
      accumulation: 'stock',
      rollup: 'none',
      source: 'formula',
      formula: 'share([revenue])',
    }
    expect((await economist('POST', '/api/indicator', share)).body.problems).toBeUndefined()
    const { figures } = (await tong('GET', '/api/figures?unit=SF-HX&indicators=revenue_share')).body as {
      figures: FigureReply[]
    }
    const kept = figures.find(({ nature, value }) => nature === 'actual' && value !== null)
    const asked = `indicator=revenue_share&period=${kept?.period}&nature=actual`
    const { tree } = (await tong('GET', `/api/figures/explain?unit=SF-HX&${asked}`)).body as ExplainReply
    expect(kept?.value).toMatch(/^\d/)
    expect(tree).toMatchObject({ figure: { value: kept?.value }, how: 'formula', calculation: null })
    const zone = tree.inputs.find(({ figure }) => figure.unit === 'SF')
    expect(zone).toMatchObject({ figure: { value: null }, note: { zh: '不在您的查看范围' }, inputs: [] })
    expect(JSON.stringify(tree)).not.toContain('SF-YG')
    expect((await tong('GET', `/api/figures/explain?unit=SF&${asked}`)).status).toBe(404)
    const whole = (await economist('GET', `/api/figures/explain?unit=SF-HX&${asked}`)).body as ExplainReply
    expect(whole.tree).toMatchObject({ figure: { value: kept?.value }, note: null })
    expect(whole.tree.calculation).not.toBeNull()
  })
})
