import type { PlanError, PlannedIndicator } from '#engine/figures/plan'
import { isRate, isSameDimension, quotientOf, type Unit } from '#engine/quantity/unit'
import { text, type Text } from '#engine/result/result'

/** Why an indicator may not roll up as it says, or null. `measures` holds the unit of every known indicator. */
export function checkRollup(
  { indicator, measure }: Pick<PlannedIndicator, 'indicator' | 'measure'>,
  measures: ReadonlyMap<string, Unit>,
): PlanError | null {
  const { rollup, code } = indicator
  const refuse = (message: Text): PlanError => ({ code: 'bad_rollup', subject: code, message })
  switch (rollup.rule) {
    case 'sum':
      return isRate(measure) ? refuse(sumOfRates(code)) : null
    case 'weighted_mean':
      return measures.has(rollup.weight) ? null : refuse(missing(code, rollup.weight))
    case 'ratio_of_sums': {
      const [top, bottom] = [measures.get(rollup.numerator), measures.get(rollup.denominator)]
      if (!top) return refuse(missing(code, rollup.numerator))
      if (!bottom) return refuse(missing(code, rollup.denominator))
      const fits = isSameDimension(quotientOf(top.dimension, bottom.dimension), measure.dimension)
      return fits ? null : refuse(wrongRatio({ code, top, bottom, measure }))
    }
    case 'last':
    case 'none':
      return null
  }
}

const sumOfRates = (code: string) =>
  text(`指标 ${code} 是百分率，不能相加汇总`, `Indicator ${code} is a rate: rates do not add up`)

const missing = (code: string, other: string) =>
  text(`指标 ${code} 的汇总引用了不存在的指标 ${other}`, `The roll-up of ${code} reads an unknown indicator ${other}`)

const wrongRatio = ({ code, top, bottom, measure }: { code: string; top: Unit; bottom: Unit; measure: Unit }) =>
  text(
    `指标 ${code}：${top.zh} ÷ ${bottom.zh} 得不到 ${measure.zh}`,
    `Indicator ${code}: ${top.zh} ÷ ${bottom.zh} does not yield ${measure.zh}`,
  )
