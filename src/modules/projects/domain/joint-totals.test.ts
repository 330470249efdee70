import { describe, expect, it } from 'vitest'
import { jointDifference, jointTotals } from './joint-totals'

const building = (investment: string | null) => ({ state: 'building', investment })

describe('the totals of a joint start', () => {
  it('Nanning’s: five of six known add up to 5.12, beside 6.16 published', () => {
    const totals = jointTotals(['2.5', '1.2', '0.8', '0.42', '0.2', null].map(building))
    expect(totals).toEqual({ counted: '5.12', qualifier: 'exact', known: 5, of: 6, withdrawn: 0 })
    expect(jointDifference('6.16', totals).value).toBe('1.04')
  })

  it('a project that was withdrawn counts no more, and is told apart', () => {
    expect(jointTotals([building('1'), { state: 'withdrawn', investment: '9' }])).toEqual({
      counted: '1',
      qualifier: 'exact',
      known: 1,
      of: 1,
      withdrawn: 1,
    })
  })

  it('unknown is not zero', () => {
    expect(jointTotals([building(null)]).counted).toBeNull()
    expect(jointTotals([]).counted).toBeNull()
    expect(jointDifference('6.16', { counted: null, qualifier: 'exact' }).value).toBeNull()
    expect(jointDifference(null, { counted: '1', qualifier: 'exact' }).value).toBeNull()
  })

  it('about so much stays about so much, in the sum and in what it differs by', () => {
    const totals = jointTotals([building('1.3'), { ...building('1.76'), investment_qualifier: 'about' }])
    expect(totals).toMatchObject({ counted: '3.06', qualifier: 'about' })
    expect(jointDifference('3.5', totals)).toEqual({ value: '0.44', qualifier: 'about' })
  })
})
