import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, type RecordType } from '#engine/records/record'
import { type Actor, may, rolesOver } from '#engine/records/rights'
import { allRecords } from '#main/records'
import { demoAccounts } from '#main/world/accounts'
import { kernelActor, queries } from '#platform/database/database'
import { type Counter, countStatements } from '#test/support/counted-statements'
import { patience, times } from '#test/support/run-length'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'

interface Row {
  readonly id: string
  readonly unit_id: string
  readonly zone_id: string
  readonly version: number
  readonly state?: string
  readonly [column: string]: unknown
}

interface Prober {
  readonly call: Caller
  readonly actor: Actor
}

/** Every way to name one row, told as what it is and how it is asked for. */
function waysTo(
  record: RecordType,
  { call }: Prober,
  id: string,
): (readonly [string, () => Promise<Reply>])[] {
  const row = `/api/${addressOf(record)}/${encodeURIComponent(id)}`
  const seen = { 'if-match': '"1"' }
  const action = Object.keys(record.lifecycle?.actions ?? {})[0]
  const bulk = `/api/${addressOf(record)}/bulk`
  const ways: (readonly [string, () => Promise<Reply>])[] = [
    ['read', () => call('GET', row)],
    ['update', () => call('PATCH', row, { [record.title]: '改' }, seen)],
    ['remove', () => call('DELETE', row, undefined, seen)],
    ['history', () => call('GET', `${row}/history`)],
    ['comments', () => call('GET', `${row}/comments`)],
    ['comment', () => call('POST', `${row}/comments`, { body: '看得到吗' })],
    ['attachments', () => call('GET', `${row}/attachments`)],
    ['attachment', () => call('GET', `${row}/attachments/a`)],
    ['detach', () => call('DELETE', `${row}/attachments/a`)],
    ['bulk', () => call('POST', bulk, { ids: [{ id, version: 1 }], values: {} })],
    [
      'after',
      () => call('GET', `/api/${addressOf(record)}?after=${encodeURIComponent(id)}&size=5&count=false`),
    ],
    ['by id', () => call('GET', `/api/${addressOf(record)}?id=${encodeURIComponent(id)}`)],
    ['export', () => call('GET', `/api/${addressOf(record)}/export.csv?id=${encodeURIComponent(id)}`)],
  ]
  if (action) ways.push(['act', () => call('POST', `${row}/actions/${action}`, { reason: '试' }, seen)])
  if (record.name === 'report') {
    ways.push(['grid', () => call('GET', `${row}/grid`)])
    ways.push(['lines', () => call('PUT', `${row}/lines`, { lines: [] }, seen)])
  }
  if (record.name === 'post')
    ways.push(['hand over', () => call('POST', `${row}/handover`, { to: 'x', on: '2026-12-01' }, seen)])
  return ways
}

/** Every figure in a reply that is known, and every count of reports: the unit it is of. */
function unitsWithFigures(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const { unit, value, due } = body as { unit?: unknown; value?: unknown; due?: unknown }
  const isKnown = typeof value === 'string' || typeof due === 'number'
  return [
    ...(isKnown && typeof unit === 'string' ? [unit] : []),
    ...Object.values(body).flatMap(unitsWithFigures),
  ]
}

/** A reply without the request's own id, and without the id that was asked for. */
function told({ status, body, raw }: Reply, id: string): string {
  const text = typeof body === 'object' ? JSON.stringify(body) : raw.toString()
  const same = text.replaceAll(/urn:yipanqi:request:[\w-]+/g, '<request>')
  return `${status} ${same.replaceAll(id, '<id>').replaceAll(encodeURIComponent(id), '<id>')}`
}

