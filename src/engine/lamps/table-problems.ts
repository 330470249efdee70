import { shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import {
  COLOUR_WORDS,
  DIMENSION_WORDS,
  LAMP_COLOURS,
  LAMP_DIMENSIONS,
  MEASURES,
  severity,
  type LampDimension,
  type LampRule,
  type LampTable,
} from '#engine/lamps/lamp-table'
import { rangeProblems, type RangeProblemCode } from '#engine/lamps/range-problems'

export type LampTableProblemCode =
  | RangeProblemCode
  | 'no_rules'
  | 'no_bands'
  | 'unknown_dimension'
  | 'unknown_measure'
  | 'wrong_measure'
  | 'unknown_colour'
  | 'wrong_order'

/** One thing wrong with a table of lamps: in which dimension and band (from 0), what was given, how to mend it. */
export interface LampTableProblem {
  readonly code: LampTableProblemCode
  readonly dimension?: LampDimension
  readonly band?: number
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

/** Everything wrong with a table, also one read from JSON; an empty list means that every value has exactly one lamp. */
export function lampTableProblems(table: LampTable): LampTableProblem[] {
  const named = Object.entries(table.rules)
  if (named.length === 0) return [NO_RULES]
  const strangers = named.filter(([name]) => !LAMP_DIMENSIONS.some((dimension) => dimension === name))
  return [
    ...strangers.map(([name]) => unknown('unknown_dimension', name)),
    ...LAMP_DIMENSIONS.flatMap((dimension) => {
      const rule = table.rules[dimension]
      return rule === undefined ? [] : ruleProblems(rule, dimension)
    }),
  ]
}

function ruleProblems(rule: LampRule, dimension: LampDimension): LampTableProblem[] {
  const traits = Object.hasOwn(MEASURES, rule.measure) ? MEASURES[rule.measure] : undefined
  if (!traits) return [{ ...unknown('unknown_measure', rule.measure), dimension }]
  if (traits.dimension !== dimension) return [wrongMeasure(dimension, traits.dimension)]
  if (rule.bands.length === 0) return [noBands(dimension)]
  const strange = [...rule.bands.map(({ colour }) => colour), rule.settled ?? 'green'].filter(
    (colour) => !LAMP_COLOURS.includes(colour),
  )
  if (strange.length > 0)
    return strange.map((colour) => ({ ...unknown('unknown_colour', colour), dimension }))
  const ranges = rangeProblems(rule.bands, traits).map(({ at, says, ...rest }) => ({
    ...rest,
    dimension,
    band: at,
    says: inDimension(dimension, says),
  }))
  return [...ranges, ...orderProblems(rule, dimension)]
}

/** The lamps may only get worse as the value does. */
function orderProblems({ measure, bands }: LampRule, dimension: LampDimension): LampTableProblem[] {
  const sign = MEASURES[measure].worse === 'more' ? 1 : -1
  return bands.slice(1).flatMap(({ colour }, index) => {
    const before = bands[index]?.colour ?? colour
    if (sign * (severity(colour) - severity(before)) >= 0) return []
    const [first, second] = [COLOUR_WORDS[before], COLOUR_WORDS[colour]]
    const says = text(
      `第${index + 1}档“${first.zh}”与第${index + 2}档“${second.zh}”的轻重顺序颠倒`,
      `Band ${index + 1} (${first.en}) and band ${index + 2} (${second.en}) are in the wrong order`,
    )
    const mend = text('数值越差，灯色须越重', 'The worse the value, the worse the colour')
    const value = `${before}, ${colour}`
    return [
      {
        code: 'wrong_order' as const,
        dimension,
        band: index + 1,
        value,
        says: inDimension(dimension, says),
        mend,
      },
    ]
  })
}

const inDimension = (dimension: LampDimension, says: Text): Text =>
  text(`${DIMENSION_WORDS[dimension].zh}：${says.zh}`, `${DIMENSION_WORDS[dimension].en}: ${says.en}`)

const NO_RULES: LampTableProblem = {
  code: 'no_rules',
  value: '',
  says: text('规则表没有任何一项规则', 'The table has no rule'),
  mend: text('请至少为一个方面设定规则', 'Set a rule for at least one dimension'),
}

const noBands = (dimension: LampDimension): LampTableProblem => ({
  code: 'no_bands',
  dimension,
  value: '',
  says: inDimension(dimension, text('没有任何一档', 'there is no band')),
  mend: text('请至少设一档', 'Set at least one band'),
})

const wrongMeasure = (dimension: LampDimension, belongs: LampDimension): LampTableProblem => ({
  code: 'wrong_measure',
  dimension,
  value: belongs,
  says: inDimension(
    dimension,
    text(
      `所选的尺度属于“${DIMENSION_WORDS[belongs].zh}”`,
      `the measure belongs to ${DIMENSION_WORDS[belongs].en}`,
    ),
  ),
  mend: text('请改选本方面的尺度', 'Choose a measure of this dimension'),
})

function unknown(
  code: 'unknown_dimension' | 'unknown_measure' | 'unknown_colour',
  given: string,
): LampTableProblem {
  const value = shown(given)
  const known = {
    unknown_dimension: LAMP_DIMENSIONS,
    unknown_measure: Object.keys(MEASURES),
    unknown_colour: LAMP_COLOURS,
  }[code]
  return {
    code,
    value,
    says: text(`不认识“${value}”`, `${value} is not known here`),
    mend: text(`可用：${known.join('、')}`, `Use one of: ${known.join(', ')}`),
  }
}
