import type { FastifyRequest } from 'fastify'
import type { RecordType } from '#engine/records/record'
import { type Text, text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { titlesOf } from './references'
import type { StoredRow } from './rows'

export interface RowAddress {
  readonly id: string
  /** Attachment id. */
  readonly aid: string
}

export const rowAddress = (request: FastifyRequest): RowAddress => request.params as RowAddress

/** The columns that hang a comment, a file or an event on its row. */
export const hangingOn = (record: RecordType, row: StoredRow) => ({
  zone_id: row.zone_id,
  record: record.name,
  row_id: row.id,
})

const system = text('系统', 'System')

/**
 * Names of people by id. Called as the kernel: who wrote on a row is told to whoever may read the row, also where the
 * writer belongs to a unit the reader does not see.
 */
export async function personNames(
  tx: Transaction,
  kernel: Kernel,
  ids: readonly string[],
): Promise<(id: string) => Text> {
  const person = kernel.records.get('person')
  const names = person ? await titlesOf(tx, person, [...new Set(ids)]) : {}
  return (id) => names[id] ?? (id === 'system' ? system : text(id, id))
}
