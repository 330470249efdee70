import { lastDay } from '#engine/period/period-extent'
import type { PeriodId } from '#engine/period/period'
import { yearToDate } from '#engine/period/period-steps'
import { canonical, decimal, over } from '#engine/quantity/decimal'
import { exactSum } from '#engine/quantity/exact-sum'
import type { DispatchFigure, DispatchFigures } from '../../dispatch-contract'
import type { ListedRow, MonthTold } from './dispatch-rows'
import { isDue, isIn, isListed, isSinceJanuary, isStarted, isStartedIn } from './month-due'

/** A project with its accepted months, at its place in the report's list. */
export interface CountedProject {
  readonly place: number
  readonly row: ListedRow
  readonly accepted: ReadonlyMap<string, string | null>
}

/** Rows that belong together, in the order of the list. Only accepted months count. */
export function countedProjects(
  listed: readonly ListedRow[],
  months: readonly MonthTold[],
): readonly CountedProject[] {
  const accepted = new Map<string, Map<string, string | null>>()
  for (const { project, month, state, invested } of months) {
    if (state !== 'accepted') continue
    const own = accepted.get(project) ?? new Map<string, string | null>()
    own.set(month, invested)
    accepted.set(project, own)
  }
  return listed.map((row, place) => ({ place, row, accepted: accepted.get(row.id) ?? new Map() }))
}

const placesOf = (some: readonly CountedProject[]): number[] => some.map(({ place }) => place)

/** A number of projects. */
const count = (some: readonly CountedProject[]): DispatchFigure => ({
  value: String(some.length),
  of: placesOf(some),
  unknown: [],
})

/** A sum over what is known; what is not known is named, and with nothing known the sum is unknown. */
function sum(
  some: readonly CountedProject[],
  valueOf: (one: CountedProject) => string | null,
): DispatchFigure {
  const told = some.map((one) => ({ place: one.place, value: valueOf(one) }))
  const known = told.flatMap(({ value }) => value ?? [])
  return {
    value: known.length === 0 && some.length > 0 ? null : exactSum(known),
    of: told.flatMap(({ place, value }) => (value === null ? [] : [place])),
    unknown: told.flatMap(({ place, value }) => (value === null ? [place] : [])),
  }
}

/** What was invested in a month, as accepted. */
export const investedIn = ({ accepted }: CountedProject, month: string): string | null =>
  accepted.get(month) ?? null

/** What was invested from January to the month, as far as it is accepted; null with no month accepted. */
export function investedSinceJanuary(one: CountedProject, month: PeriodId): string | null {
  const known = yearToDate(month).flatMap((each) => investedIn(one, each) ?? [])
  return known.length === 0 ? null : exactSum(known)
}

const hasGap = (one: CountedProject, month: PeriodId): boolean =>
  yearToDate(month).some((each) => isDue(one.row, each) && investedIn(one, each) === null)

/** Since January: what is accepted is added up, projects with a month missing are named. */
function sinceJanuary(some: readonly CountedProject[], month: PeriodId): DispatchFigure {
  const all = sum(some, (one) => investedSinceJanuary(one, month))
  return { ...all, unknown: placesOf(some.filter((one) => hasGap(one, month))) }
}

/** Completed since January over the plan of the year, of the projects whose plan is known. */
function percentOf(some: readonly CountedProject[], month: PeriodId): DispatchFigure {
  const planned = some.filter(({ row }) => row.annual_plan !== null)
  const plan = exactSum(planned.flatMap(({ row }) => row.annual_plan ?? []))
  const done = sinceJanuary(planned, month)
  const value =
    decimal(plan).isZero() || done.value === null
      ? null
      : canonical(over(decimal(done.value).times(100), decimal(plan)))
  const untold = new Set([...placesOf(some.filter(({ row }) => row.annual_plan === null)), ...done.unknown])
  return { value, of: placesOf(planned), unknown: [...untold].sort((a, b) => a - b) }
}

function aheadOf(percent: DispatchFigure, month: PeriodId): DispatchFigure {
  if (percent.value === null) return percent
  // From months over twelve once more: 100 × a rounded share would be off in the last place.
  const gone = decimal(month.slice(5)).times(100).div(12)
  return { ...percent, value: canonical(decimal(percent.value).minus(gone).toDecimalPlaces(20)) }
}

function startFigures(listed: readonly CountedProject[], month: PeriodId) {
  const year = month.slice(0, 4)
  const fresh = listed.filter(
    ({ row }) => row.project_class === 'new' || row.planned_start?.startsWith(year) === true,
  )
  const planned = fresh.filter(({ row }) => row.planned_start !== null && row.planned_start <= month)
  return {
    starts_planned_year: count(fresh),
    starts_planned: count(planned),
    starts_done: count(fresh.filter(({ row }) => isStarted(row, month))),
    started_month: count(listed.filter(({ row }) => isStartedIn(row, month))),
  }
}

function entryFigures(listed: readonly CountedProject[], month: PeriodId) {
  const isEntered = ({ row }: CountedProject) => row.entered_on !== null && row.entered_on <= lastDay(month)
  return {
    entered: count(listed.filter(isEntered)),
    entered_month: count(listed.filter(({ row }) => isIn(row.entered_on, month))),
    not_entered: count(listed.filter((one) => isStarted(one.row, month) && !isEntered(one))),
  }
}

function finishFigures(listed: readonly CountedProject[], month: PeriodId) {
  const whose = (name: 'completed_on' | 'produced_on', isThen: typeof isIn) =>
    count(listed.filter(({ row }) => isThen(row[name], month)))
  return {
    completed_month: whose('completed_on', isIn),
    completed_year: whose('completed_on', isSinceJanuary),
    produced_month: whose('produced_on', isIn),
    produced_year: whose('produced_on', isSinceJanuary),
  }
}

/** Every figure of a set of projects at a month's end. */
export function dispatchFigures(all: readonly CountedProject[], month: PeriodId): DispatchFigures {
  const listed = all.filter(({ row }) => isListed(row, month))
  const due = listed.filter(({ row }) => isDue(row, month))
  const percent = percentOf(listed, month)
  return {
    projects: count(listed),
    investment: sum(listed, ({ row }) => row.investment),
    annual_plan: sum(listed, ({ row }) => row.annual_plan),
    due: count(due),
    reported: count(due.filter((one) => one.accepted.has(month))),
    invested_month: sum(
      listed.filter((one) => one.accepted.has(month) || isDue(one.row, month)),
      (one) => investedIn(one, month),
    ),
    invested_year: sinceJanuary(listed, month),
    percent,
    ahead: aheadOf(percent, month),
    ...startFigures(listed, month),
    ...entryFigures(listed, month),
    ...finishFigures(listed, month),
    listed_month: count(listed.filter(({ row }) => isIn(row.listed_on, month))),
    left_month: count(all.filter(({ row }) => isIn(row.left_on, month))),
  }
}
