import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkInput } from '#engine/records/check-input'
import { isPeriodId } from '#engine/period/period'
import { businessRoles } from '#engine/records/role.data'
import { factsFolder } from '#main/folders'
import { allRecords } from '#main/records'
import { themeWords } from '#modules/indicators/console/theme-words.data'
import { demoAccounts } from './accounts'
import { sampleCounts } from './sample-counts'
import { sampleRateRows } from './sample-rates'
import { buildWorld } from './build-world'
import type { SeedRow, World } from './world'

const csv = (name: string) => readFileSync(join(factsFolder, `${name}.csv`), 'utf8')
const facts = { units: csv('units'), figures: csv('figures'), projects: csv('projects') }
const worlds: Readonly<Record<string, World>> = {
  small: buildWorld(facts, { size: 'small' }),
  full: buildWorld(facts, { size: 'full' }),
  counted: buildWorld(facts, { size: { parks: 12, indicators: 50, months: 3 } }),
}

const rowsOf = (world: World): Readonly<Record<string, readonly SeedRow[]>> => ({
  unit: world.units,
  organ: world.organs,
  person: world.people,
  post: world.posts,
  calendar_day: world.calendarDays,
  indicator: world.indicators,
  reporting_form: world.forms,
  validation_rule: world.rules,
  report: world.reports,
  project: world.projects,
  ...world.projectParts,
  access_request: world.accessRequests,
})

const recordOf = (name: string) => {
  const found = allRecords.find((record) => record.name === name)
  if (!found) throw new Error(`No record type ${name}`)
  return found
}

/** What is no field of the declaration: the row's own columns, clocks, a report's working lines, what the ledger is told. */
const systemNames = new Set([
  'told',
  'id',
  'unit_id',
  'sample',
  'state',
  'lines',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
])
const inputOf = (row: SeedRow) =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !systemNames.has(name) && !name.endsWith('_clock')),
  )

