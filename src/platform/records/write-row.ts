import { describeLock, isLockedIn, type LockedVerb } from '#engine/lifecycles/describe-refusal'
import { checkInput } from '#engine/records/check-input'
import { masked, maskedFields, personalFields, type PersonalKind } from '#engine/records/personal'
import { type Actor, may, rolesOver } from '#engine/records/rights'
import type { RecordType } from '#engine/records/record'
import { roleLabels } from '#glossary/role-labels'
import { type AnyActor, queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { beijingToday } from './beijing-now'
import type { Kernel } from './kernel'
import { likelyZone, lockRow } from './lock-row'
import { newId } from './new-id'
import { danglingReferences, isReferredTo } from './references'
import { invalidInput } from './refusals'
import { startedClocks } from './row-clocks'
import { withEffect, writeDeed } from './deeds'
import type { Deed } from './effects'
import { moveParts, removeKeptParts } from './move-parts'
import { placedInput, placeOf } from './place-of'
import { blankRow, getRow, insertRow, replaceRow, type StoredRow } from './rows'
import { assertVersion } from './version-conflict'

type Input = Readonly<Record<string, unknown>>

const isKernel = (actor: AnyActor): boolean => 'kernel' in actor

const rolesOf = (actor: AnyActor, unit: string) =>
  isKernel(actor) ? undefined : rolesOver(actor as Actor, unit)

/** A mask sent back by a form says nothing: the value behind it stays. */
function withoutMasks(
  tx: Transaction,
  record: RecordType,
  given: { before: StoredRow; input: Input },
): Input {
  const { before, input } = given
  if (isKernel(tx.actor) || personalFields(record).length === 0) return input
  const roles = rolesOver(tx.actor as Actor, before.unit_id)
  const hidden = maskedFields(record, { row: before, roles, person: tx.actor.person })
  const isMask = (name: string, kind: PersonalKind) =>
    typeof before[name] === 'string' && input[name] === masked(kind, before[name])
  const masks = new Set(hidden.filter(([name, kind]) => isMask(name, kind)).map(([name]) => name))
  return masks.size === 0
    ? input
    : Object.fromEntries(Object.entries(input).filter(([name]) => !masks.has(name)))
}

function assertMay(
  tx: Transaction,
  record: RecordType,
  deed: { verb: 'create' | 'update' | 'remove'; row: { unit_id: string } },
): void {
  if (!isKernel(tx.actor) && !may(tx.actor as Actor, record, deed)) throw kernelError('forbidden')
}

const idOf = (record: RecordType, values: Input, known: string | undefined): string =>
  record.key ? String(values[record.key]) : (known ?? newId())

/** The row with what follows from it laid over it. */
const derived = <R extends Input>(record: RecordType, row: R): R =>
  record.derive ? Object.assign({ ...row }, record.derive(row)) : row

/** The row an input makes, checked and complete but not yet stored. The import, which knows its id before, uses it as well. */
export async function draftRow(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; input: Input; id?: string; sample?: boolean },
): Promise<StoredRow> {
  const { record } = given
  const input = await placedInput(tx, kernel, given)
  const extra = await kernel.extraFields(record, tx)
  const unitGiven = typeof input.unit_id === 'string' ? input.unit_id : ''
  const placed =
    record.place && typeof input[record.place] === 'string' ? (input[record.place] as string) : unitGiven
  const roles = rolesOf(tx.actor, placed)
  const checked = checkInput(record, input, { extra, today: beijingToday(), ...(roles && { roles }) })
  if (!checked.ok) throw invalidInput(checked.error)
  const id = idOf(record, checked.value.values, given.id)
  const { unit, zone } = placeOf(kernel, record, { values: checked.value.values, input, id })
  const now = new Date().toISOString()
  const filled = derived(record, Object.assign({ ...blankRow(record) }, checked.value.values))
  const clocks = record.clocks && startedClocks(record, filled, await kernel.calendar(tx))
  return Object.assign(filled, clocks, {
    id,
    zone_id: zone,
    unit_id: unit,
    ...(record.lifecycle && { state: record.lifecycle.initial }),
    version: 1,
    created_at: now,
    created_by: tx.actor.person,
    updated_at: now,
    updated_by: tx.actor.person,
    sample: given.sample ?? false,
    extra: checked.value.extra,
  })
}

