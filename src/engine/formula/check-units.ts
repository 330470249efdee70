import type { Expression, FormulaError } from '#engine/formula/expression'
import { FUNCTIONS, type FunctionName } from '#engine/formula/functions'
import { refuse } from '#engine/formula/tokens'
import {
  dimensionName,
  findUnit,
  isRate,
  isSameDimension,
  productOf,
  quotientOf,
  type Dimension,
  type Unit,
} from '#engine/quantity/unit'
import { ok, text, type Result } from '#engine/result/result'

/** What is known of a part before any figure is: its dimension, how to name it, and whether it is a rate or bare. */
interface Measure {
  readonly dimension: Dimension
  readonly label: string
  readonly isRate: boolean
  /** A number written without a unit: '8', unlike '8%'. Zero fits everywhere. */
  readonly bare: string | null
}

type Checked = Result<Measure, FormulaError>

/**
 * Checks that what is added, compared or chosen between is of one dimension (亿元 and 万元 are, 亿元 and 人 are not),
 * that a bare number is not mixed with a rate (write 8%, not 8), and that the declared unit is reached. `unitOf`
 * gives the unit of a bound indicator's code.
 */
export function checkUnits(
  expression: Expression,
  declared: Unit,
  unitOf: (code: string) => Unit,
): Result<null, FormulaError> {
  const scaled = scaledTwice(expression, declared)
  if (scaled) return refuse('scaled_twice', scaled.at, scaledMessage(scaled.value, declared))
  const measured = measure(expression, unitOf)
  if (!measured.ok) return measured
  const { dimension, label, bare } = measured.value
  if (bare === '0' || isSameDimension(dimension, declared.dimension)) return ok(null)
  return refuse(
    'unit_mismatch',
    1,
    text(
      `公式得到的是“${label}”，指标的单位是“${declared.zh}”`,
      `The formula yields ${label}; the indicator is in ${declared.zh}`,
    ),
  )
}

function measure(expression: Expression, unitOf: (code: string) => Unit): Checked {
  switch (expression.kind) {
    case 'number':
      return ok(measureOfNumber(expression.value, expression.unit))
    case 'indicator':
      return ok(measureOfUnit(unitOf(expression.name)))
    case 'negative':
      return measure(expression.operand, unitOf)
    case 'binary':
    case 'comparison': {
      const isProduct = expression.operator === '*' || expression.operator === '/'
      const sides = all([expression.left, expression.right], unitOf)
      if (!sides.ok) return sides
      return isProduct ? ok(combined(sides.value, expression.operator)) : alike(sides.value, expression.at)
    }
    case 'call':
      return measureOfCall(expression.name, expression, unitOf)
  }
}

function measureOfCall(
  name: FunctionName,
  call: Extract<Expression, { kind: 'call' }>,
  unitOf: (code: string) => Unit,
): Checked {
  const args = all(call.args, unitOf)
  if (!args.ok) return args
  if (name === 'yoy' || name === 'share') return ok(measureOfUnit(findUnit('percent') as Unit))
  if (name === 'rank') return ok(measureOfUnit(findUnit('wei') as Unit))
  const alternatives = name === 'if' ? args.value.slice(1) : args.value
  return FUNCTIONS[name].arity[1] === 1 ? ok(alternatives[0] as Measure) : alike(alternatives, call.at)
}

function all(
  parts: readonly Expression[],
  unitOf: (code: string) => Unit,
): Result<readonly Measure[], FormulaError> {
  const measures: Measure[] = []
  for (const part of parts) {
    const measured = measure(part, unitOf)
    if (!measured.ok) return measured
    measures.push(measured.value)
  }
  return ok(measures)
}

/** The common measure of parts that are added, compared or chosen between. */
function alike(parts: readonly Measure[], at: number): Checked {
  const named = parts.filter((part) => part.bare !== '0')
  const first = named[0] ?? parts[0] ?? measureOfNumber('0', null)
  const stranger = named.find((part) => !isSameDimension(part.dimension, first.dimension))
  if (stranger) return refuse('unit_mismatch', at, mismatch(first.label, stranger.label))
  const bare = named.find((part) => part.bare !== null)
  if (bare?.bare && named.some((part) => part.isRate))
    return refuse('bare_number', at, bareMessage(bare.bare))
  return ok({
    ...first,
    isRate: named.some((part) => part.isRate),
    bare: bare && named.every((p) => p.bare) ? bare.bare : null,
  })
}

function combined(sides: readonly Measure[], operator: string): Measure {
  const [left, right] = sides as [Measure, Measure]
  const dimension = (operator === '*' ? productOf : quotientOf)(left.dimension, right.dimension)
  return { dimension, label: dimensionName(dimension), isRate: false, bare: null }
}

const measureOfUnit = (unit: Unit): Measure => ({
  dimension: unit.dimension,
  label: unit.zh,
  isRate: isRate(unit),
  bare: null,
})

function measureOfNumber(value: string, unitCode: string | null): Measure {
  const unit = unitCode === null ? undefined : findUnit(unitCode)
  return unit ? measureOfUnit(unit) : { dimension: {}, label: value, isRate: false, bare: value }
}

/** A factor such as the 100 in 'a / b * 100' when the declared unit % already makes that conversion. */
function scaledTwice(expression: Expression, declared: Unit): { value: string; at: number } | null {
  if (expression.kind === 'binary' && expression.operator === '*') {
    return scaledTwice(expression.left, declared) ?? scaledTwice(expression.right, declared)
  }
  if (expression.kind === 'binary' && expression.operator === '/')
    return scaledTwice(expression.left, declared)
  const isFactor = expression.kind === 'number' && expression.unit === null && expression.value !== '1'
  return isFactor && expression.value === declared.factor[1] ? expression : null
}

const mismatch = (a: string, b: string) =>
  text(`“${a}”与“${b}”不能相加减或比较`, `${a} and ${b} cannot be added or compared`)

const bareMessage = (value: string) =>
  text(
    `与百分率相加减或比较的数要写单位，如 ${value}%`,
    `A number beside a rate needs its unit: write ${value}%`,
  )

const scaledMessage = (value: string, declared: Unit) =>
  text(
    `去掉“×${value}”：单位“${declared.zh}”已经换算；或写成“×100%”`,
    `Leave out “× ${value}”: the unit ${declared.zh} converts already; or write “× 100%”`,
  )
