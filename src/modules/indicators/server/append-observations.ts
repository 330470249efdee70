import type { Transaction } from '#platform/database/database'
import { insertAll } from '#platform/database/insert-all'
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

/** Appends revisions, as the kernel. */
export const appendObservations = (tx: Transaction, rows: readonly NewObservation[]): Promise<void> =>
  insertAll(tx, 'observation', { rows })
