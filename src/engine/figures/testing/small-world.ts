import { compilePlan } from '#engine/figures/compile-plan'
import { createCellStore, type CellStore } from '#engine/figures/cell-store'
import type { CellKey, Observation } from '#engine/figures/cell'
import type { FigureUnit, Indicator, Nature } from '#engine/figures/indicator'
import type { Plan } from '#engine/figures/plan'
import { period } from '#engine/period/period'
import { parseQuantity } from '#engine/quantity/parse-quantity'
import { text } from '#engine/result/result'

/** An indicator for tests: monthly, additive, in 亿元, unless said otherwise. Its names are its code. */
export const indicator = (code: string, rest: Partial<Indicator> = {}): Indicator => ({
  code,
  name: text(code, code),
  definition: text(code, code),
  unit: '亿元',
  decimals: 1,
  direction: 'up',
  frequency: 'month',
  accumulation: 'period',
  rollup: { rule: 'sum' },
  source: rest.formula === undefined ? 'reported' : 'formula',
  ...rest,
})

/** 'ZONE', or 'A<ZONE' for a child. */
export const unit = (spec: string): FigureUnit => {
  const [code = '', parent = null] = spec.split('<')
  return { code, parent, kind: parent === null ? 'zone' : 'park', name: text(code, code) }
}

/** A sound plan; a faulty declaration fails the test at once. */
export function planOf(indicators: readonly Indicator[], units: readonly string[]): Plan {
  const { plan, errors } = compilePlan(indicators, units.map(unit))
  if (errors.length > 0) throw new Error(errors.map((error) => error.message.zh).join('; '))
  return plan
}

/** 'ZONE GDP 2022-03' or 'ZONE GDP 2022 target'. */
export function key(spec: string): CellKey {
  const [unitCode = '', code = '', when = '', nature = 'actual'] = spec.split(' ')
  return { unit: unitCode, indicator: code, period: period(when), nature: nature as Nature }
}

/** A reported figure as an official would write it: '约1.76', '50+', '—'. */
export function reported(value: string, rest: Partial<Observation> = {}): Observation {
  const parsed = parseQuantity(value)
  if (!parsed.ok) throw new Error(parsed.error.message.zh)
  return { quantity: parsed.value.quantity, origin: 'reported', sample: false, status: 'published', ...rest }
}

/** A store that holds these reports: {'ZONE GDP 2022-03': '350.4'}. */
export function storeOf(reports: Readonly<Record<string, string>>): CellStore {
  const store = createCellStore()
  for (const [spec, value] of Object.entries(reports)) store.report(key(spec), reported(value))
  return store
}
