import type { Reader } from '#engine/formula/reader'
import type { Expression } from '#engine/formula/expression'
import type { FunctionName, Step } from '#engine/formula/functions'
import { placeAmong } from '#engine/formula/place-among'
import { unknownBecause, type Value } from '#engine/formula/value'
import { divide, mean, subtract, sum, type PartialQuantity } from '#engine/quantity/arithmetic'
import { addCoverage, NO_PARTS, poorerCoverage } from '#engine/quantity/coverage'
import { greatest, least } from '#engine/quantity/extremes'
import type { Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

/** A call with all that is needed to work it out. */
export interface Call<P> {
  readonly name: FunctionName
  readonly args: readonly Expression[]
  readonly at: P
  readonly reader: Reader<P>
  readonly evaluate: (part: Expression, at: P) => Value
}

/** The value of a function call; the meaning of each is in `FUNCTIONS`. */
export const evaluateCall = <P>(call: Call<P>): Value => BY_NAME[call.name](call)

const BY_NAME: Readonly<Record<FunctionName, <P>(call: Call<P>) => Value>> = {
  yoy: (call) => growth(call),
  prev: (call) => moved(call, 'previous'),
  ytd: (call) => yearToDate(call),
  share: (call) => share(call),
  rank: (call) => rank(call),
  sum: (call) => aggregate(call, sum),
  avg: (call) => aggregate(call, mean),
  min: (call) => aggregate(call, least),
  max: (call) => aggregate(call, greatest),
  if: (call) => choice(call),
}

const here = <P>(call: Call<P>): Value => call.evaluate(argument(call), call.at)

const argument = <P>(call: Call<P>): Expression => call.args[0] as Expression

function moved<P>(call: Call<P>, step: Step): Value {
  const [place] = call.reader.step(step, call.at)
  return place === undefined ? unknownBecause(NOWHERE[step], NO_PARTS) : call.evaluate(argument(call), place)
}

function growth<P>(call: Call<P>): Value {
  const now = here(call)
  const base = moved(call, 'last_year')
  const coverage = poorerCoverage(now.coverage, base.coverage)
  const missing = now.why ?? base.why
  if (missing) return unknownBecause(missing, coverage)
  const [arg] = call.args
  if (arg?.kind === 'indicator' && call.reader.trait(arg.name).isRate) {
    return { quantity: subtract(now.quantity, base.quantity), coverage, why: null }
  }
  const quantity = growthRate(now.quantity, base.quantity)
  return quantity.value === null ? unknownBecause(NO_BASE, coverage) : { quantity, coverage, why: null }
}

const ONE: Quantity = { value: '1', qualifier: 'exact' }

/** now ÷ base − 1; unknown on a base that is unknown, zero or negative, where a growth rate means nothing. */
export function growthRate(now: Quantity, base: Quantity): Quantity {
  const isPositive = base.value !== null && base.value !== '0' && !base.value.startsWith('-')
  return isPositive ? subtract(divide(now, base), ONE) : { value: null, qualifier: 'exact' }
}

function yearToDate<P>(call: Call<P>): Value {
  const [arg] = call.args
  if (arg?.kind === 'indicator' && call.reader.trait(arg.name).isCumulative) return here(call)
  const places = call.reader.step('year_to_date', call.at)
  return over(
    places.map((place) => call.evaluate(argument(call), place)),
    sum,
  )
}

function share<P>(call: Call<P>): Value {
  const part = here(call)
  const whole = moved(call, 'parent')
  const coverage = poorerCoverage(part.coverage, whole.coverage)
  const missing = part.why ?? whole.why
  if (missing) return unknownBecause(missing, coverage)
  const quantity = divide(part.quantity, whole.quantity)
  return quantity.value === null ? unknownBecause(EMPTY_WHOLE, coverage) : { quantity, coverage, why: null }
}

function rank<P>(call: Call<P>): Value {
  const own = here(call)
  if (own.quantity.value === null) return unknownBecause(own.why ?? NOTHING_KNOWN, own.coverage)
  const arg = argument(call)
  const values = call.reader
    .step('siblings', call.at)
    .map((place) => call.evaluate(arg, place).quantity.value)
  const known = values.filter((value) => value !== null)
  const isLessBetter = arg.kind === 'indicator' && call.reader.trait(arg.name).isLessBetter
  const place = placeAmong(own.quantity.value, known, isLessBetter)
  const coverage = { have: known.length, of: values.length }
  return { quantity: { value: String(place), qualifier: 'exact' }, coverage, why: null }
}

function aggregate<P>(call: Call<P>, combine: (parts: readonly Quantity[]) => PartialQuantity): Value {
  const [only, ...others] = call.args
  const isOverChildren = only !== undefined && others.length === 0
  const values = isOverChildren
    ? call.reader.step('children', call.at).map((place) => call.evaluate(only, place))
    : call.args.map((arg) => call.evaluate(arg, call.at))
  return over(values, combine)
}

/** What is known is combined; what is not is counted. Nothing known is unknown. */
function over(values: readonly Value[], combine: (parts: readonly Quantity[]) => PartialQuantity): Value {
  const { quantity } = combine(values.map((value) => value.quantity))
  const coverage = values.map((value) => value.coverage).reduce(addCoverage, NO_PARTS)
  if (quantity.value !== null) return { quantity, coverage, why: null }
  return unknownBecause(values.find((value) => value.why)?.why ?? NOTHING_KNOWN, coverage)
}

function choice<P>(call: Call<P>): Value {
  const condition = here(call)
  if (condition.why) return condition
  const taken = call.args[condition.quantity.value === '1' ? 1 : 2] as Expression
  const value = call.evaluate(taken, call.at)
  return { ...value, coverage: poorerCoverage(condition.coverage, value.coverage) }
}

const NO_BASE = text(
  '上年同期为零或负数，不能计算增长率',
  'the base of the same period last year is zero or negative',
)
const EMPTY_WHOLE = text('上级单位的值为零', "the parent unit's value is zero")
const NOTHING_KNOWN = text('没有已知的值', 'no value is known')

const NOWHERE: Readonly<Record<Step, Text>> = {
  last_year: text('没有上年同期', 'there is no same period last year'),
  previous: text('没有上一期', 'there is no period before'),
  year_to_date: NOTHING_KNOWN,
  parent: text('没有上级单位', 'there is no parent unit'),
  children: NOTHING_KNOWN,
  siblings: NOTHING_KNOWN,
}
