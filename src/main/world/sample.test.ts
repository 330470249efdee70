import { describe, expect, it } from 'vitest'
import { createKeyMap } from '#engine/figures/key-map'
import { readThrough } from '#engine/figures/cell-store'
import { compilePlan } from '#engine/figures/compile-plan'
import { comparison } from '#engine/figures/comparison'
import { discrepancy } from '#engine/figures/discrepancy'
import type { Observation } from '#engine/figures/cell'
import type { PeriodId } from '#engine/period/period'
import { monthsOf } from '#engine/period/period-extent'
import { usualThresholds } from '#engine/figures/completion'
import { periodRange } from '#engine/period/period-steps'
import { figureUnits } from '#modules/indicators/server/figures-plan'
import { indicatorOf, type IndicatorRow } from '#modules/indicators/domain/indicator-of'
import { buildWorld } from './build-world'
import { sampleFigure, sampleTarget } from './sample-figures'
import { sampleIndicators } from './sample-indicators.data'
import { sampleRules } from './sample-rules.data'
import { streamSample } from './sample-stream'
import { sampleParks } from './sample-zone.data'
import type { ObservationSeed } from './world'

const indicator = (code: string) => {
  const found = sampleIndicators.find((one) => one.code === code)
  if (!found) throw new Error(`No indicator ${code}`)
  return found
}
const months = periodRange('2023-11' as PeriodId, '2026-10' as PeriodId)
const places = sampleParks.map(({ code, weight }) => ({ unit: code, weight }))
const place = { unit: 'SF-HX', weight: 2.1 }

const parts = sampleRules.flatMap(({ indicator: part, partOf }) => (partOf ? [[part, partOf] as const] : []))

describe('made-up figures', () => {
  it.each(parts)('%s is never more than %s, of which it is a part', (part, whole) => {
    for (const park of places)
      for (const month of months)
        expect(Number(sampleFigure(indicator(part), park, month))).toBeLessThanOrEqual(
          Number(sampleFigure(indicator(whole), park, month)),
        )
  })

  it('a cumulative figure grows through the year and begins anew in January', () => {
    const cumulative = sampleIndicators.filter((one) => one.accumulation === 'ytd')
    expect(cumulative.length).toBeGreaterThan(1)
    for (const one of cumulative)
      for (const park of places) {
        const year = monthsOf('2025' as PeriodId).map((month) => Number(sampleFigure(one, park, month)))
        expect(year).toEqual(year.toSorted((a, b) => a - b))
        expect(Number(sampleFigure(one, park, '2026-01' as PeriodId))).toBeLessThan(year.at(-1) ?? 0)
      }
  })

  it('a rate is never above 100 %, however well it grows', () => {
    const rate = { ...indicator('satisfaction'), growth: 0.5 }
    for (const park of places)
      for (const month of months) expect(Number(sampleFigure(rate, park, month))).toBeLessThanOrEqual(100)
  })

  it('a target lies above the year before, and not beyond belief', () => {
    for (const one of sampleIndicators.filter((each) => each.target && each.accumulation === 'period')) {
      const before = monthsOf('2025' as PeriodId).map((month) => Number(sampleFigure(one, place, month)))
      const ratio = Number(sampleTarget(one, place, 2026)) / before.reduce((a, b) => a + b)
      expect([one.code, ratio > 1 && ratio < 1.8]).toEqual([one.code, true])
    }
  })
})

const noFacts = {
  units:
    'code,name_zh,name_en,parent,kind,division_code\nCN-HTZ,国家高新区,National High-tech Zones,,system,\n',
  figures: 'id,unit_code,subject,subject_en,period,value,unit,qualifier,nature,of_which,compare\n',
  projects: 'unit_code,name_zh,owner,investment_yi,stage,capacity\n',
}

