import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import type { Discrepancy } from '#engine/figures/discrepancy'
import { workOut } from '#engine/figures/formula-cell'
import type { Rollup } from '#engine/figures/indicator'
import type { Plan } from '#engine/figures/plan'
import { UNREPORTED } from '#engine/figures/unknown-cell'
import { type FunctionName, FUNCTIONS } from '#engine/formula/functions'
import { type CallWords, printFormula } from '#engine/formula/print-formula'
import { quantityInUnit } from '#engine/quantity/convert-quantity'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import type { Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

/** A cell and the keys it was computed from. */
interface Computed {
  readonly key: CellKey
  readonly cell: Cell
  readonly inputs: readonly CellKey[]
}

/** A long sum is told by its count; the inputs list the parts anyway. */
const MOST_TERMS = 12

/** '地区生产总值 350.4亿元 ÷ 从业人员 12.0万人 = 29.2万元/人'; null for what was reported or is not computed. */
export function calculationText(plan: Plan, computed: Computed, read: Read): Text | null {
  const { cell, inputs } = computed
  if (inputs.length === 0) return null
  const write = cell.origin === 'formula' ? formulaText : cell.origin === 'rollup' ? rollupText : null
  return write
    ? text(write({ plan, read, language: 'zh' }, computed), write({ plan, read, language: 'en' }, computed))
    : null
}

/** What the unit reported beside what its parts give, with coverage; null when they agree. */
export function discrepancyText(plan: Plan, key: CellKey, found: Discrepancy | undefined): Text | null {
  if (!found) return null
  const shown = (q: Quantity, language: Language) => shownFigure(plan, key.indicator, { q, language })
  const { own, derived, difference } = found
  const { have, of } = derived.coverage
  const words = (language: Language) => [own, derived].map((cell) => shown(quantityOf(cell), language))
  const [ownZh, derivedZh] = words('zh')
  const [ownEn, derivedEn] = words('en')
  return text(
    `本级为 ${ownZh}，按下级或公式为 ${derivedZh}（覆盖 ${have}/${of}），相差 ${shown(difference, 'zh')}`,
    `Reported ${ownEn}; from below or by formula ${derivedEn} (${have} of ${of} known); difference ${shown(difference, 'en')}`,
  )
}

/** A quantity of an indicator with its decimals and unit. */
export function shownFigure(
  plan: Plan,
  code: string,
  { q, language }: { readonly q: Quantity; readonly language: Language },
): string {
  const planned = plan.indicators.get(code)
  if (!planned) return formatQuantity(q, { language })
  return formatQuantity(q, { language, unit: planned.measure.code, decimals: planned.indicator.decimals })
}

interface Writing {
  readonly plan: Plan
  readonly read: Read
  readonly language: Language
}

/** Functions that leave the unit of what they read as it is. */
const keepsUnit: ReadonlySet<FunctionName> = new Set(['ytd', 'prev'])

/** 累计(开工项目数) 21个: the value of the function, where that of the month alone would not give the result. */
function movedText({ plan, read, language }: Writing, key: CellKey): CallWords {
  return (call) => {
    const [of] = call.args
    const planned = of?.kind === 'indicator' ? plan.indicators.get(of.name) : undefined
    if (of?.kind !== 'indicator' || !planned || !keepsUnit.has(call.name)) return undefined
    const { value } = workOut(call, { plan, key, read })
    const q = quantityInUnit(value.quantity, planned.measure)
    const called = language === 'zh' ? (FUNCTIONS[call.name].aliases[0] ?? call.name) : call.name
    return `${called}(${planned.indicator.name[language]}) ${shownFigure(plan, of.name, { q, language })}`
  }
}

/** Values are filled in where a name is read at the cell's own place; what functions read elsewhere is in the inputs. */
function formulaText(writing: Writing, { key, cell, inputs }: Computed): string {
  const { plan, read, language } = writing
  const formula = plan.indicators.get(key.indicator)?.formula
  if (!formula) return ''
  const readHere = new Set(
    inputs.filter((at) => at.unit === key.unit && at.period === key.period).map((at) => at.indicator),
  )
  const operand = (code: string): string => {
    const name = plan.indicators.get(code)?.indicator.name[language] ?? code
    if (!readHere.has(code)) return name
    const here = read.cell({ ...key, indicator: code }) ?? UNREPORTED
    return `${name} ${shownFigure(plan, code, { q: quantityOf(here), language })}`
  }
  return `${printFormula(formula, operand, movedText(writing, key))} = ${shownFigure(plan, key.indicator, { q: quantityOf(cell), language })}`
}

const RULE_WORDS: Readonly<Record<Rollup['rule'], Text>> = {
  sum: text('下级合计', 'sum of the units below'),
  weighted_mean: text('下级加权平均', 'weighted mean of the units below'),
  ratio_of_sums: text('分子合计 ÷ 分母合计', 'sum of numerators ÷ sum of denominators'),
  last: text('下级最后一个已知值', 'last known value of the units below'),
  none: text('不汇总', 'no roll-up'),
}

function rollupText({ plan, read, language }: Writing, { key, cell, inputs }: Computed): string {
  const rule = plan.indicators.get(key.indicator)?.indicator.rollup.rule ?? 'none'
  const total = shownFigure(plan, key.indicator, { q: quantityOf(cell), language })
  const known = inputs.map((input) => read.cell(input) ?? UNREPORTED).filter((input) => input.value !== null)
  const terms = known.map((input) => formatQuantity(quantityOf(input), { language }))
  const isListed = rule === 'sum' && terms.length > 0 && terms.length <= MOST_TERMS
  const { have, of } = cell.coverage
  const covered = language === 'zh' ? `（覆盖 ${have}/${of}）` : ` (${have} of ${of} known)`
  return `${RULE_WORDS[rule][language]}: ${isListed ? `${terms.join(' + ')} = ` : ''}${total}${covered}`
}
