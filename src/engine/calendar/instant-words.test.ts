import { describe, expect, it } from 'vitest'
import { instantWords } from './instant-words'

describe('a moment in words', () => {
  it.each([
    ['2026-03-05T06:07:59.5Z', '2026-03-05 14:07'],
    ['2026-03-04T16:00:00Z', '2026-03-05 00:00'],
    ['2026-03-05T23:59:59+08:00', '2026-03-05'],
    ['2026-12-31T15:59:59Z', '2026-12-31'],
    ['2026-12-31T15:59:58Z', '2026-12-31 23:59'],
    ['gestern', 'gestern'],
  ])('%s is said as %s, the same in every time zone', (instant, words) => {
    expect(instantWords(instant)).toBe(words)
  })
})
