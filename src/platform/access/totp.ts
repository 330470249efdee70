import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 as every authenticator app knows it: HMAC-SHA-1, six digits, steps of 30 seconds. */
const stepSeconds = 30
const digits = 6

/** A clock may be one step off on either side: phones are, by seconds. */
const drift = 1

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as base32 without padding (RFC 4648), as authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((part) => alphabet[Number.parseInt(part.padEnd(5, '0'), 2)])
    .join('')
}

/** The bytes of a base32 text; signs that are none of its alphabet are left out. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text.toUpperCase()]
    .map((sign) => alphabet.indexOf(sign))
    .filter((value) => value >= 0)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (part) => Number.parseInt(part, 2))
}

/** A new secret: 160 bits, as RFC 4226 recommends. */
export const newSecret = (): string => base32(randomBytes(20))

/** The number of the step in which a moment (milliseconds since 1970) lies. */
export const stepAt = (moment: number): number => Math.floor(moment / 1000 / stepSeconds)

/** The code of one step (RFC 4226 §5.3: dynamic truncation). */
export function codeAt(secret: string, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** length).padStart(length, '0')
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * The step whose code this is, or undefined. Steps up to `used` are spent: a code that was seen over a shoulder, or sent
 * twice, opens nothing.
 */
export function stepOfCode(
  secret: string,
  given: { readonly code: string; readonly moment: number; readonly used: number | null },
): number | undefined {
  const code = given.code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return undefined
  const now = stepAt(given.moment)
  for (let step = now - drift; step <= now + drift; step++)
    if (step > (given.used ?? -1) && same(codeAt(secret, step), code)) return step
  return undefined
}

/** The address that an authenticator app reads from the picture. */
export const otpAddress = (account: string, secret: string): string =>
  `otpauth://totp/Yipanqi:${encodeURIComponent(account)}?secret=${secret}&issuer=Yipanqi&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`

/** How many recovery codes are given out. */
const recoveryCount = 10

/** Codes for the day the phone is lost: 80 bits each, so a plain hash keeps them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCount }, () =>
    base32(randomBytes(10))
      .toLowerCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

export const recoveryHash = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z2-7]/g, ''))
    .digest('hex')
