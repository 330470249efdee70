import { sql } from 'kysely'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'

/** Tries before an account is locked, and for how long: ten guesses an hour do not find a password. */
const triesAllowed = 5
const lockMinutes = 15

/** An account as it lies in the database; only this folder sees it. */
export interface AccountRow {
  readonly zone_id: string
  readonly id: string
  readonly person_id: string
  readonly password_hash: string
  readonly password_changed_at: string
  readonly must_change: boolean
  readonly earlier_hashes: readonly string[]
  readonly start_until: string | null
  readonly failures: number
  readonly locked_until: string | null
  readonly disabled: boolean
  readonly factor_secret: string | null
  readonly factor_pending: string | null
  readonly factor_since: string | null
  readonly factor_step: number | null
  readonly recovery_hashes: readonly string[]
  /** Who the account is at the provider of single sign-on. */
  readonly subject: string | null
}

const asRow = (row: unknown): AccountRow | undefined => {
  const found = row as AccountRow | undefined
  // A bigint arrives as text from one driver and as a number from the other.
  return found && { ...found, factor_step: found.factor_step === null ? null : Number(found.factor_step) }
}

/**
 * The account found by this, locked until the transaction ends: tries that come at once are counted one by one. A lock
 * names the zone, as a distributed database wants it; where there is no account as many statements are sent.
 */
async function lockBy(
  tx: Transaction,
  [column, value]: readonly ['id' | 'person_id', string],
): Promise<AccountRow | undefined> {
  const lies = await tx.first<{ zone_id: string }>(
    queries().selectFrom('account').select('zone_id').where(column, '=', value) as never,
  )
  const account = queries()
    .selectFrom('account')
    .selectAll()
    .where(column, '=', value)
    .where('zone_id', '=', lies?.zone_id ?? '')
  return asRow(await tx.first(account.forUpdate()))
}

/** The account of this name, locked. */
export const lockAccount = (tx: Transaction, name: string): Promise<AccountRow | undefined> =>
  lockBy(tx, ['id', name.trim().toLowerCase().slice(0, 100)])

/** The account of a person, locked. */
export const lockAccountOf = (tx: Transaction, person: string): Promise<AccountRow | undefined> =>
  lockBy(tx, ['person_id', person])

export const changeAccount = (tx: Transaction, account: AccountRow, values: Record<string, unknown>) =>
  tx.run(
    queries()
      .updateTable('account')
      .set(values)
      .where('id', '=', account.id)
      .where('zone_id', '=', account.zone_id),
  )

/** An event of the account, signed by its person: nobody else has acted. */
export const noteAccount = (tx: Transaction, account: AccountRow, deed: string) =>
  appendEvents(tx, [
    {
      zone: account.zone_id,
      unit: account.zone_id,
      record: 'account',
      id: account.id,
      deed,
      person: account.person_id,
    },
  ])

export const isLocked = (account: AccountRow): boolean =>
  account.locked_until !== null && Date.parse(account.locked_until) > Date.now()

/** Counts a wrong password or code; the fifth locks the account for a while. */
export async function countFailure(tx: Transaction, account: AccountRow): Promise<void> {
  const locks = account.failures + 1 >= triesAllowed
  await changeAccount(tx, account, {
    failures: locks ? 0 : account.failures + 1,
    ...(locks && { locked_until: sql`now() + make_interval(mins => ${lockMinutes})` }),
  })
  await noteAccount(tx, account, locks ? 'account_locked' : 'sign_in_refused')
}

export const textArray = (values: readonly string[]) => sql`${values}::text[]`
