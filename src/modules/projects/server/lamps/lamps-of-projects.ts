import { lampsOf, type Lamp } from '#engine/lamps/lamp'
import type { LampFacts } from '#engine/lamps/lamp-facts'
import type { LampDimension } from '#engine/lamps/lamp-table'
import type { ScheduleReading } from '#engine/schedules/compute-schedule'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import { lampFactsOf } from '../../domain/lamp-facts-of'
import { nodeFactsOf } from '../../domain/node-facts-of'
import type { NodeRow } from '../../domain/plan-of'
import { type HeldExemption, heldExemptions } from './held-exemptions'
import { type Asked, type GroundRow, groundRows, nodesByProject, startSnapshots } from './lamp-grounds'
import { type HoldingTable, lampTables, type LampTables, type TriedTable } from './lamp-tables'

/** A project's lamps of a month, with what they were read from and by whose rules. */
export interface JudgedProject {
  readonly row: GroundRow
  readonly facts: LampFacts
  readonly lamps: readonly Lamp[]
  readonly exemptions: readonly HeldExemption[]
  readonly rules: HoldingTable
}

/** What lamps are asked for. `tried` puts another table in the place of a unit's own; nothing of it is kept. */
export interface LampsAsked extends Asked {
  readonly tried?: TriedTable | undefined
  /** Another promise of these projects, tried and not kept either. */
  readonly promised?: string | undefined
}

const isDueUnstarted = (row: GroundRow) => row.started_on === null && row.started_in === null

interface Gathered {
  readonly tables: LampTables
  readonly nodes: ReadonlyMap<string, readonly NodeRow[]>
  readonly snapshots: Awaited<ReturnType<typeof startSnapshots>>
  readonly exemptions: Awaited<ReturnType<typeof heldExemptions>>
  readonly reading: ScheduleReading
}

/** What only some rules ask for is read only where one of those holds: a plan is worked out for the lamp of nodes alone. */
async function gather(
  tx: Transaction,
  kernel: Kernel,
  given: { asked: LampsAsked; rows: readonly GroundRow[] },
): Promise<Gathered> {
  const { asked, rows } = given
  const { zone, tried } = asked
  const tables = await lampTables(tx, kernel, { zone, tried })
  // Where a table is tried, the facts must do for the one that holds now as well.
  const both = tried ? [tables, await lampTables(tx, kernel, { zone })] : [tables]
  const judgedIn = (dimension: LampDimension) =>
    rows.filter(({ unit_id }) => both.some((of) => of(unit_id).table.rules[dimension] !== undefined))
  const idsOf = (some: readonly GroundRow[]) => some.map(({ id }) => id)
  return {
    tables,
    nodes: await nodesByProject(
      tx,
      zone,
      idsOf(judgedIn('node').filter(({ promised_on }) => promised_on !== null)),
    ),
    snapshots: await startSnapshots(tx, asked, idsOf(judgedIn('start').filter(isDueUnstarted))),
    exemptions: await heldExemptions(tx, asked),
    reading: { today: asked.on, calendar: await kernel.calendar(tx) },
  }
}

function judged(row: GroundRow, asked: LampsAsked, gathered: Gathered): JudgedProject {
  const rules = gathered.tables(row.unit_id)
  const nodes = nodeFactsOf(row, gathered.nodes.get(row.id) ?? [], gathered.reading)
  const snapshots = gathered.snapshots.get(row.id)
  const facts = lampFactsOf(row, asked, { ...(nodes && { nodes }), ...(snapshots && { snapshots }) })
  const exemptions = gathered.exemptions.get(row.id) ?? []
  let lamps: readonly Lamp[] | undefined
  return {
    row,
    facts,
    exemptions,
    rules,
    // Judged when they are asked for: where tables are compared, nobody does.
    get lamps() {
      lamps ??= lampsOf(rules.table, facts, exemptions)
      return lamps
    },
  }
}

/**
 * The lamps of many projects of one zone at once, by project, in the order of their ids: some half a dozen statements
 * however many there are. `month` is what is judged and `on` the day it is read: on a day within the month money is told
 * up to the month before. Read with the rights of the transaction: projects that it may not see have none.
 */
export async function lampsOfProjects(
  tx: Transaction,
  kernel: Kernel,
  asked: LampsAsked,
): Promise<Map<string, JudgedProject>> {
  const kept = await groundRows(tx, asked)
  const { promised } = asked
  const rows = promised === undefined ? kept : kept.map((row) => ({ ...row, promised_on: promised }))
  const gathered = await gather(tx, kernel, { asked, rows })
  return new Map(rows.map((row) => [row.id, judged(row, asked, gathered)]))
}
