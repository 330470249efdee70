import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, decimal } from '#engine/quantity/decimal'
import type { GridCell, GridMerge } from './grid'
import { readSheet, type TestSheet } from './testing/read-sheet'

/** A project as it is known before anybody writes it into a sheet. */
interface Known {
  readonly park: string
  readonly name: string
  readonly category: string
  /** In 元. */
  readonly money: number
  readonly start: string
}

/** One way of laying rows out. */
interface Arrangement {
  readonly parks: 'column' | 'sections'
  readonly unit: '亿元' | '万元' | 'mixed'
  readonly dates: 'iso' | 'chinese' | 'dotted' | 'cell'
  readonly order: readonly number[]
  readonly title: boolean
  readonly deep: boolean
  readonly subtotals: boolean
  readonly gaps: boolean
}

const parks = ['望京园', '电子城', '健翔园']
const categories = { 生物医药: 'medicine', 道路: 'road', 市政: 'municipal' } as const

const known: fc.Arbitrary<Known[]> = fc.uniqueArray(
  fc.record({
    park: fc.constantFrom(...parks),
    name: fc.stringMatching(/^[甲乙丙丁戊][厂园路桥]\d{1,3}$/),
    category: fc.constantFrom(...Object.keys(categories)),
    money: fc.integer({ min: 1, max: 9_999_999 }).map((wan) => wan * 10_000),
    start: fc
      .record({
        y: fc.integer({ min: 2020, max: 2030 }),
        m: fc.integer({ min: 1, max: 12 }),
        d: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 12 },
)

const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  parks: fc.constantFrom('column', 'sections'),
  unit: fc.constantFrom('亿元', '万元', 'mixed'),
  dates: fc.constantFrom('iso', 'chinese', 'dotted', 'cell'),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  title: fc.boolean(),
  deep: fc.boolean(),
  subtotals: fc.boolean(),
  gaps: fc.boolean(),
})

const over = (money: number, by: string) => canonical(decimal(money).div(by))

function moneyCell({ money }: Known, { unit }: Arrangement, at: number): GridCell {
  if (unit === '亿元') return over(money, '1e8')
  if (unit === '万元') return Number(over(money, '1e4'))
  return at % 2 === 0 ? `${over(money, '1e8')}亿` : `${over(money, '1e4')}万元`
}

function dayCell({ start }: Known, { dates }: Arrangement): GridCell {
  const [y = '', m = '', d = ''] = start.split('-').map((part) => String(Number(part)))
  const forms: Readonly<Record<Arrangement['dates'], GridCell>> = {
    iso: start,
    chinese: `${y}年${m}月${d}日`,
    dotted: `${y}.${m}.${d}`,
    cell: { date: start },
  }
  return forms[dates]
}

/** Writes rows down as an officer might. */
function written(rows: readonly Known[], way: Arrangement): TestSheet {
  const sheet: GridCell[][] = []
  const merges: GridMerge[] = []
  const unit = way.unit === 'mixed' ? '' : `（${way.unit}）`
  const heads = ['建设项目', '行业', `投资总额${unit}`, '拟开工时间']
  const park = way.parks === 'column' ? ['所在园区'] : []
  const ordered = way.order.map((at) => heads[at] ?? null)
  const width = park.length + ordered.length
  if (way.title) {
    merges.push({ top: 1, bottom: 1, left: 0, right: width - 1 })
    sheet.push(['2026年重点项目清单'])
  }
  const top = sheet.length + 1
  if (way.deep) {
    // A head of two rows: all but one column merged over both, the last under a head of its own.
    const last = width - 1
    sheet.push([...park, ...ordered].map((head, at) => (at === last ? '基本情况' : head)))
    sheet.push([...park, ...ordered].map((head, at) => (at === last ? head : null)))
    for (let at = 0; at < last; at += 1) merges.push({ top, bottom: top + 1, left: at, right: at })
  } else sheet.push([...park, ...ordered])
  const blank = () => (way.gaps ? sheet.push([]) : 0)
  parks.forEach((name, index) => {
    const here = rows.filter((row) => row.park === name)
    if (here.length === 0) return
    if (way.parks === 'sections') sheet.push([`${'一二三'[index] ?? ''}、${name}`])
    here.forEach((row, at) => {
      const cells = [row.name, row.category, moneyCell(row, way, at), dayCell(row, way)]
      sheet.push([
        ...(way.parks === 'column' ? [name] : []),
        ...way.order.map((place) => cells[place] ?? null),
      ])
      blank()
    })
    if (way.subtotals) sheet.push(['小计', null, 1])
  })
  if (way.subtotals) sheet.push([`合计（${rows.length}项）`])
  sheet.push(['注：以上为计划数。'])
  return { rows: sheet, merges }
}

const told = (row: Readonly<Record<string, unknown>>) => ({
  park: row.unit_id,
  name: row.name_zh,
  category: row.category,
  investment: row.investment,
  start: row.planned_start,
})

describe('a sheet laid out in any way', () => {
  it('is read back as the rows it was made of, without a doubt', () => {
    fc.assert(
      fc.property(known, arrangement, (rows, way) => {
        const read = readSheet(written(rows, way), { sections: way.parks === 'sections' ? ['unit_id'] : [] })
        const expected = parks.flatMap((park) => rows.filter((row) => row.park === park))
        expect(read.doubts).toEqual([])
        expect(read.values.map(told)).toEqual(
          expected.map((row) => ({
            park: row.park,
            name: row.name,
            category: categories[row.category as keyof typeof categories],
            investment: over(row.money, '1e8'),
            start: row.start,
          })),
        )
      }),
      { numRuns: 150 },
    )
  })

  const anyCell: fc.Arbitrary<GridCell> = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^[约超]?\d{1,5}(\.\d{1,6})?[亿万元多%亩]{0,2}$/),
    fc.stringMatching(/^20\d{2}[年.\-/]\d{1,2}([月.\-/]\d{0,2}日?)?$/),
    fc.double({ noNaN: true, min: 0, max: 1e9 }),
    fc.integer({ min: 0, max: 60_000 }),
    fc.constant(null),
  )

  it('never loses or changes a cell in silence: what is not read as it stands is doubtful', () => {
    const cells = fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(cells, (rows) => {
        const sheet: TestSheet = {
          rows: [
            ['项目名称', '总投资（亿元）', '计划开工', '类别'],
            ...rows.map((row, at) => [`项目${String(at)}号`, ...row]),
          ],
        }
        const { values, doubts, left } = readSheet(sheet)
        expect(left).toEqual([])
        rows.forEach((row, at) => {
          row.forEach((cell, column) => {
            const name = ['investment', 'planned_start', 'category'][column] ?? ''
            const address = `${'BCD'[column] ?? ''}${String(at + 2)}`
            const isDoubtful = doubts.some((doubt) => doubt.cell === address)
            const said = typeof cell === 'string' ? cell.trim() : cell
            const stroke = typeof said === 'string' && /^(-|--|—|——|–|\/|\\|―)?$/.test(said)
            if (said === null || stroke || isDoubtful) return
            expect(values[at]?.[name], JSON.stringify(cell)).not.toBeNull()
          })
        })
      }),
      { numRuns: 250 },
    )
  })
})
