import { period, type PeriodId } from '#engine/period/period'
import { periodRange, stepPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import { happenedIn, yearFlags } from '#modules/projects/domain/year-flags'
import { partRow } from './part-row'
import type { SeedRow } from './world'

/** The share of its investment that a project plans for a year, by where it stands: designs, works, what is left to pay. */
const shares: Readonly<Record<string, string>> = { preliminary: '0.02', building: '0.5', producing: '0.05' }
/** How fast projects go, against their plan: most keep it, some do not. */
const paces = [106, 99, 103, 84, 95, 110, 60, 98, 80, 102]
/** How much of the funds that are due has arrived. */
const arrivals = [104, 110, 102, 106, 88, 103, 115]
/** In which month those in preparation are to start, counted from the last month of the sample. */
const startsIn = [2, 1, 0, 3, -1, 4, -2]

const planOfYear = (project: SeedRow) =>
  decimal(String(project.investment))
    .times(shares[String(project.state)] ?? '0')
    .toDecimalPlaces(4)

/** Four fifths of what is to be built in a year must be there to pay for it. */
const fundsOfYear = (project: SeedRow) =>
  project.state === 'building' ? planOfYear(project).times(8).div(10) : decimal('0')

const pick = (from: readonly number[], number: number): number => from[number % from.length] ?? 0

/** This year, and the one before where the project had been signed by then. */
function yearsSince({ signed_on }: SeedRow, last: PeriodId): string[] {
  const [year, before] = [last.slice(0, 4), String(Number(last.slice(0, 4)) - 1)]
  return typeof signed_on === 'string' && signed_on.slice(0, 4) <= before ? [before, year] : [year]
}

/** Month by month until the completion: the whole year before, where it was signed by then, and what has gone of this one. */
export function monthsOf(project: SeedRow, number: number, last: PeriodId): SeedRow[] {
  const first = period(`${yearsSince(project, last)[0] ?? last.slice(0, 4)}-01`)
  const { completed_on } = project
  const months = periodRange(first, last).filter(
    (month) => typeof completed_on !== 'string' || month <= completed_on.slice(0, 7),
  )
  return months.map((month, index) => {
    const invested = planOfYear(project)
      .times(pick(paces, number) * (90 + ((number * 17 + index * 11) % 21)))
      .div(120_000)
      .toDecimalPlaces(4)
    const funds = fundsOfYear(project).times(pick(arrivals, number)).div(1200).toDecimalPlaces(4)
    return partRow(project, month, {
      state: 'accepted',
      month,
      planned: planOfYear(project).div(12).toDecimalPlaces(4).toFixed(),
      invested: invested.toFixed(),
      funds: funds.toFixed(),
      funds_other_province: funds.div(2).toDecimalPlaces(4).toFixed(),
      funds_for_works: funds.times(6).div(10).toDecimalPlaces(4).toFixed(),
      funds_for_equipment: funds.times(3).div(10).toDecimalPlaces(4).toFixed(),
      progress: `${String(project.stage)}，本月按计划推进`,
    })
  })
}

/** The month in which a project in preparation is to start. */
export const toStartIn = (last: PeriodId, number: number): PeriodId =>
  stepPeriod(last, pick(startsIn, number))

/** The month of the promise, where that lies in the year. */
const plannedCompletion = ({ promised_on }: SeedRow, year: string): string | null =>
  typeof promised_on === 'string' && promised_on.startsWith(year) ? promised_on.slice(0, 7) : null

export interface YearsOf {
  readonly number: number
  readonly last: PeriodId
  readonly isDone: boolean | null
}

/** New is what is to start within the year; what is to start later is being prepared. */
function classOf(planned: string, year: string): string {
  if (planned < year) return 'carried_on'
  return planned.slice(0, 4) === year ? 'new' : 'preparatory'
}

function yearOf(project: SeedRow, year: string, { number, last, isDone }: YearsOf): SeedRow {
  const planned = typeof project.started_in === 'string' ? project.started_in : toStartIn(last, number)
  const project_class = classOf(planned, year)
  const row = {
    year,
    project_class,
    annual_plan: planOfYear(project).toFixed(),
    funds_plan: fundsOfYear(project).toFixed(),
    planned_start: project_class === 'carried_on' ? null : planned,
    planned_completion: plannedCompletion(project, year),
    ...happenedIn(project, year),
    procedures_done: isDone,
  }
  return partRow(project, year, { ...row, ...yearFlags(row) })
}

/** The project's places on the lists of these years. */
export const yearsOf = (project: SeedRow, given: YearsOf): SeedRow[] =>
  yearsSince(project, given.last).map((year) => yearOf(project, year, given))
