import type { Expression } from '#engine/formula/expression'
import { findUnit } from '#engine/quantity/unit'

/** How operands are written: a name, or a name with its value filled in. */
export type OperandWords = (code: string) => string

/** How a call is written as a whole, as 累计(开工项目数) 21个; undefined leaves it to its parts. */
export type CallWords = (call: Extract<Expression, { kind: 'call' }>) => string | undefined

interface Words {
  readonly operand: OperandWords
  readonly call: CallWords
}

/** The formula in words with × and ÷, brackets only where needed; `operand` writes each indicator. */
export function printFormula(
  expression: Expression,
  operand: OperandWords,
  call: CallWords = () => undefined,
): string {
  return print(expression, { operand, call }, 0)
}

const STRENGTH = { '+': 1, '-': 1, '*': 2, '/': 2 } as const
const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const
const COMPARED = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '<>': '≠' } as const

function print(expression: Expression, words: Words, outer: number): string {
  switch (expression.kind) {
    case 'number':
      return expression.value + (expression.unit === null ? '' : (findUnit(expression.unit)?.zh ?? ''))
    case 'indicator':
      return words.operand(expression.name)
    case 'negative':
      return `−${print(expression.operand, words, 3)}`
    case 'binary':
      return printBinary(expression, words, outer)
    case 'comparison':
      return `${print(expression.left, words, 0)} ${COMPARED[expression.operator]} ${print(expression.right, words, 0)}`
    case 'call':
      return printCall(expression, words)
  }
}

function printCall(call: Extract<Expression, { kind: 'call' }>, words: Words): string {
  const parts = () => call.args.map((arg) => print(arg, words, 0)).join(', ')
  return words.call(call) ?? `${call.name}(${parts()})`
}

/** The right side binds tighter: a − (b − c) and a ÷ (b × c) need their brackets. */
function printBinary(
  expression: Extract<Expression, { kind: 'binary' }>,
  words: Words,
  outer: number,
): string {
  const strength = STRENGTH[expression.operator]
  const left = print(expression.left, words, strength)
  const right = print(expression.right, words, strength + 1)
  const written = `${left} ${SIGNS[expression.operator]} ${right}`
  return strength < outer ? `(${written})` : written
}
