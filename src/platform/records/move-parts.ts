import { isKeptByServer, partsOf, type RecordType } from '#engine/records/record'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { eventOf, writeDeed } from './deeds'
import type { Kernel } from './kernel'
import { lockParts } from './lock-row'
import { replaceRow, type StoredRow } from './rows'

interface Rewritten {
  readonly record: RecordType
  readonly before: StoredRow
  readonly row: StoredRow
}

/** The parts of a row that has been moved, as they will be in its unit. Read as the kernel: none may stay behind unseen. */
async function movedParts(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow },
): Promise<Rewritten[]> {
  const { row: whole } = given
  const found: Rewritten[] = []
  for (const record of partsOf(given.record, kernel.records.values())) {
    for (const before of await lockParts(tx.asKernel, record, whole))
      found.push({
        record,
        before,
        row: {
          ...before,
          unit_id: whole.unit_id,
          version: before.version + 1,
          updated_at: whole.updated_at,
          updated_by: whole.updated_by,
        },
      })
  }
  return found
}

/** Writes a row that follows from a change of another, as the kernel, with its event and what follows in turn. */
export async function rewriteRow(
  tx: Transaction,
  kernel: Kernel,
  { record, before, row }: Rewritten,
): Promise<void> {
  const deed = { name: 'update', before, row, reason: null }
  await writeDeed(tx, kernel, { record, deed, writing: replaceRow(tx.asKernel, record, row) })
}

/** Whatever is a part of a row goes where the row goes, each with its event and its figures. */
export async function moveParts(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow },
): Promise<void> {
  for (const { record, before, row } of await movedParts(tx, kernel, given)) {
    await rewriteRow(tx, kernel, { record, before, row })
    await moveParts(tx, kernel, { record, row })
  }
}

/** What the server has kept of a row goes with it, each with its event: nobody else could remove it. */
export async function removeKeptParts(
  tx: Transaction,
  kernel: Kernel,
  { record, row: whole }: { record: RecordType; row: StoredRow },
): Promise<void> {
  const as = tx.asKernel
  for (const part of partsOf(record, kernel.records.values()).filter(isKeptByServer)) {
    const rows = await lockParts(as, part, whole)
    await as.run(
      queries()
        .deleteFrom(part.name)
        .where('zone_id', '=', whole.zone_id)
        .where(part.within ?? '', '=', whole.id),
    )
    await appendEvents(
      as,
      rows.map((row) => eventOf(part, { name: 'remove', before: row, row, reason: null })),
    )
  }
}
