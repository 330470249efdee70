import { describe, expect, it } from 'vitest'
import { CONSTRUCTION_FIRM, WUHAN, YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import { bandWords, blankRule, draftOf, draftProblems, isSame, rulesOf, withTable } from './rules-draft'

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

  it('a new rule is not sound before it has bands, and what cannot be read has no words', () => {
    const draft = { node: blankRule('node') }
    expect(draftProblems(draft).node).toMatchObject([{ field: 'bands' }])
    expect(bandWords({ measure: 'days_late', bands: '紫灯 ≥1' })).toEqual([])
    expect(bandWords({ measure: 'days_late', bands: '红灯 ≥15' })).toEqual([
      { zh: '15 天及以上为红灯', en: '15 days or more is red' },
    ])
  })
})
