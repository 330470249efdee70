import { DIMENSION_WORDS } from '#engine/lamps/lamp-table'
import { lastDay } from '#engine/period/period-extent'
import { period, type PeriodId } from '#engine/period/period'
import type { Transaction } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import type { LampLine, MonthTold, ReportGround } from '../../domain/dispatch/dispatch-rows'
import { groundOf, type KeptNames, withCorrections } from '../../domain/dispatch/kept-lines'
import { lampsOfProjects } from '../lamps/lamps-of-projects'
import type { DispatchRow } from './dispatch-head'
import type { UnitsOfZone } from './dispatch-query'
import {
  blockersOf,
  correctedMonths,
  keptLines,
  lettersOf,
  listedProjects,
  monthReports,
} from './dispatch-reading'

type MonthOfUnits = UnitsOfZone & { readonly month: PeriodId }

/** The lamps that want attention at the month's end, or today while the month goes on. */
async function litLamps(tx: Transaction, kernel: Kernel, asked: MonthOfUnits): Promise<LampLine[]> {
  const { zone, units, month } = asked
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

/** What the report of a month reads, from the rows as they are: a dozen statements whatever its size. */
export async function liveGround(
  tx: Transaction,
  kernel: Kernel,
  asked: MonthOfUnits,
): Promise<ReportGround> {
  return {
    listed: await listedProjects(tx, asked, asked.month),
    months: await monthReports(tx, asked, asked.month),
    blockers: await blockersOf(tx, asked),
    letters: await lettersOf(tx, asked),
    lamps: await litLamps(tx, kernel, asked),
  }
}

/** A month that is closed, with what was kept of it then. */
export type ClosedMonth = DispatchRow & { readonly closed_at: string; readonly closed_kept: number }

/** Months that were closed before anything was kept have nothing to be read from. */
export const isKept = (row: DispatchRow | undefined): row is ClosedMonth =>
  row?.state === 'closed' && row.closed_kept !== null && row.closed_at !== null

interface KeptGround extends ReportGround {
  /** Without the corrections that were allowed since. */
  readonly keptMonths: readonly MonthTold[]
  readonly names: KeptNames
}

/** What the report of a closed month reads: what was kept then, and the corrections that were allowed since. */
export async function keptGround(
  tx: Transaction,
  asked: UnitsOfZone,
  closed: ClosedMonth,
): Promise<KeptGround> {
  const ground = groundOf(await keptLines(tx, asked, closed.id))
  const corrected = await correctedMonths(tx, {
    zone: asked.zone,
    month: period(closed.month),
    projects: ground.listed.map(({ id }) => id),
  })
  return {
    ...ground,
    keptMonths: ground.months,
    months: withCorrections(ground.months, corrected, closed.closed_at),
  }
}
