import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListReply } from '#engine/records/reply'
import type { DriftReply, ScheduleReply } from '#modules/projects/contract'
import type {
  PlanTotalsReply,
  PortfolioReply,
  ProjectCardsReply,
  YearRollReply,
} from '#modules/projects/portfolio-contract'
import { countStatements } from '#test/support/counted-statements'
import { created, type CreatedRow as Row } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

describe.each(databases)('projects seen together, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let leader: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    leader = await server.as('zhu')
  })
  afterAll(() => server.close())

  const create = (record: string, input: Record<string, unknown>) => created(officer, record, input)
  const read = async (record: string, id: string): Promise<Row> =>
    (await officer('GET', `/api/${record}/${id}`)).body.row as Row
  const change = async (record: string, id: string, input: Record<string, unknown>) => {
    const { version } = await read(record, id)
    return officer('PATCH', `/api/${record}/${id}`, input, { 'if-match': `"${version}"` })
  }

  describe('a joint start', () => {
    let projects: Row[]
    let batch: Row
    let other: Row
    const totals = async (id: string) => {
      const { counted_investment: counted, known } = await read('joint-start', id)
      return [counted === null ? null : Number(counted), known]
    }

    beforeAll(async () => {
      projects = []
      for (const [index, investment] of ['2.5', '1.62', null].entries())
        projects.push(await create('project', { unit_id: 'SF-HX', name_zh: `同批项目${index}`, investment }))
      const ids = projects.map(({ id }) => id)
      batch = await create('joint-start', {
        unit_id: 'SF-HX',
        name_zh: '第一批',
        month: '2026-03',
        projects: ids,
      })
      other = await create('joint-start', {
        unit_id: 'SF-HX',
        name_zh: '第二批',
        month: '2026-04',
        projects: ids.slice(0, 1),
      })
    })

    it('adds up its projects as it is made, and says of how many it knows', async () => {
      expect(await totals(batch.id)).toEqual([4.12, 2])
      expect(await totals(other.id)).toEqual([2.5, 1])
    })

    it('follows a project that changes, in every batch that names it, and says so in its history', async () => {
      expect((await change('project', projects[0]?.id ?? '', { investment: '3' })).status).toBe(200)
      expect(await totals(batch.id)).toEqual([4.62, 2])
      expect(await totals(other.id)).toEqual([3, 1])
      expect((await change('project', projects[2]?.id ?? '', { investment: '1' })).status).toBe(200)
      expect(await totals(batch.id)).toEqual([5.62, 3])
      const history = await officer('GET', `/api/joint-start/${batch.id}/history`)
      expect(JSON.stringify(history.body)).toContain('counted_investment')
    })

    it('counts no withdrawn project, and counts it again when it is restored', async () => {
      const id = projects[2]?.id ?? ''
      const act = async (action: string) =>
        leader(
          'POST',
          `/api/project/${id}/actions/${action}`,
          { reason: '企业调整投资' },
          {
            'if-match': `"${(await read('project', id)).version}"`,
          },
        )
      expect((await act('withdraw')).status).toBe(200)
      expect(await totals(batch.id)).toEqual([4.62, 2])
      expect((await act('restore')).status).toBe(200)
      expect(await totals(batch.id)).toEqual([5.62, 3])
    })

    it('is counted anew when its own list changes; of none it says nothing, not zero', async () => {
      expect((await change('joint-start', other.id, { projects: [] })).status).toBe(200)
      expect(await totals(other.id)).toEqual([null, 0])
    })

    it('whose totals somebody types in is refused', async () => {
      const typed = await change('joint-start', batch.id, { counted_investment: '6.16' })
      expect(typed.status).toBe(422)
    })
  })

  describe('a baseline of a plan', () => {
    let project: Row
    let kept: Row
    const schedule = async () =>
      (await officer('GET', `/api/project/${project.id}/schedule`)).body as ScheduleReply
    const drift = async (by = officer) => by('GET', `/api/project/${project.id}/drift/${kept.id}`)

    beforeAll(async () => {
      project = await create('project', {
        unit_id: 'SF-HX',
        name_zh: '留基线的项目',
        promised_on: '2028-12-29',
      })
    })

    it('cannot be taken of a project without a plan', async () => {
      const none = await officer('POST', '/api/plan-baseline', { project: project.id, name_zh: '空' })
      expect(none).toMatchObject({ status: 409, body: { code: 'plan_empty' } })
    })

    it('keeps the dates of every node as they were, without anybody typing them in', async () => {
      await officer('POST', `/api/project/${project.id}/plan`, { template: 'conversion' })
      kept = await create('plan-baseline', { project: project.id, name_zh: '签约时' })
      const now = await schedule()
      expect(kept).toMatchObject({
        unit_id: 'SF-HX',
        promised_on: '2028-12-29',
        forecast_finish: now.finish,
        node_count: now.nodes.length,
      })
      expect(kept).not.toHaveProperty('kept_nodes')
      const typed = await change('plan-baseline', kept.id, { forecast_finish: '2030-01-01' })
      expect(typed.status).toBe(422)
      const same = (await drift()).body as DriftReply
      expect(same.finish.workdays).toBe(0)
      expect(same.nodes.map(({ change: how }) => how)).toEqual(now.nodes.map(() => 'kept'))
    })

    it('stays while the plan slips, and tells the days and the money of every node', async () => {
      const [first] = (await schedule()).nodes
      const id = first?.id ?? ''
      expect((await change('project-node', id, { duration: 13, planned_money: '0.5' })).status).toBe(200)
      await create('project-node', { project: project.id, name_zh: '新增的一步', duration: 5 })
      const reply = (await drift()).body as DriftReply
      const of = (node: string) => reply.nodes.find((one) => one.id === node)
      expect(of(id)).toMatchObject({ change: 'kept', finish: { workdays: 10 }, money: null })
      expect(reply.nodes.some(({ change: how, name }) => how === 'added' && name.zh === '新增的一步')).toBe(
        true,
      )
      expect((await read('plan-baseline', kept.id)).forecast_finish).toBe(kept.forecast_finish)
    })

    it('may be taken as often as one likes, each under a name of its own', async () => {
      const later = await create('plan-baseline', { project: project.id, name_zh: '年中调整' })
      const again = await officer('POST', '/api/plan-baseline', { project: project.id, name_zh: '年中调整' })
      expect(again.status).toBe(422)
      expect((await change('plan-baseline', later.id, { name_zh: '七月调整' })).status).toBe(200)
    })

    it('is neither seen nor taken by whoever has no right to it', async () => {
      const stranger = await server.as('lz')
      expect((await drift(stranger)).status).toBe(404)
      const taken = await leader('POST', '/api/plan-baseline', { project: project.id, name_zh: '领导留' })
      expect(taken.status).toBe(403)
      expect((await drift(leader)).status).toBe(200)
      const elsewhere = await create('project', { unit_id: 'SF-HX', name_zh: '别的项目' })
      const wrong = await officer('GET', `/api/project/${elsewhere.id}/drift/${kept.id}`)
      expect(wrong.status).toBe(404)
    })
  })

  describe('the list of projects by groups', () => {
    const grouped = async (query: string, by = officer) =>
      (await by('GET', `/api/project?${query}`)).body as ListReply

    it('counts and sums every group, and says of how many the figure is known', async () => {
      for (const [name, category, investment] of [
        ['分组甲', 'road', '2.5'],
        ['分组乙', 'road', null],
        ['分组丙', 'education', '0.5'],
        ['分组丁', null, '1'],
      ])
        await create('project', { unit_id: 'SF-ZZ', name_zh: name, category, investment })
      const reply = await grouped('group=category&name_zh.contains=分组')
      expect(reply.groups?.map(({ key, total, totals }) => [key, total, totals.investment])).toEqual([
        ['road', 2, { value: '2.5', qualifier: 'exact', known: 1 }],
        ['education', 1, { value: '0.5', qualifier: 'exact', known: 1 }],
        [null, 1, { value: '1', qualifier: 'exact', known: 1 }],
      ])
      const sum = reply.groups?.reduce((count, { total }) => count + total, 0)
      expect(sum).toBe(reply.total)
    })

    it('names the groups, though none of their rows is on the page', async () => {
      const reply = await grouped('group=unit_id&size=1')
      for (const { key } of reply.groups ?? []) expect(reply.titles.unit?.[key ?? '']?.zh).toBeTruthy()
      expect((reply.groups ?? []).length).toBeGreaterThan(2)
    })

    it('holds only what one may see, and no field that is hidden or has a value for every row', async () => {
      const stranger = await server.as('lz')
      const units = (await grouped('group=unit_id', stranger)).groups?.map(({ key }) => key)
      expect(units).not.toContain('SF-HX')
      for (const field of ['name_zh', 'investment', 'no_such', 'search_text'])
        expect((await officer('GET', `/api/project?group=${field}`)).status, field).toBe(422)
    })
  })

  describe('the portfolio', () => {
    it('gives a page of projects with their plans, in as many statements as for one', async () => {
      const counter = countStatements(server.running.database.source)
      const asked = async (size: number) => {
        const { body, headers } = await officer('GET', `/api/portfolio?size=${size}&unit=SF`)
        const reply = body as PortfolioReply
        expect(reply.rows).toHaveLength(size)
        expect(Object.keys(reply.plans)).toHaveLength(size)
        return counter.of(String(headers['x-request-id']))
      }
      const one = await asked(1)
      expect(one).toBeGreaterThan(2)
      expect(await asked(12)).toBe(one)
    })

    it('tells the forecast, the spare days, the next node and the last baseline of a project', async () => {
      const { body } = await officer('GET', '/api/portfolio?name_zh=留基线的项目')
      const reply = body as PortfolioReply
      const [row] = reply.rows
      expect(reply.total).toBe(1)
      expect(reply.plans[row?.id ?? '']).toMatchObject({
        nodes: 10,
        finished: 0,
        next: { name: { zh: '新增的一步' } },
        baseline: { name: '七月调整' },
        problem: null,
      })
      expect(row).not.toHaveProperty('source')
    })

    it('leaves nobody’s projects to be seen, and refuses a filter it does not know', async () => {
      const stranger = await server.as('lz')
      const { body } = await stranger('GET', '/api/portfolio?size=500')
      expect((body as PortfolioReply).rows.some(({ unit_id }) => unit_id.startsWith('SF'))).toBe(false)
      expect((await officer('GET', '/api/portfolio?no_such=1')).status).toBe(422)
      expect((await server.visitor('GET', '/api/portfolio')).status).toBe(401)
      expect((await (await server.as('guan'))('GET', '/api/portfolio')).body).toMatchObject({ total: 0 })
    })
  })

  describe('a leader’s cards', () => {
    const cards = async (query: string, by = leader) =>
      (await by('GET', `/api/portfolio/cards?${query}`)).body as ProjectCardsReply

    it('begin with the projects one leads oneself', async () => {
      const reply = await cards('unit=SF&sort=name_zh')
      const me = (await leader('GET', '/api/session')).body.person as string
      expect(reply.own).toBeGreaterThan(0)
      expect(reply.rows.slice(0, reply.own).every((row) => row.leader === me)).toBe(true)
      expect(reply.rows.slice(reply.own).some((row) => row.leader === me)).toBe(false)
      expect(reply.rows.length).toBe(reply.total)
    })

    it('tell the accepted months, the year’s plan and the open blockers; what is not accepted is no figure', async () => {
      const whole = await create('project', { unit_id: 'SF-YG', name_zh: '卡片上的项目' })
      const { year } = await cards('name_zh=卡片上的项目')
      await create('project-year', {
        project: whole.id,
        year,
        project_class: 'new',
        annual_plan: '2.5',
      })
      const first = await create('project-month', {
        project: whole.id,
        month: `${year}-10`,
        progress: '桩基',
      })
      await create('project-month', {
        project: whole.id,
        month: `${year}-11`,
        progress: '承台',
        invested: '9',
      })
      await officer(
        'POST',
        `/api/project-month/${first.id}/actions/submit`,
        { values: { invested: '0.5' } },
        {
          'if-match': '"1"',
        },
      )
      const raised = { subject: '用地', category: 'land', level: 'zone', organ: 'organ-01' }
      await create('blocker', { project: whole.id, ...raised })
      const reply = await cards('name_zh=卡片上的项目')
      expect(reply.cards[whole.id]).toMatchObject({
        planned: '2.5',
        invested: null,
        through: null,
        blockers: 1,
        lamps: [],
        month: { month: `${year}-11`, progress: '承台' },
      })
      const economist = await server.as('jing')
      await economist('POST', `/api/project-month/${first.id}/actions/accept`, {}, { 'if-match': '"2"' })
      const accepted = await cards('name_zh=卡片上的项目')
      expect(accepted.cards[whole.id]).toMatchObject({ invested: '0.5', through: `${year}-10` })
    })

    it('say which lamp stands on a project and why, dimension by dimension', async () => {
      const { rows, cards: all } = await cards('unit=SF&lamp.in=red,yellow')
      expect(rows.length).toBeGreaterThan(0)
      for (const { id, lamp } of rows) {
        const lamps = all[id]?.lamps ?? []
        expect(lamps.map(({ colour }) => colour)).toContain(lamp)
        expect(lamps.every(({ says }) => says.zh !== '' && says.en !== '')).toBe(true)
      }
    })

    it('show nobody what is not theirs to see', async () => {
      const stranger = await server.as('lz')
      expect((await cards('name_zh=卡片上的项目', stranger)).rows).toEqual([])
      expect((await server.visitor('GET', '/api/portfolio/cards')).status).toBe(401)
    })
  })

  describe('the plan of a year, and its list', () => {
    it('adds up what is planned by the groups of the list, and says of how many it is known', async () => {
      for (const [name, category, plan] of [
        ['计划甲', 'road', '1.5'],
        ['计划乙', 'road', null],
        ['计划丙', 'education', '0.25'],
      ]) {
        const whole = await create('project', { unit_id: 'SF-ZZ', name_zh: name, category })
        await create('project-year', {
          project: whole.id,
          year: '2031',
          project_class: 'new',
          annual_plan: plan,
        })
      }
      const asked = 'name_zh.contains=计划&unit=SF-ZZ'
      const grouped = await officer('GET', `/api/portfolio/plan/2031?${asked}&group=category`)
      expect((grouped.body as PlanTotalsReply).groups).toEqual([
        { key: 'education', planned: '0.25', known: 1, listed: 1 },
        { key: 'road', planned: '1.5', known: 1, listed: 2 },
      ])
      const whole = await officer('GET', `/api/portfolio/plan/2031?${asked}`)
      expect((whole.body as PlanTotalsReply).groups).toEqual([
        { key: null, planned: '1.75', known: 2, listed: 3 },
      ])
      expect((await officer('GET', '/api/portfolio/plan/last')).status).toBe(422)
    })

    it('32 at its beginning, three came, two left with their reasons: 33 now', async () => {
      const names = Array.from({ length: 35 }, (_, index) => `清单项目${index}`)
      const made: Row[] = []
      for (const [index, name] of names.entries()) {
        const whole = await create('project', { unit_id: 'SF-YG', name_zh: name })
        made.push(
          await create('project-year', {
            project: whole.id,
            year: '2032',
            project_class: 'new',
            listed_on: index < 32 ? '2032-02-10' : '2032-07-01',
          }),
        )
      }
      for (const { id } of made.slice(30, 31).concat(made.slice(34)))
        expect(
          (await change('project-year', id, { left_on: '2032-09-01', left_reason: '企业调整投资' })).status,
        ).toBe(200)
      const roll = async (unit: string, by = officer) =>
        (await by('GET', `/api/portfolio/year/2032?unit=${unit}`)).body as YearRollReply
      const reply = await roll('SF')
      expect([reply.beginning, reply.entered.length, reply.left.length, reply.now]).toEqual([32, 3, 2, 33])
      expect(reply.left.map(({ reason }) => reason)).toEqual(['企业调整投资', '企业调整投资'])
      expect(await roll('SF', await server.as('lz'))).toMatchObject({ beginning: 0, now: 0 })
      expect(await roll('LZ')).toMatchObject({ beginning: 0, now: 0 })
    })
  })
})
