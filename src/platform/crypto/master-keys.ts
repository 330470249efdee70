import { readFileSync } from 'node:fs'
import { fail, ok, type Result } from '#engine/result/result'
import type { CryptoProvider } from './crypto-provider'

/** A key that wraps data keys and nothing else; it never enters the database or a back-up. */
export interface MasterKey {
  /** Tells which key it is without telling the key. */
  readonly id: string
  readonly key: Uint8Array
}

const hexKey = /^[0-9a-f]{32}$/i

const masterKey = (crypto: CryptoProvider, hex: string): MasterKey => {
  const key = Buffer.from(hex, 'hex')
  return {
    id: Buffer.from(crypto.hmac(key, ['yipanqi master key']))
      .toString('hex')
      .slice(0, 16),
    key,
  }
}

function linesOf(file: string): Result<string[], string> {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/)
    return ok(lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')))
  } catch (error) {
    return fail(`the key file ${file} cannot be read: ${(error as Error).message}`)
  }
}

/**
 * The master keys of the setting: 32 hex digits, or a file with one such key a line — the current one first, older ones
 * after it until everything has been rewrapped. Empty setting: no keys. The reason never repeats what was given.
 */
export function readMasterKeys(
  crypto: CryptoProvider,
  setting: string,
): Result<readonly MasterKey[], string> {
  if (!setting) return ok([])
  if (hexKey.test(setting)) return ok([masterKey(crypto, setting)])
  const lines = linesOf(setting)
  if (!lines.ok) return lines
  const stray = lines.value.findIndex((line) => !hexKey.test(line))
  if (lines.value.length === 0) return fail(`the key file ${setting} holds no key`)
  if (stray >= 0) return fail(`key ${stray + 1} of ${setting} is not 32 hex digits`)
  return ok(lines.value.map((line) => masterKey(crypto, line)))
}
