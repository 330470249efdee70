import { openAccount, resetSignIn, setBlocked, findAccountOf, type Holder } from '#platform/access/accounts'
import type { PlainDate } from '#engine/period/plain-date'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { lockRow } from '#platform/records/lock-row'
import { getRow } from '#platform/records/rows'
import { createRow, updateRow } from '#platform/records/write-row'
import { organisationErrors } from '../contract'
import { type AccessKind, givesPost } from '../domain/access-request'
import { person } from '../records/person'
import { post } from '../records/post'
import type { AccessRow } from './access-request-effects'
import { handOverPost } from './handover'

const refuse = errorsOf(organisationErrors)

/** The person of the request, made now where the request names a new one. */
async function holderOf(tx: Transaction, kernel: Kernel, row: AccessRow): Promise<Holder> {
  const { unit_id, name_zh, name_en, mobile } = row
  const found =
    row.person === null
      ? await createRow(tx, kernel, {
          record: person,
          input: { unit_id, name_zh, name_en, mobile },
          sample: row.sample,
        })
      : await getRow(tx, person, { id: row.person })
  return { person: found.id, zone: found.zone_id, unit: found.unit_id }
}

async function accountOf(tx: Transaction, holder: Holder): Promise<string> {
  const found = await findAccountOf(tx, holder)
  if (!found) throw refuse('no_account')
  return found.account
}

/** The row of the post that the request gives, to the person it is for. */
function postInput(row: AccessRow, holder: string | null): Readonly<Record<string, unknown>> {
  const { unit_id, post_zh: name_zh, post_en: name_en, role, organ, starts_on, ends_on } = row
  return { unit_id, name_zh, name_en, role, organ, starts_on, ends_on, person: holder }
}

type CarryOut = (tx: Transaction, kernel: Kernel, row: AccessRow) => Promise<void>

const carriers: Readonly<Record<AccessKind, CarryOut>> = {
  async open_account(tx, kernel, row) {
    const holder = await holderOf(tx, kernel, row)
    await openAccount(tx, holder, row.account ?? '')
    if (!givesPost({ ...row })) return
    await createRow(tx, kernel, { record: post, input: postInput(row, holder.person), sample: row.sample })
  },
  async give_post(tx, kernel, row) {
    await createRow(tx, kernel, { record: post, input: postInput(row, row.person), sample: row.sample })
  },
  async end_post(tx, kernel, row) {
    const place = { id: row.post ?? '', zone: row.zone_id }
    const { version } = await lockRow(tx, post, place)
    await updateRow(tx, kernel, {
      record: post,
      ...place,
      version,
      input: { ends_on: row.ends_on },
    })
  },
  async hand_over(tx, kernel, row) {
    await handOverPost(tx, kernel, {
      id: row.post ?? '',
      to: row.person ?? '',
      on: row.starts_on as PlainDate,
    })
  },
  async reset_sign_in(tx, kernel, row) {
    const holder = await holderOf(tx, kernel, row)
    await resetSignIn(tx, holder, await accountOf(tx, holder))
  },
  async restore_account(tx, kernel, row) {
    const holder = await holderOf(tx, kernel, row)
    await setBlocked(tx, holder, { account: await accountOf(tx, holder), blocked: false })
  },
}

/** Writes what a granted request asks for. Called as the kernel, in the transaction of the granting. */
export const carryOut: CarryOut = (tx, kernel, row) => carriers[row.kind](tx, kernel, row)
