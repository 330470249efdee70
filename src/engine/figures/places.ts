import type { Plan } from '#engine/figures/plan'
import type { Step } from '#engine/formula/functions'
import { grainOf, yearOfPeriod, type PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import {
  nextPeriod,
  previousPeriod,
  sameLastYear,
  sameNextYear,
  yearToDate,
} from '#engine/period/period-steps'

/** Where a formula is worked out. */
export interface Place {
  readonly unit: string
  readonly period: PeriodId
}

type Move = (plan: Plan, at: Place) => readonly Place[]

interface Way {
  /** Where a formula at the place reads. */
  readonly reads: Move
  /** Which places read this one: the exact inverse, or a changed figure would leave others stale. */
  readonly readers: Move
}

const childrenOf: Move = (plan, at) =>
  (plan.units.get(at.unit)?.children ?? []).map((unit) => ({ unit, period: at.period }))

const parentOf: Move = (plan, at) => {
  const parent = plan.units.get(at.unit)?.unit.parent ?? null
  return parent === null ? [] : [{ unit: parent, period: at.period }]
}

/** The children of the same parent, the unit itself among them; a root has only itself. */
const siblingsOf: Move = (plan, at) => {
  const [parent] = parentOf(plan, at)
  return parent ? childrenOf(plan, parent) : [at]
}

const inPeriods = (at: Place, periods: readonly PeriodId[]): readonly Place[] =>
  periods.map((period) => ({ unit: at.unit, period }))

const WAYS: Readonly<Record<Step, Way>> = {
  last_year: {
    reads: (_, at) => inPeriods(at, [sameLastYear(at.period)]),
    readers: (_, at) => inPeriods(at, sameNextYear(at.period)),
  },
  previous: {
    reads: (_, at) => inPeriods(at, [previousPeriod(at.period)]),
    readers: (_, at) => inPeriods(at, [nextPeriod(at.period)]),
  },
  year_to_date: {
    reads: (_, at) => inPeriods(at, yearToDate(at.period)),
    readers: (_, at) => inPeriods(at, restOfYear(at.period)),
  },
  parent: { reads: parentOf, readers: childrenOf },
  children: { reads: childrenOf, readers: parentOf },
  siblings: { reads: siblingsOf, readers: siblingsOf },
}

/** Where one step leads from a place. */
export const placesRead = (plan: Plan, step: Step, at: Place): readonly Place[] => WAYS[step].reads(plan, at)

/** The places whose figures read this place along the path, that is the path walked backwards. */
export function placesReading(plan: Plan, path: readonly Step[], at: Place): readonly Place[] {
  return [...path]
    .reverse()
    .reduce<readonly Place[]>(
      (places, step) => places.flatMap((place) => WAYS[step].readers(plan, place)),
      [at],
    )
}

/** This period and the later ones of its length that end in the same year. */
function restOfYear(period: PeriodId): readonly PeriodId[] {
  const end = lastDay(String(yearOfPeriod(period)) as PeriodId)
  const periods = [period]
  if (grainOf(period) === 'year') return periods
  for (let at = nextPeriod(period); lastDay(at) <= end; at = nextPeriod(at)) periods.push(at)
  return periods
}
