import { describe, expect, it } from 'vitest'
import { passwordFaults } from './password-policy'

const policy = { least: 10, days: 90 }
const names = ['zhangwei', '张伟', 'Zhang Wei']
const codes = (password: string) => passwordFaults(password, { policy, names }).map(({ code }) => code)

describe('a new password', () => {
  it.each([
    ['Ab1-', ['too_short', 'too_plain']],
    ['correcthorsebattery', ['too_few_kinds']],
    ['Aaaaaaaaa1-', ['too_plain']],
    ['Abcdefgh-12345678', ['too_plain']],
    ['P@ssw0rd-2026', ['too_common']],
    ['Yipanqi-2026', ['too_common']],
    ['Qwerty!2345', ['too_common']],
    ['Xx-zhangwei-71', ['holds_name']],
    ['我是张伟的密码A1-xyzq', []],
    ['Wei', ['too_short', 'too_few_kinds', 'too_plain', 'holds_name']],
    ['Regen7-bogen', []],
    ['红旗渠-River-8', []],
  ])('%s → %j', (password, expected) => {
    expect(codes(password)).toEqual(expected)
  })

  it('of a megabyte is refused by its length alone, without being hashed', () => {
    expect(codes(`aB1-${'xq7'.repeat(400_000)}`)).toContain('too_long')
  })

  it('is told all that stands against it at once, in both languages', () => {
    const faults = passwordFaults('zhangwei', { policy, names })
    expect(faults.map(({ code }) => code)).toEqual(['too_short', 'too_few_kinds', 'holds_name'])
    expect(faults.every(({ says }) => says.zh && says.en)).toBe(true)
  })
})
