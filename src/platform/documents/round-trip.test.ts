import { describe, expect, it } from 'vitest'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'
import { inputColumns } from './sheet-columns'
import { readTable, type TableRow } from './read-table'
import { recordTemplate } from './record-template'
import { csvStream } from './csv-stream'
import { type OutCell, xlsxStream } from './xlsx-stream'

const project = defineRecord({
  name: 'works',
  module: 'test',
  label: text('工程', 'Works'),
  about: text('一项工程', 'One piece of works'),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    name_zh: field.text({
      label: text('工程名称', 'Works'),
      required: true,
      help: text('写全称', 'In full'),
    }),
    code: field.text({ label: text('代码', 'Code') }),
    kind: field.choice({
      label: text('类别', 'Kind'),
      options: { road: text('道路', 'Road'), school: text('学校', 'School') },
    }),
    investment: field.decimal({ label: text('总投资', 'Investment'), decimals: 4, unit: '亿元', min: '0' }),
    started_on: field.date({ label: text('开工日期', 'Started on') }),
    started_in: field.period({ label: text('开工月份', 'Started in') }),
    urgent: field.boolean({ label: text('加急', 'Urgent') }),
    lead: field.reference({ label: text('负责人', 'Lead'), to: 'person' }),
    made: field.instant({ label: text('生成时间', 'Made at'), computed: true }),
  },
  rights: { read: ['everyone'], create: ['leader'], update: ['leader'], remove: [] },
  list: { columns: ['name_zh'], sort: 'name_zh' },
  form: [],
})

const columns = inputColumns(project)

const titles = {
  person: { p1: text('张伟', 'Zhang Wei'), p2: text('李娜', 'Li Na') },
  unit: { LZ: text('兰州', 'Lanzhou') },
}

async function read(bytes: Uint8Array, name = 'works.xlsx') {
  const table = await readTable({ bytes, name }, { columns })
  const rows: TableRow[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return { header: table.header, rows }
}

const sheet = (rows: (string | number | boolean | Date | null)[][], more = {}) =>
  writeXlsx({ sheets: [{ name: '工程', rows, ...more }] })

describe('the template', () => {
  it('names every column that a person fills in, in order, and marks what is required', async () => {
    const book = await readXlsx(await recordTemplate(project, { titles }), { readStyles: true })
    const [data, says] = book.sheets
    expect(data?.rows[0]).toEqual([
      '所属单位*',
      '工程名称*',
      '代码',
      '类别',
      '总投资（亿元）',
      '开工日期',
      '开工月份',
      '加急',
      '负责人',
    ])
    expect(data?.freezePane?.rows).toBe(1)
    expect(says?.name).toBe('说明')
    expect(says?.rows.flat()).toContain('A number with up to 4 decimals, of at least 0')
  })

  it('offers choices, yes or no and known people as drop-downs from a hidden sheet', async () => {
    const book = await readXlsx(await recordTemplate(project, { titles }))
    const [data, , options] = book.sheets
    expect(options).toMatchObject({ name: '选项', hidden: true })
    expect(options?.rows[0]).toEqual(['兰州', '道路', '是', '张伟'])
    expect(data?.dataValidations?.map(({ type, formula1 }) => [type, formula1])).toEqual([
      ['list', '选项!$A$1:$A$1'],
      ['list', '选项!$B$1:$B$2'],
      ['list', '选项!$C$1:$C$2'],
      ['list', '选项!$D$1:$D$2'],
    ])
  })

  it('says in a note on each header how it is filled in', async () => {
    const book = await readXlsx(await recordTemplate(project))
    const notes = [...(book.sheets[0]?.cells?.values() ?? [])].map((cell) => cell.comment?.text ?? '')
    expect(notes.some((note) => note.includes('写全称') && note.includes('必填'))).toBe(true)
    expect(notes.some((note) => note.includes('亿元') && note.includes('investment'))).toBe(true)
  })

  it('gives no drop-down for more than 500 rows, and ids where names repeat', async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`p${n}`, text(`人${n}`, `P${n}`)]))
    const book = await readXlsx(await recordTemplate(project, { titles: { person: many } }))
    expect(book.sheets[0]?.dataValidations).toHaveLength(2)
    const twins = { person: { a: text('张伟', 'Zhang'), b: text('张伟', 'Zhang') } }
    const other = await readXlsx(await recordTemplate(project, { titles: twins }))
    expect(other.sheets.at(-1)?.rows.map((row) => row[2])).toEqual(['a', 'b'])
  })

  it('reads back empty: headers all known, no rows', async () => {
    const { header, rows } = await read(await recordTemplate(project, { titles }))
    expect(header.problems).toEqual([])
    expect(header.labels.size).toBe(columns.length)
    expect(rows).toEqual([])
  })
})

