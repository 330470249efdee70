import { describe, expect, it } from 'vitest'
import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { pileCount, pilesOfRecord, workQueries } from './work-piles'

/** Something with a limit and somebody in charge of it. */
const matter = defineRecord({
  name: 'matter',
  module: 'test',
  label: text('事项', 'Matter'),
  about: text('事项', 'Matter'),
  scope: 'unit',
  title: 'subject',
  owner: 'handler',
  fields: {
    subject: field.text({ label: text('事项', 'Subject'), max: 20 }),
    handler: field.reference({ label: text('承办人', 'Handler'), to: 'person' }),
  },
  clocks: {
    settlement: {
      label: text('办理时限', 'Settlement'),
      starts: 'created',
      definition: { unit: 'workday', limit: 5, startRule: 'next_day', maxExtensions: 0 },
    },
  },
  lifecycle: defineLifecycle({
    initial: 'handling',
    states: {
      handling: { label: text('办理中', 'In hand'), tone: 'active' },
      closed: { label: text('已办结', 'Closed'), tone: 'good', final: true },
    },
    actions: {
      answer: {
        label: text('答复', 'Answer'),
        from: ['handling'],
        to: 'closed',
        rights: ['leader'],
        clocks: [{ clock: 'settlement', do: 'stop' }],
      },
    },
  }),
  rights: { read: ['leader'], create: ['leader'], update: ['leader'], remove: [] },
  list: { columns: ['subject'], sort: 'subject' },
  form: [{ label: text('事项', 'Matter'), fields: ['subject', 'handler'] }],
})

const row = (id: string, given: Record<string, unknown>): ReplyRow =>
  ({ id, may: ['answer'], state: 'handling', handler: 'other', ...given }) as unknown as ReplyRow

describe('today’s work', () => {
  it('asks for what runs out next and for what one is in charge of', () => {
    expect(workQueries(matter, 'me').map((query) => Object.keys(query))).toEqual([
      ['closed', 'next_due_at.empty', 'sort'],
      ['handler', 'closed', 'sort'],
    ])
  })

  it('puts each row into one pile, by what presses most; what one can do nothing about is nobody’s work here', () => {
    const rows = [
      row('mine', { handler: 'me', settlement_lamp: 'on_track' }),
      row('late and mine', { handler: 'me', settlement_lamp: 'late' }),
      row('soon', { settlement_lamp: 'watch' }),
      row('back', { state: 'returned' }),
      row('of others', { settlement_lamp: 'on_track' }),
      row('beyond', { settlement_lamp: 'late', may: [] }),
    ]
    // Both lists may hold a row.
    const piles = pilesOfRecord(
      matter,
      [
        { rows, titles: { unit: { A: { zh: '甲', en: 'A' } } } },
        { rows: rows.slice(0, 2), titles: { unit: { B: { zh: '乙', en: 'B' } } } },
      ],
      'me',
    )
    expect(piles.map(({ why, rows: own }) => [why, own.map(({ id }) => id)])).toEqual([
      ['late', ['late and mine']],
      ['returned', ['back']],
      ['watch', ['soon']],
      ['mine', ['mine']],
    ])
    expect(Object.keys(piles[0]?.titles.unit ?? {})).toEqual(['A', 'B'])
  })

  it('says that there are more where not all were looked through', () => {
    const reply = { rows: [row('late', { settlement_lamp: 'late' })], titles: {} }
    const counts = (next?: string) =>
      pilesOfRecord(matter, [{ ...reply, ...(next && { next }) }], 'me').map(pileCount)
    expect(counts()).toEqual(['1'])
    expect(counts('2')).toEqual(['1+'])
  })
})
