import type { PlainDate } from '#engine/period/plain-date'
import type { RecordType, RowOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import { findAccountOf, isAccountTaken } from '#platform/access/accounts'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { beijingToday } from '#platform/records/beijing-now'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { titlesOf } from '#platform/records/references'
import { findRow } from '#platform/records/rows'
import { organisationErrors } from '../contract'
import { accessKinds, givesPost, threeAdministrators } from '../domain/access-request'
import { accessRequest } from '../records/access-request'
import { person } from '../records/person'
import { post } from '../records/post'
import { carryOut } from './carry-out-access'
import { assertHandover } from './handover'
import { assertThreeApart, type PostRow } from './three-administrators'

const refuse = errorsOf(organisationErrors)

export type AccessRow = RowOf<typeof accessRequest>
type HeldPost = RowOf<typeof post>

/** The post a request is about, which must be of the request's unit and not over yet. */
async function postOf(tx: Transaction, row: AccessRow): Promise<HeldPost | undefined> {
  if (row.post === null) return undefined
  const found = (await findRow(tx, post, { id: row.post })) as unknown as HeldPost | undefined
  if (found?.unit_id !== row.unit_id) throw refuse('other_unit')
  if (found.ends_on !== null && found.ends_on < beijingToday()) throw refuse('post_is_over')
  return found
}

/** Whether somebody else of the same kind would still be there in that unit the day after. */
async function isLast(tx: Transaction, held: HeldPost, until: string): Promise<boolean> {
  if (!(threeAdministrators as readonly string[]).includes(held.role)) return false
  const other = await tx.first(
    queries()
      .selectFrom('post')
      .select('id')
      .where('role', '=', held.role)
      .where('unit_id', '=', held.unit_id)
      .where('id', '<>', held.id)
      .where('person', 'is not', null)
      .where('starts_on', '<=', until)
      .where((or) => or.or([or('ends_on', 'is', null), or('ends_on', '>', until)])),
  )
  return other === undefined
}

async function assertAccount(tx: Transaction, row: AccessRow): Promise<void> {
  const held = row.person === null ? undefined : await findAccountOf(tx, { person: row.person })
  if (row.kind === 'open_account') {
    if (held) throw refuse('has_account')
    if (await isAccountTaken(tx, row.account ?? '')) throw refuse('account_taken')
  }
  if ((row.kind === 'reset_sign_in' || row.kind === 'restore_account') && !held) throw refuse('no_account')
}

async function assertEnding(tx: Transaction, row: AccessRow, held: HeldPost | undefined): Promise<void> {
  if (row.kind !== 'end_post' || !held || row.ends_on === null) return
  if (row.ends_on < held.starts_on) throw refuse('ends_before_start')
  if (await isLast(tx.asKernel, held, row.ends_on ?? '')) throw refuse('last_administrator')
}

/** The post that the request would give, as far as the three administrators are concerned. */
function postGiven(row: AccessRow, held: HeldPost | undefined): PostRow | undefined {
  if (row.kind === 'hand_over' && held)
    return { ...held, person: row.person, starts_on: row.starts_on ?? held.starts_on }
  if (!givesPost({ ...row }) || row.role === null || row.starts_on === null) return undefined
  return { id: '', person: row.person, role: row.role, starts_on: row.starts_on, ends_on: row.ends_on }
}

/** What stands against the request, told when it is asked and again when it is granted: much may happen between. */
async function assertPossible(tx: Transaction, row: AccessRow): Promise<void> {
  const held = await postOf(tx, row)
  await assertAccount(tx.asKernel, row)
  await assertEnding(tx, row, held)
  if (row.kind === 'hand_over')
    await assertHandover(tx, { id: row.post ?? '', to: row.person ?? '', on: row.starts_on as PlainDate })
  const given = postGiven(row, held)
  if (given) await assertThreeApart(tx, given)
}

/** What is asked, in one line: 设岗：王伟（统计员）. */
async function subjectOf(tx: Transaction, row: AccessRow): Promise<string> {
  const nameOf = async (type: RecordType, id: string | null) =>
    id === null ? undefined : (await titlesOf(tx, type, [id]))[id]?.zh
  const who = row.name_zh ?? (await nameOf(person, row.person))
  const what = row.post_zh ?? (await nameOf(post, row.post))
  const parts = [who, what ?? row.account].filter(Boolean)
  return `${accessKinds[row.kind].zh}：${parts.join('，')}`.slice(0, 200)
}

/** An action says yes or no to what was asked: it fills in nothing that was not. */
function assertAsAsked(before: AccessRow | undefined, row: AccessRow): void {
  const fields = Object.keys(accessRequest.fields) as (keyof AccessRow)[]
  const differs = fields.some((name) => JSON.stringify(before?.[name]) !== JSON.stringify(row[name]))
  if (differs || before?.unit_id !== row.unit_id)
    throw refuse('other_unit', {
      detail: text('审批不能改动申请的内容', 'A decision changes nothing of what was asked'),
    })
}

/** Nobody decides on what they asked for, nor on what they themselves would get. */
function assertAnother(tx: Transaction, row: AccessRow): void {
  if (row.asked_by === tx.actor.person || row.person === tx.actor.person) throw refuse('own_request')
}

async function beforeDeed(tx: Transaction, deed: Deed): Promise<Readonly<Record<string, unknown>>> {
  const row = deed.row as unknown as AccessRow
  if (deed.name === 'create') {
    await assertPossible(tx, row)
    return { subject: await subjectOf(tx, row), asked_by: tx.actor.person }
  }
  assertAsAsked(deed.before as unknown as AccessRow, row)
  if (deed.name === 'withdraw') return { decision: deed.reason }
  assertAnother(tx, row)
  if (deed.name === 'grant') await assertPossible(tx, row)
  return { decided_by: tx.actor.person, decided_at: new Date().toISOString(), decision: deed.reason }
}

/**
 * A request is checked when it is asked and when it is granted; granting writes person, account and post in the same
 * transaction, as the kernel, signed by whoever granted it.
 */
export function accessRequestEffects(kernelOf: () => Kernel): Effect {
  return {
    before: beforeDeed,
    async after(tx, deed) {
      if (deed.name !== 'grant') return
      await carryOut(tx.asKernel, kernelOf(), deed.row as unknown as AccessRow)
    },
  }
}
