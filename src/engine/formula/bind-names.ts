import { partsOf, type Expression, type FormulaError } from '#engine/formula/expression'
import { readsElsewhere, FUNCTIONS, type Step } from '#engine/formula/functions'
import { refuse } from '#engine/formula/tokens'
import { ok, text, type Result } from '#engine/result/result'

/**
 * The formula with every name replaced by its indicator's code. `find` takes a code or a Chinese or English name;
 * the first name it does not know is refused with its place.
 */
export function bindNames(
  expression: Expression,
  find: (name: string) => string | undefined,
): Result<Expression, FormulaError> {
  const unknown = indicatorsIn(expression).find(({ name }) => find(name) === undefined)
  if (unknown) {
    const message = text(`没有指标“${unknown.name}”`, `There is no indicator “${unknown.name}”`)
    return refuse('unknown_name', unknown.at, message)
  }
  return ok(renamed(expression, find))
}

/** An indicator that a formula reads, and the steps from the formula's place to where it is read, outermost first. */
export interface Reading {
  readonly code: string
  readonly path: readonly Step[]
}

/** Every reading of a bound formula once; yoy(ytd(x)) reads x along [last_year, year_to_date] and [year_to_date]. */
export function readingsOf(expression: Expression): readonly Reading[] {
  const all = readings(expression, [])
  return [...new Map(all.map((reading) => [`${reading.code} ${reading.path.join(' ')}`, reading])).values()]
}

function readings(expression: Expression, path: readonly Step[]): readonly Reading[] {
  if (expression.kind === 'indicator') return [{ code: expression.name, path }]
  const isElsewhere = expression.kind === 'call' && readsElsewhere(expression.name, expression.args.length)
  const ways: readonly (readonly Step[])[] = isElsewhere ? FUNCTIONS[expression.name].steps : [[]]
  return partsOf(expression).flatMap((part) => ways.flatMap((steps) => readings(part, [...path, ...steps])))
}

type IndicatorNode = Extract<Expression, { kind: 'indicator' }>

function indicatorsIn(expression: Expression): readonly IndicatorNode[] {
  return expression.kind === 'indicator' ? [expression] : partsOf(expression).flatMap(indicatorsIn)
}

function renamed(expression: Expression, find: (name: string) => string | undefined): Expression {
  const again = (part: Expression) => renamed(part, find)
  switch (expression.kind) {
    case 'number':
      return expression
    case 'indicator':
      return { ...expression, name: find(expression.name) ?? expression.name }
    case 'negative':
      return { ...expression, operand: again(expression.operand) }
    case 'binary':
    case 'comparison':
      return { ...expression, left: again(expression.left), right: again(expression.right) }
    case 'call':
      return { ...expression, args: expression.args.map(again) }
  }
}
