import { DownloadOutlined, LineChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { EChartsOption } from 'echarts/types/dist/shared'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useTheme } from '#console/tokens/theme'
import { chartColours, type Palette } from '#console/tokens/tokens'
import type { ChartHandle } from './chart-canvas'
import './chart.css'

const ChartCanvas = lazy(() => import('./chart-canvas').then((room) => ({ default: room.ChartCanvas })))

const words = {
  table: text('看表格', 'As a table'),
  chart: text('看图', 'As a chart'),
  picture: text('存为图片', 'Save as picture'),
  sheet: text('存为表格', 'Save as sheet'),
}

/** The same numbers as the chart, as a table: for those who read, copy or cannot see the picture. */
export interface ChartTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ChartInk {
  readonly palette: Palette
  readonly colours: readonly string[]
}

export interface ChartProps {
  /** Says what the chart shows: 地区生产总值，2020–2021年，亿元. */
  readonly title: string
  readonly table: ChartTable
  /** The drawing, in the colours of the theme; keep it stable with useCallback. */
  readonly draw: (ink: ChartInk) => EChartsOption
  readonly height?: number
  readonly onPick?: (index: number) => void
}

function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

/** A byte-order mark makes Excel read the Chinese of a CSV rightly. */
function sheetAddress({ heads, rows }: ChartTable): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""').replace(/^([=+@])/, "'$1")}"`
  const lines = [heads, ...rows].map((line) => line.map(quoted).join(','))
  return URL.createObjectURL(new Blob(['\uFEFF', lines.join('\r\n')], { type: 'text/csv' }))
}

function TableView({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <div className="chart-table" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th key={head} scope="col" className={index > 0 ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, index) => (
                <td key={index} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A chart with its title, its table one click away, and ways to take it along. */
export function Chart({ title, table, draw, height = 280, onPick }: ChartProps) {
  const { t } = useLanguage()
  const { mode, palette } = useTheme()
  const [asTable, setAsTable] = useState(false)
  const handle = useRef<ChartHandle>(undefined)
  const option = useMemo(() => draw({ palette, colours: chartColours[mode] }), [draw, palette, mode])
  const savePicture = () => handle.current && save(handle.current.picture(palette.panel), `${title}.png`)
  return (
    <figure className="chart">
      <figcaption>
        <span>{title}</span>
        <span className="chart-ways no-print">
          <Button
            type="text"
            size="small"
            icon={asTable ? <LineChartOutlined /> : <TableOutlined />}
            aria-label={`${t(asTable ? words.chart : words.table)}：${title}`}
            title={t(asTable ? words.chart : words.table)}
            onClick={() => setAsTable(!asTable)}
          />
          <Button
            type="text"
            size="small"
            icon={<DownloadOutlined />}
            aria-label={`${t(asTable ? words.sheet : words.picture)}：${title}`}
            title={t(asTable ? words.sheet : words.picture)}
            onClick={() => (asTable ? save(sheetAddress(table), `${title}.csv`) : savePicture())}
          />
        </span>
      </figcaption>
      {asTable ? (
        <TableView title={title} table={table} />
      ) : (
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
          <ChartCanvas
            option={option}
            height={height}
            label={title}
            onReady={(ready) => (handle.current = ready)}
            onPick={onPick}
          />
        </Suspense>
      )}
    </figure>
  )
}
