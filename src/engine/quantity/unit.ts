import { canonical, decimal, over, times, type ExactDecimal } from '#engine/quantity/decimal'
import { UNIT_ROWS, type Base, type UnitRow } from '#engine/quantity/units.data'

/** A unit of measure: names, dimension and exact factor to its bases. */
export type Unit = UnitRow

/** Exponents of the base measures, e.g. {cny: 1, person: −1}; {} is a pure number. */
export type Dimension = Readonly<Partial<Record<Base, number>>>

const BY_NAME = new Map<string, Unit>(
  UNIT_ROWS.flatMap((unit) => [[unit.zh, unit] as const, [unit.code, unit] as const]),
)

/** Every name by which text may call a unit, longest first, so that 亿元 is not read as 元. */
export const UNIT_NAMES: readonly string[] = [...BY_NAME.keys()].sort((a, b) => b.length - a.length)

/** The unit of a code ('yi_yuan') or Chinese name ('亿元'); undefined when there is none. */
export const findUnit = (codeOrName: string): Unit | undefined => BY_NAME.get(codeOrName)

/** A pure share (%, ‰, 个百分点), whose change is told in points and whose parts are never added up. */
export const isRate = (unit: Unit): boolean => isPureNumber(unit.dimension) && unit.factor[1] !== '1'

export const isPureNumber = (dimension: Dimension): boolean =>
  Object.values(dimension).every((power) => power === 0)

export const isSameDimension = (a: Dimension, b: Dimension): boolean => isPureNumber(quotientOf(a, b))

export const productOf = (a: Dimension, b: Dimension): Dimension => combined(a, b, 1)

export const quotientOf = (a: Dimension, b: Dimension): Dimension => combined(a, b, -1)

/** A value of `unit` in its bases (6.16 亿元 → 616000000). */
export const toBase = (value: ExactDecimal, unit: Unit): ExactDecimal =>
  scaledBy(value, unit.factor[0], unit.factor[1])

/** A value in bases as a value of `unit`. */
export const fromBase = (value: ExactDecimal, unit: Unit): ExactDecimal =>
  scaledBy(value, unit.factor[1], unit.factor[0])

/** A canonical value of `from` in `to`: exact wherever the result ends, 34 digits otherwise (亩). Null: not convertible. */
export function convertValue(value: string, from: Unit, to: Unit): string | null {
  if (from === to) return value
  if (!isSameDimension(from.dimension, to.dimension)) return null
  // One multiplication and one division, in this order: 1 亩 to 亩-sized units must not lose a third.
  const up = times(decimal(from.factor[0]), decimal(to.factor[1]))
  const down = times(decimal(from.factor[1]), decimal(to.factor[0]))
  return canonical(over(times(decimal(value), up), down))
}

/** Words for a dimension no listed unit has, e.g. '元/(人·平方米)'; '纯数' for a pure number. */
export function dimensionName(dimension: Dimension): string {
  const known = UNIT_ROWS.find((unit) => isSameDimension(unit.dimension, dimension))
  if (known) return known.code === 'ratio' ? '纯数' : known.zh
  const powers = Object.entries(dimension).filter(([, power]) => power !== 0)
  return powers.map(([base, power]) => (power === 1 ? base : `${base}^${power}`)).join('·')
}

function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const powers: Partial<Record<Base, number>> = { ...a }
  for (const [base, power] of Object.entries(b) as [Base, number][]) {
    const total = (powers[base] ?? 0) + sign * power
    if (total === 0) delete powers[base]
    else powers[base] = total
  }
  return powers
}

function scaledBy(value: ExactDecimal, up: string, down: string): ExactDecimal {
  const product = up === '1' ? value : times(value, decimal(up))
  return down === '1' ? product : over(product, decimal(down))
}
