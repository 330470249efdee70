import { describe, expect, it } from 'vitest'
import { CONSTRUCTION_FIRM, WUHAN, YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import { problemWords } from './lamp-words'
import {
  bandWords,
  blankRule,
  draftOf,
  draftProblems,
  isSame,
  rulesOf,
  withSource,
  withTable,
} from './rules-draft'

const yinchuan = withTable({}, YINCHUAN_2025, 'zh')

describe('rules while they are written', () => {
  it('a shipped table is taken whole and has nothing wrong with it, in either language', () => {
    for (const table of [YINCHUAN_2025, WUHAN, CONSTRUCTION_FIRM])
      for (const language of ['zh', 'en'] as const) {
        const draft = withTable({}, table, language)
        expect(Object.keys(draft)).toEqual(rulesOf(draft).map(({ dimension }) => dimension))
        expect(draftProblems(draft)).toEqual({})
      }
  })

  it('a table laid over others leaves alone what it does not speak of', () => {
    const draft = withTable(yinchuan, WUHAN, 'zh')
    expect(draft.progress?.measure).toBe('pace_ratio')
    expect(draft.entry).toEqual(yinchuan.entry)
  })

  it('are shown in the reader’s language', () => {
    const draft = draftOf(rulesOf(yinchuan), 'en')
    expect(draft.money?.bands).toBe('red <100\ngreen ≥100')
    expect(isSame(draft, yinchuan)).toBe(false)
    expect(isSame(draftOf(rulesOf(draft), 'zh'), yinchuan)).toBe(true)
  })

  it('what was changed after it was taken from a table does not give that table as its source', () => {
    const taken = yinchuan.money
    if (!taken) throw new Error('Yinchuan has a rule for money')
    expect(withSource(taken, 'zh').source).toBe('银川市2025年')
    const changed = withSource({ ...taken, bands: '红灯 <90\n绿灯 ≥90' }, 'zh')
    expect(changed.source).toBe('参照银川市2025年，有改动')
    expect(withSource(changed, 'en').source).toBe('After Yinchuan 2025, changed')
    expect(withSource({ ...changed, bands: taken.bands }, 'zh').source).toBe('银川市2025年')
    expect(withSource({ ...changed, source: '高新管〔2026〕3号' }, 'zh').source).toBe('高新管〔2026〕3号')
  })

  it('a problem says what was given once', () => {
    const [overlap] =
      draftProblems({ money: { ...blankRule('money'), bands: '红灯 ≤100\n绿灯 ≥90' } }).money ?? []
    if (!overlap) throw new Error('they overlap')
    expect(problemWords(overlap).zh).toMatch(/^资金支付：第1档与第2档重叠：90 – 100。/)
  })

  it('a new rule is not sound before it has bands, and what cannot be read has no words', () => {
    const draft = { node: blankRule('node') }
    expect(draftProblems(draft).node).toMatchObject([{ field: 'bands' }])
    expect(bandWords({ measure: 'days_late', bands: '紫灯 ≥1' })).toEqual([])
    expect(bandWords({ measure: 'days_late', bands: '红灯 ≥15' })).toEqual([
      { zh: '15 天及以上为红灯', en: '15 days or more is red' },
    ])
  })
})
