import { sql } from 'kysely'
import { type CellKey, cellId } from '#engine/figures/cell'
import { discrepancy } from '#engine/figures/discrepancy'
import type { Plan } from '#engine/figures/plan'
import { type ComputedCell, recompute } from '#engine/figures/recompute'
import type { PeriodId } from '#engine/period/period'
import { queries, type Transaction } from '#platform/database/database'
import type { Places } from '#platform/records/kernel'
import { cellColumns, cellRow, type CellRow } from './figure-rows'
import { among, withFigures, type ZoneOf } from './figure-loader'
import { holdFigures } from './hold-figures'

/** Later periods that comparisons of a changed figure reach into: to the end of the next year. */
const horizon = (keys: readonly CellKey[]): PeriodId => {
  const last = keys.map((key) => Number(key.period.slice(0, 4))).reduce((a, b) => Math.max(a, b), 0)
  return `${last + 1}-12` as PeriodId
}

const key: readonly string[] = ['zone_id', 'unit_id', 'indicator', 'period', 'nature']
const written = cellColumns.filter((name) => !key.includes(name))

const columns = sql.join(cellColumns.map((name) => sql.ref(name)))
const replaced = sql.join(written.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))

/** Writes cells, new or in place of what they were; as one parameter, which is quicker than one for every value. */
export async function storeCells(tx: Transaction, rows: readonly CellRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 2000)
    await tx.run(
      sql`INSERT INTO cell (${columns})
        SELECT ${columns} FROM json_populate_recordset(NULL::cell, ${JSON.stringify(rows.slice(start, start + 2000))}::json)
        ON CONFLICT (zone_id, unit_id, indicator, period, nature) DO UPDATE SET ${replaced}, computed_at = now()`,
    )
}

/** A cell that has become unknown is not kept: unknown is the absence of a cell, never a zero. */
async function dropCells(tx: Transaction, zoneOf: ZoneOf, keys: readonly CellKey[]): Promise<void> {
  if (keys.length > 0) await tx.run(queries().deleteFrom('cell').where(among(zoneOf, keys)))
}

interface Keeping {
  readonly plan: Plan
  readonly places: Places
  readonly keys: readonly CellKey[]
}

/**
 * Computes again every cell that the changed figures reach, and keeps them: called inside the transaction that
 * published them, as the kernel, because a park's figure moves cells its own people may not read.
 */
export async function recomputeCells(
  tx: Transaction,
  { plan, places, keys }: Keeping,
): Promise<ComputedCell[]> {
  await holdFigures(tx, { plan, places, units: [...new Set(keys.map(({ unit }) => unit))] })
  const zoneOf: ZoneOf = (unit) => places.zoneOf(unit) ?? unit
  const computed = await withFigures(tx, { zoneOf }, (read) => {
    const cells = recompute(plan, { keys, until: horizon(keys) }, read)
    const fresh = new Map(cells.map(({ key, cell }) => [cellId(key), cell]))
    const after = { ...read, cell: (key: CellKey) => fresh.get(cellId(key)) ?? read.cell(key) }
    return cells.map((one) => ({ ...one, derived: discrepancy(plan, one.key, after)?.derived.value ?? null }))
  })
  const known = computed.filter(({ cell }) => cell.value !== null)
  const rows = known.map(({ key, cell, derived }) =>
    cellRow(zoneOf(key.unit) ?? key.unit, key, { cell, derived }),
  )
  await storeCells(tx, rows)
  await dropCells(
    tx,
    zoneOf,
    computed.filter(({ cell }) => cell.value === null).map(({ key }) => key),
  )
  return computed
}
