import { checkRollup } from '#engine/figures/check-rollup'
import type { FigureUnit, Indicator } from '#engine/figures/indicator'
import type { Dependant, Plan, PlanError, PlannedIndicator } from '#engine/figures/plan'
import { badCode, duplicate, planUnits } from '#engine/figures/plan-units'
import { bindNames, readingsOf } from '#engine/formula/bind-names'
import { checkUnits } from '#engine/formula/check-units'
import { dependencyOrder } from '#engine/formula/dependency-order'
import type { Expression, FormulaError } from '#engine/formula/expression'
import { parseFormula } from '#engine/formula/parse-formula'
import { findUnit, type Unit } from '#engine/quantity/unit'
import { ok, text, type Result } from '#engine/result/result'

/**
 * Makes indicators and units ready. Every fault is listed with its owner; an indicator with a faulty formula or
 * roll-up keeps what is reported and computes nothing, so that one bad line does not stop the board.
 */
export function compilePlan(
  indicators: readonly Indicator[],
  units: readonly FigureUnit[],
): { readonly plan: Plan; readonly errors: readonly PlanError[] } {
  const tree = planUnits(units)
  const catalogue = catalogueOf(indicators)
  const drafts = catalogue.drafts.map((draft) => withFormula(draft, catalogue))
  const { planned, errors } = ordered(drafts.map(({ draft }) => draft))
  const dependants = dependantsOf([...planned.values()])
  const plan = { indicators: planned, units: tree.units, names: catalogue.names, dependants }
  return {
    plan,
    errors: [...tree.errors, ...catalogue.errors, ...drafts.flatMap((d) => d.errors), ...errors],
  }
}

/** An indicator on its way to being planned; its place in the order is not known yet. */
type Draft = Omit<PlannedIndicator, 'order'>

interface Catalogue {
  readonly drafts: readonly Draft[]
  readonly errors: readonly PlanError[]
  readonly names: ReadonlyMap<string, string>
  readonly measureOf: (code: string) => Unit
}

function catalogueOf(indicators: readonly Indicator[]): Catalogue {
  const drafts = new Map<string, Draft>()
  const errors: PlanError[] = []
  for (const indicator of indicators) {
    const { code } = indicator
    const measure = findUnit(indicator.unit)
    if (code === '' || code.includes('|'))
      errors.push({ code: 'bad_code', subject: code, message: badCode(code) })
    else if (drafts.has(code))
      errors.push({ code: 'duplicate_code', subject: code, message: duplicate(code) })
    else if (!measure)
      errors.push({ code: 'unknown_unit_of_measure', subject: code, message: noUnit(indicator) })
    else drafts.set(code, { indicator, measure, formula: null })
  }
  const names = namesOf([...drafts.values()])
  const measureOf = (code: string): Unit => drafts.get(code)?.measure ?? (findUnit('ratio') as Unit)
  return { drafts: [...drafts.values()], errors, names, measureOf }
}

/** Codes win over names; of two indicators with one name the first is meant. */
function namesOf(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const put = (name: string, code: string) =>
    names.has(name.toLowerCase()) || names.set(name.toLowerCase(), code)
  for (const { indicator } of drafts) put(indicator.code, indicator.code)
  for (const { indicator } of drafts) {
    put(indicator.name.zh, indicator.code)
    put(indicator.name.en, indicator.code)
  }
  return names
}

function withFormula(draft: Draft, catalogue: Catalogue): { draft: Draft; errors: readonly PlanError[] } {
  const { indicator } = draft
  const rollup = checkRollup(
    draft,
    new Map(catalogue.drafts.map((each) => [each.indicator.code, each.measure])),
  )
  const errors: PlanError[] = rollup ? [rollup] : []
  const sound: Draft = rollup ? { ...draft, indicator: { ...indicator, rollup: { rule: 'none' } } } : draft
  if (indicator.source !== 'formula') return { draft: sound, errors }
  const formula = formulaOf(draft, catalogue)
  if (formula.ok) return { draft: { ...sound, formula: formula.value }, errors }
  const { message, at } = formula.error
  return { draft: sound, errors: [...errors, { code: 'bad_formula', subject: indicator.code, message, at }] }
}

