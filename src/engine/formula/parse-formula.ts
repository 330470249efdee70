import type { Comparator, Expression, FormulaError, Operator } from '#engine/formula/expression'
import { findFunction, type FunctionName } from '#engine/formula/functions'
import { PARSE_REASONS as REASONS, checkCall } from '#engine/formula/parse-reasons'
import { refuse, tokenize, type Token } from '#engine/formula/tokens'
import { canonical } from '#engine/quantity/decimal'
import { ok, type Result } from '#engine/result/result'

type Parsed = Result<Expression, FormulaError>

/** Limits that keep a hostile formula from costing more than its author's patience. */
export const DEEPEST = 50
export const MOST_NODES = 500

/**
 * Reads '[地区生产总值] / 从业人员', 'if(增速 >= 8%, 1, 0)', 'yoy(ytd(F001))'. Chinese punctuation is accepted.
 * Names stay as written; `bindNames` turns them into codes. Refusals carry the place in the text.
 */
export function parseFormula(formula: string): Parsed {
  const tokens = tokenize(formula)
  if (!tokens.ok) return tokens
  const parser = new Parser(tokens.value)
  const parsed = parser.sum(0)
  if (!parsed.ok || parser.peek().kind === 'end') return parsed
  return REASONS.unexpectedPart(parser.peek())
}

/** Recursive descent over a list of words; it holds a place in the list and a count of nodes, nothing else. */
class Parser {
  private place = 0
  private nodes = 0

  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token {
    return this.tokens[Math.min(this.place, this.tokens.length - 1)] as Token
  }

  sum(depth: number): Parsed {
    return this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.factor(depth)))
  }

  private chain(operators: readonly string[], next: () => Parsed): Parsed {
    let left = next()
    while (left.ok && operators.some((operator) => this.isAt(operator))) {
      const { text: operator, at } = this.take()
      const right = next()
      if (!right.ok) return right
      left = this.node({
        kind: 'binary',
        operator: operator as Operator,
        left: left.value,
        right: right.value,
        at,
      })
    }
    return left
  }

  private factor(depth: number): Parsed {
    const token = this.take()
    if (depth >= DEEPEST) return REASONS.tooDeep(token)
    switch (token.kind) {
      case 'number':
        return this.node({ kind: 'number', value: canonical(token.text), unit: token.unit, at: token.at })
      case 'quoted':
        return this.node({ kind: 'indicator', name: token.text, at: token.at })
      case 'name':
        return this.isAt('(')
          ? this.call(token, depth + 1)
          : this.node({ kind: 'indicator', name: token.text, at: token.at })
      case 'symbol':
        return this.prefixed(token, depth + 1)
      case 'end':
        return REASONS.unexpectedPart(token)
    }
  }

  private prefixed(token: Token, depth: number): Parsed {
    if (token.text === '(') return this.closed(this.sum(depth))
    if (token.text !== '-') return REASONS.unexpectedPart(token)
    const operand = this.factor(depth)
    return operand.ok ? this.node({ kind: 'negative', operand: operand.value, at: token.at }) : operand
  }

  private call(token: Token, depth: number): Parsed {
    const name = findFunction(token.text)
    if (!name) return REASONS.unknownFunction(token)
    const args: Expression[] = []
    do {
      this.take()
      const arg = this.argument(name, args.length, depth)
      if (!arg.ok) return arg
      args.push(arg.value)
    } while (this.isAt(','))
    const checked = checkCall(name, args, token)
    return checked.ok ? this.closed(this.node(checked.value)) : checked
  }

  /** Only the first argument of `if` is a comparison; true and false are not figures. */
  private argument(name: FunctionName, index: number, depth: number): Parsed {
    const left = this.sum(depth)
    if (!left.ok || name !== 'if' || index > 0) return left
    const { text: word, at } = this.take()
    if (!isComparator(word)) return REASONS.needsComparison(at)
    const right = this.sum(depth)
    if (!right.ok) return right
    return this.node({ kind: 'comparison', operator: word, left: left.value, right: right.value, at })
  }

  private closed(inner: Parsed): Parsed {
    if (!inner.ok) return inner
    return this.isAt(')') ? (this.take(), inner) : REASONS.unexpectedPart(this.peek())
  }

  private node(expression: Expression): Parsed {
    this.nodes += 1
    return this.nodes > MOST_NODES
      ? refuse('too_many_parts', expression.at, REASONS.tooManyParts)
      : ok(expression)
  }

  private isAt(symbol: string): boolean {
    const token = this.peek()
    return token.kind === 'symbol' && token.text === symbol
  }

  private take(): Token {
    const token = this.peek()
    this.place += 1
    return token
  }
}

const isComparator = (word: string): word is Comparator => ['<', '<=', '>', '>=', '=', '<>'].includes(word)
