import type { PeriodId } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import { percentOf } from '#engine/quantity/arithmetic'
import { quantity, type Quantity } from '#engine/quantity/quantity'

/** One report that a unit owes: for which period, by when, and when it came. */
export interface ReportingRecord {
  readonly unit: string
  readonly period: PeriodId
  readonly dueDate: PlainDate
  readonly submittedAt?: PlainDate
}

/** How a unit keeps its dates. Rates are in %; unknown while nothing has fallen due. */
export interface Timeliness {
  readonly unit: string
  /** Reports whose date has passed, or which came before it. */
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  /** Reports that are not due yet and have not come. */
  readonly ahead: number
  /** Submitted ÷ due. */
  readonly coverageRate: Quantity
  /** On time ÷ due. */
  readonly onTimeRate: Quantity
}

/** A summary per unit, in the order in which units first appear. A report on its due date is on time. */
export function timeliness(records: readonly ReportingRecord[], asOf: PlainDate): readonly Timeliness[] {
  const byUnit = new Map<string, ReportingRecord[]>()
  for (const record of records) byUnit.set(record.unit, [...(byUnit.get(record.unit) ?? []), record])
  return [...byUnit].map(([unit, own]) => summary(unit, own, asOf))
}

function summary(unit: string, records: readonly ReportingRecord[], asOf: PlainDate): Timeliness {
  const count = (state: State) => records.filter((record) => stateOf(record, asOf) === state).length
  const [onTime, late, missing, ahead] = [count('on_time'), count('late'), count('missing'), count('ahead')]
  const due = onTime + late + missing
  const rate = (part: number) => percentOf(quantity(part), quantity(due))
  return {
    unit,
    due,
    onTime,
    late,
    missing,
    ahead,
    coverageRate: rate(onTime + late),
    onTimeRate: rate(onTime),
  }
}

type State = 'on_time' | 'late' | 'missing' | 'ahead'

/** What came after `asOf` had not come then: the summary of a past day does not change later. */
function stateOf({ dueDate, submittedAt }: ReportingRecord, asOf: PlainDate): State {
  if (submittedAt === undefined || submittedAt > asOf) return dueDate < asOf ? 'missing' : 'ahead'
  return submittedAt <= dueDate ? 'on_time' : 'late'
}
