import { applyAction, type Refusal, type Transition } from '#engine/lifecycles/apply-action'
import { describeRefusal } from '#engine/lifecycles/describe-refusal'
import type { Lifecycle } from '#engine/lifecycles/lifecycle'
import type { Problem } from '#engine/records/problem'
import { rolesOver } from '#engine/records/rights'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { roleLabels } from '#glossary/role-labels'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { Kernel } from './kernel'
import { invalidInput } from './refusals'
import { likelyZone, lockRow } from './lock-row'
import { movedClocks } from './row-clocks'
import { replaceRow, type StoredRow } from './rows'
import { withEffect, writeDeed } from './deeds'
import { changedRow } from './write-row'
import { assertVersion } from './version-conflict'

export interface Action {
  readonly record: RecordType
  readonly id: string
  /** Where it is known: one statement less. */
  readonly zone?: string
  /** The version that was seen; absent only where the kernel itself acts. */
  readonly version?: number
  readonly action: string
  readonly reason?: string
  /** Fields to fill with the action. */
  readonly values?: Readonly<Record<string, unknown>>
}

const filledFields = (row: Readonly<Record<string, unknown>>) =>
  Object.keys(row).filter((name) => row[name] !== null && row[name] !== undefined && row[name] !== '')

function refuse(record: RecordType, lifecycle: Lifecycle, refusals: readonly Refusal[]): Error {
  const labels = Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.label]))
  const says = refusals.map((refusal) =>
    describeRefusal(lifecycle, refusal, { fields: labels, roles: roleLabels }),
  )
  const detail = text(says.map((one) => one.zh).join('；'), says.map((one) => one.en).join('; '))
  if (refusals.some(({ kind }) => kind === 'not_allowed')) return kernelError('forbidden', { detail })
  const missing = refusals.flatMap((refusal, index): Problem[] =>
    refusal.kind === 'field_missing' || refusal.kind === 'reason_missing'
      ? [
          {
            field: refusal.kind === 'field_missing' ? refusal.field : 'reason',
            code: 'required',
            value: '',
            says: says[index] ?? detail,
            mend: text('请填写', 'Fill it in.'),
          },
        ]
      : [],
  )
  return missing.length === refusals.length
    ? invalidInput(missing)
    : kernelError('action_refused', { detail })
}

function rolesFor(tx: Transaction, unit: string): { roles?: readonly string[] } {
  return 'kernel' in tx.actor ? {} : { roles: rolesOver(tx.actor, unit) }
}

/** The clocks that the action moves; a limit that cannot be extended any more refuses the whole action. */
async function clocksAfter(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow; transition: Transition },
): Promise<Readonly<Record<string, unknown>>> {
  if (given.transition.clocks.length === 0) return {}
  const calendar = await kernel.calendar(tx)
  const moved = movedClocks({ ...given, calendar, person: tx.actor.person })
  if (!moved.ok) throw kernelError('action_refused', { detail: moved.error })
  return moved.value
}

const clearedBy = (lifecycle: Lifecycle, action: string): Readonly<Record<string, null>> =>
  Object.fromEntries((lifecycle.actions[action]?.clears ?? []).map((name) => [name, null]))

/** Takes a lifecycle action on a row: the state moves, what follows is the module's effect, all in one transaction. */
export async function actOnRow(tx: Transaction, kernel: Kernel, given: Action): Promise<StoredRow> {
  const { record, action } = given
  const { lifecycle } = record
  if (!lifecycle) throw kernelError('not_found')
  const before = await lockRow(tx, record, {
    id: given.id,
    zone: given.zone ?? likelyZone(kernel.places(), tx.actor),
  })
  if (given.version !== undefined)
    await assertVersion(tx, kernel, { record, row: before, seen: given.version })
  const changed = await changedRow(tx, kernel, { record, before, input: given.values ?? {} })
  const outcome = applyAction(lifecycle, before.state ?? lifecycle.initial, {
    action,
    filled: filledFields(changed),
    ...rolesFor(tx, before.unit_id),
    ...(given.reason !== undefined && { reason: given.reason }),
  })
  if (!outcome.ok) throw refuse(record, lifecycle, outcome.error)
  const reason = outcome.value.reason ?? null
  const clocks = await clocksAfter(tx, kernel, { record, row: changed, transition: outcome.value })
  const moved = { ...changed, ...clearedBy(lifecycle, action), ...clocks, state: outcome.value.to }
  const deed = { name: action, before, row: moved, reason }
  const row = await withEffect(tx, kernel, { record, deed })
  await writeDeed(tx, kernel, { record, deed: { ...deed, row }, writing: replaceRow(tx, record, row) })
  return row
}
