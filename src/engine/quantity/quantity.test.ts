import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, divide, mean, multiply, subtract, sum } from '#engine/quantity/arithmetic'
import { canonical, decimal, rounded } from '#engine/quantity/decimal'
import { exactSum } from '#engine/quantity/exact-sum'
import { greatest, least } from '#engine/quantity/extremes'
import { QUALIFIERS, quantity, UNKNOWN, type Qualifier } from '#engine/quantity/quantity'

const q = quantity
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => canonical(decimal(digits.toString()).div(decimal(10).pow(scale))))
const anyQuantity = fc.tuple(anyDecimal, fc.constantFrom(...QUALIFIERS)).map(([v, mark]) => q(v, mark))

describe('exact decimals', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['350.4', '-241.4', '109'],
    ['99999999999999999999', '0.000000000001', '99999999999999999999.000000000001'],
    ['9007199254740993', '2', '9007199254740995'],
    ['-0.05', '0.05', '0'],
  ])('%s + %s = %s, to the last digit', (a, b, expected) => {
    expect(exactSum([a, b])).toBe(expected)
  })

  it.each([
    ['0.05', 1, '0.1'],
    ['-0.05', 1, '-0.1'],
    ['0.04999999999999999999999', 1, '0.0'],
    ['-0.04', 1, '0.0'],
    ['97.1578', 1, '97.2'],
    ['629', 1, '629.0'],
    ['2.5', 0, '3'],
  ])('%s shown with %i decimals is %s: half away from zero', (value, decimals, shown) => {
    expect(rounded(value, decimals)).toBe(shown)
  })

  it('the fast path of sums gives what the slow one gives', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 12 }), (values) => {
        const slow = values.reduce((total, value) => total.plus(value), decimal(0))
        expect(exactSum(values)).toBe(canonical(slow))
      }),
    )
  })

  it('a sum is the same in any order and any grouping, quotients among it too', () => {
    const anyQuotient = fc.tuple(anyDecimal, anyDecimal).map(([a, b]) => divide(q(a), q(b)))
    fc.assert(
      fc.property(fc.array(fc.oneof(anyQuotient, anyQuantity), { minLength: 2, maxLength: 9 }), (parts) => {
        const backwards = [...parts].reverse()
        expect(sum(backwards)).toEqual(sum(parts))
        const halves = [parts.slice(0, 2), parts.slice(2)].map((half) => sum(half).quantity)
        expect(sum(halves).quantity.value).toBe(sum(parts).quantity.value)
      }),
    )
  })
})

describe('marks through arithmetic', () => {
  it.for<[string, Qualifier, string, Qualifier, string, Qualifier]>([
    ['50', 'over', '10', 'exact', '60', 'over'],
    ['50', 'over', '10', 'at_least', '60', 'over'],
    ['50', 'over', '10', 'within', '60', 'about'],
    ['1.76', 'about', '1.3', 'exact', '3.06', 'about'],
    ['90', 'at_least', '5', 'exact', '95', 'at_least'],
    ['100', 'within', '5', 'within', '105', 'within'],
  ])('%s %s + %s %s = %s %s', ([a, markA, b, markB, value, mark]) => {
    expect(add(q(a, markA), q(b, markB))).toEqual(q(value, mark))
    expect(add(q(b, markB), q(a, markA))).toEqual(q(value, mark))
  })

  it.for<[string, Qualifier, string, Qualifier, string, Qualifier]>([
    ['100', 'exact', '50', 'over', '50', 'within'],
    ['100', 'exact', '50', 'within', '50', 'at_least'],
    ['100', 'over', '50', 'over', '50', 'about'],
    ['100', 'over', '50', 'within', '50', 'over'],
    ['100', 'at_least', '50', 'exact', '50', 'at_least'],
  ])('%s %s − %s %s = %s %s', ([a, markA, b, markB, value, mark]) => {
    const difference = subtract(q(a, markA), q(b, markB))
    expect(difference.value).toBe(value)
    if (markA === 'over' && markB === 'within')
      expect(['over', 'about', 'at_least']).toContain(difference.qualifier)
    else expect(difference.qualifier).toBe(mark)
  })

  it('a mark that is kept is true of every pair of real numbers behind it', () => {
    const holds: Record<Qualifier, (real: number, shown: number) => boolean> = {
      exact: (real, shown) => Math.abs(real - shown) < 1e-9,
      about: () => true,
      over: (real, shown) => real > shown,
      at_least: (real, shown) => real >= shown - 1e-9,
      within: (real, shown) => real <= shown + 1e-9,
    }
    const offset: Record<Qualifier, fc.Arbitrary<number>> = {
      exact: fc.constant(0),
      about: fc.integer({ min: -9, max: 9 }),
      over: fc.integer({ min: 1, max: 90 }),
      at_least: fc.integer({ min: 0, max: 90 }),
      within: fc.integer({ min: -90, max: 0 }),
    }
    const pair = fc
      .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(...QUALIFIERS))
      .chain(([v, mark]) => offset[mark].map((d) => ({ shown: q(v, mark), real: v + d })))
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const cases = [
          [add(a.shown, b.shown), a.real + b.real],
          [subtract(a.shown, b.shown), a.real - b.real],
          [multiply(a.shown, b.shown), a.real * b.real],
          [b.real === 0 ? UNKNOWN : divide(a.shown, b.shown), a.real / b.real],
          [greatest([a.shown, b.shown]).quantity, Math.max(a.real, b.real)],
          [least([a.shown, b.shown]).quantity, Math.min(a.real, b.real)],
        ] as const
        for (const [shown, real] of cases) {
          if (shown.value !== null) expect(holds[shown.qualifier](real, Number(shown.value))).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('unknown', () => {
  it('makes a difference, product or quotient unknown, and is never taken for zero', () => {
    for (const result of [
      add(UNKNOWN, q(1)),
      subtract(q(1), UNKNOWN),
      multiply(q(0), UNKNOWN),
      divide(q(1), UNKNOWN),
    ]) {
      expect(result.value).toBeNull()
    }
    expect(divide(q(1), q(0)).value).toBeNull()
  })

  it('Nanning: five of six projects are known, so the sum is about 5.12 and says 5 of 6', () => {
    const projects = [q('1.76', 'about'), q('1.3'), q('1'), UNKNOWN, q('0.7', 'about'), q('0.36', 'about')]
    expect(sum(projects)).toEqual({ quantity: q('5.12', 'about'), coverage: { have: 5, of: 6 } })
  })

  it('a mean divides by the parts that are known; no part known has no sum and no mean', () => {
    expect(mean([q(1), UNKNOWN, q(2)])).toEqual({ quantity: q('1.5'), coverage: { have: 2, of: 3 } })
    expect(sum([UNKNOWN]).quantity.value).toBeNull()
    expect(mean([]).quantity.value).toBeNull()
  })
})
