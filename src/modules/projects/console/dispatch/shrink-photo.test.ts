import { describe, expect, it } from 'vitest'
import { boundedSize } from './shrink-photo'

describe('a photo', () => {
  it.each([
    [4096, 3072, 2048, 1536],
    [3000, 4000, 1536, 2048],
    [800, 600, 800, 600],
    [0, 0, 0, 0],
  ])('of %i × %i is sent as %i × %i', (width, height, sentWidth, sentHeight) => {
    expect(boundedSize(width, height)).toEqual({ width: sentWidth, height: sentHeight })
  })
})
