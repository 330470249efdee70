import { describe, expect, it } from 'vitest'
import { differenceWords } from './joint-words'

describe('the published figure beside the ledger’s', () => {
  it('says “about” where a part is, and amounts as each language does', () => {
    expect(differenceWords({ value: '0.44', qualifier: 'about' }, { known: 2, of: 2 })).toEqual({
      zh: '公布数比台账已知合计多约0.44亿元。',
      en: 'The published figure is ≈ 44 million yuan more than what is known of the ledger.',
    })
    expect(differenceWords({ value: '-1.5', qualifier: 'exact' }, { known: 2, of: 3 })?.zh).toBe(
      '公布数比台账已知合计少1.5亿元；尚有 1 项总投资未填。',
    )
    expect(differenceWords({ value: null, qualifier: 'exact' }, { known: 0, of: 3 })).toBeNull()
  })
})
