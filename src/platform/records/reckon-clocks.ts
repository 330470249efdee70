import { sql } from 'kysely'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { RecordType } from '#engine/records/record'
import { clockColumn, dueField } from '#engine/records/record-clock'
import { appendEvents, type NewEvent } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { beijingNow } from './beijing-now'
import { type Reading, reckonedClock } from './row-clocks'
import type { StoredRow } from './rows'

/** Rows read and written in one go: a zone has some thousand open limits, not millions. */
const batch = 500

interface Reckoned {
  readonly row: StoredRow
  readonly columns: Readonly<Record<string, unknown>>
  readonly event: NewEvent
}

const isOpen = (name: string) =>
  sql<boolean>`${sql.ref(clockColumn(name))} ->> 'status' IN ('running', 'paused')`

/** Zones with an open limit: rows are locked one zone after the other, as a distributed database wants it. */
async function zonesWithOpen(tx: Transaction, record: RecordType, name: string): Promise<string[]> {
  const rows = await tx.all<{ zone_id: string }>(
    queries()
      .selectFrom(record.name)
      .select('zone_id')
      .distinct()
      .where(isOpen(name))
      .orderBy('zone_id') as never,
  )
  return rows.map(({ zone_id }) => zone_id)
}

async function openRows(
  tx: Transaction,
  record: RecordType,
  given: { name: string; zone: string; after: string },
): Promise<StoredRow[]> {
  const rows = await tx.all(
    queries()
      .selectFrom(record.name)
      .select(['id', 'zone_id', 'unit_id', clockColumn(given.name)])
      .where('zone_id', '=', given.zone)
      .where(isOpen(given.name))
      .where('id', '>', given.after)
      .orderBy('id')
      .limit(batch)
      .forUpdate(),
  )
  return rows as StoredRow[]
}

function reckoned(record: RecordType, name: string, reading: Reading) {
  return (row: StoredRow): Reckoned[] => {
    const moved = reckonedClock(row, name, reading)
    if (!moved) return []
    const event = {
      zone: row.zone_id,
      unit: row.unit_id,
      record: record.name,
      id: row.id,
      deed: 'reckoned_anew',
      changes: { [dueField(name)]: moved.due },
    }
    return [{ row, columns: moved.columns, event }]
  }
}

async function reckonClock(
  tx: Transaction,
  record: RecordType,
  given: { name: string; zone: string; reading: Reading },
): Promise<number> {
  let moved = 0
  let after = ''
  for (;;) {
    const rows = await openRows(tx, record, { ...given, after })
    const changed = rows.flatMap(reckoned(record, given.name, given.reading))
    for (const { row, columns } of changed)
      await tx.run(
        queries()
          .updateTable(record.name)
          .set({ ...columns, [clockColumn(given.name)]: JSON.stringify(columns[clockColumn(given.name)]) })
          .where('id', '=', row.id)
          .where('zone_id', '=', row.zone_id),
      )
    await appendEvents(
      tx,
      changed.map(({ event }) => event),
    )
    moved += changed.length
    after = rows.at(-1)?.id ?? ''
    if (rows.length < batch) return moved
  }
}

/**
 * Works out again when every running limit of every record type is due, after the calendar has changed; returns how many
 * moved. The rows' versions stay: whoever has one open has not been overtaken. What was finished keeps what it was
 * measured by.
 */
export async function reckonClocks(tx: Transaction, kernel: Kernel, calendar: WorkCalendar): Promise<number> {
  const reading = { now: beijingNow(), calendar }
  const as = tx.asKernel
  let moved = 0
  for (const record of kernel.records.values())
    for (const name of Object.keys(record.clocks ?? {}))
      for (const zone of await zonesWithOpen(as, record, name))
        moved += await reckonClock(as, record, { name, zone, reading })
  return moved
}