describe.each(databases)('rows that are another’s, on %s', (database) => {
  let server: TestServer
  let counter: Counter
  const rows = new Map<string, Row[]>()
  const probers = new Map<string, Prober>()

  beforeAll(async () => {
    server = await openTestServer(database)
    await server.running.database.transaction(kernelActor, 'read', async (tx) => {
      for (const record of allRecords)
        rows.set(
          record.name,
          await tx.all<Row>(queries().selectFrom(record.name).selectAll().orderBy('id') as never),
        )
    })
    for (const { account } of demoAccounts) {
      const call = await server.as(account)
      const { body } = await call('GET', '/api/session')
      probers.set(account, { call, actor: { person: body.person, reach: body.reach } })
    }
    counter = countStatements(server.running.database.source)
  })
  afterAll(() => server.close())

  /** A reply, and how many statements had been sent for it when it came. */
  const counted = async (ask: () => Promise<Reply>) => {
    const reply = await ask()
    return { reply, sent: counter.of(String(reply.headers['x-request-id'])) }
  }
  /**
   * Whether two requests are answered by as many statements. What is read once for many requests (who asks, extra fields)
   * can fall to either, so that one equal pair of three tells; a difference that gives a row away is there every time.
   */
  const sameWork = async (ask: () => Promise<Reply>, askNothing: () => Promise<Reply>) => {
    for (let attempt = 1; ; attempt++) {
      const nothing = await counted(askNothing)
      const foreign = await counted(ask)
      const same = foreign.sent === nothing.sent
      if (same || attempt === 3) return { foreign: foreign.reply, nothing: nothing.reply, same }
    }
  }
  const accounts = demoAccounts.map(({ account }) => [account] as const)
  const prober = (account: string) => probers.get(account) as Prober
  const hiddenFrom = ({ actor }: Prober, record: RecordType) =>
    (rows.get(record.name) ?? []).filter((row) => !may(actor, record, { verb: 'read', row }))
  const visibleTo = ({ actor }: Prober, record: RecordType) =>
    (rows.get(record.name) ?? []).filter((row) => may(actor, record, { verb: 'read', row }))

  it.each(accounts)(
    '%s is answered of them, in every way to name one, as of a row that does not exist, by as many statements',
    { timeout: patience },
    async (account) => {
      const asking = prober(account)
      for (const record of allRecords) {
        const hidden = hiddenFrom(asking, record)
        const step = Math.max(1, Math.floor(hidden.length / times(1, 25)))
        for (const row of hidden.filter((_, index) => index % step === 0).slice(0, times(1, 25))) {
          const unknown = waysTo(record, asking, 'no-such-row')
          for (const [index, [way, ask]] of waysTo(record, asking, row.id).entries()) {
            const place = [record.name, row.id, way]
            const { foreign, nothing, same } = await sameWork(ask, unknown[index]?.[1] as typeof ask)
            expect([...place, told(foreign, row.id)]).toEqual([...place, told(nothing, 'no-such-row')])
            expect([...place, same]).toEqual([...place, true])
          }
        }
      }
    },
  )

  it.each(accounts)(
    '%s counts, adds up and exports exactly the rows they see',
    { timeout: patience },
    async (account) => {
      const asking = prober(account)
      for (const record of allRecords) {
        const address = `/api/${addressOf(record)}`
        const allowed = visibleTo(asking, record)
        const decimals = Object.entries(record.fields).filter(([, field]) => field.kind === 'decimal')
        const { body } = await asking.call('GET', `${address}?size=1`)
        expect([record.name, body.total]).toEqual([record.name, allowed.length])
        for (const [name, field] of decimals) {
          const seen = allowed.filter(
            (row) =>
              !field.see || rolesOver(asking.actor, row.unit_id).some((role) => field.see?.includes(role)),
          )
          const sum = seen.reduce((total, row) => total + Number(row[name] ?? 0), 0)
          expect([record.name, name, Number(body.totals[name]?.value ?? 0)]).toEqual([
            record.name,
            name,
            expect.closeTo(sum, 4),
          ])
        }
        const exported = await asking.call('GET', `${address}/export.csv?fields=id`)
        if (exported.status === 200)
          expect([record.name, exported.headers['x-row-count']]).toEqual([
            record.name,
            String(allowed.length),
          ])
      }
    },
  )

  it.each(accounts)(
    '%s finds none by its unit, its words or its values',
    { timeout: patience },
    async (account) => {
      const asking = prober(account)
      for (const record of allRecords) {
        const known = new Set(visibleTo(asking, record).map((row) => row.id))
        const hidden = hiddenFrom(asking, record)
        for (const row of hidden.slice(0, times(1, 20))) {
          const filters = Object.keys(record.fields)
            .filter((name) => row[name] !== null && row[name] !== undefined && typeof row[name] !== 'object')
            .map((name) => `${name}=${encodeURIComponent(String(row[name]))}`)
          const searches = [
            `unit=${row.unit_id}`,
            `q=${encodeURIComponent(String(row[record.title]))}`,
            ...filters,
          ]
          for (const search of searches) {
            const { status, body } = await asking.call('GET', `/api/${addressOf(record)}?size=500&${search}`)
            if (status !== 200) continue
            const found = (body.rows as Row[]).map(({ id }) => id)
            expect([record.name, search, found.filter((id) => !known.has(id))]).toEqual([
              record.name,
              search,
              [],
            ])
          }
        }
      }
    },
  )

  it.each(accounts)(
    '%s cannot ask by a filter, a sort or a sum what a field holds that they do not see',
    { timeout: patience },
    async (account) => {
      const asking = prober(account)
      for (const record of allRecords)
        for (const [name, field] of Object.entries(record.fields).filter(([, one]) => one.see)) {
          const unseen = visibleTo(asking, record).filter(
            (row) =>
              row[name] !== null &&
              !rolesOver(asking.actor, row.unit_id).some((role) => field.see?.includes(role)) &&
              !(record.owner && row[record.owner] === asking.actor.person),
          )
          for (const row of unseen.slice(0, times(2, 50))) {
            const value = encodeURIComponent(String(row[name]))
            for (const search of [`${name}=${value}`, `${name}.contains=${value}`, `${name}.empty=false`]) {
              const { body } = await asking.call('GET', `/api/${addressOf(record)}?size=500&${search}`)
              const found = ((body.rows ?? []) as Row[]).map(({ id }) => id)
              expect([record.name, search, found.includes(row.id)]).toEqual([record.name, search, false])
            }
          }
          const sorted = async (sort: string) => {
            const { body } = await asking.call('GET', `/api/${addressOf(record)}?size=500&sort=${sort},id`)
            return ((body.rows ?? []) as Row[])
              .map(({ id }) => id)
              .filter((id) => unseen.some((row) => row.id === id))
          }
          expect(await sorted(name)).toEqual(await sorted(`-${name}`))
        }
    },
  )

  it.each(accounts)(
    '%s gets no figure, explanation, coverage or board of a unit beyond their reach',
    async (account) => {
      const { call, actor } = prober(account)
      const reached = new Set(Object.values(actor.reach).flat())
      const units = (rows.get('unit') ?? []).map(({ id }) => id).filter((unit) => !reached.has(unit))
      for (const unit of units.slice(0, times(4, 200)))
        for (const ask of [
          `/api/figures?unit=${unit}`,
          `/api/figures?unit=${unit}&below=true`,
          `/api/figures/explain?unit=${unit}&indicator=revenue&period=2026-03&nature=actual`,
          `/api/coverage?unit=${unit}&from=2026-01&to=2026-12`,
          `/api/board?unit=${unit}`,
        ]) {
          const { status, body } = await call('GET', ask)
          // Which units there are is no secret; what they report is. Asked with those below, one's own may be among them.
          const strangers = unitsWithFigures(body).filter((of) => !reached.has(of))
          expect([ask, strangers]).toEqual([ask, []])
          // Of the unit by itself no empty answer either: it would say that there is nothing, where it is not shown.
          if (!ask.includes('below') && !ask.includes('coverage'))
            expect([ask, status, body.figures]).toEqual([ask, 404, undefined])
        }
    },
  )

  it('a row cannot be tied to one that its author does not see', async () => {
    const officer = prober('xiang')
    const organ = hiddenFrom(officer, allRecords.find(({ name }) => name === 'enterprise') as RecordType)[0]
    const ask = (enterprise: string) =>
      officer.call('POST', '/api/enterprise-request', {
        unit_id: 'SF-HX',
        subject: '试探',
        category: 'other',
        body: '试探',
        enterprise,
      })
    const foreign = await ask(organ?.id ?? 'none')
    expect(foreign.status).toBe(422)
    expect(told(foreign, organ?.id ?? 'none')).toBe(told(await ask('no-such-row'), 'no-such-row'))
  })
})
