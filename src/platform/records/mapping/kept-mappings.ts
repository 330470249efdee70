import type { KeptMapping } from '#engine/mapping/look'
import { columnMapping } from '#engine/mapping/column-mapping'
import { type Remembered, rememberedFrom } from '#engine/mapping/remembered'
import type { RecordType, RowOf } from '#engine/records/record'
import { deedsOf, type Ground } from '#engine/records/rights'
import { queries, type Transaction } from '#platform/database/database'

export interface Kept {
  readonly told: KeptMapping
  readonly remembered: Remembered
}

/** The mapping last kept for these heads that the actor may see; undefined where there is none, or none that can be read. */
export async function keptMapping(
  tx: Transaction,
  record: RecordType,
  fingerprint: string,
): Promise<Kept | undefined> {
  const { actor } = tx
  const rows = (await tx.all(
    queries()
      .selectFrom(columnMapping.name)
      .selectAll()
      .where('record', '=', record.name)
      .where('fingerprint', '=', fingerprint)
      .orderBy('updated_at', 'desc')
      .limit(5),
  )) as unknown as (RowOf<typeof columnMapping> & Ground)[]
  for (const row of rows) {
    const remembered = rememberedFrom(row.choices)
    if (!remembered) continue
    const may = 'kernel' in actor ? [] : deedsOf(actor, columnMapping, row)
    return { told: { id: row.id, name: row.name, unit: row.unit_id, version: row.version, may }, remembered }
  }
  return undefined
}
