import type { PlainDate } from '#engine/period/plain-date'
import type { RecordType } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import { updateRow } from '#platform/records/write-row'
import { sql } from 'kysely'
import { post } from '../records/post'

interface HandedOn {
  readonly from: string
  readonly to: string
  /** The unit of the post: what lies there and below goes with it. */
  readonly unit: string
  readonly zone: string
  readonly on: PlainDate
}

/** Record types whose rows are in somebody's charge until they are finished. */
function inCharge(kernel: Kernel): { record: RecordType; owner: string; finished: string[] }[] {
  return [...kernel.records.values()].flatMap((record) => {
    const { owner, lifecycle } = record
    if (!owner || !lifecycle || !Object.hasOwn(record.fields, owner)) return []
    const finished = Object.entries(lifecycle.states).flatMap(([name, state]) =>
      state.final || state.locked ? [name] : [],
    )
    return [{ record, owner, finished }]
  })
}

/** Units in which the former holder keeps another post: what is in their charge there stays theirs. */
async function keptUnits(tx: Transaction, kernel: Kernel, given: HandedOn): Promise<Set<string>> {
  const posts = await tx.all<{ unit_id: string }>(
    queries()
      .selectFrom(post.name)
      .select('unit_id')
      .where('person', '=', given.from)
      .where(sql<boolean>`(ends_on IS NULL OR ends_on >= ${given.on}::date)`) as never,
  )
  return new Set(posts.flatMap(({ unit_id }) => kernel.places().within(unit_id)))
}

/**
 * Gives what the former holder had in hand in the unit of a post and below it to the new one: it would stay with
 * somebody who can do nothing about it any more. Returns how many rows. Asked once the post itself has been handed over.
 */
export async function handOnTasks(tx: Transaction, kernel: Kernel, given: HandedOn): Promise<number> {
  const kept = await keptUnits(tx, kernel, given)
  const units = kernel
    .places()
    .within(given.unit)
    .filter((unit) => !kept.has(unit))
  let moved = 0
  for (const { record, owner, finished } of inCharge(kernel)) {
    const rows = await tx.all<{ id: string; version: number }>(
      queries()
        .selectFrom(record.name)
        .select(['id', 'version'])
        .where('zone_id', '=', given.zone)
        .where(owner, '=', given.from)
        .where(sql<boolean>`unit_id = ANY (${units}::text[])`)
        .where(sql<boolean>`NOT state = ANY (${finished}::text[])`)
        .orderBy('id') as never,
    )
    for (const { id, version } of rows)
      await updateRow(tx, kernel, { record, id, zone: given.zone, version, input: { [owner]: given.to } })
    moved += rows.length
  }
  return moved
}
