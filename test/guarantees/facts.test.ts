import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsFolder } from '#main/folders'
import { publishedFigures, rowsOf } from '#main/world/facts'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

const read = (name: string) => readFileSync(join(factsFolder, name), 'utf8')
const figures = publishedFigures(read('figures.csv'))
const projects = rowsOf(read('projects.csv'))

interface Shown {
  readonly unit: string
  readonly indicator: string
  readonly period: string
  readonly nature: string
  readonly value: string | null
  readonly qualifier: string
  readonly measure: string
  readonly origin: string
  readonly sample: boolean
  readonly ambiguity: { zh: string } | null
}

describe.each(databases)('the published facts, on %s', (database) => {
  let server: TestServer
  let call: Caller
  const shown: (Shown & { name: string })[] = []
  beforeAll(async () => {
    server = await openTestServer(database)
    call = await server.as('zong')
    for (const unit of ['QD', 'YC', 'NN', 'LZ', 'NJ', 'GL']) {
      const { body } = await call('GET', `/api/figures?unit=${unit}&below=true`)
      for (const figure of body.figures as Shown[])
        shown.push({ ...figure, name: body.indicators[figure.indicator].name.zh as string })
    }
  })
  afterAll(() => server.close())

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    '%s is shown as it was published',
    (_id, figure) => {
      const found = shown.filter(
        (one) =>
          one.unit === figure.unit_code &&
          one.period === figure.period &&
          one.nature === figure.nature &&
          one.name === figure.subject,
      )
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        value: figure.value,
        measure: figure.unit,
        qualifier: figure.qualifier,
        origin: 'published',
        sample: false,
      })
    },
  )

  it('the six zones show nothing that was not published', () => {
    expect(shown).toHaveLength(figures.length)
  })

  it('what the source leaves open (LZ-16) is shown as open', () => {
    const open = shown.filter((one) => one.ambiguity !== null)
    expect(open.map((one) => [one.unit, one.name])).toEqual([['LZ', '到位资金完成年度计划']])
  })

  it.each(projects.map((project) => [project.name_zh, project] as const))(
    'project %s is there, unknown left unknown',
    async (name, project) => {
      const { body } = await call(
        'GET',
        `/api/project?unit=${project.unit_code}&name_zh=${encodeURIComponent(name ?? '')}`,
      )
      expect(body.total).toBe(1)
      expect(body.rows[0]).toMatchObject({
        unit_id: project.unit_code,
        owner: project.owner || null,
        investment: project.investment_yi || null,
        investment_qualifier: project.investment_qualifier || null,
        floor_area: project.floor_area_m2 || null,
        length: project.length_m || null,
        sample: false,
      })
    },
  )
})
