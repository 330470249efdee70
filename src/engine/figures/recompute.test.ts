import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellId, type CellKey } from '#engine/figures/cell'
import { createCellStore, readThrough } from '#engine/figures/cell-store'
import { affectedBy, recompute } from '#engine/figures/recompute'
import { recomputeAll } from '#engine/figures/recompute-all'
import { indicator, key, planOf, reported, storeOf } from '#engine/figures/testing/small-world'
import { period } from '#engine/period/period'
import { periodRange } from '#engine/period/period-steps'
import { QUALIFIERS, quantity, UNKNOWN } from '#engine/quantity/quantity'

const UNITS = ['SYS', 'Z<SYS', 'Y<SYS', 'A<Z', 'B<Z', 'C<Y']
const PLAN = planOf(
  [
    indicator('N', { unit: '个' }),
    indicator('D', { unit: '个' }),
    indicator('V'),
    indicator('R', { unit: '%', rollup: { rule: 'ratio_of_sums', numerator: 'N', denominator: 'D' } }),
    indicator('W', { unit: '%', rollup: { rule: 'weighted_mean', weight: 'N' } }),
    indicator('Y', { unit: '%', formula: 'yoy(V)', rollup: { rule: 'none' } }),
    indicator('T', { formula: 'ytd(V)', rollup: { rule: 'none' } }),
    indicator('TY', { unit: '%', formula: 'yoy(ytd(V))', rollup: { rule: 'none' } }),
    indicator('S', { unit: '%', formula: 'share(V)', rollup: { rule: 'none' } }),
    indicator('K', { unit: '位', formula: 'rank(V)', rollup: { rule: 'none' } }),
    indicator('P', { formula: 'V - prev(V)', rollup: { rule: 'sum' } }),
    indicator('M', { unit: '个', formula: 'max(N)', rollup: { rule: 'last' } }),
    indicator('X', { unit: '%', formula: 'if(R > 50%, Y, S) + TY', rollup: { rule: 'none' } }),
  ],
  UNITS,
)
const PERIODS = periodRange(period('2021-01'), period('2022-06'))
const SCOPE = { periods: PERIODS, natures: ['actual'] } as const

const anyKey = fc
  .tuple(
    fc.constantFrom('SYS', 'Z', 'Y', 'A', 'B', 'C'),
    fc.constantFrom('N', 'D', 'V', 'R', 'W', 'P'),
    fc.constantFrom(...PERIODS),
  )
  .map(([unit, code, when]): CellKey => ({ unit, indicator: code, period: when, nature: 'actual' }))
const anyQuantity = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: -5, max: 400 }), fc.constantFrom(...QUALIFIERS))
      .map(([n, q]) => quantity(n / 4, q)),
  },
  { weight: 1, arbitrary: fc.constant(UNKNOWN) },
)
const anyReport = fc.tuple(anyKey, anyQuantity, fc.boolean())
type Report = readonly [CellKey, typeof UNKNOWN, boolean]

const storeWith = (reports: readonly Report[]) => {
  const store = createCellStore()
  for (const [k, q, sample] of reports) store.report(k, { ...reported('1'), quantity: q, sample })
  return store
}

