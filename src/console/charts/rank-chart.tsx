import { useCallback, useMemo } from 'react'
import { findUnit } from '#engine/quantity/unit'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Chart, type ChartInk } from './chart'
import { categoryAxis, drawn, textStyle, tooltipStyle, valueAxis } from './axis-style'

export interface RankRow {
  readonly id: string
  readonly name: string
  readonly value: string | null
  /** 1 is first; equal values share a place. Absent: not ranked. */
  readonly place?: number | undefined
  readonly tied?: boolean
  /** The value as it is to be read, qualifier included: 约1.76. */
  readonly shown?: string
}

interface RankChartProps {
  /** What is ranked, with its period: 规上工业增加值，2021年. */
  readonly title: string
  readonly measure: string
  /** Best first; what is unknown comes last and has no bar. */
  readonly rows: readonly RankRow[]
  /** The row that is lit, for instance because its place on the map is. */
  readonly lit?: string | undefined
  readonly onPick?: (id: string) => void
}

const words = {
  place: text('名次', 'Place'),
  name: text('单位', 'Unit'),
  unknown: text('未报', 'not reported'),
}
const perRow = 30
const nameWidth = 132

/** Bars from zero, best first; ties share a place, the unknown are named and not placed. */
export function RankChart({ title, measure, rows, lit, onPick }: RankChartProps) {
  const { t, language, number } = useLanguage()
  const unit = findUnit(measure)?.[language] ?? measure
  const placed = useCallback(
    ({ place, tied, name }: RankRow) => `${place === undefined ? '' : `${place}${tied ? '=' : ''} `}${name}`,
    [],
  )
  const shown = useCallback(
    (row: RankRow) => row.shown ?? (row.value === null ? t(words.unknown) : number(row.value)),
    [t, number],
  )
  const draw = useCallback(
    ({ palette, colours }: ChartInk) => ({
      animation: false,
      textStyle: textStyle(palette),
      grid: { left: nameWidth + 12, right: 72, top: 8, bottom: 44 },
      tooltip: {
        trigger: 'item' as const,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const row = rows[dataIndex]
          return row ? `${placed(row)}<br/>${shown(row)} ${row.value === null ? '' : unit}` : ''
        },
        ...tooltipStyle(palette),
      },
      xAxis: {
        ...valueAxis(palette, unit),
        min: rows.some((row) => Number(row.value) < 0) ? undefined : 0,
        nameLocation: 'middle' as const,
        nameGap: 26,
        nameTextStyle: { ...textStyle(palette), align: 'center' as const },
      },
      yAxis: {
        ...categoryAxis(palette, rows.map(placed)),
        inverse: true,
        // A fixed room for names: measured before the Chinese font has come, they would be cut.
        axisLabel: { ...textStyle(palette), width: nameWidth, overflow: 'truncate' as const },
      },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 16,
          data: rows.map((row) => ({
            value: drawn(row.value) ?? 0,
            itemStyle: { color: !lit || row.id === lit ? colours[0] : palette.edge },
          })),
          label: {
            show: true,
            position: 'right' as const,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              rows[dataIndex] ? shown(rows[dataIndex]) : '',
            ...textStyle(palette),
          },
        },
      ],
    }),
    [rows, lit, unit, placed, shown],
  )
  const table = useMemo(
    () => ({
      heads: [t(words.name), t(words.place), unit],
      rows: rows.map((row) => [
        row.name,
        row.place === undefined ? '—' : `${row.place}${row.tied ? '=' : ''}`,
        shown(row),
      ]),
    }),
    [rows, unit, shown, t],
  )
  return (
    <Chart
      title={`${title}${language === 'zh' ? '，' : ', '}${unit}`}
      table={table}
      draw={draw as never}
      height={rows.length * perRow + 56}
      {...(onPick && { onPick: (index: number) => rows[index] && onPick(rows[index].id) })}
    />
  )
}
