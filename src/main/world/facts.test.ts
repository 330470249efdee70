import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsFolder } from '#main/folders'
import { buildWorld } from './build-world'
import { publishedFigures, rowsOf } from './facts'
import { factIndicators } from './facts-indicators.data'
import { verifyFacts } from './verify-facts'
import type { World } from './world'

const csv = (name: string) => readFileSync(join(factsFolder, `${name}.csv`), 'utf8')
const facts = { units: csv('units'), figures: csv('figures'), projects: csv('projects') }
const world = buildWorld(facts, { size: 'small' })
const published = world.observations.filter((one) => one.origin === 'published')

const seen = (unit: string, indicator: string) =>
  published.filter((one) => one.unit_id === unit && one.indicator === indicator)

describe('published figures', () => {
  it('all 59 are there with value, unit, qualifier, nature and period as printed, and no other', () => {
    expect(publishedFigures(facts.figures)).toHaveLength(59)
    expect(verifyFacts(facts.figures, world)).toEqual([])
  })

  const first = (change: object): World => ({
    ...world,
    observations: world.observations.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  })

  it.each([
    ['value', { value: '395' }],
    ['qualifier', { qualifier: 'about' }],
    ['observations', { nature: 'target' }],
    ['observations', { period: '2022-04' }],
    ['sample', { sample: true }],
    ['origin', { origin: 'reported' }],
  ])('a wrong %s does not pass', (what, change) => {
    expect(verifyFacts(facts.figures, first(change)).map((one) => one.what)).toContain(what)
  })

  it('a figure left out or added does not pass, nor an indicator in another unit', () => {
    const without = { ...world, observations: world.observations.slice(1) }
    const [one] = world.observations
    const more = { ...world, observations: [...world.observations, { ...one, unit_id: 'YC' }] } as World
    const indicators = world.indicators.map((row) => (row.unit === '亿元' ? { ...row, unit: '万元' } : row))
    expect(verifyFacts(facts.figures, without).map((found) => found.fact)).toEqual(['*', 'QD-01'])
    expect(verifyFacts(facts.figures, more).map((found) => found.fact)).toEqual(['*'])
    expect(verifyFacts(facts.figures, { ...world, indicators }).map((found) => found.what)).toContain('unit')
  })

  it('one subject is one indicator over the years, and every figure has its own place', () => {
    expect(seen('LZ', 'gdp_growth').map((one) => [one.period, one.nature, one.value])).toEqual([
      ['2021', 'actual', '7.7'],
      ['2022', 'target', '13'],
    ])
    expect(seen('LZ', 'secondary_growth')).toHaveLength(2)
    const ids = factIndicators.flatMap((one) => one.facts)
    expect(ids.toSorted()).toEqual(
      publishedFigures(facts.figures)
        .map((one) => one.id)
        .toSorted(),
    )
  })

  it('bounds stay bounds: within 100th place, over 50 policies, at least 9 billion', () => {
    expect(seen('YC', 'national_rank')[0]).toMatchObject({
      value: '100',
      qualifier: 'within',
      nature: 'target',
    })
    expect(seen('GL', 'talent_policies')[0]).toMatchObject({ value: '50', qualifier: 'over' })
    expect(seen('YC', 'gross_industrial_output')[0]).toMatchObject({ value: '90', qualifier: 'at_least' })
  })

  it('what the source leaves open is said in both languages, of that figure alone', () => {
    const open = published.filter((one) => one.ambiguity)
    expect(open.map((one) => one.indicator)).toEqual(['funds_plan_completion'])
    expect(open[0]?.ambiguity?.zh).toContain('省外到位资金')
    expect(open[0]?.ambiguity?.en).toContain('does not say')
  })

  it('no more decimals are shown than were printed', () => {
    const decimals = (code: string) => world.indicators.find((row) => row.id === code)?.decimals
    expect([decimals('gdp'), decimals('funds_in_place'), decimals('universities')]).toEqual([1, 2, 0])
  })

  it('every zone with figures of its own has three to eight on its board', () => {
    const keys = new Set(world.indicators.filter((row) => row.key_figure === true).map((row) => row.id))
    for (const unit of new Set(published.map((one) => one.unit_id))) {
      const shown = new Set(
        published
          .filter((one) => one.unit_id === unit && keys.has(one.indicator))
          .map((one) => one.indicator),
      )
      expect([unit, shown.size >= 3 && shown.size <= 8]).toEqual([unit, true])
    }
  })
})

describe('published projects and units', () => {
  const projects = world.projects.filter((row) => !row.sample)

  it('all nine projects are there; a blank stays unknown', () => {
    const printed = rowsOf(facts.projects)
    expect(projects.map((row) => row.name_zh)).toEqual(printed.map((row) => row.name_zh))
    expect(projects.map((row) => row.investment ?? '')).toEqual(printed.map((row) => row.investment_yi))
    expect(projects.map((row) => row.floor_area ?? '')).toEqual(printed.map((row) => row.floor_area_m2))
  })

  it('the six of Nanning began together in March 2022, as the published count says', () => {
    const started = projects.filter((row) => row.started_in === '2022-03')
    expect(started).toHaveLength(6)
    expect(seen('NN', 'projects_started_together')[0]?.value).toBe(String(started.length))
    const indicator = world.indicators.find((row) => row.id === 'projects_started_together')
    expect(indicator?.measure).toBe('project.started')
  })

  it('words of the source are shown in Chinese', () => {
    for (const row of projects)
      for (const words of [row.stage, row.capacity]) expect(words ?? '中').toMatch(/[\u4e00-\u9fff]/)
  })

  it('every unit stands where units.csv puts it, in its order', () => {
    const units = world.units.filter((row) => !row.sample)
    const printed = rowsOf(facts.units)
    expect(units.map((row) => [row.code, row.parent ?? ''])).toEqual(
      printed.map((row) => [row.code, row.parent]),
    )
    expect(units.map((row) => row.position)).toEqual(printed.map((_, index) => index))
  })
})