/** Creates one row: checked, within the actor's units, written with its event. */
export async function createRow(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; input: Input; sample?: boolean },
): Promise<StoredRow> {
  const { record } = given
  const drafted = await draftRow(tx, kernel, given)
  assertMay(tx, record, { verb: 'create', row: drafted })
  const dangling = await danglingReferences(tx, kernel, {
    record,
    row: drafted,
    only: Object.keys(record.fields),
  })
  if (dangling.length > 0) throw invalidInput(dangling)
  const deed = { name: 'create', before: undefined, row: drafted, reason: null }
  const row = await withEffect(tx, kernel, { record, deed })
  await writeDeed(tx, kernel, { record, deed: { ...deed, row }, writing: insertRow(tx, record, row) })
  return row
}

/** What has been handed in or decided is neither changed nor removed behind the back of whoever decided it. */
function assertUnlocked(record: RecordType, { row, verb }: { row: StoredRow; verb: LockedVerb }): void {
  const { lifecycle } = record
  if (!lifecycle || !isLockedIn(lifecycle, row.state)) return
  const state = row.state ?? lifecycle.initial
  throw kernelError('action_refused', {
    detail: describeLock(lifecycle, { state, verb }, { roles: roleLabels }),
  })
}

/** The row as an input changes it: checked against what it was, version raised. */
export async function changedRow(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; before: StoredRow; input: Input },
): Promise<StoredRow> {
  const { record, before } = given
  const input = await placedInput(tx, kernel, { record, input: withoutMasks(tx, record, given) })
  const extra = await kernel.extraFields(record, tx)
  const roles = rolesOf(tx.actor, before.unit_id)
  const checked = checkInput(record, input, {
    before,
    extra,
    today: beijingToday(),
    ...(roles && { roles }),
  })
  if (!checked.ok) throw invalidInput(checked.error)
  const merged = derived(record, {
    ...before,
    ...checked.value.values,
    extra: { ...before.extra, ...checked.value.extra },
  })
  const moved =
    input.unit_id !== undefined || record.place
      ? placeOf(kernel, record, {
          values: merged,
          input: { unit_id: before.unit_id, ...input },
          id: before.id,
          before,
        })
      : undefined
  return {
    ...merged,
    ...(moved && { unit_id: moved.unit }),
    version: before.version + 1,
    updated_at: new Date().toISOString(),
    updated_by: tx.actor.person,
  }
}

export interface Update {
  readonly record: RecordType
  readonly id: string
  /** Where it is known: one statement less. */
  readonly zone?: string
  readonly version: number
  readonly input: Input
  /** What is changed with it and kept beside its fields; its event tells both. */
  readonly beside?: Deed['beside']
}

/** Changes one row that the actor has seen in this version. */
export async function updateRow(tx: Transaction, kernel: Kernel, given: Update): Promise<StoredRow> {
  const { record } = given
  const before = await lockRow(tx, record, {
    id: given.id,
    zone: given.zone ?? likelyZone(kernel.places(), tx.actor),
  })
  assertMay(tx, record, { verb: 'update', row: before })
  await assertVersion(tx, kernel, { record, row: before, seen: given.version })
  assertUnlocked(record, { row: before, verb: 'update' })
  const changed = await changedRow(tx, kernel, { record, before, input: given.input })
  const dangling = await danglingReferences(tx, kernel, {
    record,
    row: changed,
    only: Object.keys(given.input),
  })
  if (dangling.length > 0) throw invalidInput(dangling)
  const deed = {
    name: 'update',
    before,
    row: changed,
    reason: null,
    ...(given.beside && { beside: given.beside }),
  }
  const row = await withEffect(tx, kernel, { record, deed })
  await writeDeed(tx, kernel, { record, deed: { ...deed, row }, writing: replaceRow(tx, record, row) })
  if (row.unit_id !== before.unit_id) await moveParts(tx, kernel, { record, row })
  return row
}

/** Removes one row; its content stays in the ledger. */
export async function removeRow(
  tx: Transaction,
  kernel: Kernel,
  given: Omit<Update, 'input'>,
): Promise<void> {
  const { record } = given
  const before = await getRow(tx, record, { id: given.id })
  assertMay(tx, record, { verb: 'remove', row: before })
  await assertVersion(tx, kernel, { record, row: before, seen: given.version })
  assertUnlocked(record, { row: before, verb: 'remove' })
  if (await isReferredTo(tx.asKernel, kernel, { record, id: given.id })) throw kernelError('still_referred')
  await removeKeptParts(tx, kernel, { record, row: before })
  const deed = { name: 'remove', before, row: before, reason: null }
  await writeDeed(tx, kernel, { record, deed, writing: deleteRow(tx, record, before) })
}

async function deleteRow(tx: Transaction, record: RecordType, row: StoredRow): Promise<void> {
  const touched = await tx.run(
    queries().deleteFrom(record.name).where('id', '=', row.id).where('zone_id', '=', row.zone_id),
  )
  if (touched === 0) throw kernelError('forbidden')
}
