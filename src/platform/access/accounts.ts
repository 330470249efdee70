import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { hashPassword } from './passwords'

/** A start password is given from hand to hand; one that was not used within three days is worth nothing any more. */
const startHours = 72

/** Whose account: the person, the zone that keeps it, and the unit whose audit desk reads of it. */
export interface Holder {
  readonly person: string
  readonly zone: string
  readonly unit: string
}

export interface AccountState {
  readonly account: string
  readonly blocked: boolean
  /** A start password may be issued, once. */
  readonly start_due: boolean
  readonly second_factor: boolean
  readonly locked: boolean
  readonly last_sign_in: string | null
}

interface AccountRow {
  readonly id: string
  readonly disabled: boolean
  readonly start_due: boolean
  readonly factor_since: string | null
  readonly locked_until: string | null
}

const accountsOf = (holder: Pick<Holder, 'person'>) =>
  queries().selectFrom('account').where('person_id', '=', holder.person)

/** The account of a person, if any. Called as the kernel. */
export async function findAccountOf(
  tx: Transaction,
  holder: Pick<Holder, 'person'>,
): Promise<AccountState | undefined> {
  const row = (await tx.first(
    accountsOf(holder).select(['id', 'disabled', 'start_due', 'factor_since', 'locked_until']),
  )) as AccountRow | undefined
  if (!row) return undefined
  const last = await tx.first<{ at: string | null }>(
    sql`SELECT max(at) AS at FROM event WHERE record = 'account' AND row_id = ${row.id} AND deed = 'sign_in'`,
  )
  return {
    account: row.id,
    blocked: row.disabled,
    start_due: row.start_due,
    second_factor: row.factor_since !== null,
    locked: row.locked_until !== null && Date.parse(row.locked_until) > Date.now(),
    last_sign_in: last?.at ?? null,
  }
}

/** Whether anybody, in any zone, signs in by this name. Two who ask for it at once take turns. */
export async function isAccountTaken(tx: Transaction, account: string): Promise<boolean> {
  if (tx.mode === 'write') await tx.all(sql`SELECT pg_advisory_xact_lock(hashtext(${`account:${account}`}))`)
  return (
    (await tx.first(queries().selectFrom('account').select('id').where('id', '=', account))) !== undefined
  )
}

async function note(
  tx: Transaction,
  holder: Holder,
  given: { account: string; deed: string; reason?: string },
): Promise<void> {
  await appendEvents(tx, [
    {
      zone: holder.zone,
      unit: holder.unit,
      record: 'account',
      id: given.account,
      deed: given.deed,
      ...(given.reason && { reason: given.reason }),
    },
  ])
}

/** Opens an account that nobody can sign in to yet: its start password is issued afterwards, once. */
export async function openAccount(tx: Transaction, holder: Holder, account: string): Promise<void> {
  await tx.run(
    queries().insertInto('account').values({
      zone_id: holder.zone,
      id: account,
      person_id: holder.person,
      password_hash: '',
      must_change: true,
      start_due: true,
    }),
  )
  await note(tx, holder, { account, deed: 'create' })
}

const change = (holder: Holder, values: Record<string, unknown>) =>
  queries()
    .updateTable('account')
    .set(values)
    .where('person_id', '=', holder.person)
    .where('zone_id', '=', holder.zone)

/** Ends every session of a person, at once and on every server; returns how many there were. */
export async function endSessionsOf(tx: Transaction, holder: Holder, reason?: string): Promise<number> {
  const ended = await tx.run(queries().deleteFrom('session').where('person_id', '=', holder.person))
  const account = await findAccountOf(tx, holder)
  if (account && ended > 0)
    await note(tx, holder, { account: account.account, deed: 'sessions_ended', ...(reason && { reason }) })
  return ended
}

/** Password and second factor are gone, open sessions end; a start password may be issued. */
export async function resetSignIn(tx: Transaction, holder: Holder, account: string): Promise<void> {
  await tx.run(
    change(holder, {
      password_hash: '',
      must_change: true,
      start_due: true,
      start_until: null,
      failures: 0,
      locked_until: null,
      factor_secret: null,
      factor_pending: null,
      factor_since: null,
      factor_step: null,
      recovery_hashes: sql`'{}'::text[]`,
    }),
  )
  await tx.run(queries().deleteFrom('session').where('person_id', '=', holder.person))
  await note(tx, holder, { account, deed: 'sign_in_reset' })
}

/** Blocks or restores; whoever is blocked is out at once, on every server. */
export async function setBlocked(
  tx: Transaction,
  holder: Holder,
  given: { account: string; blocked: boolean; reason?: string },
): Promise<void> {
  await tx.run(change(holder, { disabled: given.blocked }))
  if (given.blocked) await tx.run(queries().deleteFrom('session').where('person_id', '=', holder.person))
  const deed = given.blocked ? 'account_blocked' : 'account_restored'
  await note(tx, holder, { account: given.account, deed, ...(given.reason && { reason: given.reason }) })
}

/** Letters and digits that cannot be mistaken for each other on paper; 16 of them hold 78 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A password to be given from hand to hand, of all kinds of characters: `Ab3d-…`. */
export function startPassword(): string {
  for (;;) {
    const bytes = [...randomBytes(64)].filter((byte) => byte < alphabet.length * 4).slice(0, 16)
    const text = bytes.map((byte) => alphabet[byte % alphabet.length]).join('')
    const fits = text.length === 16 && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
    if (fits) return text.replace(/(.{4})(?=.)/g, '$1-')
  }
}

/** Issues the start password of an account, once; it must be changed at the first sign-in. */
export async function issueStartPassword(
  tx: Transaction,
  holder: Holder,
  account: string,
): Promise<{ password: string; until: string }> {
  const password = startPassword()
  const until = new Date(Date.now() + startHours * 3_600_000).toISOString()
  const password_hash = await hashPassword(password)
  await tx.run(change(holder, { password_hash, must_change: true, start_due: false, start_until: until }))
  await note(tx, holder, { account, deed: 'start_password_issued' })
  return { password, until }
}
