import { partsOf, type Expression, type FormulaError } from '#engine/formula/expression'
import { FUNCTIONS, readsElsewhere, type FunctionName } from '#engine/formula/functions'
import { refuse, type Token } from '#engine/formula/tokens'
import { ok, text, type Result } from '#engine/result/result'

/** yoy(ytd(x)) is a figure people use; a third level would only multiply readings (12 × 12 × 12). */
const MOST_STEPS = 2

/** The sentences with which the parser refuses, each naming the word it stopped at. */
export const PARSE_REASONS = {
  unexpectedPart: (token: Token) =>
    token.kind === 'end'
      ? refuse('unexpected_end', token.at, text('公式没有写完', 'The formula ends too early'))
      : refuse(
          'unexpected_part',
          token.at,
          text(
            `第 ${token.at} 字“${shown(token)}”不该在这里`,
            `“${shown(token)}” at ${token.at} does not belong here`,
          ),
        ),
  tooDeep: (token: Token) =>
    refuse(
      'too_deep',
      token.at,
      text('括号或函数嵌套太深（最多 50 层）', 'Brackets or functions are nested too deeply (at most 50)'),
    ),
  tooManyParts: text('公式的组成部分太多（最多 500 个）', 'The formula has too many parts (at most 500)'),
  unknownFunction: (token: Token) =>
    refuse(
      'unknown_function',
      token.at,
      text(`没有函数“${shown(token)}”`, `There is no function “${shown(token)}”`),
    ),
  needsComparison: (at: number) =>
    refuse(
      'wrong_arguments',
      at,
      text(
        'if 的第一个参数应是比较，如 增速 >= 8%',
        'The first argument of if is a comparison, such as growth >= 8%',
      ),
    ),
} as const

/** The call, if its arguments are of the right number and kind and it does not nest places too far. */
export function checkCall(
  name: FunctionName,
  args: readonly Expression[],
  token: Token,
): Result<Expression, FormulaError> {
  const { arity, onlyIndicator } = FUNCTIONS[name]
  const [least, most] = arity
  if (args.length < least || args.length > most) return refuse('wrong_arguments', token.at, wrongCount(name))
  if (onlyIndicator && args[0]?.kind !== 'indicator')
    return refuse('wrong_arguments', token.at, needsIndicator(name))
  const call: Expression = { kind: 'call', name, args, at: token.at }
  return stepsIn(call) > MOST_STEPS ? refuse('nested_too_far', token.at, nestedTooFar) : ok(call)
}

function stepsIn(expression: Expression): number {
  const inner = Math.max(0, ...partsOf(expression).map(stepsIn))
  return expression.kind === 'call' && readsElsewhere(expression.name, expression.args.length)
    ? inner + 1
    : inner
}

const shown = (token: Token): string => token.text.slice(0, 20)

const wrongCount = (name: FunctionName) => {
  const [least, most] = FUNCTIONS[name].arity
  const count = least === most ? String(least) : `${least}–${most}`
  return text(`函数 ${name} 需要 ${count} 个参数`, `${name} takes ${count} argument(s)`)
}

const needsIndicator = (name: FunctionName) =>
  text(`函数 ${name} 的参数应是一个指标`, `The argument of ${name} is one indicator`)

const nestedTooFar = text(
  '同比、上期、累计、占比等最多嵌套两层',
  'yoy, prev, ytd, share and the like nest at most two deep',
)
