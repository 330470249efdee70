import { describe, expect, it } from 'vitest'
import { maskOf } from './personal'

describe('a mask', () => {
  it.each([
    ['phone', '138-0000-1234', '138****1234'],
    ['phone', '+86 138 0000 1234', '+86****1234'],
    ['phone', '110', '****'],
    ['id_number', '62010219900307123X', '620****3X'],
    ['id_number', '12345', '****'],
    ['contact', '王伟 13800001234', '王****'],
    ['contact', '王', '****'],
  ] as const)('of a %s: %s → %s', (kind, value, shown) => {
    expect(maskOf(kind, value)).toBe(shown)
  })

  it('says nothing of the length', () => {
    expect(maskOf('id_number', '620102199003071')).toHaveLength(
      maskOf('id_number', '62010219900307123X').length,
    )
  })
})
