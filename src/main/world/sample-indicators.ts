import type { SampleIndicator } from './sample-indicators.data'
import { sampleRules } from './sample-rules.data'
import type { SampleSize } from './sample-size'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

function rollupFields({ rollup }: SampleIndicator): Readonly<Record<string, unknown>> {
  if (rollup === 'sum' || rollup === 'none') return { rollup }
  if ('by' in rollup) return { rollup: 'weighted_mean', weight: rollup.by }
  return { rollup: 'ratio_of_sums', numerator: rollup.over[0], denominator: rollup.over[1] }
}

/**
 * A ratio of sums is worked out from its two parts at every level, over the parks that know both. A formula would come
 * first, and would divide what eight parks spent by what ten earned.
 */
const sourceFields = ({ formula, rollup }: SampleIndicator): Readonly<Record<string, unknown>> =>
  formula && rollup === 'none' ? { source: 'formula', formula } : { source: 'reported', formula: null }

const spans = {
  period: { zh: '当月数', en: 'of the month' },
  ytd: { zh: '年初以来累计数', en: 'since January' },
  stock: { zh: '期末数', en: 'at the month’s end' },
}

/** A formula with the English names, for the English definition; its Chinese form is what is calculated. */
function inEnglish(formula: string, indicators: readonly SampleIndicator[]): string {
  const english = (zh: string) => indicators.find((one) => one.zh === zh)?.en ?? zh
  return formula.replace(/(?<=[[(])[^[\]()]+(?=[\])])/g, english)
}

function definition(indicator: SampleIndicator, all: readonly SampleIndicator[]): readonly [string, string] {
  const { formula, zh, en } = indicator
  if (formula) return [`按公式计算：${formula}。`, `Worked out as ${inEnglish(formula, all)}.`]
  const span = spans[indicator.accumulation]
  return [`${zh}，由园区按月填报的${span.zh}。`, `${en}, reported monthly by each park: ${span.en}.`]
}

/** The sample zone's indicators as rows; they belong to the sample zone, whose economic bureau keeps them. */
export function sampleIndicatorRows(size: SampleSize): SeedRow[] {
  const codes = new Map(sampleRules.map((rule) => [rule.indicator, rule.partOf]))
  const parts = (code: string) => size.indicators.find((one) => one.code === codes.get(code))?.code ?? null
  return size.indicators.map((indicator, index) => {
    const [zh, en] = definition(indicator, size.indicators)
    return {
      id: indicator.code,
      unit_id: sampleZone.code,
      sample: true,
      code: indicator.code,
      name_zh: indicator.zh,
      name_en: indicator.en,
      definition_zh: zh,
      definition_en: en,
      unit: indicator.unit,
      decimals: indicator.decimals,
      direction: indicator.direction,
      frequency: 'month',
      accumulation: indicator.accumulation,
      ...rollupFields(indicator),
      ...sourceFields(indicator),
      of_which: parts(indicator.code),
      theme: indicator.theme,
      position: index,
      key_figure: indicator.key ?? false,
    }
  })
}

/** The rules whose indicators are there. Sides are written by name, as an analyst would read them. */
export function sampleRuleRows(size: SampleSize): SeedRow[] {
  const names = new Map(size.indicators.map((indicator) => [indicator.code, indicator.zh]))
  return sampleRules
    .filter((rule) => names.has(rule.indicator) && (!rule.partOf || names.has(rule.partOf)))
    .map((rule) => ({
      id: rule.id,
      unit_id: sampleZone.code,
      sample: true,
      name_zh: rule.zh,
      name_en: rule.en,
      kind: rule.kind,
      indicator: rule.indicator,
      ...rule.fields,
      ...(rule.partOf && {
        left_side: `[${names.get(rule.indicator)}]`,
        operator: '<=',
        right_side: `[${names.get(rule.partOf)}]`,
      }),
    }))
}
