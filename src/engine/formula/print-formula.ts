import type { Expression } from '#engine/formula/expression'
import { findUnit } from '#engine/quantity/unit'

/** How operands are written: a name, or a name with its value filled in. */
export type OperandWords = (code: string) => string

/** The formula in words with × and ÷, brackets only where needed; `operand` writes each indicator. */
export function printFormula(expression: Expression, operand: OperandWords): string {
  return print(expression, operand, 0)
}

const STRENGTH = { '+': 1, '-': 1, '*': 2, '/': 2 } as const
const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const
const COMPARED = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '<>': '≠' } as const

function print(expression: Expression, operand: OperandWords, outer: number): string {
  switch (expression.kind) {
    case 'number':
      return expression.value + (expression.unit === null ? '' : (findUnit(expression.unit)?.zh ?? ''))
    case 'indicator':
      return operand(expression.name)
    case 'negative':
      return `−${print(expression.operand, operand, 3)}`
    case 'binary':
      return printBinary(expression, operand, outer)
    case 'comparison':
      return `${print(expression.left, operand, 0)} ${COMPARED[expression.operator]} ${print(expression.right, operand, 0)}`
    case 'call':
      return `${expression.name}(${expression.args.map((arg) => print(arg, operand, 0)).join(', ')})`
  }
}

/** The right side binds tighter: a − (b − c) and a ÷ (b × c) need their brackets. */
function printBinary(
  expression: Extract<Expression, { kind: 'binary' }>,
  operand: OperandWords,
  outer: number,
): string {
  const strength = STRENGTH[expression.operator]
  const left = print(expression.left, operand, strength)
  const right = print(expression.right, operand, strength + 1)
  const words = `${left} ${SIGNS[expression.operator]} ${right}`
  return strength < outer ? `(${words})` : words
}
