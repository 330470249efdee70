import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { changeOf, comparedOf, type Change, type Compared } from '#engine/figures/change'
import { completionOf, type Completion, type Thresholds } from '#engine/figures/completion'
import { computeCell } from '#engine/figures/compute-cell'
import type { Plan, PlannedIndicator } from '#engine/figures/plan'
import { comparedAt, singlePeriod, yearToDateOf, type YearToDate } from '#engine/figures/year-to-date'
import { yearOfPeriod, type PeriodId } from '#engine/period/period'
import { previousPeriod, sameLastYear } from '#engine/period/period-steps'

/**
 * A figure beside what it is judged by. `single` is the period's own amount of a cumulative report; 同比 and 环比 of such
 * a report compare single periods. Parts that mean nothing for the indicator are absent; unknown ones say why.
 */
export interface Comparison {
  readonly cell: Cell
  readonly single?: Compared
  readonly yoy: Change
  readonly prev: Change
  readonly yearToDate?: YearToDate
  readonly completion?: Completion
}

/** Where figures are read from, and where watching and lateness begin. */
export interface ComparisonContext {
  readonly read: Read
  readonly thresholds: Thresholds
}

/** All comparisons of one cell; undefined for an indicator the plan does not know. */
export function comparison(plan: Plan, key: CellKey, context: ComparisonContext): Comparison | undefined {
  const planned = plan.indicators.get(key.indicator)
  if (!planned) return undefined
  const { read } = context
  const cell = read.cell(key) ?? computeCell(plan, key, read)
  const isCumulative = planned.indicator.accumulation === 'ytd'
  const yearToDate = yearToDateOf(planned, key, read)
  const completion = completionFor(planned, { key, cell, yearToDate }, context)
  const now = isCumulative ? singlePeriod(key, read) : comparedOf(cell)
  return {
    cell,
    ...(isCumulative ? { single: now } : {}),
    yoy: against(sameLastYear(key.period), { planned, key, now, read }),
    prev: against(previousPeriod(key.period), { planned, key, now, read }),
    ...(yearToDate ? { yearToDate } : {}),
    ...(completion ? { completion } : {}),
  }
}

interface Comparing {
  readonly planned: PlannedIndicator
  readonly key: CellKey
  readonly now: Compared
  readonly read: Read
}

function against(period: PeriodId, { planned, key, now, read }: Comparing): Change {
  const isCumulative = planned.indicator.accumulation === 'ytd'
  const base = isCumulative ? singlePeriod({ ...key, period }, read) : comparedAt(key, period, read)
  return changeOf(now, { ...base, period }, planned.measure)
}

interface Judged {
  readonly key: CellKey
  readonly cell: Cell
  readonly yearToDate: YearToDate | undefined
}

/** Targets and plans are not measured against themselves; without a target of the year there is nothing to complete. */
function completionFor(
  { indicator }: PlannedIndicator,
  { key, cell, yearToDate }: Judged,
  { read, thresholds }: ComparisonContext,
): Completion | undefined {
  if (key.nature === 'target' || key.nature === 'plan') return undefined
  const target = targetOf(key, read)
  if (!target) return undefined
  const reached = yearToDate?.quantity ?? quantityOf(cell)
  const pace = yearToDate ? 'time' : 'level'
  return completionOf(
    { reached, target, pace, direction: indicator.direction, period: key.period },
    thresholds,
  )
}

/** The year's target, else its plan. */
function targetOf(key: CellKey, read: Read): Cell | undefined {
  const period = String(yearOfPeriod(key.period)) as PeriodId
  const cells = (['target', 'plan'] as const).map((nature) => read.cell({ ...key, period, nature }))
  return cells.find((cell) => cell !== undefined && cell.value !== null)
}
