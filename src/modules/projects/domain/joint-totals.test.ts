import { describe, expect, it } from 'vitest'
import { jointDifference, jointTotals } from './joint-totals'

const building = (investment: string | null) => ({ state: 'building', investment })

describe('the totals of a joint start', () => {
  it('Nanning’s: five of six known add up to 5.12, beside 6.16 published', () => {
    const totals = jointTotals(['2.5', '1.2', '0.8', '0.42', '0.2', null].map(building))
    expect(totals).toEqual({ counted: '5.12', known: 5, of: 6, withdrawn: 0 })
    expect(jointDifference('6.16', totals.counted)).toBe('1.04')
  })

  it('a project that was withdrawn counts no more, and is told apart', () => {
    expect(jointTotals([building('1'), { state: 'withdrawn', investment: '9' }])).toEqual({
      counted: '1',
      known: 1,
      of: 1,
      withdrawn: 1,
    })
  })

  it('unknown is not zero', () => {
    expect(jointTotals([building(null)]).counted).toBeNull()
    expect(jointTotals([]).counted).toBeNull()
    expect(jointDifference('6.16', null)).toBeNull()
    expect(jointDifference(null, '1')).toBeNull()
  })
})
