import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountedRowsReply } from '#modules/indicators/contract'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('a figure counted from records, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
  })
  afterAll(() => server.close())

  const figure = async (unit: string, indicator: string) => {
    const { body } = await economist(
      'GET',
      `/api/figures?unit=${unit}&indicators=${indicator}&from=2026-12&to=2026-12`,
    )
    return (body.figures as { value: string; origin: string }[])[0]
  }
  const define = (code: string, measure: string, unit: string) =>
    economist('POST', '/api/indicator', {
      unit_id: 'SF',
      code,
      name_zh: `台账${code}`,
      unit,
      decimals: 2,
      direction: 'up',
      frequency: 'month',
      accumulation: 'period',
      rollup: 'sum',
      source: 'measure',
      measure,
    })
  const start = (name: string, investment: string | null) =>
    officer('POST', '/api/project', { unit_id: 'SF-HX', name_zh: name, investment, started_in: '2026-12' })

  it('counts the rows there are the moment it is defined', async () => {
    await start('先有的项目', '1.5')
    expect((await define('ledger_starts', 'project.started', '个')).status).toBe(201)
    expect((await define('ledger_investment', 'project.started_investment', '亿元')).status).toBe(201)
    expect(await figure('SF-HX', 'ledger_starts')).toMatchObject({ value: '1', origin: 'measure' })
    expect(await figure('SF-HX', 'ledger_investment')).toMatchObject({ value: '1.5' })
  })

  it('moves with every row, in the park and in the zone', async () => {
    const { row } = (await start('后来的项目', '2.25')).body
    expect((await figure('SF-HX', 'ledger_starts'))?.value).toBe('2')
    expect(Number((await figure('SF', 'ledger_investment'))?.value)).toBe(3.75)
    await officer('PATCH', `/api/project/${row.id}`, { started_in: '2026-11' }, { 'if-match': '"1"' })
    expect((await figure('SF-HX', 'ledger_starts'))?.value).toBe('1')
    expect(Number((await figure('SF', 'ledger_investment'))?.value)).toBe(1.5)
  })

  it('an unknown amount is left out of the sum, never taken for zero', async () => {
    const [before] = [(await figure('SF-HX', 'ledger_investment'))?.value]
    await start('投资额未定的项目', null)
    expect((await figure('SF-HX', 'ledger_starts'))?.value).toBe('2')
    expect((await figure('SF-HX', 'ledger_investment'))?.value).toBe(before)
  })

  it('leads to the rows it was counted from', async () => {
    const { body } = await economist(
      'GET',
      '/api/figures/explain?unit=SF-HX&indicator=ledger_starts&period=2026-12&nature=actual',
    )
    expect(body.rows).toMatchObject([{ record: 'project', side: 'counted', count: 2 }])
    const { path, search } = body.rows[0] as CountedRowsReply
    const list = await economist('GET', `${path.replace('/records', '/api')}?${new URLSearchParams(search)}`)
    expect(list.body.total).toBe(2)
  })
})
