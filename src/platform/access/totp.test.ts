import { describe, expect, it } from 'vitest'
import {
  base32,
  codeAt,
  fromBase32,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  stepAt,
  stepOfCode,
} from './totp'

/** The secret of RFC 6238 appendix B, for SHA-1. */
const secret = base32(Buffer.from('12345678901234567890'))

describe('codes of the second factor', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i are those of RFC 6238: %s', (second, code) => {
    expect(codeAt(secret, stepAt(second * 1000), 8)).toBe(code)
  })

  it('are taken one step early or late, and not two', () => {
    const moment = 1_700_000_000_000
    const code = codeAt(secret, stepAt(moment))
    const at = (seconds: number) => stepOfCode(secret, { code, moment: moment + seconds * 1000, used: null })
    expect(at(0)).toBe(stepAt(moment))
    expect(at(30)).toBe(stepAt(moment))
    expect(at(-30)).toBe(stepAt(moment))
    expect(at(90)).toBeUndefined()
    expect(at(-90)).toBeUndefined()
  })

  it('are good once: the same code, and every earlier one, is spent', () => {
    const moment = 1_700_000_000_000
    const step = stepAt(moment)
    const used = stepOfCode(secret, { code: codeAt(secret, step), moment, used: null }) ?? 0
    expect(stepOfCode(secret, { code: codeAt(secret, step), moment, used })).toBeUndefined()
    expect(stepOfCode(secret, { code: codeAt(secret, step - 1), moment, used })).toBeUndefined()
    expect(stepOfCode(secret, { code: codeAt(secret, step + 1), moment, used })).toBe(step + 1)
  })

  it('come from secrets that base32 carries whole', () => {
    const made = newSecret()
    expect(made).toMatch(/^[A-Z2-7]{32}$/)
    expect(base32(fromBase32(made))).toBe(made)
  })

  it('have recovery codes that are told apart, and known again however they are typed', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes.map(recoveryHash)).size).toBe(10)
    expect(recoveryHash(codes[0]?.toUpperCase().replaceAll('-', ' ') ?? '')).toBe(
      recoveryHash(codes[0] ?? ''),
    )
  })
})
