import { isLockedIn } from '#engine/lifecycles/describe-refusal'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import { clockColumn } from '#engine/records/record-clock'
import { masked, maskedFields, personalOf } from '#engine/records/personal'
import type { ReplyRow, RowReply } from '#engine/records/reply'
import { type Actor, deedsOf, rolesOver } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { titlesFor } from './references'
import { beijingNow } from './beijing-now'
import { clocksReply } from './row-clocks'
import type { StoredRow } from './rows'

const maySee = (field: Field, roles: readonly string[]) =>
  !field.see || field.see.some((role) => roles.includes(role))

type NamedField = readonly [string, Field]

const guarded = new WeakMap<RecordType, readonly NamedField[]>()

/** Fields that not everybody sees; most types have none, and rows are replied by the hundred. */
function guardedFields(record: RecordType): readonly NamedField[] {
  const known =
    guarded.get(record) ?? Object.entries(record.fields).filter(([, field]) => field.see ?? personalOf(field))
  guarded.set(record, known)
  return known
}

/** Takes away or masks what the actor may not see of a row that is not their own. */
function guard(actor: Actor, record: RecordType, reply: Record<string, unknown>): void {
  const row = reply as unknown as StoredRow
  const fields = guardedFields(record)
  if (fields.length === 0 || (record.owner !== undefined && row[record.owner] === actor.person)) return
  const roles = rolesOver(actor, row.unit_id)
  for (const [name, kind] of maskedFields(record, { row, roles, person: actor.person }))
    reply[name] = masked(kind, reply[name])
  for (const [name, field] of fields) if (!maySee(field, roles)) Reflect.deleteProperty(reply, name)
}

/** A stored row as this actor gets it: fields they may not see are left out, what they may do is listed. */
export function replyRow(actor: Actor, record: RecordType, row: StoredRow): ReplyRow {
  const locked = isLockedIn(record.lifecycle, row.state)
  const may = deedsOf(actor, record, row)
  const reply = { ...row, may: locked ? may.filter((deed) => deed !== 'update' && deed !== 'remove') : may }
  guard(actor, record, reply)
  return reply
}

/** One row with the names it refers to. */
export async function rowReply(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow },
): Promise<RowReply> {
  const titles = await titlesFor(tx, kernel, { record: given.record, rows: [given.row] })
  const [row] = await replyRows(tx, kernel, { record: given.record, rows: [given.row] })
  return { row: row as ReplyRow, titles }
}

/** Rows as this actor gets them, with how their clocks stand now. */
export async function replyRows(
  tx: Transaction,
  kernel: Kernel,
  { record, rows }: { record: RecordType; rows: readonly StoredRow[] },
): Promise<ReplyRow[]> {
  const replies = rows.map((row) => replyRow(tx.actor as Actor, record, row))
  if (!record.clocks) return replies
  const reading = { now: beijingNow(), calendar: await kernel.calendar(tx) }
  const histories = Object.keys(record.clocks).map(clockColumn)
  return replies.map((reply, index) => {
    const told = { ...reply, ...clocksReply(record, rows[index] ?? {}, reading) }
    for (const name of histories) Reflect.deleteProperty(told, name)
    return told
  })
}
