import type { RecordType } from '#engine/records/record'
import { type AnyActor, queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { type Places, zonesOf } from './kernel'
import { columnsOf, type StoredRow } from './rows'
import { openRows } from './sealed-fields'

/** The zone in which an actor's posts lie; undefined where they reach over several, as of the country's desks. */
export function likelyZone(places: Places, actor: AnyActor): string | undefined {
  if ('kernel' in actor) return undefined
  // A reach holds a unit and everything below it, in the tree's order: its ends tell whether it leaves a zone.
  const ends = Object.values(actor.reach).flatMap((units) => [...units.slice(0, 1), ...units.slice(-1)])
  const zones = zonesOf(places, ends)
  return zones.length === 1 ? zones[0] : undefined
}

interface Sought {
  readonly id: string
  /** Where it is known or likely: then one statement is enough. */
  readonly zone?: string | undefined
}

async function lockIn(
  tx: Transaction,
  record: RecordType,
  { id, zone }: Sought,
): Promise<StoredRow | undefined> {
  const byId = queries().selectFrom(record.name).select(columnsOf(record)).where('id', '=', id)
  const select = zone === undefined ? byId : byId.where('zone_id', '=', zone)
  return (await openRows(tx, record, (await tx.all(select.forUpdate())) as StoredRow[]))[0]
}

const zoneOfRow = (tx: Transaction, record: RecordType, id: string) =>
  tx.first<{ zone_id: string }>(
    queries().selectFrom(record.name).select('zone_id').where('id', '=', id) as never,
  )

/**
 * The row as it now is, kept from changing until the transaction ends; or not-found. Rows that are spread by zone are
 * locked only by a statement that names theirs: a distributed database refuses any other. Lists that all zones share lie
 * whole on every machine.
 */
export async function lockRow(tx: Transaction, record: RecordType, given: Sought): Promise<StoredRow> {
  if (record.scope === 'shared') return present(await lockIn(tx, record, { id: given.id }))
  const row = given.zone === undefined ? undefined : await lockIn(tx, record, given)
  if (row) return row
  const lies = await zoneOfRow(tx, record, given.id)
  // Read but not locked in its own zone: it may be seen and not changed.
  const found =
    lies && lies.zone_id !== given.zone
      ? await lockIn(tx, record, { id: given.id, zone: lies.zone_id })
      : undefined
  return present(found)
}

/** The rows of a type that are parts of this one, kept from changing until the transaction ends. */
export async function lockParts(tx: Transaction, part: RecordType, whole: StoredRow): Promise<StoredRow[]> {
  const select = queries()
    .selectFrom(part.name)
    .select(columnsOf(part))
    .where('zone_id', '=', whole.zone_id)
    .where(part.within ?? '', '=', whole.id)
  return openRows(tx, part, (await tx.all(select.forUpdate())) as StoredRow[])
}

function present(row: StoredRow | undefined): StoredRow {
  if (!row) throw kernelError('not_found')
  return row
}
