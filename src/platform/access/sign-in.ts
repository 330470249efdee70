import type { Actor } from '#engine/records/rights'
import type { Config } from '#platform/config/config'
import type { Transaction } from '#platform/database/database'
import type { KernelErrorCode } from '#platform/errors/app-error'
import { type AccountRow, countFailure, isLocked, lockAccount } from './account-row'
import { changeDue, changePassword, policyOf } from './change-password'
import { hashPassword, isPassword } from './passwords'
import { confirmEnrolment, spendCode } from './second-factor'

/** What somebody gives to sign in; code and new password only where they are asked for. */
export interface Credentials {
  readonly account: string
  readonly password: string
  readonly code?: string | undefined
  readonly new_password?: string | undefined
}

/** Who the account would act as, read beforehand: what the factor and the names depend on. */
export interface Known {
  readonly actor: Actor | undefined
  readonly names: readonly string[]
  readonly config: Config
}

export interface Admitted {
  readonly account: AccountRow
  readonly way: 'password' | 'second_factor'
  /** Given out when this sign-in has put a second factor to use. */
  readonly recovery_codes?: readonly string[]
}

/** Compared against when there is no such account, so that the time taken does not tell whether there is. */
let decoy: Promise<string> | undefined

const administrators = ['system_admin', 'security_admin', 'audit_admin'] as const

/** Whether this person may not sign in with a password alone. */
export function needsSecondFactor(config: Config, actor: Actor | undefined): boolean {
  if (config.secondFactor === 'everyone') return true
  const isAdministrator = administrators.some((role) => (actor?.reach[role]?.length ?? 0) > 0)
  return config.secondFactor === 'administrators' && isAdministrator
}

/** An account that nobody can sign in to is told no other way than one that is not there. */
const isOpen = (account: AccountRow | undefined): account is AccountRow =>
  account !== undefined && !account.disabled && account.password_hash !== ''

/** The account whose password this is, or why not. A refused try is counted. */
export async function judgePassword(
  tx: Transaction,
  given: Pick<Credentials, 'account' | 'password'>,
): Promise<AccountRow | KernelErrorCode> {
  const account = await lockAccount(tx, given.account)
  decoy ??= hashPassword('no account has this password')
  const hash = account?.password_hash ?? ''
  const fits = await isPassword(hash === '' ? await decoy : hash, given.password.slice(0, 200))
  if (!isOpen(account)) return 'sign_in_refused'
  if (isLocked(account)) return 'account_locked'
  if (!fits) {
    await countFailure(tx, account)
    return 'sign_in_refused'
  }
  const over = account.start_until !== null && Date.parse(account.start_until) < Date.now()
  return over ? 'start_password_over' : account
}

type Factor = Pick<Admitted, 'way' | 'recovery_codes'>

/** The second factor where there is one or must be one: a code is spent, or puts a begun one to use. */
async function judgeFactor(
  tx: Transaction,
  account: AccountRow,
  given: { readonly code: string | undefined; readonly needed: boolean },
): Promise<Factor | KernelErrorCode> {
  const { code, needed } = given
  if (account.factor_since === null) {
    if (!needed) return { way: 'password' }
    const codes = code === undefined ? undefined : await confirmEnrolment(tx, account, code)
    if (codes) return { way: 'second_factor', recovery_codes: codes }
    if (code === undefined) return 'second_factor_to_enrol'
  } else {
    if (code === undefined) return 'second_factor_needed'
    if (await spendCode(tx, account, code)) return { way: 'second_factor' }
  }
  await countFailure(tx, account)
  return 'second_factor_wrong'
}

/**
 * Judges a sign-in. What is missing is told one by one (new password, code) and only to who knows the password; nothing
 * is spent before all is there. A refusal is returned, not thrown: its count must be committed.
 */
export async function judgeSignIn(
  tx: Transaction,
  given: Credentials,
  known: Known,
): Promise<Admitted | KernelErrorCode> {
  const account = await judgePassword(tx, given)
  if (typeof account === 'string') return account
  const policy = policyOf(known.config)
  const due = changeDue(account, policy)
  const changes = due !== undefined && due.getTime() <= Date.now()
  if (changes && given.new_password === undefined) return 'password_change_needed'
  const needed = needsSecondFactor(known.config, known.actor)
  const factor = await judgeFactor(tx, account, { code: given.code, needed })
  if (typeof factor === 'string') return factor
  if (changes && given.new_password !== undefined)
    await changePassword(tx, account, { password: given.new_password, names: known.names, policy })
  return { account, ...factor }
}