describe('a sheet as people send it', () => {
  it('is understood by Chinese, English or field names, in any order, with marks, units and wide signs', async () => {
    const { header, rows } = await read(
      await sheet([
        ['　总投资(亿元)　', 'Kind', 'name_zh', '＊所属单位', 'Started On'],
        [1.5, '道路', '东区路', 'LZ', '2026年3月5日'],
      ]),
    )
    expect(header.problems).toEqual([])
    expect(rows[0]?.values).toEqual({
      investment: 1.5,
      kind: '道路',
      name_zh: '东区路',
      unit_id: 'LZ',
      started_on: '2026年3月5日',
    })
  })

  it('has its header found below a merged title, and its rows counted as Excel counts them', async () => {
    const bytes = await sheet(
      [
        ['工程一览表', null],
        [null, null],
        ['所属单位', '工程名称'],
        [null, null],
        ['LZ', '东区路'],
      ],
      { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] },
    )
    const { header, rows } = await read(bytes)
    expect(header.row).toBe(3)
    expect(rows).toEqual([{ row: 5, values: { unit_id: 'LZ', name_zh: '东区路' }, problems: [] }])
  })

  it('has unknown, repeated and missing columns named, with those that are free', async () => {
    const { header } = await read(
      await sheet([
        ['工程名称', 'Works', '颜色'],
        ['东区路', '西区路', '红'],
      ]),
    )
    expect(header.problems.map(({ code, column }) => [code, column])).toEqual([
      ['unknown_field', '颜色'],
      ['duplicate', 'Works'],
    ])
    expect(header.missing).toEqual(['unit_id'])
    expect(header.problems[0]?.mend.zh).toContain('代码')
  })

  it('gives dates as days whether stored as serials, as styled cells or as text, and months that Excel made days', async () => {
    const { rows } = await read(
      await sheet([
        ['所属单位', '工程名称', '开工日期', '开工月份'],
        ['LZ', 'a', 46086, '2026年3月'],
        ['LZ', 'b', new Date('2026-03-05'), new Date('2026-03-01')],
        ['LZ', 'c', '2026/3/5', 2026],
        ['LZ', 'd', 20260305, '2026-03'],
      ]),
    )
    expect(rows.map(({ values }) => values.started_on)).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026/3/5',
      '20260305',
    ])
    expect(rows.map(({ values }) => values.started_in)).toEqual(['2026-03', '2026-03', '2026', '2026-03'])
  })

  it('keeps codes typed as numbers, and refuses numbers whose last digits Excel has lost', async () => {
    const { rows } = await read(
      await sheet([
        ['所属单位', '工程名称', '代码'],
        ['LZ', 'a', 620102],
        ['LZ', 'b', 916201000000000100],
      ]),
    )
    expect(rows[0]?.values.code).toBe('620102')
    expect(rows[1]?.problems[0]).toMatchObject({ row: 3, column: '代码', field: 'code' })
    expect(rows[1]?.problems[0]?.says.zh).toContain('15 位')
  })

  it('takes a formula at the result saved with it and never computes one', async () => {
    const cells = new Map([
      ['1,2', { value: 3, type: 'formula' as const, formula: '1+2', formulaResult: 3 }],
      ['2,2', { value: null, type: 'formula' as const, formula: 'HYPERLINK("http://x")' }],
    ])
    const { rows } = await read(
      await sheet(
        [
          ['所属单位', '工程名称', '总投资'],
          ['LZ', 'a', null],
          ['LZ', 'b', null],
        ],
        { cells },
      ),
    )
    expect(rows[0]?.values.investment).toBe(3)
    expect(rows[1]?.problems[0]?.says.zh).toContain('没有保存计算结果')
  })

  it('carries a value merged down one column to every row it covers, and refuses a merge across columns', async () => {
    const { rows } = await read(
      await sheet(
        [
          ['所属单位', '工程名称', '代码'],
          ['LZ', 'a', null],
          [null, 'b', null],
          ['QD', 'c', null],
        ],
        {
          merges: [
            { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
            { startRow: 3, startCol: 1, endRow: 3, endCol: 2 },
          ],
        },
      ),
    )
    expect(rows.map(({ values }) => values.unit_id)).toEqual(['LZ', 'LZ', 'QD'])
    expect(rows[2]?.problems[0]).toMatchObject({ row: 4, column: 'B4:C4' })
  })

  it('drops the binary noise behind the fifteenth digit', async () => {
    const { rows } = await read(
      await sheet([
        ['所属单位', '工程名称', '总投资'],
        ['LZ', 'a', 0.1 + 0.2],
      ]),
    )
    expect(rows[0]?.values.investment).toBe(0.3)
  })
})

const some = (cells: readonly OutCell[][]) =>
  (async function* () {
    await Promise.resolve()
    yield cells
  })()

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

const evil = ['=cmd|calc', '+1', '-1', '@x', '\tx']

describe('what is written', () => {
  it('never lets text become a formula, in a workbook or in CSV, and reads back as it was', async () => {
    const rows = evil.map((name): OutCell[] => ['LZ', name, { number: '-1.25' }])
    const header = ['所属单位', '工程名称', '总投资（亿元）']
    const bytes = await whole(
      xlsxStream({ name: '工程', header, rows: some(rows), notes: () => ['共 5 行'] }),
    )
    const book = await readXlsx(bytes)
    expect(book.sheets[0]?.rows.slice(1).map((row) => row[1])).toEqual(evil)
    expect([...(book.sheets[0]?.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false)
    expect(book.sheets[1]).toMatchObject({ name: '说明', rows: [['共 5 行']] })

    const csv = await whole(csvStream({ header, rows: some(rows) }))
    expect(csv.toString('utf8')).toContain("LZ,'=cmd|calc,-1.25\r\n")
    const back = await read(csv, 'works.csv')
    expect(back.rows.map(({ values }) => values.name_zh)).toEqual(
      evil.map((name) => (name.trim() === 'x' ? '\tx' : name)),
    )
  })

  it('keeps line breaks, quotes and commas through CSV', async () => {
    const csv = await whole(csvStream({ header: ['所属单位', '工程名称'], rows: some([['LZ', 'a,"b"\nc']]) }))
    expect((await read(csv, 'works.csv')).rows[0]?.values.name_zh).toBe('a,"b"\nc')
  })
})
