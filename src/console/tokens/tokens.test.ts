import { describe, expect, it } from 'vitest'
import { dark, light, type Palette } from './tokens'

const channel = (part: number) => {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const texts: (keyof Palette)[] = ['text', 'text2', 'text3', 'brand', 'onTrack', 'watch', 'late', 'unknown']
const grounds: (keyof Palette)[] = ['page', 'panel', 'raised', 'hover']
const pairs: (keyof Palette)[][] = [
  ...texts.flatMap((ink) => grounds.map((ground) => [ink, ground] as (keyof Palette)[])),
  ['onTrack', 'onTrackSoft'],
  ['watch', 'watchSoft'],
  ['late', 'lateSoft'],
  ['unknown', 'unknownSoft'],
  ['brand', 'brandSoft'],
  ['onBrand', 'brand'],
  ['navText', 'nav'],
]

describe('every text stands out from its ground by at least 4.5', () => {
  for (const [name, palette] of Object.entries({ light, dark }))
    it.each(pairs)(`${name}: %s on %s`, (ink, ground) => {
      expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5)
    })
})

describe('edges of controls stand out by at least 3', () => {
  it.each(Object.entries({ light, dark }))('%s', (_, palette) => {
    expect(contrast(palette.edge, palette.panel)).toBeGreaterThanOrEqual(3)
  })
})
