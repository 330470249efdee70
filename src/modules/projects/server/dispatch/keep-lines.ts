import { sql } from 'kysely'
import { period } from '#engine/period/period'
import { text } from '#engine/result/result'
import { appendEvents } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import { insertAll } from '#platform/database/insert-all'
import { changesBetween } from '#platform/records/deeds'
import type { Kernel } from '#platform/records/kernel'
import { newId } from '#platform/records/new-id'
import type { StoredRow } from '#platform/records/rows'
import { titleKey } from '#platform/records/search-terms'
import { type KeptLine, linesOf, organsIn, peopleIn } from '../../domain/dispatch/kept-lines'
import { dispatchLine } from '../../records/dispatch-line'
import { namesOf } from './person-names'
import { liveGround } from './report-ground'

/** Lines that travel in one statement: some megabytes of JSON. */
const batch = 1000

interface Closed {
  readonly row: StoredRow
  readonly at: string
}

/** What the report of the month reads now, of the whole zone. */
async function linesNow(tx: Transaction, kernel: Kernel, { row, at }: Closed): Promise<KeptLine[]> {
  const places = kernel.places()
  const { zone_id: zone } = row
  const ground = await liveGround(tx, kernel, {
    zone,
    units: places.within(zone),
    month: period(String(row.month)),
  })
  return linesOf(ground, {
    zone,
    asOf: at,
    personName: await namesOf(tx, 'person', peopleIn(ground)),
    organName: await namesOf(tx, 'organ', organsIn(ground)),
    unitName: (code) => places.nameOf(code) ?? text(code, code),
  })
}

/** What was kept when the month was closed before; the ledger has it for good. */
async function dropLines(tx: Transaction, { zone_id, id }: StoredRow): Promise<void> {
  const dropped = await tx.all<StoredRow>(
    sql`DELETE FROM dispatch_line WHERE zone_id = ${zone_id} AND dispatch = ${id}
      RETURNING id, zone_id, unit_id, dispatch, month, project, name_zh, kept`,
  )
  await appendEvents(
    tx,
    dropped.map((row) => ({
      zone: zone_id,
      unit: row.unit_id,
      record: 'dispatch_line',
      id: row.id,
      deed: 'remove',
      changes: changesBetween(dispatchLine, row, {}),
    })),
  )
}

async function writeLines(tx: Transaction, { row, at }: Closed, lines: readonly KeptLine[]): Promise<void> {
  const { zone_id, id: dispatch, month } = row
  const stamp = { created_at: at, created_by: tx.actor.person, updated_at: at, updated_by: tx.actor.person }
  const rows = lines.map((line) => ({
    ...line,
    ...stamp,
    id: newId(),
    zone_id,
    dispatch,
    month,
    version: 1,
    extra: {},
    title_key: titleKey(line.name_zh),
  }))
  await insertAll(tx, 'dispatch_line', { rows, by: batch })
  await appendEvents(
    tx,
    rows.map((line) => ({
      zone: zone_id,
      unit: line.unit_id,
      record: 'dispatch_line',
      id: line.id,
      deed: 'create',
      changes: changesBetween(dispatchLine, undefined, line),
    })),
  )
}

/**
 * Keeps what the report of a month says as it is closed, in the place of what was kept when it was closed before; returns
 * of how many projects. Works as the kernel, signed by whoever closes the month: of no park may anything be left out.
 */
export async function keepLines(tx: Transaction, kernel: Kernel, closed: Closed): Promise<number> {
  const lines = await linesNow(tx, kernel, closed)
  await dropLines(tx, closed.row)
  await writeLines(tx, closed, lines)
  return lines.length
}
