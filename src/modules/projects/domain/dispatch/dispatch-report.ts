import type { PeriodId } from '#engine/period/period'
import { previousPeriod } from '#engine/period/period-steps'
import { firstDay, timeProgressPercent } from '#engine/period/period-extent'
import { grouped } from '#engine/result/grouped'
import { text, type Text } from '#engine/result/result'
import { project } from '../../records/project'
import { blockersAsOf } from './dispatch-blockers'
import type {
  DispatchCorrection,
  DispatchGroup,
  DispatchHead,
  DispatchNext,
  DispatchProject,
  DispatchRed,
  DispatchReport,
  MonthStanding,
  Named,
} from '../../dispatch-contract'
import {
  countedProjects,
  type CountedProject,
  dispatchFigures,
  investedIn,
  investedSinceJanuary,
} from './dispatch-figures'
import type { ListedRow, MonthTold, ReportGround } from './dispatch-rows'
import { beijingDay } from './letter-step'
import { isDue, isListed } from './month-due'

/** All that the report is computed from: rows of the unit and everything below it, the year's months up to this one. */
export interface DispatchInput extends ReportGround {
  readonly unit: string
  /** The unit and everything below it, in the order in which people read them. */
  readonly units: readonly string[]
  readonly month: PeriodId
  readonly dispatch: DispatchHead | null
  /** The months as they were kept when the month was closed, as were all other rows; null: rows are as they are now. */
  readonly keptMonths: readonly MonthTold[] | null
  readonly now: string
  readonly unitName: (code: string) => Text
  readonly personName: (id: string | null) => Named
  readonly organName: (id: string | null) => Named
}

const classOrder = ['new', 'carried_on', 'preparatory']

/** Parks together, new projects first, larger before smaller. */
function inOrder(rows: readonly ListedRow[], units: readonly string[]): readonly ListedRow[] {
  const size = ({ investment }: ListedRow) => Number(investment ?? '-1')
  return [...rows].sort(
    (a, b) =>
      units.indexOf(a.unit_id) - units.indexOf(b.unit_id) ||
      classOrder.indexOf(a.project_class) - classOrder.indexOf(b.project_class) ||
      size(b) - size(a) ||
      a.id.localeCompare(b.id),
  )
}

/** How a project's report stands; null where none is due and none was made. */
export function standingOf(
  row: ListedRow,
  report: MonthTold | undefined,
  month: PeriodId,
): MonthStanding | null {
  if (report) return report.state as MonthStanding
  return isDue(row, month) ? 'missing' : null
}

function shownProject(
  one: CountedProject,
  input: DispatchInput,
  report: MonthTold | undefined,
): DispatchProject {
  const { row } = one
  return {
    id: row.id,
    name: row.name_zh,
    unit: row.unit_id,
    category: row.category,
    project_class: row.project_class,
    sample: row.sample,
    officer: input.personName(row.officer),
    leader: input.personName(row.leader),
    standing: standingOf(row, report, input.month),
    investment: row.investment,
    annual_plan: row.annual_plan,
    invested_month: investedIn(one, input.month),
    invested_year: investedSinceJanuary(one, input.month),
    planned_start: row.planned_start,
    started_on: row.started_on ?? row.started_in,
    entered_on: row.entered_on,
    completed_on: row.completed_on,
    produced_on: row.produced_on,
    listed_on: row.listed_on,
    left_on: row.left_on,
    left_reason: row.left_reason,
  }
}

function groupsBy(
  all: readonly CountedProject[],
  month: PeriodId,
  given: { readonly keyOf: (row: ListedRow) => string; readonly label: (key: string) => Text },
): DispatchGroup[] {
  const parts = new Map<string, CountedProject[]>()
  for (const one of all) {
    const key = given.keyOf(one.row)
    parts.set(key, [...(parts.get(key) ?? []), one])
  }
  return [...parts].map(([key, some]) => ({
    key,
    label: given.label(key),
    figures: dispatchFigures(some, month),
  }))
}

const noCategory = text('未分类', 'Without category')
const categories: Readonly<Record<string, Text>> = project.fields.category.options

