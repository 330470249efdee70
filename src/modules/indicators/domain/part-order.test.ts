import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsAfterWholes, type PartOf } from './part-order'

const row = (code: string, of_which: string | null = null, theme: string | null = null): PartOf => ({
  code,
  of_which,
  theme,
})
const shown = (rows: readonly PartOf[]) =>
  partsAfterWholes(rows, (one) => one).map(({ row: { code }, depth, theme }) =>
    [code, depth, theme].filter((part) => part !== null).join(' '),
  )

describe('a part stands right under its whole', () => {
  it('whatever the order of the form, part of a part one step deeper', () => {
    const rows = [
      row('high_tech', 'industry'),
      row('revenue'),
      row('chips', 'high_tech'),
      row('industry'),
      row('tax'),
    ]
    expect(shown(rows)).toEqual(['revenue 0', 'industry 0', 'high_tech 1', 'chips 2', 'tax 0'])
  })

  it('under the theme of its whole', () => {
    const rows = [row('gdp', null, '经济'), row('jobs', null, '人才'), row('secondary', 'gdp', '产业')]
    expect(shown(rows)).toEqual(['gdp 0 经济', 'secondary 1 经济', 'jobs 0 人才'])
  })

  it('and for itself where the whole is not in the list', () => {
    expect(shown([row('part', 'gone', '项目')])).toEqual(['part 0 项目'])
  })

  it('no line is lost and none doubled, also in circles', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const rows = fc
      .uniqueArray(code)
      .chain((codes) => fc.tuple(...codes.map((one) => fc.option(code).map((whole) => row(one, whole)))))
    fc.assert(
      fc.property(rows, (given) => {
        const placed = partsAfterWholes(given, (one) => one).map((one) => one.row)
        expect(new Set(placed)).toEqual(new Set(given))
        expect(placed).toHaveLength(given.length)
      }),
    )
  })
})
