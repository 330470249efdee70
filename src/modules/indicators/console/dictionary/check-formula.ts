import { compilePlan } from '#engine/figures/compile-plan'
import type { Indicator, Rollup } from '#engine/figures/indicator'
import type { PlanError } from '#engine/figures/plan'
import { printFormula } from '#engine/formula/print-formula'
import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

export const indicatorName = (row: ReplyRow): Text =>
  text(word(row.name_zh), word(row.name_en) || word(row.name_zh))

function rollupOf(row: ReplyRow): Rollup {
  const [weight, numerator, denominator] = [row.weight, row.numerator, row.denominator].map(word)
  if (row.rollup === 'weighted_mean' && weight) return { rule: 'weighted_mean', weight }
  if (row.rollup === 'ratio_of_sums' && numerator && denominator)
    return { rule: 'ratio_of_sums', numerator, denominator }
  return { rule: row.rollup === 'sum' || row.rollup === 'last' ? row.rollup : 'none' }
}

/** An indicator's row as the figures engine takes it: only what its formulas are judged by. */
export function indicatorOf(row: ReplyRow): Indicator {
  return {
    code: word(row.code),
    name: indicatorName(row),
    definition: text('', ''),
    unit: word(row.unit),
    decimals: Number(row.decimals ?? 0),
    direction: row.direction as Indicator['direction'],
    frequency: row.frequency as Indicator['frequency'],
    accumulation: row.accumulation as Indicator['accumulation'],
    rollup: rollupOf(row),
    source: row.source as Indicator['source'],
    ...(word(row.formula) && { formula: word(row.formula) }),
  }
}

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
