import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { period } from '#engine/period/period'
import { decimal } from '#engine/quantity/decimal'
import { type MoneyMonth, moneyStanding } from './money'

const year = period('2026')
const month = (id: string, invested: string | null, more: Partial<MoneyMonth> = {}): MoneyMonth => ({
  month: id,
  accepted: true,
  planned: null,
  invested,
  funds: null,
  parts: {},
  ...more,
})
const standing = (rows: readonly MoneyMonth[], annualPlan: string | null = '12', investment = '100') =>
  moneyStanding({ year, rows, annualPlan, investment })

describe('a project’s money in a year', () => {
  it('stands against time progress: 6.3 of 12 by June is 52.5 %, 2.5 points above the half year', () => {
    const { months, through } = standing([month('2026-05', '3'), month('2026-06', '3.3')])
    expect(months).toHaveLength(12)
    expect(months[5]).toMatchObject({
      toDate: { value: '6.3' },
      completion: { value: '52.5' },
      expected: { value: '50' },
      ahead: { value: '2.5' },
    })
    expect(through).toBe('2026-06')
  })

  it('is not known after the last accepted month, and what waits for its audit is shown apart', () => {
    const { months, year: total } = standing([
      month('2026-01', '1'),
      month('2026-02', '2', { accepted: false }),
    ])
    expect(months[1]).toMatchObject({
      toDate: { value: null },
      invested: { value: null },
      pending: { value: '2' },
    })
    expect(total).toEqual({ quantity: { value: '1', qualifier: 'exact' }, coverage: { have: 1, of: 1 } })
  })

  it('without a plan has no completion, never 0 or 100', () => {
    const { months } = standing([month('2026-01', '1')], null)
    expect([months[0]?.completion.value, months[0]?.ahead.value]).toEqual([null, null])
  })

  it('adds funds by origin, and says of how many months an origin was told', () => {
    const parts = (abroad: string | null) => ({ parts: { abroad }, funds: '2' })
    const { parts: found, funds } = standing([
      month('2026-01', '1', parts('0.5')),
      month('2026-02', '1', parts(null)),
    ])
    expect(funds.quantity.value).toBe('4')
    expect(found.abroad).toEqual({
      quantity: { value: '0.5', qualifier: 'exact' },
      coverage: { have: 1, of: 2 },
    })
  })

  it('earlier years count to the whole and not to the year', () => {
    const { everything, share, year: ofYear } = standing([month('2025-12', '20'), month('2026-01', '5')])
    expect([everything.quantity.value, share.value, ofYear.quantity.value]).toEqual(['25', '25', '5'])
  })

  it('the last known sum since January is the sum of the year, in whatever order months come', () => {
    const amount = fc.integer({ min: 0, max: 99_999 }).map((n) => decimal(n).div(10_000).toFixed())
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
        fc.array(amount, { minLength: 12, maxLength: 12 }),
        (numbers, amounts) => {
          const rows = numbers.map((n) => month(`2026-${String(n).padStart(2, '0')}`, amounts[n - 1] ?? '0'))
          const { months, through, year: total } = standing(rows)
          expect(months.find((one) => one.month === through)?.toDate).toEqual(total.quantity)
        },
      ),
    )
  })
})
