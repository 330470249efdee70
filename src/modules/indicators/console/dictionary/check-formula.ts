import { compilePlan } from '#engine/figures/compile-plan'
import type { Indicator } from '#engine/figures/indicator'
import type { PlanError } from '#engine/figures/plan'
import { printFormula } from '#engine/formula/print-formula'
import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { indicatorOf as domainIndicator, type IndicatorRow } from '#modules/indicators/domain/indicator-of'

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

export const indicatorName = (row: ReplyRow): Text =>
  text(word(row.name_zh), word(row.name_en) || word(row.name_zh))

/** A reply row of `indicator` holds that record's fields. */
const indicatorOf = (row: ReplyRow): Indicator => domainIndicator(row as unknown as IndicatorRow)

/** Every fault of the indicators as they stand: what the server refuses and what is silently left uncomputed. */
export const faultsOf = (rows: readonly ReplyRow[]): readonly PlanError[] =>
  compilePlan(rows.map(indicatorOf), []).errors

/** A formula being tried, for an indicator that exists or for a new one of this unit. */
export interface Trial {
  readonly formula: string
  readonly unit: string
  readonly code?: string | undefined
}

export type Verdict =
  { readonly ok: true; readonly reads: Text } | { readonly ok: false; readonly errors: readonly PlanError[] }

const draftCode = 'formula_on_trial'

function trialOf(rows: readonly ReplyRow[], { formula, unit, code }: Trial): Indicator {
  const known = rows.find((row) => row.code === code)
  if (known) return { ...indicatorOf(known), source: 'formula', formula }
  return {
    code: draftCode,
    name: text('试算公式', 'Formula on trial'),
    definition: text('', ''),
    unit,
    decimals: 2,
    direction: 'none',
    frequency: 'month',
    accumulation: 'period',
    rollup: { rule: 'none' },
    source: 'formula',
    formula,
  }
}

/** Whether the formula stands among the other indicators, by the same compiler the server asks. */
export function checkFormula(rows: readonly ReplyRow[], trial: Trial): Verdict {
  const tried = trialOf(rows, trial)
  const others = rows.filter((row) => row.code !== tried.code).map(indicatorOf)
  const { plan, errors } = compilePlan([...others, tried], [])
  const own = errors.filter(({ subject, cycle }) => subject === tried.code || cycle?.includes(tried.code))
  const formula = plan.indicators.get(tried.code)?.formula
  if (own.length > 0 || !formula) return { ok: false, errors: own }
  const named = (language: 'zh' | 'en') => (code: string) =>
    `[${plan.indicators.get(code)?.indicator.name[language] ?? code}]`
  return { ok: true, reads: text(printFormula(formula, named('zh')), printFormula(formula, named('en'))) }
}
