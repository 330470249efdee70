import { describe, expect, it } from 'vitest'
import { afterSave, conflictsIn, settled, withChanges } from './entry-book'
import { entryText, readEntry } from './read-entry'

const stored = (value: string) => new Map([['a|value', value]])
const typed = (text: string) => [{ code: 'a', field: 'value' as const, text }]

describe('nothing typed is lost, nothing of others is overwritten unseen', () => {
  const entries = withChanges({}, typed('2'), stored('1'))
  it('an entry remembers what it was built on', () => {
    expect(entries).toEqual({ 'a|value': { base: '1', text: '2' } })
    expect(withChanges(entries, typed('3'), stored('1'))['a|value']).toEqual({ base: '1', text: '3' })
  })
  it('what somebody else has saved while one was typing is seen as well', () => {
    const late = withChanges({}, [{ code: 'a', field: 'value', text: '2', base: '1' }], stored('7'))
    expect(conflictsIn(late, stored('7'))).toEqual(['a|value'])
  })
  it('typing back what is stored leaves no entry', () => {
    expect(withChanges(entries, typed('1'), stored('1'))).toEqual({})
  })
  it('a save takes what was sent and keeps what was typed while it ran', () => {
    expect(afterSave(entries, { 'a|value': '2' }, stored('2'))).toEqual({})
    const later = withChanges(entries, typed('25'), stored('1'))
    expect(afterSave(later, { 'a|value': '2' }, stored('2'))).toEqual({
      'a|value': { base: '2', text: '25' },
    })
  })
  it('somebody else’s number asks for a choice', () => {
    expect(conflictsIn(entries, stored('1'))).toEqual([])
    expect(conflictsIn(entries, stored('2'))).toEqual([])
    expect(conflictsIn(entries, stored('7'))).toEqual(['a|value'])
    expect(settled(entries, { key: 'a|value', keep: 'theirs' }, stored('7'))).toEqual({})
    const mine = settled(entries, { key: 'a|value', keep: 'mine' }, stored('7'))
    expect(conflictsIn(mine, stored('7'))).toEqual([])
    expect(mine['a|value']?.text).toBe('2')
  })
})

describe('numbers are read as people write them', () => {
  const yi = { unit: '亿元', decimals: 2 }
  it.each([
    ['1.2亿', '1.2', 'exact'],
    ['１，２３４．５', '1234.5', 'exact'],
    ['50+', '50', 'over'],
    ['1.50', '1.5', 'exact'],
    ['', null, 'exact'],
  ])('%s', (text, value, qualifier) => {
    expect(readEntry(text, yi)).toEqual({ ok: true, value: { value, qualifier } })
  })
  it.each(['abc', '1.234', '3公里'])('%s is refused with a sentence', (text) => {
    const read = readEntry(text, yi)
    expect(read.ok ? '' : read.error.zh).not.toBe('')
  })
  it.each(['exact', 'over', 'about', 'at_least', 'within'])(
    '%s: what is stored reads as itself',
    (qualifier) => {
      expect(readEntry(entryText('12.5', qualifier), yi)).toEqual({
        ok: true,
        value: { value: '12.5', qualifier },
      })
    },
  )
})