/** Texts of a report that is being corrected may be half written; those that were kept stand as they were accepted. */
const isTold = ({ state, correction_open }: MonthTold, isKept: boolean): boolean =>
  state === 'accepted' || (isKept && correction_open === true)

function nextOf(
  all: readonly CountedProject[],
  reports: ReadonlyMap<string, MonthTold>,
  isKept: boolean,
): DispatchNext[] {
  return all.flatMap(({ row, place }) => {
    const report = reports.get(row.id)
    if (!report || !isTold(report, isKept) || !(report.next_month ?? report.requests)) return []
    return [{ project: place, next_month: report.next_month, requests: report.requests }]
  })
}

/** Corrections of this month's figures, and those of earlier months that were allowed since the month began. */
function correctionsOf(all: readonly CountedProject[], input: DispatchInput): DispatchCorrection[] {
  const places = new Map(all.map(({ row, place }) => [row.id, place]))
  const begins = firstDay(input.month)
  return input.months.flatMap((row) => {
    const place = places.get(row.project)
    if (row.correction_at === null || place === undefined) return []
    if (row.month !== input.month && beijingDay(row.correction_at) < begins) return []
    return [
      {
        project: place,
        month: row.month,
        by: input.personName(row.correction_by),
        at: row.correction_at,
        reason: row.correction_reason,
        before: row.invested_before,
        now: row.invested,
        open: row.state !== 'accepted',
      },
    ]
  })
}

/** What is on the list with a red lamp, and whose worst lamp is yellow. */
function lampLists(
  all: readonly CountedProject[],
  { lamps, month }: DispatchInput,
): { readonly red: DispatchRed[]; readonly yellow: number[] } {
  const listed = all.filter(({ row }) => isListed(row, month))
  const own = grouped(lamps, ({ project: id }) => id)
  const of = (colour: string, id: string) => (own.get(id) ?? []).filter((one) => one.colour === colour)
  const red = listed.flatMap(({ row, place }): DispatchRed[] => {
    const lit = of('red', row.id).map(({ dimension, says }) => ({ dimension, says }))
    return lit.length > 0 ? [{ project: place, lamps: lit }] : []
  })
  const isRed = new Set(red.map(({ project }) => project))
  return {
    red: red.sort((a, b) => b.lamps.length - a.lamps.length || a.project - b.project),
    yellow: listed
      .filter(({ row, place }) => !isRed.has(place) && of('yellow', row.id).length > 0)
      .map(({ place }) => place),
  }
}

const isJanuary = (month: PeriodId) => month.endsWith('-01')

/** The report of a month: what is on the list, what was accepted, what stands in the way. Nothing in it was typed in. */
export function dispatchReport(input: DispatchInput): DispatchReport {
  const { month, unitName } = input
  const listed = inOrder(input.listed, input.units)
  const all = countedProjects(listed, input.months)
  const isKept = input.keptMonths !== null
  const then = input.keptMonths && dispatchFigures(countedProjects(listed, input.keptMonths), month)
  const reports = new Map(input.months.filter((row) => row.month === month).map((row) => [row.project, row]))
  const asOf = input.dispatch?.closed_at ?? input.now
  return {
    unit: input.unit,
    unit_name: unitName(input.unit),
    month,
    as_of: beijingDay(asOf),
    dispatch: input.dispatch,
    as_kept: isKept,
    invested_then: then?.invested_month.value ?? null,
    time_progress: timeProgressPercent(month),
    projects: all.map((one) => shownProject(one, input, reports.get(one.row.id))),
    figures: dispatchFigures(all, month),
    previous: isJanuary(month) ? null : dispatchFigures(all, previousPeriod(month)),
    by_park: groupsBy(all, month, { keyOf: ({ unit_id }) => unit_id, label: unitName }),
    by_category: groupsBy(all, month, {
      keyOf: ({ category }) => category ?? '',
      label: (key) => categories[key] ?? noCategory,
    }),
    ...lampLists(all, input),
    blockers: blockersAsOf(input, asOf),
    next: nextOf(all, reports, isKept),
    corrections: correctionsOf(all, input),
    sample: input.listed.some(({ sample }) => sample),
  }
}
