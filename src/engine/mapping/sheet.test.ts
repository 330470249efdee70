import { describe, expect, it } from 'vitest'
import { fingerprintOf } from './heads'
import { rememberedFrom, rememberedText } from './remembered'
import { lookedAt, readSheet, type TestSheet } from './testing/read-sheet'

/** Three rows of head, a title, sections, subtotals, a numbered row of columns and a note. */
const messy: TestSheet = {
  name: '重点项目',
  rows: [
    ['示范高新区2026年重点项目清单', null, null, null, null, null, null, null],
    ['填报单位：经济发展局', null, null, null, null, null, '2026年3月', null],
    ['序号', '项目', '业主单位', '产业类别', '投资情况', null, '时间节点', null],
    [null, null, null, null, '总投资（万元）', '占地（亩）', '拟开工时间', '完工时间'],
    ['甲', '乙', '丙', '丁', '1', '2', '3', '4'],
    ['一', '望京园', null, null, 15000, null, null, null],
    [1, '甲厂房', '甲公司', '生物医药', 12000, 30, '2026年3月', null],
    [2, '乙道路', '乙公司', '道路', '1.2亿', null, '2026.3.5', '2026-12-01'],
    ['小计', null, null, null, 24000, 30, null, null],
    ['二、电子城（1项）', null, null, null, null, null, null, null],
    [3, '丙平台', '丙公司', '医疗健康平台', 800, 12, 46086, null],
    [4, null, null, null, null, null, null, null],
    ['合计（3项）', null, null, null, 24800, null, null, null],
    ['注：数据截至3月底。', null, null, null, null, null, null, null],
  ],
  merges: [
    { top: 1, bottom: 1, left: 0, right: 7 },
    { top: 3, bottom: 4, left: 0, right: 0 },
    { top: 3, bottom: 4, left: 1, right: 1 },
    { top: 3, bottom: 4, left: 2, right: 2 },
    { top: 3, bottom: 4, left: 3, right: 3 },
    { top: 3, bottom: 3, left: 4, right: 5 },
    { top: 3, bottom: 3, left: 6, right: 7 },
    { top: 10, bottom: 10, left: 0, right: 7 },
    { top: 14, bottom: 14, left: 0, right: 7 },
  ],
}

