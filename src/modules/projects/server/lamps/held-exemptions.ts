import { sql } from 'kysely'
import type { LampExemption } from '#engine/lamps/exemption'
import type { LampDimension } from '#engine/lamps/lamp-table'
import type { PlainDate } from '#engine/period/plain-date'
import { grouped } from '#engine/result/grouped'
import type { Transaction } from '#platform/database/database'
import type { Asked } from './lamp-grounds'

/** An approved exemption, with the row it comes from. */
export interface HeldExemption extends LampExemption {
  readonly id: string
  readonly project: string
}

interface ExemptionRow {
  readonly id: string
  readonly project: string
  readonly dimension: LampDimension
  readonly reason: string
  readonly from_on: PlainDate
  readonly until_on: PlainDate
  readonly approved_by: string | null
}

/** The names of people, read as the kernel: whoever sees the exemption may know who answers for it. */
async function namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.asKernel.all<{ id: string; name_zh: string }>(
    sql`SELECT id, name_zh FROM person WHERE id = ANY (${ids}::text[])`,
  )
  return new Map(rows.map(({ id, name_zh }) => [id, name_zh]))
}

/** The exemptions that hold on the day, by project: approved, begun, not over. */
export async function heldExemptions(
  tx: Transaction,
  { zone, on, projects }: Asked,
): Promise<ReadonlyMap<string, readonly HeldExemption[]>> {
  const rows = await tx.all<ExemptionRow>(sql`
    SELECT id, project, dimension, reason, from_on, until_on, approved_by FROM lamp_exemption
    WHERE zone_id = ${zone} AND state = 'approved' AND from_on <= ${on}::date AND until_on >= ${on}::date
      AND ${projects ? sql<boolean>`project = ANY (${projects}::text[])` : sql<boolean>`true`}
    ORDER BY approved_on, id`)
  const names = await namesOf(tx, [...new Set(rows.flatMap(({ approved_by }) => approved_by ?? []))])
  const held = rows.map(({ from_on, until_on, approved_by, ...row }) => ({
    ...row,
    from: from_on,
    until: until_on,
    approvedBy: names.get(approved_by ?? '') ?? approved_by ?? '',
  }))
  return grouped(held, ({ project }) => project)
}
