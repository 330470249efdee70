import { isSealed } from '#platform/crypto/sealed-text'
import type { Transaction } from '#platform/database/database'
import { type AccountRow, changeAccount, noteAccount, textArray } from './account-row'
import { openSecret, sealSecret } from './account-secrets'
import { newRecoveryCodes, newSecret, otpAddress, recoveryHash, stepOfCode } from './totp'

/** What an authenticator app takes over: as a picture, or typed. */
export interface Enrolment {
  readonly secret: string
  readonly address: string
}

/** Makes a new secret that counts only once a code of it has been given; one in use stays in use until then. */
export async function beginEnrolment(tx: Transaction, account: AccountRow): Promise<Enrolment> {
  const secret = newSecret()
  const sealed = await sealSecret(tx, account, { column: 'factor_pending', secret })
  await changeAccount(tx, account, { factor_pending: sealed })
  await noteAccount(tx, account, 'second_factor_begun')
  return { secret, address: otpAddress(account.id, secret) }
}

async function setRecoveryCodes(tx: Transaction, account: AccountRow): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await changeAccount(tx, account, { recovery_hashes: textArray(codes.map(recoveryHash)) })
  return codes
}

const stepOf = (secret: string | null, code: string, used: number | null) =>
  secret === null ? undefined : stepOfCode(secret, { code, moment: Date.now(), used })

/** Puts the begun secret to use with its first code; returns the recovery codes, which are told this once. */
export async function confirmEnrolment(
  tx: Transaction,
  account: AccountRow,
  code: string,
): Promise<readonly string[] | undefined> {
  const secret = await openSecret(tx, account, 'factor_pending')
  const step = stepOf(secret, code, null)
  if (secret === null || step === undefined) return undefined
  await changeAccount(tx, account, {
    factor_secret: await sealSecret(tx, account, { column: 'factor_secret', secret }),
    factor_since: new Date().toISOString(),
    factor_step: step,
    factor_pending: null,
  })
  await noteAccount(tx, account, 'second_factor_confirmed')
  return setRecoveryCodes(tx, account)
}

/** Whether the code is one of the app or a recovery code that is left; either is spent by it. */
export async function spendCode(tx: Transaction, account: AccountRow, code: string): Promise<boolean> {
  const secret = await openSecret(tx, account, 'factor_secret')
  const step = stepOf(secret, code, account.factor_step)
  if (secret !== null && step !== undefined) {
    // Sealed by its first use, where it was kept before there was a key.
    const sealed = !isSealed(account.factor_secret) && {
      factor_secret: await sealSecret(tx, account, { column: 'factor_secret', secret }),
    }
    await changeAccount(tx, account, { factor_step: step, ...sealed })
    return true
  }
  const hash = recoveryHash(code)
  if (!account.recovery_hashes.includes(hash)) return false
  const left = account.recovery_hashes.filter((one) => one !== hash)
  await changeAccount(tx, account, { recovery_hashes: textArray(left) })
  await noteAccount(tx, account, 'recovery_code_used')
  return true
}

/** New recovery codes; those given out before are worth nothing any more. */
export async function renewRecoveryCodes(tx: Transaction, account: AccountRow): Promise<readonly string[]> {
  await noteAccount(tx, account, 'recovery_codes_renewed')
  return setRecoveryCodes(tx, account)
}

export async function endSecondFactor(tx: Transaction, account: AccountRow): Promise<void> {
  await changeAccount(tx, account, {
    factor_secret: null,
    factor_pending: null,
    factor_since: null,
    factor_step: null,
    recovery_hashes: textArray([]),
  })
  await noteAccount(tx, account, 'second_factor_ended')
}
