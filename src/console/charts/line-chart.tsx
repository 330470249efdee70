import { useCallback, useMemo } from 'react'
import { findUnit } from '#engine/quantity/unit'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Chart, type ChartInk } from './chart'
import { categoryAxis, drawn, textStyle, tooltipStyle, valueAxis } from './axis-style'

export interface LinePoint {
  /** Period id. */
  readonly period: string
  readonly value: string | null
  readonly target?: string | null
  readonly lastYear?: string | null
}

interface LineChartProps {
  /** What the line is: the indicator's name. Period and unit are added. */
  readonly name: string
  /** Unit of measure, by code or Chinese name. */
  readonly measure: string
  readonly points: readonly LinePoint[]
  readonly height?: number
}

const words = {
  actual: text('实际', 'Actual'),
  target: text('目标', 'Target'),
  lastYear: text('上年同期', 'Last year'),
  period: text('期间', 'Period'),
}

interface Series {
  readonly name: string
  readonly values: readonly (string | null)[]
  readonly look: 'main' | 'target' | 'last'
}

function seriesOption({ name, values, look }: Series, { palette, colours }: ChartInk) {
  const colour = {
    main: colours[0] ?? palette.brand,
    target: colours[2] ?? palette.watch,
    last: palette.edge,
  }[look]
  return {
    type: 'line' as const,
    name,
    data: values.map(drawn),
    symbol: look === 'main' ? 'circle' : 'none',
    symbolSize: 5,
    connectNulls: false,
    lineStyle: {
      color: colour,
      width: look === 'main' ? 2.5 : 1.5,
      type: look === 'target' ? ('dashed' as const) : ('solid' as const),
    },
    itemStyle: { color: colour },
    endLabel: { show: true, formatter: name, ...textStyle(palette), color: palette.text2 },
    labelLayout: { moveOverlap: 'shiftY' as const },
  }
}

/** A figure over time, with its target and the same time last year; labels stand at the lines' ends. */
export function LineChart({ name, measure, points, height = 280 }: LineChartProps) {
  const { t, language, period, number } = useLanguage()
  const unit = findUnit(measure)?.[language] ?? measure
  const names = useMemo(() => points.map((point) => period(point.period)), [points, period])
  const series = useMemo((): Series[] => {
    const all: Series[] = [
      { name: t(words.actual), values: points.map((point) => point.value), look: 'main' },
      { name: t(words.target), values: points.map((point) => point.target ?? null), look: 'target' },
      { name: t(words.lastYear), values: points.map((point) => point.lastYear ?? null), look: 'last' },
    ]
    return all.filter(({ look, values }) => look === 'main' || values.some((value) => value !== null))
  }, [points, t])
  const draw = useCallback(
    (ink: ChartInk) => ({
      animation: false,
      textStyle: textStyle(ink.palette),
      grid: { left: 8, right: 84, top: 36, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis' as const,
        valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} ${unit}` : '—'),
        ...tooltipStyle(ink.palette),
      },
      xAxis: { ...categoryAxis(ink.palette, names), boundaryGap: false },
      yAxis: { ...valueAxis(ink.palette, unit), scale: true },
      series: series.map((one) => seriesOption(one, ink)),
    }),
    [names, series, unit, number],
  )
  const span = names.length > 1 ? `${names[0]}–${names.at(-1)}` : (names[0] ?? '')
  const comma = language === 'zh' ? '，' : ', '
  const table = {
    heads: [
      t(words.period),
      ...series.map((one) => (language === 'zh' ? `${one.name}（${unit}）` : `${one.name} (${unit})`)),
    ],
    rows: names.map((label, index) => [
      label,
      ...series.map(({ values }) => (values[index] == null ? '—' : number(values[index]))),
    ]),
  }
  return (
    <Chart title={[name, span, unit].filter(Boolean).join(comma)} table={table} draw={draw} height={height} />
  )
}
