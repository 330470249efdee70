import type { CellKey, Read } from '#engine/figures/cell'
import type { Change } from '#engine/figures/change'
import { comparison, type Comparison } from '#engine/figures/comparison'
import { type Completion, usualThresholds } from '#engine/figures/completion'
import { yearOfPeriod, type PeriodId } from '#engine/period/period'
import type { ChangeReply, ComparisonReply, CompletionReply } from '../contract'
import { figureReply } from './figure-reply'
import type { FiguresPlan } from './figures-plan'

const changeReply = (change: Change): ChangeReply => ({
  value: change.quantity.value,
  qualifier: change.quantity.qualifier,
  unit: change.unit,
  base: change.base.value,
  base_period: change.basePeriod,
  like_for_like: change.isLikeForLike,
})

function completionReply(plan: FiguresPlan, key: CellKey, completion: Completion): CompletionReply {
  const period = String(yearOfPeriod(key.period)) as PeriodId
  return {
    target: figureReply(plan, { ...key, period, nature: 'target' }, { cell: completion.target }),
    pace: completion.pace,
    completion: completion.completion.value,
    expected: completion.expected.value,
    ahead: completion.ahead.value,
    standing: completion.standing,
  }
}

const comparisonReply = (plan: FiguresPlan, key: CellKey, given: Comparison): ComparisonReply => ({
  yoy: changeReply(given.yoy),
  prev: changeReply(given.prev),
  year_to_date: given.yearToDate
    ? {
        value: given.yearToDate.quantity.value,
        qualifier: given.yearToDate.quantity.qualifier,
        periods: given.yearToDate.periods,
      }
    : null,
  completion: given.completion ? completionReply(plan, key, given.completion) : null,
})

/** A figure's comparisons, as pages print them; null for an indicator that is no longer known. */
export function compared(plan: FiguresPlan, key: CellKey, read: Read): ComparisonReply | null {
  const given = comparison(plan.plan, key, { read, thresholds: usualThresholds })
  return given ? comparisonReply(plan, key, given) : null
}
