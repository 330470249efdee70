import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { printBands } from '#engine/lamps/band-notation'
import { CONSTRUCTION_FIRM, LAMP_PRESETS, WUHAN, YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import type { LampTable } from '#engine/lamps/lamp-table'
import { period } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import type { LampRulesReply, LampTrialReply, ProjectLampsReply } from '#modules/projects/lamps-contract'
import { takeLampSnapshot } from '#modules/projects/server/lamps/take-lamp-snapshot'
import { kernelActor } from '#platform/database/database'
import { created } from '#test/support/created'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

const rulesOf = (table: LampTable) =>
  Object.entries(table.rules).map(([dimension, { measure, bands, isExemptible }]) => ({
    dimension,
    measure,
    bands: printBands(bands),
    exemptible: isExemptible,
    source: null,
  }))

/** October is judged on its last day: ten twelfths of the year have gone. */
const october = { month: period('2026-10'), on: '2026-10-31' as PlainDate }

describe.each(databases)('lamps, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let economist: Caller
  let leader: Caller
  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    economist = await server.as('jing')
    leader = await server.as('zhu')
  })
  afterAll(() => server.close())

  let number = 0
  const create = (record: string, input: Record<string, unknown>, by = officer) => created(by, record, input)
  const act = async (record: string, id: string, action: string, body: object, by: Caller) => {
    const { version } = (await by('GET', `/api/${record}/${id}`)).body.row as { version: number }
    return by('POST', `/api/${record}/${id}/actions/${action}`, body, { 'if-match': `"${version}"` })
  }
  const made = (given: Record<string, unknown> = {}) =>
    create('project', { unit_id: 'SF-HX', name_zh: `亮灯项目${++number}`, ...given })
  const listed = (project: string, given: Record<string, unknown>) =>
    create('project-year', { project, year: '2026', project_class: 'new', ...given })
  const accepted = async (project: string, month: string, given: Record<string, unknown>) => {
    const row = await create('project-month', { project, month, progress: '按计划', ...given })
    expect((await act('project-month', row.id, 'submit', {}, officer)).status).toBe(200)
    expect((await act('project-month', row.id, 'accept', {}, economist)).status).toBe(200)
  }
  const judge = (projects: readonly string[], when: { month: string; on: string } = october) =>
    server.running.database.transaction(kernelActor, 'write', (tx) =>
      takeLampSnapshot(tx, server.running.kernel, {
        zone: 'SF',
        month: period(when.month),
        on: when.on as PlainDate,
        projects,
      }),
    )
  const kept = async (project: string, dimension: string, month = '2026-10') => {
    const { body } = await officer(
      'GET',
      `/api/project-lamp?project=${project}&dimension=${dimension}&month=${month}`,
    )
    return (body.rows as Record<string, unknown>[])[0]
  }
  const rules = async (unit: string, by = economist) =>
    (await by('GET', `/api/lamps/rules?unit=${unit}`)).body as LampRulesReply
  const save = async (unit: string, table: LampTable | undefined, by = economist) =>
    by('PUT', '/api/lamps/rules', {
      unit,
      rules: table ? rulesOf(table) : [],
      versions: (await rules(unit, by)).versions,
    })
  const lampsOf = async (project: string, by = officer) =>
    (await by('GET', `/api/project/${project}/lamps`)).body as ProjectLampsReply

  describe('Yinchuan’s table of 2025, which holds where nobody has another', () => {
    beforeEach(async () => {
      for (const unit of ['SF', 'SF-HX']) expect((await save(unit, undefined)).status).toBe(200)
    })

    it.each([
      ['10', 'green', /持平/],
      ['9', 'green', /落后序时进度 8\.3 个百分点.*文件未列此段/],
      ['8.8', 'yellow', /落后序时进度 10\.0 个百分点，10 至 30 个百分点为黄灯/],
      ['6.4', 'yellow', /落后序时进度 30\.0 个百分点/],
      ['6.399', 'red', /落后序时进度 30\.01 个百分点，超过 30 个百分点为红灯/],
    ])('progress: %s of a plan of 12 by October is %s', async (invested, colour, says) => {
      const { id } = await made()
      await listed(id, { annual_plan: '12' })
      await accepted(id, '2026-10', { invested })
      await judge([id])
      const lamp = await kept(id, 'progress')
      expect(lamp).toMatchObject({ colour })
      expect(lamp?.says_zh).toMatch(says)
    })

    it.each([
      ['2026-11', 'green', /尚未到期/],
      ['2026-10', 'yellow', /已连续 1 个月未开工/],
      ['2026-09', 'yellow', /已连续 2 个月未开工.*文件未列第2个月/],
      ['2026-08', 'red', /已连续 3 个月未开工/],
    ])('start: planned for %s and not started by October is %s', async (planned_start, colour, says) => {
      const { id } = await made()
      await listed(id, { planned_start })
      await judge([id])
      const lamp = await kept(id, 'start')
      expect(lamp).toMatchObject({ colour })
      expect(lamp?.says_zh).toMatch(says)
    })

    it.each([
      ['10', 'green', /已支付应付资金的 100\.0%/],
      ['9.99', 'red', /已支付应付资金的 99\.9%/],
    ])(
      'money: %s in place of 12 planned, of which 10 are due by October, is %s',
      async (funds, colour, says) => {
        const { id } = await made()
        await listed(id, { funds_plan: '12' })
        await accepted(id, '2026-10', { invested: '1', funds })
        await judge([id])
        const lamp = await kept(id, 'money')
        expect(lamp).toMatchObject({ colour })
        expect(lamp?.says_zh).toMatch(says)
      },
    )

    it.each([
      ['2026-10-01', {}, 'green', /已 30 天未入库/],
      ['2026-09-30', {}, 'yellow', /已 1 个月零 1 天未入库/],
      ['2026-08-31', {}, 'yellow', /已 2 个月未入库/],
      ['2026-08-30', {}, 'red', /已 2 个月零 1 天未入库/],
      ['2026-08-30', { entered_on: '2026-10-20' }, 'green', /已于2026年10月20日入库/],
    ])('entry: started on %s %o is %s on 31 October', async (started_on, more, colour, says) => {
      const { id } = await made({ started_on, ...more })
      await listed(id, {})
      await judge([id])
      const lamp = await kept(id, 'entry')
      expect(lamp).toMatchObject({ colour })
      expect(lamp?.says_zh).toMatch(says)
    })

    it('unknown is not green: without plan, months and days nobody can tell, and the project says so', async () => {
      const { id } = await made()
      await judge([id])
      expect(await kept(id, 'progress')).toMatchObject({ colour: 'unknown', months: 0 })
      expect((await kept(id, 'money'))?.says_zh).toMatch(/无法判定：应支付的资金未知/)
      const { lamp, lamps } = await lampsOf(id)
      expect(lamp).toBe('unknown')
      expect(lamps.map(({ colour }) => colour)).not.toContain('red')
    })

    it('one unknown lamp keeps the whole from being green and takes no warning away', async () => {
      const { id } = await made({ started_on: '2026-10-01', entered_on: '2026-10-20' })
      await listed(id, { annual_plan: '12' })
      await accepted(id, '2026-10', { invested: '12' })
      await judge([id])
      const lamp = async () => (await officer('GET', `/api/project/${id}`)).body.row.lamp as string
      expect(await lamp()).toBe('unknown')
      expect(await kept(id, 'progress')).toMatchObject({ colour: 'green' })
    })
  })

  describe('other tables', () => {
    it.each([
      ['8', 'green'],
      ['7.99', 'yellow'],
      ['6', 'yellow'],
      ['5.99', 'red'],
    ])('Wuhan’s: %s of 12 by October is %s', async (invested, colour) => {
      expect((await save('SF-HX', WUHAN)).status).toBe(200)
      const { id } = await made()
      await listed(id, { annual_plan: '12' })
      await accepted(id, '2026-10', { invested })
      await judge([id])
      expect(await kept(id, 'progress')).toMatchObject({ colour })
      expect(await kept(id, 'entry')).toBeUndefined()
    })

    it.each([
      ['2026-10-31', 'green'],
      ['2026-10-30', 'yellow'],
      ['2026-10-24', 'yellow'],
      ['2026-10-23', 'orange'],
      ['2026-10-17', 'orange'],
      ['2026-10-16', 'red'],
    ])('a construction firm’s: a node due on %s is %s on 31 October', async (promised_on, colour) => {
      expect((await save('SF-HX', CONSTRUCTION_FIRM)).status).toBe(200)
      const { id } = await made({ promised_on })
      await create('project-node', { project: id, name_zh: '封顶', duration: 1, day_kind: 'calendar' })
      await judge([id])
      expect(await kept(id, 'node')).toMatchObject({ colour })
    })

    it('hold from the nearest unit that has rules, and the answer says whose they are', async () => {
      await save('SF-HX', undefined)
      expect((await save('SF', WUHAN)).status).toBe(200)
      expect(await rules('SF-HX')).toMatchObject({ rules_of: { code: 'SF' }, versions: {} })
      await save('SF-HX', CONSTRUCTION_FIRM)
      expect((await rules('SF-HX')).rules_of?.code).toBe('SF-HX')
      expect((await rules('SF-YG')).rules_of?.code).toBe('SF')
      await save('SF-HX', undefined)
      await save('SF', undefined)
      expect(await rules('SF-HX')).toMatchObject({ rules_of: null, table: YINCHUAN_2025.name })
    })

    it.each(LAMP_PRESETS.map((table) => [table.code, table] as const))(
      '%s is taken as it is shipped',
      async (_code, table) => {
        expect((await save('SF-HX', table)).status).toBe(200)
        expect((await rules('SF-HX')).rules.map(({ dimension, bands }) => [dimension, bands])).toEqual(
          rulesOf(table)
            .map(({ dimension, bands }) => [dimension, bands])
            .toSorted((a, b) => order(a) - order(b)),
        )
      },
    )
    const order = ([dimension = '']: readonly string[]) =>
      ['progress', 'start', 'money', 'entry', 'node'].indexOf(dimension)
  })

  describe('an exemption', () => {
    let id: string
    const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    beforeAll(async () => {
      await save('SF-HX', undefined)
      await save('SF', undefined)
      id = (await made({ started_on: '2026-06-01' })).id
      await listed(id, {})
      await judge([id])
    })

    it('takes the lamp away while it holds, says who approved it, and ends by itself', async () => {
      expect(await kept(id, 'entry')).toMatchObject({ colour: 'red', exempted_by: null })
      const asked = await create('lamp-exemption', {
        project: id,
        dimension: 'entry',
        reason: '统计局正在核对立项文件',
        from_on: '2026-10-01',
        until_on: '2026-11-15',
      })
      await judge([id])
      expect(await kept(id, 'entry')).toMatchObject({ colour: 'red' })
      expect((await act('lamp-exemption', asked.id, 'approve', {}, leader)).status).toBe(200)
      await judge([id])
      const lamp = await kept(id, 'entry')
      expect(lamp).toMatchObject({ colour: 'green', exempted_by: asked.id, months: 0 })
      expect(lamp?.says_zh).toMatch(/为红灯；因“统计局正在核对立项文件”经.+批准豁免，至2026年11月15日止/)
      await judge([id], { month: '2026-11', on: '2026-11-16' })
      expect(await kept(id, 'entry', '2026-11')).toMatchObject({
        colour: 'red',
        exempted_by: null,
        months: 1,
      })
    })

    it('is approved by a leader who did not ask for it, and by nobody else', async () => {
      const ask = (by: Caller) =>
        by('POST', '/api/lamp-exemption', {
          project: id,
          dimension: 'progress',
          reason: '等待用地批复',
          from_on: today(),
          until_on: today(),
        })
      expect((await ask(leader)).status).toBe(403)
      expect((await ask(await server.as('tong'))).status).toBe(403)
      const asked = (await ask(economist)).body.row as { id: string }
      for (const by of [officer, economist])
        expect((await act('lamp-exemption', asked.id, 'approve', {}, by)).status).toBe(403)
      expect((await act('lamp-exemption', asked.id, 'refuse', {}, leader)).status).toBe(422)
      const refused = await act('lamp-exemption', asked.id, 'refuse', { reason: '理由不充分' }, leader)
      expect(refused).toMatchObject({
        status: 200,
        body: { row: { state: 'refused', decision: '理由不充分' } },
      })
      expect(
        (await lampsOf(id)).lamps.find(({ dimension }) => dimension === 'progress')?.exemption,
      ).toBeNull()
    })

    it('never has no end, nor one before its beginning', async () => {
      const ask = (until_on: string | null) =>
        officer('POST', '/api/lamp-exemption', {
          project: id,
          dimension: 'start',
          reason: '等待用地批复',
          from_on: '2026-10-01',
          until_on,
        })
      expect((await ask(null)).body.problems).toMatchObject([{ field: 'until_on', code: 'required' }])
      expect((await ask('2026-09-30')).body.problems).toMatchObject([{ field: 'until_on', code: 'rule' }])
    })
  })

  describe('months', () => {
    it('in a row are counted, and to judge again writes nothing', async () => {
      const { id } = await made({ started_on: '2026-05-01' })
      await listed(id, {})
      const ends = ['2026-08-31', '2026-09-30', '2026-10-31']
      for (const on of ends) await judge([id], { month: on.slice(0, 7), on })
      const running = await Promise.all(ends.map((on) => kept(id, 'entry', on.slice(0, 7))))
      expect(running.map((row) => row?.months)).toEqual([1, 2, 3])
      expect(await judge([id])).toEqual({ judged: 1, written: 0, turned: 0 })
    })

    it('are written by nobody’s hand', async () => {
      const { id } = await made()
      await judge([id])
      const row = await kept(id, 'progress')
      for (const by of [officer, economist, leader]) {
        const created = await by('POST', '/api/project-lamp', {
          project: id,
          month: '2026-09',
          dimension: 'start',
          colour: 'green',
          says_zh: '一切正常',
          says_en: 'all is well',
          months: 0,
        })
        expect(created.status).toBe(403)
        const changed = await by(
          'PATCH',
          `/api/project-lamp/${String(row?.id)}`,
          { colour: 'green' },
          { 'if-match': '"1"' },
        )
        expect([403, 404]).toContain(changed.status)
        const removed = await by('DELETE', `/api/project-lamp/${String(row?.id)}`, undefined, {
          'if-match': '"1"',
        })
        expect([403, 404]).toContain(removed.status)
      }
    })

    it('go with a project that is removed, and do not hold it', async () => {
      const { id } = await made()
      await judge([id])
      const removed = await officer('DELETE', `/api/project/${id}`, undefined, { 'if-match': '"1"' })
      expect(removed.status).toBe(204)
      expect(await kept(id, 'progress')).toBeUndefined()
    })

    it('a project that is withdrawn shows no lamp, and does again when it is restored', async () => {
      const { id } = await made({ planned_start: '2020-03-01' })
      const lamp = async () => (await officer('GET', `/api/project/${id}`)).body.row.lamp as string | null
      const change = { planned_start: '2020-04-01' }
      expect((await officer('PATCH', `/api/project/${id}`, change, { 'if-match': '"1"' })).status).toBe(200)
      expect(await lamp()).toBe('red')
      expect((await act('project', id, 'withdraw', { reason: '企业放弃' }, leader)).status).toBe(200)
      expect(await lamp()).toBeNull()
      expect((await lampsOf(id)).lamps).toEqual([])
      expect((await act('project', id, 'restore', { reason: '企业恢复投资' }, leader)).status).toBe(200)
      expect(await lamp()).toBe('red')
    })

    it('a closed month does not put out the lamp of a later one', async () => {
      const { id } = await made({ started_on: '2026-08-15' })
      await listed(id, {})
      await listed(id, { year: '2098' })
      await judge([id], { month: '2098-11', on: '2098-11-30' })
      const lamp = async () => (await officer('GET', `/api/project/${id}`)).body.row.lamp as string
      expect(await lamp()).toBe('red')
      await judge([id], { month: '2026-09', on: '2026-09-30' })
      expect(await lamp()).toBe('red')
      expect(await kept(id, 'entry', '2026-09')).toMatchObject({ colour: 'yellow' })
    })
  })

  describe('a change of rules', () => {
    const attempt = (unit: string, table: LampTable, by = economist) =>
      by('POST', '/api/lamps/rules/try', { unit, rules: rulesOf(table) })

    it('shows beforehand exactly what saving then does', async () => {
      await save('SF-YG', undefined)
      const projects = (await economist('GET', '/api/project?unit_id=SF-YG&size=200&fields=id')).body
        .rows as { id: string }[]
      const all = async () =>
        new Map(
          (await Promise.all(projects.map(({ id }) => lampsOf(id)))).flatMap(({ project, lamps }) =>
            lamps.map(
              ({ dimension, colour, says }) => [`${project} ${dimension}`, { colour, says }] as const,
            ),
          ),
        )
      const before = await all()
      const trial = (await attempt('SF-YG', WUHAN)).body as LampTrialReply
      expect(await all()).toEqual(before)
      expect((await save('SF-YG', WUHAN)).status).toBe(200)
      const after = await all()
      const keys = [...new Set([...before.keys(), ...after.keys()])]
      const turned = keys.filter((key) => before.get(key)?.colour !== after.get(key)?.colour)
      expect(trial.turned.map(({ project, dimension }) => `${project} ${dimension}`).toSorted()).toEqual(
        turned.toSorted(),
      )
      for (const { project, dimension, ...sides } of trial.turned) {
        expect(sides.before).toEqual(before.get(`${project} ${dimension}`) ?? null)
        expect(sides.after).toEqual(after.get(`${project} ${dimension}`) ?? null)
      }
      const count = (colour: string) => [...after.values()].filter((one) => one.colour === colour).length
      expect(trial.after).toMatchObject({
        red: count('red'),
        yellow: count('yellow'),
        unknown: count('unknown'),
      })
      await save('SF-YG', undefined)
    })

    it('of a promise is shown beforehand as well: the lamps that keeping it then turns, and no others', async () => {
      await save('SF-YG', CONSTRUCTION_FIRM)
      const { id } = await made({ unit_id: 'SF-YG', promised_on: '2098-12-31' })
      const first = await create('project-node', { project: id, name_zh: '基础', duration: 60 })
      await create('project-node', { project: id, name_zh: '主体', duration: 200, follows: [first.id] })
      const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
      const told = async (promised: string) =>
        (await officer('POST', `/api/project/${id}/schedule/try`, { changes: [{ promised }] })).body
          .lamps as unknown
      expect(await told('2098-06-30')).toEqual([])
      const node = async () => (await lampsOf(id)).lamps.find(({ dimension }) => dimension === 'node')
      const before = await node()
      const lamps = await told(soon)
      expect(await node()).toEqual(before)
      const { version } = (await officer('GET', `/api/project/${id}`)).body.row as { version: number }
      await officer('PATCH', `/api/project/${id}`, { promised_on: soon }, { 'if-match': `"${version}"` })
      const after = await node()
      expect([before?.colour, after?.colour]).toEqual(['green', 'red'])
      expect(lamps).toEqual([
        {
          dimension: 'node',
          before: { colour: before?.colour, says: before?.says },
          after: { colour: after?.colour, says: after?.says },
        },
      ])
      await save('SF-YG', undefined)
    })

    it('leaves alone a park that has rules of its own', async () => {
      await save('SF-YG', CONSTRUCTION_FIRM)
      const trial = (await attempt('SF', WUHAN)).body as LampTrialReply
      expect(trial.projects).toBeGreaterThan(0)
      expect(trial.turned.map(({ unit }) => unit.code)).not.toContain('SF-YG')
      await save('SF-YG', undefined)
    })

    it('is refused at the field, with the value and how to mend it', async () => {
      const rule = (bands: string, measure = 'points_behind') => ({
        unit: 'SF-HX',
        rules: [{ dimension: 'progress', measure, bands, exemptible: true }],
        versions: {},
      })
      const problems = async (bands: string, measure?: string) =>
        (await economist('PUT', '/api/lamps/rules', rule(bands, measure))).body.problems as unknown
      expect(await problems('绿灯 ≤0\n紫灯 >0')).toMatchObject([
        { field: 'progress.bands', value: '紫灯 >0' },
      ])
      expect(await problems('绿灯 ≤0\n红灯 >10')).toMatchObject([{ field: 'progress.bands', code: 'rule' }])
      expect(await problems('绿灯 any', 'days_late')).toMatchObject([{ field: 'progress.measure' }])
      const alone = await economist('POST', '/api/lamp-rule', {
        unit_id: 'SF-HX',
        dimension: 'progress',
        measure: 'points_behind',
        bands: '绿灯 ≤0\n红灯 ≥0',
      })
      expect(alone).toMatchObject({ status: 422, body: { problems: [{ field: 'bands', code: 'rule' }] } })
    })

    it('is for those who keep the rules: others may read them, and strangers do not find them', async () => {
      expect((await attempt('SF-HX', WUHAN, leader)).status).toBe(200)
      for (const account of ['xiang', 'fu']) {
        const by = await server.as(account)
        expect((await by('GET', '/api/lamps/rules?unit=SF')).body).toMatchObject({ may_change: false })
        expect((await attempt('SF', WUHAN, by)).status).toBe(403)
        expect((await save('SF', WUHAN, by)).status).toBe(403)
      }
      for (const account of ['lz', 'guan', 'shen']) {
        const by = await server.as(account)
        expect((await by('GET', '/api/lamps/rules?unit=SF')).status).toBe(404)
        expect((await attempt('SF', WUHAN, by)).status).toBe(404)
      }
      expect((await server.visitor('GET', '/api/lamps/rules?unit=SF')).status).toBe(401)
    })

    it('does not overwrite what another has saved meanwhile', async () => {
      const { versions } = await rules('SF-HX')
      expect((await save('SF-HX', WUHAN, leader)).status).toBe(200)
      const late = await economist('PUT', '/api/lamps/rules', {
        unit: 'SF-HX',
        rules: rulesOf(CONSTRUCTION_FIRM),
        versions,
      })
      expect(late.status).toBe(409)
      await save('SF-HX', undefined)
    })
  })
})
