import { text, type Text } from '#engine/result/result'

/**
 * How a function moves the place where its argument is read. Each has an inverse, so that a changed figure finds
 * the figures that read it: the figures room holds both directions in one table.
 */
export type Step = 'last_year' | 'previous' | 'year_to_date' | 'parent' | 'children' | 'siblings'

interface FormulaFunction {
  /** Least and most arguments. */
  readonly arity: readonly [least: number, most: number]
  /** Places read besides or instead of the place itself, when called with one argument. */
  readonly steps: readonly (readonly Step[])[]
  /** True when the argument must be an indicator, not a calculation. */
  readonly onlyIndicator: boolean
  readonly aliases: readonly string[]
  readonly meaning: Text
}

const MANY = 50

/** The whole vocabulary. What a function does when a figure is missing is part of its meaning. */
export const FUNCTIONS = {
  yoy: {
    arity: [1, 1],
    steps: [[], ['last_year']],
    onlyIndicator: false,
    aliases: ['同比'],
    meaning: text(
      '同比：本期比上年同期的增长率；本身是百分率的指标取相差的百分点；上年同期未知、为零或为负时未知',
      'growth on the same period last year; for a rate, the difference in points; unknown on an unknown, zero or negative base',
    ),
  },
  prev: {
    arity: [1, 1],
    steps: [['previous']],
    onlyIndicator: false,
    aliases: ['上期'],
    meaning: text('上一期的值', 'the value one period earlier'),
  },
  ytd: {
    arity: [1, 1],
    steps: [['year_to_date']],
    onlyIndicator: false,
    aliases: ['累计'],
    meaning: text(
      '年初至本期累计；本身按累计填报的指标即为本期值；缺月份时为部分累计并写明覆盖',
      'sum since the start of the year; a figure reported cumulatively stays itself; missing months are told by coverage',
    ),
  },
  share: {
    arity: [1, 1],
    steps: [[], ['parent']],
    onlyIndicator: false,
    aliases: ['占比'],
    meaning: text('占上级单位同一指标的比重', "share of the parent unit's value"),
  },
  rank: {
    arity: [1, 1],
    steps: [[], ['siblings']],
    onlyIndicator: true,
    aliases: ['排名', '位次'],
    meaning: text(
      '在同级单位中的位次，并列者同位，其后跳号；方向“越小越好”的指标按升序',
      'place among the units under the same parent; ties share a place and the next is skipped; ascending where less is better',
    ),
  },
  sum: {
    arity: [1, MANY],
    steps: [['children']],
    onlyIndicator: false,
    aliases: ['求和', '合计'],
    meaning: text(
      '多个参数求和；只有一个参数时对下级单位求和；缺项写明覆盖',
      'sum of the arguments; of one argument, over the child units; what is missing is told by coverage',
    ),
  },
  avg: {
    arity: [1, MANY],
    steps: [['children']],
    onlyIndicator: false,
    aliases: ['平均'],
    meaning: text(
      '多个参数的平均；一个参数时为下级单位平均；只平均已知项',
      'mean of the arguments, or over the child units; of what is known',
    ),
  },
  min: {
    arity: [1, MANY],
    steps: [['children']],
    onlyIndicator: false,
    aliases: ['最小'],
    meaning: text('最小值；一个参数时取下级单位', 'least of the arguments, or over the child units'),
  },
  max: {
    arity: [1, MANY],
    steps: [['children']],
    onlyIndicator: false,
    aliases: ['最大'],
    meaning: text('最大值；一个参数时取下级单位', 'greatest of the arguments, or over the child units'),
  },
  if: {
    arity: [3, 3],
    steps: [],
    onlyIndicator: false,
    aliases: ['如果'],
    meaning: text(
      'if(条件, 成立时, 不成立时)；条件所需的值未知时结果未知',
      'if(condition, then, else); unknown when the condition is',
    ),
  },
} as const satisfies Record<string, FormulaFunction>

export type FunctionName = keyof typeof FUNCTIONS

const BY_NAME = new Map<string, FunctionName>(
  (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) => [
    [name, name] as const,
    ...FUNCTIONS[name].aliases.map((alias) => [alias, name] as const),
  ]),
)

/** The function of an English name in any case or a Chinese alias; undefined when there is none. */
export const findFunction = (name: string): FunctionName | undefined => BY_NAME.get(name.toLowerCase())

/** True for a call that reads its argument elsewhere: another period, the parent, the children, the siblings. */
export const readsElsewhere = (name: FunctionName, args: number): boolean =>
  FUNCTIONS[name].steps.length > 0 && (args === 1 || FUNCTIONS[name].arity[1] === 1)
