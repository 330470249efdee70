import type { CryptoProvider } from './crypto-provider'

const version = 1
const ivLength = 16
const macLength = 32

/** What was sealed does not open: altered, moved to another place, or sealed under another key. */
export class SealBroken extends Error {
  constructor(readonly context: string) {
    super(`What was sealed for ${context} does not open: it was altered, moved, or belongs to another key`)
    this.name = 'SealBroken'
  }
}

/** One data key gives two: what encrypts must not also authenticate. */
const keysOf = (crypto: CryptoProvider, key: Uint8Array) => ({
  cipher: crypto.hmac(key, ['yipanqi cipher']).subarray(0, 16),
  mac: crypto.hmac(key, ['yipanqi mac']),
})

interface Sealing {
  readonly key: Uint8Array
  /** Where it belongs (zone, table, row, field): the same bytes elsewhere do not open. */
  readonly context: string
  readonly bytes: Uint8Array
}

/** Encrypts by SM4-CTR, then authenticates by HMAC-SM3: version ‖ iv ‖ text ‖ mac, 49 bytes more than was given. */
export function sealBytes(crypto: CryptoProvider, { key, context, bytes }: Sealing): Uint8Array {
  const keys = keysOf(crypto, key)
  const iv = crypto.random(ivLength)
  const text = crypto.encrypt('ctr', { key: keys.cipher, iv, data: bytes })
  const body = Buffer.concat([Uint8Array.of(version), iv, text])
  return Buffer.concat([body, crypto.hmac(keys.mac, [context, '\0', body])])
}

/** Opens what `sealBytes` made for the same key and context; throws `SealBroken` before anything is decrypted. */
export function openBytes(crypto: CryptoProvider, { key, context, bytes }: Sealing): Uint8Array {
  const end = bytes.length - macLength
  if (end < 1 + ivLength || bytes[0] !== version) throw new SealBroken(context)
  const keys = keysOf(crypto, key)
  const body = bytes.subarray(0, end)
  if (!crypto.isSame(crypto.hmac(keys.mac, [context, '\0', body]), bytes.subarray(end)))
    throw new SealBroken(context)
  const iv = body.subarray(1, 1 + ivLength)
  return crypto.decrypt('ctr', { key: keys.cipher, iv, data: body.subarray(1 + ivLength) })
}
