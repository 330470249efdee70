import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import type { ObservationRow } from './figure-rows'

/** What an appended revision says; who reported and approved it where a report does. */
export type NewObservation = Pick<
  ObservationRow,
  | 'zone_id'
  | 'id'
  | 'unit_id'
  | 'indicator'
  | 'period'
  | 'nature'
  | 'revision'
  | 'value'
  | 'qualifier'
  | 'origin'
  | 'published_by'
  | 'published_at'
  | 'sample'
> &
  Partial<ObservationRow>

/** Appends revisions, as the kernel: one parameter for all of them, whose statement is parsed once and kept. */
export async function appendObservations(tx: Transaction, rows: readonly NewObservation[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(
    sql`INSERT INTO observation SELECT * FROM json_populate_recordset(NULL::observation, ${JSON.stringify(rows)}::json)`,
  )
}
