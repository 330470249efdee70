import { describe, expect, it } from 'vitest'
import { pasteTable, readClipboard, writeClipboard } from './paste-table'

const lines = [
  { code: 'revenue', names: ['营业收入', 'Revenue'] },
  { code: 'profit', names: ['利润总额', 'Profit'] },
  { code: 'staff', names: ['从业人员', 'Staff'] },
]
const at = (row: number, field: 'value' | 'explanation' = 'value') => ({ lines, row, field })
const value = (code: string, text: string) => ({ code, field: 'value', text })
const explanation = (code: string, text: string) => ({ code, field: 'explanation', text })

describe('a clipboard of Excel is read cell by cell', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    ['"he said ""no"""\t', [['he said "no"', '']]],
    ['"open', [['"open']]],
    ['', [['']]],
    ['\t\t', [['', '', '']]],
  ])('%j', (clip, rows) => {
    expect(readClipboard(clip)).toEqual(rows)
  })
  it('gives back what was copied', () => {
    const rows = [
      ['a "b"', 'two\nlines'],
      ['', 'x\ty'],
    ]
    expect(readClipboard(writeClipboard(rows))).toEqual(rows)
  })
})

describe('a block goes where it belongs', () => {
  it('one column from the cell one stands in', () => {
    expect(pasteTable('1.2亿\n1,234.5', at(1)).changes).toEqual([
      value('profit', '1.2亿'),
      value('staff', '1,234.5'),
    ])
  })
  it('two columns: values and explanations', () => {
    expect(pasteTable('1\t新投产\n2\t', at(0)).changes).toEqual([
      value('revenue', '1'),
      explanation('revenue', '新投产'),
      value('profit', '2'),
      explanation('profit', ''),
    ])
  })
  it('counts rows that find no line', () => {
    expect(pasteTable('1\n2\n3', at(2)).beyond).toBe(2)
  })
  it('a column of explanations never lands among the values', () => {
    expect(pasteTable('甲\n乙', at(0, 'explanation')).changes).toEqual([
      explanation('revenue', '甲'),
      explanation('profit', '乙'),
    ])
  })
  it('a table with names goes by names, in any order, and tells the names it does not know', () => {
    const pasted = pasteTable(
      '其中：利润总额（亿元）\t亿元\t5\n营业收入\t亿元\t50+\n用电量\t万千瓦时\t7',
      at(2),
    )
    expect(pasted.changes).toEqual([value('profit', '5'), value('revenue', '50+')])
    expect(pasted.unknown).toEqual(['用电量'])
    expect(pasted.byName).toBe(true)
  })
  it('a head row says which column is which', () => {
    const clip = '指标\t上期\t本期值\t说明\n营业收入\t9\t10\t并表\n利润总额\t1\t\t'
    expect(pasteTable(clip, at(0)).changes).toEqual([
      value('revenue', '10'),
      explanation('revenue', '并表'),
      value('profit', ''),
      explanation('profit', ''),
    ])
  })
})
