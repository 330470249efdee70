import { describe, expect, it } from 'vitest'
import { letterNumber } from './letter-number'
import { kindCalledFor, letterDue, letterRefusal } from './letter-step'

const blocker = {
  state: 'assigned',
  watch_at: '2026-03-08T01:00:00Z',
  due_at: '2026-03-10T09:00:00Z',
}

describe('the letters about a blocker', () => {
  it.each([
    ['2026-03-02T02:00:00Z', 'assignment'],
    ['2026-03-08T01:00:00Z', 'reminder'],
    ['2026-03-10T08:59:59Z', 'reminder'],
    ['2026-03-10T09:00:00Z', 'supervision'],
  ])('at %s its limit calls for: %s', (now, kind) => {
    expect(kindCalledFor(blocker, now)).toBe(kind)
  })

  it.each(['raised', 'answered', 'closed', 'withdrawn'])(
    '%s: none is called for, and none may be written',
    (state) => {
      expect(kindCalledFor({ ...blocker, state }, '2026-04-01T00:00:00Z')).toBeUndefined()
      for (const kind of ['assignment', 'reminder', 'supervision'] as const)
        expect(
          letterRefusal(kind, { blocker: { ...blocker, state }, letters: [], now: '2026-04-01T00:00:00Z' }),
        ).toBeDefined()
    },
  )

  it('one that was issued is due no more; a draft is offered again; a withdrawn one counts for nothing', () => {
    const now = '2026-03-11T00:00:00Z'
    const letter = (state: string) => [{ id: 'L', kind: 'supervision', state }]
    expect(letterDue(blocker, letter('issued'), now)).toBeUndefined()
    expect(letterDue(blocker, letter('draft'), now)).toEqual({ kind: 'supervision', draft: 'L' })
    expect(letterDue(blocker, letter('withdrawn'), now)).toEqual({ kind: 'supervision', draft: null })
    expect(letterRefusal('supervision', { blocker, letters: letter('issued'), now })?.zh).toContain('已发')
    expect(letterRefusal('supervision', { blocker, letters: letter('draft'), now, own: 'L' })).toBeUndefined()
  })

  it('a limit that nobody can work out is neither not yet due nor not yet late', () => {
    const given = {
      blocker: { ...blocker, watch_at: null, due_at: null },
      letters: [],
      now: '2026-03-11T00:00:00Z',
    }
    for (const kind of ['reminder', 'supervision'] as const)
      expect(letterRefusal(kind, given)?.zh).toContain('缺工作日历')
    expect(letterRefusal('assignment', given)).toBeUndefined()
  })

  it('a number is written as officials write it', () => {
    expect(letterNumber('supervision', '2026', 3)).toBe('督办函〔2026〕3号')
  })
})
