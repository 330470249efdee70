import { DIMENSION_WORDS } from '#engine/lamps/lamp-table'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { beijingToday, instantNow } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { agendaOf } from '../../domain/dispatch/dispatch-blockers'
import type { AgendaReply, DispatchReport } from '../../dispatch-contract'
import type { LampLine } from '../../domain/dispatch/dispatch-rows'
import { dispatchReport } from '../../domain/dispatch/dispatch-report'
import { lampsOfProjects } from '../lamps/lamps-of-projects'
import { headOf, likelyMonth, zoneMonths } from './dispatch-head'
import type { Standing } from './dispatch-query'
import { blockersOf, lettersOf, listedProjects, monthReports } from './dispatch-reading'
import { namesOf } from './person-names'

const unitNames = (kernel: Kernel) => (code: string) => kernel.places().nameOf(code) ?? text(code, code)

/** The lamps that want attention at the month's end, or today while the month goes on. */
async function litLamps(
  tx: Transaction,
  kernel: Kernel,
  { zone, units, month }: Pick<Standing, 'zone' | 'units'> & { month: PeriodId },
): Promise<LampLine[]> {
  const today = beijingToday()
  const on = lastDay(month) < today ? lastDay(month) : today
  const judged = await lampsOfProjects(tx, kernel, { zone, units, month, on })
  return [...judged].flatMap(([project, { lamps }]) =>
    lamps
      .filter(({ colour }) => colour === 'red' || colour === 'yellow')
      .map(({ colour, dimension, says }) => ({
        project,
        colour,
        dimension: DIMENSION_WORDS[dimension],
        says,
      })),
  )
}

/** The report of a unit's month: a dozen statements whatever its size, and one pure function over what they read. */
export async function readReport(
  tx: Transaction,
  kernel: Kernel,
  { standing, asked }: { readonly standing: Standing; readonly asked: PeriodId | undefined },
): Promise<DispatchReport> {
  const months = await zoneMonths(tx, standing.zone)
  const month = asked ?? likelyMonth(months)
  const opened = months.find((row) => row.month === month)
  const listed = await listedProjects(tx, standing, month)
  const reports = await monthReports(tx, standing, month)
  const blockers = await blockersOf(tx, standing)
  const letters = await lettersOf(tx, standing)
  const personName = await namesOf(tx, 'person', [
    opened?.closed_by ?? null,
    opened?.reopened_by ?? null,
    ...listed.flatMap(({ officer, leader }) => [officer, leader]),
    ...reports.map(({ correction_by }) => correction_by),
    ...blockers.map(({ handler }) => handler),
  ])
  return dispatchReport({
    unit: standing.unit,
    units: standing.units,
    month,
    dispatch: opened ? headOf(standing.actor, opened, personName) : null,
    listed,
    months: reports,
    blockers,
    letters,
    lamps: await litLamps(tx, kernel, { ...standing, month }),
    now: instantNow(),
    unitName: unitNames(kernel),
    personName,
    organName: await namesOf(
      tx,
      'organ',
      blockers.map(({ organ }) => organ),
    ),
  })
}

/** Open blockers for a coordination meeting: of some levels, raised some days ago at least, or those that were chosen. */
export interface AgendaChoice {
  readonly levels: readonly string[] | undefined
  readonly age: number
  readonly chosen: readonly string[] | undefined
}

export async function readAgenda(
  tx: Transaction,
  kernel: Kernel,
  { standing, choice }: { readonly standing: Standing; readonly choice: AgendaChoice },
): Promise<AgendaReply> {
  const blockers = await blockersOf(tx, standing)
  const letters = await lettersOf(tx, standing)
  const idsOf = (name: 'handler' | 'organ') => blockers.map((row) => row[name])
  const open = agendaOf(
    {
      blockers,
      letters,
      personName: await namesOf(tx, 'person', idsOf('handler')),
      organName: await namesOf(tx, 'organ', idsOf('organ')),
    },
    instantNow(),
  )
  const { levels, age, chosen } = choice
  return {
    unit: standing.unit,
    unit_name: unitNames(kernel)(standing.unit),
    today: beijingToday(),
    blockers: open.filter(
      (one) =>
        one.age >= age && (!levels || levels.includes(one.level)) && (!chosen || chosen.includes(one.id)),
    ),
  }
}
