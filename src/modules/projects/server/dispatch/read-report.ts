import type { PeriodId } from '#engine/period/period'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { beijingToday, instantNow } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { agendaOf } from '../../domain/dispatch/dispatch-blockers'
import type { AgendaReply, DispatchReport } from '../../dispatch-contract'
import { dispatchReport } from '../../domain/dispatch/dispatch-report'
import { noNames, organsIn, peopleIn } from '../../domain/dispatch/kept-lines'
import { headOf, likelyMonth, zoneMonths } from './dispatch-head'
import type { Standing } from './dispatch-query'
import { blockersOf, lettersOf } from './dispatch-reading'
import { asKept, namesOf } from './person-names'
import { isKept, keptGround, liveGround } from './report-ground'

const unitNames = (kernel: Kernel) => (code: string) => kernel.places().nameOf(code) ?? text(code, code)

/**
 * The report of a unit's month: a dozen statements whatever its size, and one pure function over what they read. A closed
 * month is read from what was kept of it.
 */
export async function readReport(
  tx: Transaction,
  kernel: Kernel,
  { standing, asked }: { readonly standing: Standing; readonly asked: PeriodId | undefined },
): Promise<DispatchReport> {
  const months = await zoneMonths(tx, standing.zone)
  const month = asked ?? likelyMonth(months)
  const opened = months.find((row) => row.month === month)
  const { names, ...ground } = isKept(opened)
    ? await keptGround(tx, standing, opened)
    : { ...(await liveGround(tx, kernel, { ...standing, month })), keptMonths: null, names: noNames }
  const headed = [opened?.closed_by ?? null, opened?.reopened_by ?? null]
  const personName = asKept(names.person, await namesOf(tx, 'person', [...headed, ...peopleIn(ground)]))
  return dispatchReport({
    ...ground,
    unit: standing.unit,
    units: standing.units,
    month,
    dispatch: opened ? headOf(standing.actor, opened, personName) : null,
    now: instantNow(),
    unitName: (code) => names.unit[code] ?? unitNames(kernel)(code),
    personName,
    organName: asKept(names.organ, await namesOf(tx, 'organ', organsIn(ground))),
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
