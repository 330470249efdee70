import { sql } from 'kysely'
import type { LampTable } from '#engine/lamps/lamp-table'
import { grouped } from '#engine/result/grouped'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { type Kernel, nearestAbove } from '#platform/records/kernel'
import { lampTableOf, type RuleRow, shippedTable } from '../../domain/lamp-table-of'

/** The rules that hold in a unit, and whose they are; null where nobody above has any and the shipped table holds. */
export interface HoldingTable {
  readonly unit: string | null
  readonly table: LampTable
}

/** Says for each unit of a zone which table of lamps holds there. */
export type LampTables = (unit: string) => HoldingTable

/** A table to be tried in the place of a unit's own; without rules the unit has none of its own any more. */
export interface TriedTable {
  readonly unit: string
  readonly table: LampTable
}

const shipped: HoldingTable = { unit: null, table: shippedTable }

/**
 * The tables of a zone's units. Read as the kernel: the rules above a park bind it, and whoever is bound by a rule may
 * know it, though the rows of the unit above are not theirs to list.
 */
export async function lampTables(
  tx: Transaction,
  kernel: Kernel,
  given: { readonly zone: string; readonly tried?: TriedTable | undefined },
): Promise<LampTables> {
  const rows = await tx.asKernel.all<RuleRow & { readonly unit_id: string }>(
    sql`SELECT unit_id, dimension, measure, bands, exemptible FROM lamp_rule WHERE zone_id = ${given.zone}`,
  )
  const places = kernel.places()
  const own = [...grouped(rows, ({ unit_id }) => unit_id)].map(([code, rules]): TriedTable => {
    const name = places.nameOf(code) ?? text(code, code)
    return { unit: code, table: lampTableOf({ code, name }, rules) }
  })
  const { tried } = given
  const others = tried ? own.filter(({ unit }) => unit !== tried.unit) : own
  const all = tried && Object.keys(tried.table.rules).length > 0 ? [...others, tried] : others
  const byUnit = new Map(all.map((held) => [held.unit, held]))
  return (unit) => nearestAbove(places, unit, byUnit) ?? shipped
}
