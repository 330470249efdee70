import { type PasswordPolicy, passwordFaults, remembered } from '#engine/access/password-policy'
import type { Problem } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Config } from '#platform/config/config'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { type AccountRow, changeAccount, noteAccount, textArray } from './account-row'
import { hashPassword, isPassword } from './passwords'

export const policyOf = (config: Config): PasswordPolicy => ({
  least: config.passwordLength,
  days: config.passwordDays,
})

/** The day on which the password must be changed; undefined where it need not. */
export function changeDue(account: AccountRow, policy: PasswordPolicy): Date | undefined {
  if (account.must_change) return new Date(0)
  if (policy.days === 0) return undefined
  return new Date(Date.parse(account.password_changed_at) + policy.days * 86_400_000)
}

/** The value is left out: a password has no place in a reply or a log. */
const problem = (says: Problem['says']): Problem => ({
  field: 'new_password',
  code: 'rule',
  value: '',
  says,
  mend: text('请换一个密码', 'Choose another password.'),
})

const usedBefore = problem(
  text(`与最近 ${remembered} 次用过的密码相同`, `is one of the last ${remembered} passwords`),
)

async function isUsedBefore(account: AccountRow, password: string): Promise<boolean> {
  for (const hash of [account.password_hash, ...account.earlier_hashes])
    if (hash && (await isPassword(hash, password))) return true
  return false
}

/** Sets a new password, or throws with everything that stands against it. */
export async function changePassword(
  tx: Transaction,
  account: AccountRow,
  given: { readonly password: string; readonly names: readonly string[]; readonly policy: PasswordPolicy },
): Promise<void> {
  const { password, policy } = given
  const names = [account.id, ...given.names]
  const faults = passwordFaults(password, { policy, names }).map(({ says }) => problem(says))
  if (faults.length > 0) throw kernelError('invalid_input', { problems: faults })
  if (await isUsedBefore(account, password)) throw kernelError('invalid_input', { problems: [usedBefore] })
  const earlier = [account.password_hash, ...account.earlier_hashes].filter(Boolean).slice(0, remembered)
  await changeAccount(tx, account, {
    password_hash: await hashPassword(password),
    password_changed_at: new Date().toISOString(),
    earlier_hashes: textArray(earlier),
    must_change: false,
    start_until: null,
  })
  await noteAccount(tx, account, 'password_changed')
}