describe.each(Object.entries(worlds))('the %s world', (_size, world) => {
  const rows = rowsOf(world)
  const ids = new Map(Object.entries(rows).map(([name, all]) => [name, new Set(all.map((row) => row.id))]))
  const zones = world.units.filter((unit) => !unit.sample).map((unit) => unit.id)

  it.each(Object.keys(rows))('every %s would be accepted from a person', (name) => {
    const bad = (rows[name] ?? []).flatMap((row) => {
      const checked = checkInput(recordOf(name), inputOf(row))
      return checked.ok ? [] : [{ row: row.id, problems: checked.error }]
    })
    expect(bad).toEqual([])
  })

  it.each(Object.keys(rows))('no two of %s share an id, or what must be unique', (name) => {
    const all = rows[name] ?? []
    expect(ids.get(name)?.size).toBe(all.length)
    for (const columns of Object.values(recordOf(name).unique ?? {})) {
      const keys = all.map((row) => columns.map((column) => row[column] as string).join('|'))
      expect(new Set(keys).size).toBe(all.length)
    }
  })

  it.each(Object.keys(rows))('every reference of %s leads to a row', (name) => {
    const lost = Object.entries(recordOf(name).fields).flatMap(([column, field]) => {
      if (field.kind !== 'reference' && field.kind !== 'references') return []
      return (rows[name] ?? [])
        .flatMap((row) => [row[column] ?? []].flat() as string[])
        .filter((id) => !ids.get(field.to)?.has(id))
    })
    const homeless = (rows[name] ?? []).filter((row) => !ids.get('unit')?.has(row.unit_id))
    expect([lost, homeless]).toEqual([[], []])
  })

  it('every figure has a unit, an indicator, a period, and people and a report that exist', () => {
    const people = ids.get('person')
    const lost = world.observations.filter(
      (one) =>
        !ids.get('unit')?.has(one.unit_id) ||
        !ids.get('indicator')?.has(one.indicator) ||
        !isPeriodId(one.period) ||
        (one.report !== undefined && !ids.get('report')?.has(one.report)) ||
        [one.reported_by, one.verified_by, one.published_by].some(
          (person) => person !== undefined && !people?.has(person),
        ),
    )
    expect(lost).toEqual([])
    const keys = world.observations.map((one) =>
      [one.unit_id, one.indicator, one.period, one.nature].join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('marks all that is made up, and puts nothing made up into a real zone but people and posts', () => {
    const made = (row: { unit_id: string; sample: boolean }) => row.unit_id.startsWith('SF')
    for (const [name, all] of Object.entries(rows)) {
      const unmarked = all.filter((row) => made(row) && !row.sample)
      const strays = all.filter((row) => row.sample && zones.includes(row.unit_id) && row.id !== 'SF')
      expect([name, unmarked]).toEqual([name, []])
      if (name !== 'person' && name !== 'post') expect([name, strays]).toEqual([name, []])
    }
    expect(world.observations.filter((one) => one.sample !== made(one))).toEqual([])
    for (const name of ['person', 'post']) expect((rows[name] ?? []).filter((row) => !row.sample)).toEqual([])
  })

  it('every group of indicators has an English name', () => {
    const groups = new Set(world.indicators.map((row) => row.theme as string | null))
    expect([...groups].filter((group) => group !== null && !(group in themeWords))).toEqual([])
  })

  it('every sign-in belongs to a person who holds a post', () => {
    expect(world.accounts.map((one) => one.account)).toEqual(demoAccounts.map((one) => one.account))
    for (const { person } of world.accounts)
      expect(world.posts.some((post) => post.person === person)).toBe(true)
  })

  it('no person holds an administrator’s post beside another one', () => {
    const business: readonly string[] = businessRoles
    for (const { id } of world.people) {
      const roles = world.posts.filter((post) => post.person === id).map((post) => post.role as string)
      expect(roles.length).toBeGreaterThan(0)
      if (roles.some((role) => !business.includes(role))) expect(roles.length).toBe(1)
    }
  })
})

describe('the sizes', () => {
  it('a world is the same twice', () => {
    expect(buildWorld(facts, { size: 'full' })).toEqual(worlds.full)
  })

  it('full: ten parks, twelve organs, sixty people, sixty indicators reported or worked out, thirty-six months, forty projects', () => {
    const { full } = worlds
    const sampled = (rows: readonly SeedRow[] = []) => rows.filter((row) => row.sample)
    const months = new Set(
      full?.observations
        .filter((one) => one.sample && one.origin === 'reported' && one.period.length === 7)
        .map((one) => one.period),
    )
    expect({
      parks: sampled(full?.units).length - 1,
      organs: full?.organs.length,
      people: full?.people.length,
      indicators: sampled(full?.indicators).length - sampleRateRows().length,
      months: months.size,
      projects: sampled(full?.projects).length,
    }).toEqual({ parks: 10, organs: 12, people: 60, indicators: 60, months: 36, projects: 40 })
  })

  it('are counted kind by kind, the parts of projects too', () => {
    expect(sampleCounts(worlds.full as World)).toMatchObject({
      units: 11,
      projects: 40,
      project_node: worlds.full?.projectParts.project_node?.length,
      accounts: 0,
    })
  })

  it('a figure is the same in the small world and in the full one', () => {
    const key = (one: World['observations'][number]) =>
      [one.unit_id, one.indicator, one.period, one.nature].join('|')
    const full = new Map(worlds.full?.observations.map((one) => [key(one), one.value]))
    const own =
      worlds.small?.observations.filter(
        (one) => one.origin === 'reported' && one.sample && one.unit_id !== 'SF' && full.has(key(one)),
      ) ?? []
    expect(own.length).toBeGreaterThan(400)
    expect(own.filter((one) => full.get(key(one)) !== one.value)).toEqual([])
  })

  it('in the month being reported something waits on every desk', () => {
    for (const world of [worlds.small, worlds.full]) {
      const states = world?.reports.filter((row) => row.period === '2026-10').map((row) => row.state)
      for (const state of ['draft', 'returned', 'submitted', 'verified']) expect(states).toContain(state)
    }
    const strays = worlds.full?.reports.filter(
      (row) => (row.period as string) < '2026-10' && row.state !== 'published',
    )
    expect(strays?.map((row) => row.state)).toEqual(['returned', 'draft'])
  })

  it('on the desks of the administrators requests wait, were granted, and were refused with the reason', () => {
    for (const world of Object.values(worlds)) {
      const { accessRequests: requests, posts, accounts } = world
      const days = requests.map((row) => row.created_at?.slice(0, 10))
      expect(new Set(days).size).toBe(requests.length)
      expect(requests.filter((row) => row.state === 'asked').map((row) => row.kind)).toEqual(
        expect.arrayContaining(['open_account', 'give_post', 'end_post', 'hand_over']),
      )
      for (const row of requests.filter(({ state }) => state === 'refused')) expect(row.decision).toBeTruthy()
      const granted = requests.filter(({ state }) => state === 'granted')
      expect(granted.length).toBeGreaterThan(1)
      // What was granted is there: an account, or a post that begins on the day that was asked for.
      for (const row of granted)
        expect(
          row.kind === 'open_account'
            ? accounts.some((one) => one.account === row.account && one.person === row.person)
            : posts.some((one) => one.name_zh === row.post_zh && one.starts_on === row.starts_on),
        ).toBe(true)
    }
  })

  it('only what is not published has working lines, and only what is published has figures', () => {
    for (const world of Object.values(worlds)) {
      const published = new Set(world.reports.filter((row) => row.state === 'published').map((row) => row.id))
      expect(world.reports.filter((row) => published.has(row.id) === (row.lines !== undefined))).toEqual([])
      expect(world.observations.filter((one) => one.report && !published.has(one.report))).toEqual([])
    }
  })

  it('a report was last changed when the last thing became of it, so that the board lists the latest first', () => {
    const { reports } = worlds.full as World
    const last = (one: SeedRow) => one.published_at ?? one.verified_at ?? one.submitted_at ?? undefined
    for (const one of reports)
      if (one.state !== 'returned') expect([one.id, one.updated_at]).toEqual([one.id, last(one)])
    const orders = reports.map((one) => [one.created_at, one.submitted_at, one.updated_at])
    const isOrdered = (moments: readonly unknown[]) => {
      const known = moments.filter((each) => typeof each === 'string')
      return known.every((each, index) => index === 0 || (known[index - 1] ?? '') <= each)
    }
    expect(orders.filter((order) => !isOrdered(order))).toEqual([])
  })

  it('what was not known is unknown, never zero', () => {
    const gaps = worlds.full?.observations.filter((one) => one.value === null) ?? []
    expect(gaps.length).toBeGreaterThan(10)
    for (const gap of gaps) expect(gap.note).toBe('企业未报送，待补')
  })

  it('ends with the month that was asked for', () => {
    const world = buildWorld(facts, { size: 'small', endMonth: '2025-06' })
    const months = world.reports.map((row) => row.period as string).filter((period) => period.length === 7)
    expect([...new Set(months)].toSorted()).toHaveLength(16)
    expect(months.toSorted()[0]).toBe('2024-04')
    // The month just begun is open already.
    expect(months.toSorted().at(-1)).toBe('2025-07')
  })
})
