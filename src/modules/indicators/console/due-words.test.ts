import { describe, expect, it } from 'vitest'
import { plainDate } from '#engine/period/plain-date'
import { dueWords, todayInChina } from './due-words'

const today = plainDate(2026, 3, 10)

describe('days to the due day are counted from today in China', () => {
  it('late evening in London is tomorrow in Beijing', () => {
    expect(todayInChina(new Date('2026-03-09T17:00:00Z'))).toBe('2026-03-10')
  })
  it.each([
    ['2026-03-08', { standing: 'late', word: { zh: '逾期 2 天', en: '2 days late' } }],
    ['2026-03-10', { standing: 'watch', word: { zh: '今天截止', en: 'Due today' } }],
    ['2026-03-11', { standing: 'watch', word: { zh: '还有 1 天', en: '1 day left' } }],
    ['2026-03-20', { standing: 'on_track', word: { zh: '还有 10 天', en: '10 days left' } }],
  ])('%s', (due, words) => {
    expect(dueWords(due, today)).toEqual(words)
  })
  it('without a day, which only a year without calendar leaves out, it says that nobody can tell', () => {
    expect(dueWords(null, today)).toMatchObject({ standing: 'unknown' })
    expect(dueWords(undefined, today)).toBeUndefined()
  })
})