describe('a sheet of an officer’s own', () => {
  it('shows its head of two rows under title and date, and every column finds its field', () => {
    const { found, heads, proposals } = lookedAt(messy)
    expect(found).toEqual({ top: 3, bottom: 4 })
    expect(heads.map(({ name }) => name)).toEqual([
      '序号',
      '项目',
      '业主单位',
      '产业类别',
      '投资情况/总投资(万元)',
      '投资情况/占地(亩)',
      '时间节点/拟开工时间',
      '时间节点/完工时间',
    ])
    expect(proposals.map(({ field, why }) => [field, why])).toEqual([
      [null, 'row_number'],
      ['name_zh', 'synonym'],
      ['owner', 'synonym'],
      ['category', 'synonym'],
      ['investment', 'same_label'],
      ['land', 'synonym'],
      ['planned_start', 'synonym'],
      ['completed_on', 'synonym'],
    ])
  })

  it('gives its rows with their park; totals, sections and notes are told apart', () => {
    const { values, doubts, left } = readSheet(messy, { sections: ['unit_id'] })
    expect(values.map(({ name_zh, unit_id, investment }) => [unit_id, name_zh, investment])).toEqual([
      ['望京园', '甲厂房', '1.2'],
      ['望京园', '乙道路', null],
      ['电子城', '丙平台', '0.08'],
    ])
    expect(doubts.map(({ cell, kind, raw }) => [cell, kind, raw])).toEqual([
      ['G7', 'no_day', '2026年3月'],
      ['E8', 'unit_in_cell', '1.2亿'],
      ['G11', 'serial', '46086'],
    ])
    expect(left).toEqual([
      [5, 'numbering'],
      [6, 'section'],
      [9, 'subtotal'],
      [10, 'section'],
      [13, 'subtotal'],
      [14, 'note'],
    ])
  })

  it('hears an answer for one cell, for all that say the same, and for all doubts of a kind', () => {
    const answered = (answers: Parameters<typeof readSheet>[1]) => readSheet(messy, answers).values
    const at = (rows: readonly Record<string, unknown>[], field: string) => rows.map((row) => row[field])
    const kind = { 'no_day|planned_start': { do: 'take', reading: 1 } } as const
    const value = { 'planned_start=2026年3月': { do: 'write', value: '2026-03-15' } } as const
    const cell = { '重点项目!G7': { do: 'leave' } } as const
    expect(at(answered({ answers: kind }), 'planned_start')[0]).toBe('2026-03-31')
    expect(at(answered({ answers: { ...kind, ...value } }), 'planned_start')[0]).toBe('2026-03-15')
    expect(at(answered({ answers: { ...kind, ...value, ...cell } }), 'planned_start')[0]).toBeNull()
    expect(answered({ answers: { '重点项目!G7': { do: 'drop' } } })).toHaveLength(2)
    expect(
      at(answered({ answers: { 'no_day|planned_start': { do: 'take', reading: 7 } } }), 'planned_start')[0],
    ).toBeNull()
  })

  it('asks about a row that may be a total, and about words alone in a row', () => {
    const sheet: TestSheet = {
      rows: [
        ['项目名称', '建设单位', '总投资（亿元）'],
        ['城市综合体合计', '甲公司', 3],
        [null, '续建项目', null],
        ['乙', '乙公司', 1],
      ],
    }
    const { values, doubts } = readSheet(sheet)
    expect(doubts.map(({ cell, kind }) => [cell, kind])).toEqual([
      ['A2', 'subtotal_like'],
      ['B3', 'stray_row'],
    ])
    expect(values.at(-1)).toMatchObject({ name_zh: '乙' })
    const taken = readSheet(sheet, {
      answers: { '表!A2': { do: 'take', reading: 1 }, '表!B3': { do: 'take', reading: 0 } },
    })
    expect(taken.doubts).toEqual([])
    expect(taken.values.map(({ name_zh }) => name_zh)).toEqual(['城市综合体合计', '乙'])
  })

  it('takes the unit from the line above the head, and asks where nobody says it', () => {
    const rows = (caption: string): TestSheet => ({
      rows: [[caption], ['项目名称', '总投资'], ['甲', 12000]],
    })
    expect(readSheet(rows('单位：万元')).values).toEqual([{ name_zh: '甲', investment: '1.2' }])
    expect(readSheet(rows('清单')).doubts[0]).toMatchObject({ cell: 'B3', kind: 'unit_unsaid' })
  })

  it('fills what is merged downwards, but asks about a figure that several rows share', () => {
    const { values, doubts } = readSheet({
      rows: [
        ['园区', '项目名称', '总投资（亿元）'],
        ['望京园', '甲', 3],
        [null, '乙', null],
      ],
      merges: [
        { top: 2, bottom: 3, left: 0, right: 0 },
        { top: 2, bottom: 3, left: 2, right: 2 },
      ],
    })
    expect(values).toEqual([
      { unit_id: '望京园', name_zh: '甲', investment: '3' },
      { unit_id: '望京园', name_zh: '乙', investment: null },
    ])
    expect(doubts.map(({ cell, kind }) => [cell, kind])).toEqual([['C3', 'carried_down']])
  })
})

describe('heads that mean something to a program', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s are heads like any other', (head) => {
    const sheet: TestSheet = {
      rows: [
        ['项目名称', head, '总投资（亿元）'],
        ['甲厂房', '乙公司', 1],
      ],
    }
    const { columns, proposals } = lookedAt(sheet)
    expect(proposals.map(({ field }) => field)).toEqual(['name_zh', null, 'investment'])
    expect(readSheet(sheet, { columns }).values).toEqual([{ name_zh: '甲厂房', investment: '1' }])
  })
})

describe('what is remembered of a mapping', () => {
  it('is text that a person can read, and comes back as it was', () => {
    const { columns } = lookedAt(messy)
    const plan = {
      columns,
      sections: ['unit_id', null],
      sheet_name: 'category',
      constants: { unit_id: 'SF' },
      answers: {
        'no_day|planned_start': { do: 'take', reading: 1 },
        'category=道路工程': { do: 'write', value: 'road' },
        'placeholder|investment': { do: 'leave' },
        '重点项目!G7': { do: 'leave' },
      },
    } as const
    const kept = rememberedText(plan)
    expect(kept).toContain('列 投资情况/总投资(万元) → investment · 万元')
    expect(kept).not.toContain('G7')
    const { '重点项目!G7': _cell, ...answers } = plan.answers
    expect(rememberedFrom(kept)).toEqual({ ...plan, answers })
    expect(rememberedFrom('列 甲 =')).toBeUndefined()
  })

  it('is found again by the same heads in any order, and by no others', () => {
    expect(fingerprintOf(['甲', '乙'])).toBe(fingerprintOf(['乙', '甲']))
    expect(fingerprintOf(['甲', '乙'])).not.toBe(fingerprintOf(['甲', '乙', '丙']))
  })
})