function formulaOf({ indicator, measure }: Draft, catalogue: Catalogue): Result<Expression, FormulaError> {
  const parsed = parseFormula(indicator.formula ?? '')
  if (!parsed.ok) return parsed
  const bound = bindNames(parsed.value, (name) => catalogue.names.get(name.toLowerCase()))
  if (!bound.ok) return bound
  const fits = checkUnits(bound.value, measure, catalogue.measureOf)
  return fits.ok ? ok(bound.value) : fits
}

function ordered(drafts: readonly Draft[]): {
  readonly planned: ReadonlyMap<string, PlannedIndicator>
  readonly errors: readonly PlanError[]
} {
  const graph = new Map(drafts.map((draft) => [draft.indicator.code, codesReadBy(draft)]))
  const { order, cycles } = dependencyOrder(graph)
  const names = new Map(drafts.map(({ indicator }) => [indicator.code, indicator.name]))
  const circular = new Set(cycles.flat())
  const places = new Map(order.map((code, place) => [code, place]))
  const planned = drafts.map((draft): readonly [string, PlannedIndicator] => {
    const { code } = draft.indicator
    const sound: Draft = circular.has(code) ? withoutRules(draft) : draft
    return [code, { ...sound, order: places.get(code) ?? 0 }]
  })
  return { planned: new Map(planned), errors: cycles.map((cycle) => cycleError(cycle, names)) }
}

const withoutRules = (draft: Draft): Draft => ({
  ...draft,
  formula: null,
  indicator: { ...draft.indicator, rollup: { rule: 'none' } },
})

function cycleError(
  cycle: readonly string[],
  names: ReadonlyMap<string, { zh: string; en: string }>,
): PlanError {
  const zh = cycle.map((code) => names.get(code)?.zh ?? code).join(' → ')
  const en = cycle.map((code) => names.get(code)?.en ?? code).join(' → ')
  const message = text(`指标互相引用成环：${zh}`, `Indicators read each other in a circle: ${en}`)
  return { code: 'cycle', subject: cycle[0] ?? '', message, cycle }
}

/** What a planned indicator reads from other indicators, and along which way. */
function readingsOfDraft({ indicator, formula }: Draft): readonly (Dependant & { readonly reads: string })[] {
  const { code, rollup } = indicator
  const byFormula = formula ? readingsOf(formula) : []
  const inputs = rollup.rule === 'weighted_mean' ? [rollup.weight] : ratioInputs(indicator)
  const ways = [['children'], ...(rollup.rule === 'ratio_of_sums' ? [[]] : [])] as const
  return [
    ...byFormula.map((reading) => ({ indicator: code, reads: reading.code, path: reading.path })),
    ...inputs.flatMap((reads) => ways.map((path) => ({ indicator: code, reads, path }))),
  ]
}

const ratioInputs = ({ rollup }: Indicator): readonly string[] =>
  rollup.rule === 'ratio_of_sums' ? [rollup.numerator, rollup.denominator] : []

const codesReadBy = (draft: Draft): readonly string[] => readingsOfDraft(draft).map(({ reads }) => reads)

function dependantsOf(planned: readonly PlannedIndicator[]): ReadonlyMap<string, readonly Dependant[]> {
  const dependants = new Map<string, Dependant[]>()
  const put = (reads: string, dependant: Dependant) =>
    dependants.set(reads, [...(dependants.get(reads) ?? []), dependant])
  for (const each of planned) {
    const { code, rollup } = each.indicator
    if (rollup.rule !== 'none') put(code, { indicator: code, path: ['children'] })
    for (const { reads, indicator, path } of readingsOfDraft(each)) put(reads, { indicator, path })
  }
  return dependants
}

const noUnit = ({ code, unit }: Indicator) =>
  text(`指标 ${code} 的计量单位“${unit}”不认识`, `Indicator ${code} has an unknown unit of measure “${unit}”`)
