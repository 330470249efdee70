import type { FunctionName } from '#engine/formula/functions'
import type { Text } from '#engine/result/result'

/** Binary arithmetic and the comparisons that only the condition of `if` may hold. */
export type Operator = '+' | '-' | '*' | '/'
export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '<>'

/** `at` is the place in the text, from 1, that an error about this node points to. */
export type Expression =
  | { readonly kind: 'number'; readonly value: string; readonly unit: string | null; readonly at: number }
  | { readonly kind: 'indicator'; readonly name: string; readonly at: number }
  | { readonly kind: 'negative'; readonly operand: Expression; readonly at: number }
  | {
      readonly kind: 'binary'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly kind: 'call'
      readonly name: FunctionName
      readonly args: readonly Expression[]
      readonly at: number
    }

export type FormulaErrorCode =
  | 'too_long'
  | 'too_deep'
  | 'too_many_parts'
  | 'unexpected_character'
  | 'unexpected_end'
  | 'unexpected_part'
  | 'unknown_function'
  | 'wrong_arguments'
  | 'unknown_name'
  | 'unit_mismatch'
  | 'bare_number'
  | 'scaled_twice'
  | 'nested_too_far'

/** Why a formula is refused: what, where in the text (from 1), and a sentence for the person who wrote it. */
export interface FormulaError {
  readonly code: FormulaErrorCode
  readonly at: number
  readonly message: Text
}

/** The parts directly inside an expression, in the order they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'indicator':
      return []
    case 'negative':
      return [expression.operand]
    case 'binary':
    case 'comparison':
      return [expression.left, expression.right]
    case 'call':
      return expression.args
  }
}
