import { addDays, type PlainDate } from '#engine/period/plain-date'
import type { RowOf } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'
import { type AppError, errorsOf } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { findRow, getRow, type StoredRow } from '#platform/records/rows'
import { createRow, updateRow } from '#platform/records/write-row'
import { organisationErrors } from '../contract'
import { handOnTasks } from './hand-on-tasks'
import { person } from '../records/person'
import { post } from '../records/post'

const refuse = errorsOf(organisationErrors)

type PostRow = RowOf<typeof post>
type PersonRow = RowOf<typeof person>

export interface Handover {
  readonly id: string
  readonly to: string
  readonly on: PlainDate
}

/** Why the post cannot go to this person on this day, if so. */
function refusalOf(held: PostRow, to: PersonRow | undefined, on: PlainDate): AppError | undefined {
  if (held.person === null) return refuse('no_holder')
  if (!to) return refuse('unknown_person')
  if (to.id === held.person) return refuse('same_holder')
  if (on <= held.starts_on) return refuse('handover_before_start')
  if (held.ends_on !== null && on > held.ends_on) return refuse('handover_after_end')
  if (to.left_on !== null && to.left_on < on) return refuse('person_left')
  return undefined
}

/** Refuses a handover that cannot be: asked when it is requested, and again when it is carried out. */
export async function assertHandover(tx: Transaction, given: Handover): Promise<PostRow> {
  const held = (await getRow(tx, post, { id: given.id })) as unknown as PostRow
  const to = (await findRow(tx, person, { id: given.to })) as unknown as PersonRow | undefined
  const refusal = refusalOf(held, to, given.on)
  if (refusal) throw refusal
  return held
}

/**
 * Hands a post over: the old holder's term ends the day before, a new row of the same post begins that day. Two rows, so
 * that who held the post when stays answerable. What the unit owes (open reports) stays the unit's; what the old holder
 * had in hand goes to the new one. The transaction is the kernel's: who grants has no business of their own.
 */
export async function handOverPost(
  tx: Transaction,
  kernel: Kernel,
  given: Handover,
): Promise<{ ended: StoredRow; started: StoredRow }> {
  const held = await assertHandover(tx, given)
  const { unit_id, name_zh, name_en, role, organ, ends_on, version } = held
  const ended = await updateRow(tx, kernel, {
    record: post,
    id: given.id,
    version,
    input: { ends_on: addDays(given.on, -1) },
  })
  const started = await createRow(tx, kernel, {
    record: post,
    input: {
      ...held.extra,
      unit_id,
      name_zh,
      name_en,
      role,
      organ,
      ends_on,
      person: given.to,
      starts_on: given.on,
    },
    sample: held.sample,
  })
  const { zone_id: zone } = ended
  await handOnTasks(tx, kernel, { from: held.person ?? '', to: given.to, unit: unit_id, zone, on: given.on })
  return { ended, started }
}
