import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBands, printBands } from '#engine/lamps/band-notation'
import { LAMP_PRESETS } from '#engine/lamps/lamp-presets.data'
import { LAMP_COLOURS, type LampBand } from '#engine/lamps/lamp-table'
import { canonical } from '#engine/quantity/decimal'
import { text } from '#engine/result/result'

const number = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => canonical(`${whole}.${part}`))
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((given) => given.replaceAll(/[#＃|｜→\r\n]|->/g, '').trim())
  .filter((given) => given !== '')
const said = fc.tuple(words, words)
const range = fc.oneof(
  fc.record({ atLeast: number, atMost: number }),
  fc.record({ above: number, below: number }),
  fc.record({ atLeast: number, below: number }),
  fc.record({ above: number, atMost: number }),
  fc.oneof(
    fc.record({ atLeast: number }),
    fc.record({ above: number }),
    fc.record({ atMost: number }),
    fc.record({ below: number }),
    fc.constant({}),
  ),
)
const band: fc.Arbitrary<LampBand> = fc
  .tuple(fc.constantFrom(...LAMP_COLOURS), range, fc.option(said), fc.option(said))
  .map(([colour, ends, note, followUp]) => ({
    colour,
    ...ends,
    ...(followUp && { followUp: text(...followUp) }),
    ...(note && { note: text(...note) }),
  }))

const read = (given: string) => {
  const bands = parseBands(given)
  return bands.ok ? bands.value : bands.error
}

describe('the notation of bands', () => {
  it('reads back what it has written, in either language', () => {
    fc.assert(
      fc.property(fc.array(band, { maxLength: 6 }), fc.constantFrom('zh', 'en'), (bands, language) => {
        expect(read(printBands(bands, language))).toEqual(bands)
      }),
    )
  })

  it.each(
    LAMP_PRESETS.flatMap(({ code, rules }) =>
      Object.entries(rules).map(([name, rule]) => [code, name, rule] as const),
    ),
  )('holds %s, %s', (_code, _name, rule) => {
    expect(read(printBands(rule.bands))).toEqual(rule.bands)
  })

  it('shows whether an end is included by its sign', () => {
    const written = '绿灯 ≤0\n黄灯 ≥10 ≤30\n红灯 >30\n黄灯 =1\n绿灯 any'
    expect(
      printBands([
        { colour: 'green', atMost: '0' },
        { colour: 'yellow', atLeast: '10', atMost: '30' },
        { colour: 'red', above: '30' },
        { colour: 'yellow', atLeast: '1', atMost: '1' },
        { colour: 'green' },
      ]),
    ).toBe(written)
  })

  it.each([
    ['黄：10 至 30', { colour: 'yellow', atLeast: '10', atMost: '30' }],
    ['黄灯 10~30 个百分点', { colour: 'yellow', atLeast: '10', atMost: '30' }],
    ['Red > 30', { colour: 'red', above: '30' }],
    ['橙色：＞７，＜１５', { colour: 'orange', above: '7', below: '15' }],
    ['黄灯 >=10 且 <=30.50', { colour: 'yellow', atLeast: '10', atMost: '30.5' }],
    [
      '红灯 >30 -> 约谈 | talk # 逐级',
      { colour: 'red', above: '30', followUp: text('约谈', 'talk'), note: text('逐级', '逐级') },
    ],
    [
      '绿灯 >0 <10 # 文件未列此段',
      { colour: 'green', above: '0', below: '10', note: text('文件未列此段', '文件未列此段') },
    ],
  ])('reads %s as people write it', (written, meant) => {
    expect(read(written)).toEqual([meant])
  })

  it.each([
    '紫灯 >3',
    '>3',
    '红灯',
    '红灯 很多',
    '红灯 >3 ≥4',
    '红灯 >3 >4',
    '红灯 >3e9',
    '红灯 = 1 <4',
    ''.padEnd(3, '红'),
  ])('refuses “%s” and says in which line', (written) => {
    const bands = parseBands(`绿灯 ≤0\n${written}`)
    expect(bands).toMatchObject({ ok: false, error: [{ line: 2, value: written.trim() }] })
  })
})
