import { describe, expect, test } from 'vitest'
import { avoidedWordsIn, findTerm, term, termLabel, terms } from '#glossary/glossary'

const doubles = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index)

describe('the glossary names every business word once', () => {
  test.each(['id', 'zh', 'en'] as const)('no two terms share their %s', (part) => {
    expect(doubles(terms.map((entry) => entry[part].toLowerCase()))).toEqual([])
  })

  test('identifiers are snake_case, so that they can name tables', () => {
    expect(terms.map(({ id }) => id).filter((id) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test('Chinese is Chinese, English is English', () => {
    for (const { zh, en, meaning } of terms) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
      if (meaning !== undefined) {
        expect(meaning.zh).toMatch(/\p{Script=Han}.*。$/u)
        expect(meaning.en).toMatch(/^[^\p{Script=Han}]+\.$/u)
      }
    }
  })

  test('words to avoid are used nowhere in it', () => {
    const used = terms.flatMap(({ id, en, meaning }) =>
      avoidedWordsIn(`${en} ${meaning?.en ?? ''}`).map(({ word }) => `${id}: ${word}`),
    )
    expect(used).toEqual([])
  })

  test('every word of STYLE.md is there', () => {
    const pairs = `指标 indicator · 口径 definition · 填报 report · 退回 return · 同比 year-on-year · 汇总 roll-up · 办件 case · 事项 matter ·
      时限 limit · 中止 pause · 倒排 back-schedule · 里程碑 milestone · 载体 space · 线索 lead · 督办 supervision · 专班 task force · 简报 briefing · 看板 board`
    const known = new Set(terms.map(({ zh, en }) => `${zh} ${en}`))
    expect(
      pairs
        .split('·')
        .map((pair) => pair.trim())
        .filter((pair) => !known.has(pair)),
    ).toEqual([])
  })

  test('tables and roles of the kernel are there', () => {
    const ids = `unit organ person post account session person_preference indicator observation cell report reporting_form validation_rule calendar_day
      project enterprise event attachment comment extra_field saved_view leader economist statistician project_officer hall_officer
      office_clerk enterprise_user public_visitor system_admin security_admin audit_admin`
    expect(ids.split(/\s+/).filter((id) => findTerm(id) === undefined)).toEqual([])
  })
})

describe('looking up', () => {
  test('a term by its identifier', () => {
    expect(term('lead')).toMatchObject({ zh: '线索', en: 'lead' })
    expect(termLabel('back_schedule')).toEqual({ zh: '倒排', en: 'back-schedule' })
    expect(findTerm('constructor')).toBeUndefined()
    // @ts-expect-error a word that is not in the glossary does not compile
    expect(() => term('clue')).toThrow('clue')
  })

  test('finds words to avoid as whole words, in any case and in the plural', () => {
    expect(
      avoidedWordsIn('The KPIs of this Dashboard').map(({ word, instead }) => `${word} → ${instead.en}`),
    ).toEqual(['KPI → indicator', 'dashboard → board'])
    expect(avoidedWordsIn('a metrical board')).toEqual([])
  })
})
