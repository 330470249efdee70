import type { Comparator, Expression, Operator } from '#engine/formula/expression'
import { evaluateCall } from '#engine/formula/evaluate-call'
import type { Reader } from '#engine/formula/reader'
import { unknownBecause, type Value } from '#engine/formula/value'
import { add, compareValues, divide, multiply, negate, subtract } from '#engine/quantity/arithmetic'
import { NO_PARTS, poorerCoverage } from '#engine/quantity/coverage'
import { canonical, decimal } from '#engine/quantity/decimal'
import type { Quantity } from '#engine/quantity/quantity'
import { findUnit, toBase } from '#engine/quantity/unit'
import { text } from '#engine/result/result'

/**
 * The value of a bound, unit-checked formula at a place, in base units, with coverage. Unknown operands and division
 * by zero give an unknown value with a reason. Conditions compare values without their marks.
 */
export function evaluate<P>(expression: Expression, at: P, reader: Reader<P>): Value {
  switch (expression.kind) {
    case 'number':
      return constant(expression.value, expression.unit)
    case 'indicator':
      return reader.read(expression.name, at)
    case 'negative': {
      const operand = evaluate(expression.operand, at, reader)
      return { ...operand, quantity: negate(operand.quantity) }
    }
    case 'binary':
      return binary(
        expression.operator,
        evaluate(expression.left, at, reader),
        evaluate(expression.right, at, reader),
      )
    case 'comparison':
      return comparison(
        expression.operator,
        evaluate(expression.left, at, reader),
        evaluate(expression.right, at, reader),
      )
    case 'call': {
      const { name, args } = expression
      return evaluateCall({
        name,
        args,
        at,
        reader,
        evaluate: (part, place) => evaluate(part, place, reader),
      })
    }
  }
}

const ARITHMETIC: Readonly<Record<Operator, (a: Quantity, b: Quantity) => Quantity>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
}

function binary(operator: Operator, left: Value, right: Value): Value {
  const coverage = poorerCoverage(left.coverage, right.coverage)
  const missing = left.why ?? right.why
  if (missing) return unknownBecause(missing, coverage)
  const quantity = ARITHMETIC[operator](left.quantity, right.quantity)
  return quantity.value === null
    ? unknownBecause(DIVIDED_BY_ZERO, coverage)
    : { quantity, coverage, why: null }
}

const HOLDS: Readonly<Record<Comparator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
}

/** 1 when it holds, 0 when not: only `if` ever sees it. */
function comparison(operator: Comparator, left: Value, right: Value): Value {
  const coverage = poorerCoverage(left.coverage, right.coverage)
  const { value: a } = left.quantity
  const { value: b } = right.quantity
  if (a === null || b === null) return unknownBecause(left.why ?? right.why ?? DIVIDED_BY_ZERO, coverage)
  const value = HOLDS[operator](compareValues(a, b)) ? '1' : '0'
  return { quantity: { value, qualifier: 'exact' }, coverage, why: null }
}

function constant(value: string, unitCode: string | null): Value {
  const unit = unitCode === null ? undefined : findUnit(unitCode)
  const base = unit ? canonical(toBase(decimal(value), unit)) : value
  return { quantity: { value: base, qualifier: 'exact' }, coverage: NO_PARTS, why: null }
}

const DIVIDED_BY_ZERO = text('除数为零', 'the divisor is zero')
