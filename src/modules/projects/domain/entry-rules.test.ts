import { describe, expect, it } from 'vitest'
import { period } from '#engine/period/period'
import { entryDue, entryProblems, proofsOf } from './entry-rules'

const whole = Object.fromEntries(proofsOf('purchase').map((name) => [name, true]))
const started = { started_in: '2026-03', investment: '1.2' }

describe('an entry in the statistics', () => {
  it.each([
    ['2026-03', 10, '2026-04-10'],
    ['2025-12', 8, '2026-01-08'],
    ['2026-01', 28, '2026-02-28'],
  ])('of a project started in %s is due by day %i: %s', (month, day, due) => {
    expect(entryDue(period(month), day)).toBe(due)
  })

  it('needs every proof, and of a mere purchase the payment too', () => {
    const { has_payment: _, ...without } = whole
    expect(entryProblems({ ...without, kind: 'works' }, started)).toEqual([])
    expect(entryProblems({ ...without, kind: 'purchase' }, started).map(({ field }) => field)).toEqual([
      'has_payment',
    ])
    expect(entryProblems({ kind: 'works' }, started)).toHaveLength(6)
  })

  it('needs a start, and 5 million yuan: 499.9 万元 are refused, 500 and an unknown sum are not', () => {
    const found = (project: object) =>
      entryProblems({ ...whole, kind: 'works' }, { ...started, ...project }).map(({ says }) => says.zh)
    expect(found({ started_in: null })).toEqual(['项目尚未开工，不能入库'])
    expect(found({ investment: '0.04999' })).toEqual(['总投资不足 500 万元'])
    expect([found({ investment: '0.05' }), found({ investment: null })]).toEqual([[], []])
  })
})
