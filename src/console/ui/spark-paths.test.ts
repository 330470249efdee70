import { describe, expect, it } from 'vitest'
import { sparkPaths } from './spark-paths'

const box = { width: 100, height: 20, pad: 0 }

describe('a small line shows what is known and no more', () => {
  it('breaks where a month is missing instead of falling to zero', () => {
    expect(sparkPaths([1, null, 3, 2], box).lines).toEqual(['M0.0 20.0', 'M66.7 0.0L100.0 10.0'])
  })
  it('draws a flat line for equal values', () => {
    expect(sparkPaths([5, 5], box).lines).toEqual(['M0.0 20.0L100.0 20.0'])
  })
  it('draws nothing when nothing is known', () => {
    expect(sparkPaths([null, null], box)).toEqual({ lines: [], last: undefined })
  })
  it('ends at the latest value known', () => {
    expect(sparkPaths([1, 2, null], box).last).toEqual([50, 0])
  })
})
