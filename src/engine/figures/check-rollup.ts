import type { Rollup } from '#engine/figures/indicator'
import type { PlanError, PlannedIndicator } from '#engine/figures/plan'
import { isRate, isSameDimension, quotientOf, type Unit } from '#engine/quantity/unit'
import { text, type Text } from '#engine/result/result'

/** Why an indicator may not roll up as it says, or null. `measures` holds the unit of every known indicator. */
export function checkRollup(
  { indicator, measure }: Pick<PlannedIndicator, 'indicator' | 'measure'>,
  measures: ReadonlyMap<string, Unit>,
): PlanError | null {
  const { rollup, code } = indicator
  switch (rollup.rule) {
    case 'sum':
      return isRate(measure) ? refuse(code, sumOfRates(code)) : null
    case 'weighted_mean':
      return measures.has(rollup.weight) ? null : refuse(code, missing(code, rollup.weight))
    case 'ratio_of_sums':
      return checkRatio({ code, measure, measures }, rollup)
    case 'last':
    case 'none':
      return null
  }
}

interface Ratio {
  readonly code: string
  readonly measure: Unit
  readonly measures: ReadonlyMap<string, Unit>
}

function checkRatio(
  { code, measure, measures }: Ratio,
  rule: Extract<Rollup, { rule: 'ratio_of_sums' }>,
): PlanError | null {
  const top = measures.get(rule.numerator)
  const bottom = measures.get(rule.denominator)
  if (!top || !bottom) return refuse(code, missing(code, top ? rule.denominator : rule.numerator))
  const fits = isSameDimension(quotientOf(top.dimension, bottom.dimension), measure.dimension)
  return fits ? null : refuse(code, wrongRatio({ code, top, bottom, measure }))
}

const refuse = (subject: string, message: Text): PlanError => ({ code: 'bad_rollup', subject, message })

const sumOfRates = (code: string) =>
  text(`指标 ${code} 是百分率，不能相加汇总`, `Indicator ${code} is a rate: rates do not add up`)

const missing = (code: string, other: string) =>
  text(
    `指标 ${code} 的汇总引用了不存在的指标 ${other}`,
    `The roll-up of ${code} reads an unknown indicator ${other}`,
  )

const wrongRatio = ({
  code,
  top,
  bottom,
  measure,
}: {
  code: string
  top: Unit
  bottom: Unit
  measure: Unit
}) =>
  text(
    `指标 ${code}：${top.zh} ÷ ${bottom.zh} 得不到 ${measure.zh}`,
    `Indicator ${code}: ${top.zh} ÷ ${bottom.zh} does not yield ${measure.zh}`,
  )
