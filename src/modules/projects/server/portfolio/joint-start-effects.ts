import { sql } from 'kysely'
import { canonical } from '#engine/quantity/decimal'
import type { Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { rewriteRow } from '#platform/records/move-parts'
import { columnsOf, type StoredRow } from '#platform/records/rows'
import { type JointProject, jointTotals } from '../../domain/joint-totals'
import { jointStart } from '../../records/joint-start'

interface Batch {
  readonly zone: string
  readonly ids: readonly string[]
}

const batchOf = (row: StoredRow): Batch => ({
  zone: row.zone_id,
  ids: Array.isArray(row.projects) ? (row.projects as string[]) : [],
})

type Counted = Readonly<Record<'counted_investment' | 'known', unknown>>

/**
 * The totals of a batch, over all its projects, whoever asks. A new batch holds its projects (`FOR SHARE`) until it is
 * there: a project that is being changed meanwhile would not find it.
 */
async function countedIn(tx: Transaction, { zone, ids }: Batch, hold: boolean): Promise<Counted> {
  const rows = await tx.all<JointProject>(
    sql`SELECT state, investment FROM project WHERE zone_id = ${zone} AND id = ANY (${ids}::text[])
      ORDER BY id ${hold ? sql`FOR SHARE` : sql``}`,
  )
  const { counted, known } = jointTotals(rows)
  return { counted_investment: counted, known }
}

/** Whether two amounts are the same: 5.1 and 5.10 are. */
const isEqual = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? canonical(a) === canonical(b) : (a ?? null) === (b ?? null)

/** A batch keeps what its projects add up to. */
export function jointStartEffects(): Effect {
  return {
    before: (tx: Transaction, { row, before }: Deed) =>
      countedIn(tx.asKernel, batchOf(row), before === undefined),
  }
}

/**
 * The batches that name one of these projects. All of the zone are locked, not only those: one that is being changed
 * may be about to name it, and is then read as it has become.
 */
async function batchesNaming(tx: Transaction, zone: string, ids: ReadonlySet<string>): Promise<StoredRow[]> {
  const columns = columnsOf(jointStart).map((name) => sql.ref(name))
  const rows = await tx.all<StoredRow>(
    sql`SELECT ${sql.join(columns)} FROM joint_start WHERE zone_id = ${zone} ORDER BY id FOR UPDATE`,
  )
  return rows.filter((row) => batchOf(row).ids.some((id) => ids.has(id)))
}

async function recount(tx: Transaction, kernel: Kernel, before: StoredRow): Promise<void> {
  const counted = await countedIn(tx, batchOf(before), false)
  const isSame =
    before.known === counted.known && isEqual(before.counted_investment, counted.counted_investment)
  if (isSame) return
  const row: StoredRow = {
    ...before,
    ...counted,
    version: before.version + 1,
    updated_at: new Date().toISOString(),
  }
  await rewriteRow(tx, kernel, { record: jointStart, before, row })
}

const matters = ({ before, row }: Deed): boolean =>
  before !== undefined &&
  (!isEqual(before.investment, row.investment) ||
    (before.state === 'withdrawn') !== (row.state === 'withdrawn'))

/** A project whose money or standing changes is counted anew in every batch that names it. */
export function startedTogether(kernel: () => Kernel): Effect {
  return {
    async settle(tx: Transaction, deeds: readonly Deed[]) {
      const zones = new Map<string, Set<string>>()
      for (const { row } of deeds.filter(matters))
        zones.set(row.zone_id, (zones.get(row.zone_id) ?? new Set()).add(row.id))
      for (const [zone, ids] of zones)
        for (const batch of await batchesNaming(tx.asKernel, zone, ids))
          await recount(tx.asKernel, kernel(), batch)
    },
  }
}
