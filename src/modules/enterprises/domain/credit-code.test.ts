import { describe, expect, it } from 'vitest'
import { isCreditCode } from './credit-code'

describe('a unified social credit code', () => {
  it.each([
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
    '91440300708461136T',
  ])('%s, a public one, is taken', (code) => {
    expect(isCreditCode(code)).toBe(true)
  })

  it.each([
    ['one digit wrong', '914403001922038226'],
    ['two digits exchanged', '914403001922038261'],
    ['too short', '91440300192203821'],
    ['a letter that the standard leaves out', '9144030019220382I6'],
    ['nothing', ''],
  ])('%s is refused', (_why, code) => {
    expect(isCreditCode(code)).toBe(false)
  })
})
