import { comparePeriods } from '#engine/period/period-extent'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import type { FigureReply, FiguresReply, IndicatorReply } from '#modules/indicators/contract'
import { partsAfterWholes } from '../../domain/part-order'

export interface FigureRow {
  readonly indicator: IndicatorReply
  /** Steps below the whole it is a part of. */
  readonly depth: number
  /** By period of the year shown. */
  readonly cells: ReadonlyMap<string, FigureReply>
  readonly target: FigureReply | undefined
  /** Up to 24 figures of the indicator's own frequency, oldest first, for the line. */
  readonly trend: readonly FigureReply[]
}

export interface FigureGroup {
  readonly theme: string | null
  readonly rows: readonly FigureRow[]
}

export interface FigureTable {
  readonly year: string
  readonly years: readonly string[]
  readonly periods: readonly string[]
  readonly groups: readonly FigureGroup[]
}

/** What happened comes before what is only planned, when a period has both. */
const natureOrder = ['actual', 'fact', 'plan']

const yearOf = (figure: FigureReply) => figure.period.slice(0, 4)

const inOrder = (periods: Iterable<string>): string[] =>
  [...periods].filter(isPeriodId).sort((a: PeriodId, b: PeriodId) => comparePeriods(a, b))

function cellsOf(figures: readonly FigureReply[]): Map<string, FigureReply> {
  const cells = new Map<string, FigureReply>()
  const rank = ({ nature }: FigureReply) => natureOrder.indexOf(nature)
  for (const figure of figures) {
    const before = cells.get(figure.period)
    if (rank(figure) >= 0 && (!before || rank(figure) < rank(before))) cells.set(figure.period, figure)
  }
  return cells
}

/** Months in the line of a figure's course: two years. */
const months = 24

type PlainRow = Omit<FigureRow, 'depth'>

function rowOf(indicator: IndicatorReply, own: readonly FigureReply[], year: string): PlainRow | undefined {
  const cells = cellsOf(own.filter((figure) => yearOf(figure) === year))
  const target = own.find((figure) => figure.nature === 'target' && yearOf(figure) === year)
  if (cells.size === 0 && !target) return undefined
  const course = cellsOf(own.filter((figure) => figure.nature === 'actual' && yearOf(figure) <= year))
  const periods = inOrder(course.keys())
  const length = periods.at(-1)?.length
  const trend = periods
    .filter((period) => period.length === length)
    .slice(-months)
    .flatMap((period) => course.get(period) ?? [])
  return { indicator, cells, target, trend }
}

const byIndicator = (figures: readonly FigureReply[]): ReadonlyMap<string, FigureReply[]> => {
  const groups = new Map<string, FigureReply[]>()
  for (const figure of figures)
    groups.set(figure.indicator, [...(groups.get(figure.indicator) ?? []), figure])
  return groups
}

/** By theme, in the order in which they first come; a part stands under its whole, in the whole's theme. */
function groupsOf(rows: readonly PlainRow[]): FigureGroup[] {
  const groups = new Map<string | null, FigureRow[]>()
  for (const { row, depth, theme } of partsAfterWholes(rows, ({ indicator }) => indicator))
    groups.set(theme, [...(groups.get(theme) ?? []), { ...row, depth }])
  return [...groups].map(([theme, own]) => ({ theme, rows: own }))
}

/** Which year one asks for, and which it is now. */
export interface AskedYear {
  readonly period: string | undefined
  readonly thisYear: number
}

/** The year one looks at: the wanted one, else the latest in which something happened; what is counted ahead has not. */
function yearShown(figures: readonly FigureReply[], { period, thisYear }: AskedYear): string {
  if (period) return period.slice(0, 4)
  const happened = figures.filter(
    (figure) => figure.nature !== 'target' && figure.value !== null && Number(yearOf(figure)) <= thisYear,
  )
  const years = (happened.length > 0 ? happened : figures).map(yearOf).sort()
  return years.at(-1) ?? ''
}

/** The value where everybody has reported; a sum of six parks out of ten would draw a fall that never was. */
export const wholeValue = ({ value, coverage }: FigureReply): string | null =>
  coverage.have < coverage.of ? null : value

/** A unit's figures of a year as a table: indicators by group, periods as columns, target and course beside them. */
export function figureTable(reply: FiguresReply, asked: AskedYear): FigureTable {
  const { figures, indicators } = reply
  const year = yearShown(figures, asked)
  const rows = [...byIndicator(figures)].flatMap(([code, own]) => {
    const indicator = indicators[code]
    const row = indicator && rowOf(indicator, own, year)
    return row ? [row] : []
  })
  return {
    year,
    years: [...new Set(figures.map(yearOf))].sort(),
    periods: inOrder(new Set(rows.flatMap(({ cells }) => [...cells.keys()]))),
    groups: groupsOf(rows),
  }
}