describe('recomputing', () => {
  it('computing only what a change reaches gives what computing everything gives', () => {
    fc.assert(
      fc.property(
        fc.array(anyReport, { maxLength: 60 }),
        fc.array(anyReport, { minLength: 1, maxLength: 4 }),
        (before, change) => {
          const kept = storeWith(before)
          recomputeAll(PLAN, SCOPE, kept)
          for (const [k, q, sample] of change) kept.report(k, { ...reported('1'), quantity: q, sample })
          const until = period('2022-06')
          for (const { key: k, cell } of recompute(PLAN, { keys: change.map(([k]) => k), until }, kept))
            kept.put(k, cell)

          const whole = storeWith([...before, ...change])
          recomputeAll(PLAN, SCOPE, whole)
          for (const indicatorCode of PLAN.indicators.keys()) {
            for (const unit of PLAN.units.keys()) {
              for (const when of PERIODS) {
                const k = { unit, indicator: indicatorCode, period: when, nature: 'actual' } as const
                expect({ id: cellId(k), cell: kept.cell(k) }).toEqual({ id: cellId(k), cell: whole.cell(k) })
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('computing on demand agrees with computing in order', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 80 }), (reports) => {
        const whole = storeWith(reports)
        recomputeAll(PLAN, SCOPE, whole)
        const lazy = readThrough(PLAN, (k) => whole.observation(k))
        for (const code of PLAN.indicators.keys()) {
          const k = { unit: 'SYS', indicator: code, period: period('2022-06'), nature: 'actual' } as const
          expect(lazy.cell(k)).toEqual(whole.cell(k))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a roll-up does not depend on the order of the parks', () => {
    const parks = ['P1', 'P2', 'P3', 'P4', 'P5']
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parks, { minLength: 5 }),
        fc.array(anyQuantity, { minLength: 10, maxLength: 10 }),
        (order, values) => {
          const declared = [
            indicator('N', { unit: '个' }),
            indicator('D', { unit: '个' }),
            indicator('R', {
              unit: '%',
              rollup: { rule: 'ratio_of_sums', numerator: 'N', denominator: 'D' },
            }),
            indicator('W', { unit: '%', rollup: { rule: 'weighted_mean', weight: 'D' } }),
          ]
          const cells = [parks, order].map((list) => {
            const plan = planOf(declared, ['Z', ...list.map((park) => `${park}<Z`)])
            const store = createCellStore()
            parks.forEach((park, i) => {
              for (const [offset, code] of ['N', 'D', 'W'].entries()) {
                const q = values[(i * 2 + offset) % 10] ?? UNKNOWN
                store.report(key(`${park} ${code} 2022-03`), { ...reported('1'), quantity: q })
              }
            })
            const read = readThrough(plan, (k) => store.observation(k))
            return ['N', 'R', 'W'].map((code) => read.cell(key(`Z ${code} 2022-03`)))
          })
          expect(cells[1]).toEqual(cells[0])
        },
      ),
    )
  })
})

describe('what a change reaches', () => {
  const reached = (spec: string, until: string) =>
    affectedBy(PLAN, { keys: [key(spec)], until: period(until) }).map((k) => cellId(k))

  it('units above, readers of the figure, later periods that look back; never beyond the horizon', () => {
    const ids = reached('A V 2021-11', '2022-02')
    expect(ids).toContain('A|V|2021-11|actual')
    expect(ids).toContain('Z|V|2021-11|actual')
    expect(ids).toContain('SYS|V|2021-11|actual')
    expect(ids).toContain('A|T|2021-12|actual')
    expect(ids).toContain('A|P|2021-12|actual')
    expect(ids).toContain('B|S|2021-11|actual')
    expect(ids).toContain('B|K|2021-11|actual')
    expect(ids.filter((id) => id.includes('|Y|2022'))).toEqual([])
    expect(ids.filter((id) => id.startsWith('C|V'))).toEqual([])
    expect(reached('A V 2021-11', '2022-11')).toContain('A|Y|2022-11|actual')
  })

  it('what is read stands before what reads it', () => {
    const ids = reached('A V 2022-01', '2022-03')
    expect(ids.indexOf('A|V|2022-01|actual')).toBeLessThan(ids.indexOf('Z|V|2022-01|actual'))
    expect(ids.indexOf('SYS|V|2022-01|actual')).toBeLessThan(ids.indexOf('Z|S|2022-01|actual'))
    expect(ids.indexOf('A|S|2022-01|actual')).toBeLessThan(ids.indexOf('A|X|2022-01|actual'))
  })

  it('a unit is computed after the units below it, in whatever order the changes came', () => {
    const keys = [key('SYS V 2022-01'), key('Z V 2022-01'), key('A V 2022-01')]
    const order = affectedBy(PLAN, { keys, until: period('2022-01') }).filter((k) => k.indicator === 'V')
    expect(order.map((k) => k.unit)).toEqual(['A', 'Z', 'SYS'])
  })

  it('a target’s change leaves actual figures alone', () => {
    const ids = reached('A V 2022-01 target', '2022-12')
    expect(ids.every((id) => id.endsWith('|target'))).toBe(true)
    expect(storeOf({}).cell(key('A V 2022-01'))).toBeUndefined()
  })
})