describe('the sample zone, calculated', () => {
  const world = buildWorld(noFacts, { size: 'full' })
  const indicators = world.indicators.filter((row) => row.sample) as unknown as IndicatorRow[]
  const units = world.units.map((row) => ({
    code: row.id,
    name: { zh: row.name_zh as string, en: row.name_en as string },
    kind: row.kind as string,
    parent: (row.parent ?? null) as string | null,
    position: row.position as number,
    sample: row.sample,
  }))
  const { plan, errors } = compilePlan(indicators.map(indicatorOf), figureUnits(units))
  const held = createKeyMap<Observation>()
  const keyOf = (one: ObservationSeed) => ({
    unit: one.unit_id,
    indicator: one.indicator,
    period: one.period as PeriodId,
    nature: one.nature,
  })
  for (const one of world.observations)
    held.set(keyOf(one), {
      quantity: { value: one.value, qualifier: one.qualifier },
      origin: one.origin,
      sample: one.sample,
      status: 'published',
    })
  const read = readThrough(plan, (key) => held.get(key))
  const at = (code: string, period: string, nature: 'actual' | 'target' = 'actual') =>
    read.cell({ unit: 'SF', indicator: code, period: period as PeriodId, nature })

  it('every formula and roll-up is sound', () => {
    expect(errors).toEqual([])
  })

  it('every indicator of the zone is known in a month of which all was published', () => {
    const unknown = sampleIndicators
      .filter((one) => at(one.code, '2026-07')?.value === null)
      .map((one) => one.code)
    // The sample zone has nothing above it that it could be a share of.
    expect(unknown).toEqual(['output_share'])
  })

  it('the zone’s targets are the sum of its parks’', () => {
    for (const one of sampleIndicators.filter((each) => each.target))
      expect(at(one.code, '2026', 'target')).toMatchObject({
        origin: 'rollup',
        coverage: { have: 10, of: 10 },
      })
  })

  it('the zone’s own taxes differ from the sum of the parks by 0.35, its exports do not', () => {
    const apart = (code: string) =>
      discrepancy(
        plan,
        { unit: 'SF', indicator: code, period: '2026-08' as PeriodId, nature: 'actual' },
        read,
      )
    const own = at('tax', '2026-08')?.value
    expect((Number(own) - Number(apart('tax')?.derived.value)).toFixed(2)).toBe('0.35')
    expect(apart('exports')).toBeUndefined()
  })

  it('a ratio divides like by like: only parks that know both parts', () => {
    const known = sampleParks.filter(({ code }) =>
      ['rd_spending', 'revenue'].every((one) => {
        const key = { unit: code, indicator: one, period: '2026-09' as PeriodId, nature: 'actual' as const }
        return read.cell(key)?.value != null
      }),
    )
    const total = (code: string) =>
      known.reduce(
        (sum, park) =>
          sum +
          Number(
            sampleFigure(indicator(code), { unit: park.code, weight: park.weight }, '2026-09' as PeriodId),
          ),
        0,
      )
    expect(known.length).toBeLessThan(10)
    expect(Number(at('rd_intensity', '2026-09')?.value)).toBeCloseTo(
      (total('rd_spending') / total('revenue')) * 100,
      9,
    )
  })

  it('of the key figures most are on track, some are watched and some are late; the zone as a whole is not late', () => {
    const keys = sampleIndicators.filter((one) => one.key)
    // The board shows eight at most.
    expect(keys).toHaveLength(8)
    const standing = (unit: string) =>
      keys.map((one) => {
        const key = { unit, indicator: one.code, period: '2026-09' as PeriodId, nature: 'actual' as const }
        return comparison(plan, key, { read, thresholds: usualThresholds })?.completion?.standing ?? 'unknown'
      })
    const parks = sampleParks.flatMap(({ code }) => standing(code))
    const count = (wanted: string) => parks.filter((one) => one === wanted).length
    expect(count('on_track')).toBeGreaterThan(parks.length / 2)
    expect([count('watch') > 2, count('late') > 0, count('late') < 8]).toEqual([true, true, true])
    expect(standing('SF')).not.toContain('late')
  })

  it('a month with strays says how many parks it covers', () => {
    expect(at('fixed_investment', '2026-09')?.coverage).toEqual({ have: 9, of: 10 })
    // Nothing of the month being reported counts yet.
    expect(at('fixed_investment', '2026-10')?.value).toBeNull()
  })
})

describe('a stream of any size', () => {
  it('holds parks × indicators × months figures, the same in every walk', () => {
    const { units, indicators, observations } = streamSample({ parks: 21, indicators: 60, months: 4 })
    const keys = new Set<string>()
    for (const one of observations) keys.add([one.unit_id, one.indicator, one.period].join('|'))
    expect(keys.size).toBe(21 * 60 * 4)
    expect([units.length, indicators.length]).toEqual([22, 60])
    expect([...observations]).toEqual([...observations])
  })

  it('makes 480 000 figures while keeping none', () => {
    let count = 0
    for (const one of streamSample({ parks: 20, indicators: 200, months: 120 }).observations)
      count += one.value === null ? 0 : 1
    expect(count).toBe(480_000)
  })
})
