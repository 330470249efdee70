import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import { zonesOf } from '#platform/records/kernel'
import { type Listed, yearRoll } from '../../domain/year-roll'
import type { ListedProject, YearRollReply } from '../../portfolio-contract'

interface Row extends Listed {
  readonly id: string
  readonly project: string
  readonly name_zh: string
  readonly left_reason: string | null
  readonly sample: boolean
}

const told = (row: Row, on: string | null): ListedProject => ({
  id: row.id,
  project: row.project,
  name: row.name_zh,
  on: on ?? '',
  reason: row.left_reason,
  sample: row.sample,
})

const newestFirst = (a: ListedProject, b: ListedProject) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)

/** The list of a year in a unit and those below it: beginning, entry, exit with reasons, now. */
export async function yearList(
  tx: Transaction,
  kernel: Kernel,
  { unit, year }: { unit: string; year: string },
): Promise<YearRollReply> {
  const places = kernel.places()
  const within = places.within(unit)
  const rows = await tx.all<Row>(
    sql`SELECT y.id, y.project, p.name_zh, y.listed_on, y.left_on, y.left_reason, y.sample
      FROM project_year AS y JOIN project AS p ON p.zone_id = y.zone_id AND p.id = y.project
      WHERE y.zone_id = ANY (${zonesOf(places, within)}::text[]) AND y.unit_id = ANY (${[...within]}::text[])
        AND y.year = ${year} ORDER BY p.title_key, y.id`,
  )
  const roll = yearRoll(rows)
  return {
    year,
    begun_on: roll.begunOn,
    beginning: roll.beginning.length,
    entered: roll.entered.map((row) => told(row, row.listed_on)).sort(newestFirst),
    left: roll.left.map((row) => told(row, row.left_on)).sort(newestFirst),
    now: roll.now.length,
  }
}
