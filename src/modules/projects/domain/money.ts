import { pointsAhead } from '#engine/lamps/rate'
import type { PeriodId } from '#engine/period/period'
import { monthsOf, timeProgressPercent } from '#engine/period/period-extent'
import { percentOf, sum, type PartialQuantity } from '#engine/quantity/arithmetic'
import { isKnown, quantity, UNKNOWN, type Quantity } from '#engine/quantity/quantity'

/** A month of a project as it is kept; amounts in 亿元. What was not accepted counts for nothing yet. */
export interface MoneyMonth {
  readonly month: string
  readonly accepted: boolean
  readonly planned: string | null
  readonly invested: string | null
  readonly funds: string | null
  readonly parts: Readonly<Record<string, string | null>>
}

export interface MonthStanding {
  readonly month: PeriodId
  readonly planned: Quantity
  readonly invested: Quantity
  /** Reported, and not yet accepted: shown, and in no sum. */
  readonly pending: Quantity
  /** Since January; unknown after the last accepted month. */
  readonly toDate: Quantity
  readonly completion: Quantity
  readonly expected: Quantity
  /** Percentage points above time progress. */
  readonly ahead: Quantity
}

export interface MoneyStanding {
  readonly months: readonly MonthStanding[]
  /** The last accepted month of the year; undefined before the first. */
  readonly through: PeriodId | undefined
  readonly year: PartialQuantity
  /** Over all years there are months of. */
  readonly everything: PartialQuantity
  /** Of the total investment, in %. */
  readonly share: Quantity
  readonly funds: PartialQuantity
  /** Of the funds of the year, by origin and use; a part that nobody told is unknown. */
  readonly parts: Readonly<Record<string, PartialQuantity>>
}

const known = (value: string | null | undefined): Quantity =>
  value === null || value === undefined ? UNKNOWN : quantity(value)

interface Given {
  readonly year: PeriodId
  readonly rows: readonly MoneyMonth[]
  readonly annualPlan: string | null
  readonly investment: string | null
}

function standingOf(month: PeriodId, upTo: readonly MoneyMonth[], { annualPlan }: Given): MonthStanding {
  const row = upTo.find((one) => one.month === month)
  const accepted = upTo.filter((one) => one.accepted)
  const toDate = row?.accepted ? sum(accepted.map(({ invested }) => known(invested))).quantity : UNKNOWN
  const completion = percentOf(toDate, known(annualPlan))
  return {
    month,
    planned: known(row?.planned),
    invested: row?.accepted ? known(row.invested) : UNKNOWN,
    pending: row && !row.accepted ? known(row.invested) : UNKNOWN,
    toDate,
    completion,
    expected: quantity(timeProgressPercent(month)),
    ahead: isKnown(completion) ? pointsAhead(completion, month) : UNKNOWN,
  }
}

/**
 * How a project's money stands in a year: month by month against plan and time progress (months ÷ 12), since January,
 * and since the beginning. Only accepted months are added up; sums say over how many of them they are.
 */
export function moneyStanding(given: Given): MoneyStanding {
  const { year, rows, investment } = given
  const accepted = rows.filter((one) => one.accepted)
  const ofYear = rows.filter(({ month }) => month.startsWith(year))
  const acceptedOfYear = ofYear.filter((one) => one.accepted)
  const everything = sum(accepted.map(({ invested }) => known(invested)))
  const names = [...new Set(rows.flatMap(({ parts }) => Object.keys(parts)))]
  return {
    months: monthsOf(year).map((month) =>
      standingOf(
        month,
        ofYear.filter((one) => one.month <= month),
        given,
      ),
    ),
    through: acceptedOfYear
      .map(({ month }) => month as PeriodId)
      .toSorted()
      .at(-1),
    year: sum(acceptedOfYear.map(({ invested }) => known(invested))),
    everything,
    share: percentOf(everything.quantity, known(investment)),
    funds: sum(acceptedOfYear.map(({ funds }) => known(funds))),
    parts: Object.fromEntries(
      names.map((name) => [name, sum(acceptedOfYear.map(({ parts }) => known(parts[name])))]),
    ),
  }
}
