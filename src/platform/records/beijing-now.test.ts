import { afterEach, describe, expect, it, vi } from 'vitest'
import { beijingToday } from './beijing-now'

describe('today', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['2026-11-26T15:59:59Z', '2026-11-26'],
    ['2026-11-26T16:00:00Z', '2026-11-27'],
    ['2026-11-26T23:59:59Z', '2026-11-27'],
  ])('at %s is %s: a post that begins today is held from midnight in China, not from eight', (at, day) => {
    vi.useFakeTimers({ now: new Date(at) })
    expect(beijingToday()).toBe(day)
  })
})
