import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts/types/dist/shared'
import { useEffect, useEffectEvent, useRef } from 'react'

register([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

export interface ChartHandle {
  /** The chart as a PNG data address, on this ground. */
  readonly picture: (ground: string) => string
}

interface ChartCanvasProps {
  readonly option: EChartsOption
  readonly height: number
  readonly label: string
  readonly onReady: (handle: ChartHandle) => void
  /** Called with the index of the point or bar that was touched. */
  readonly onPick?: ((index: number) => void) | undefined
}

/** Redraws at a change of size, and once the Chinese font has come: a canvas does not do so by itself. */
function watch(chart: EChartsType, room: HTMLElement): () => void {
  const resize = () => chart.resize()
  const observer = new ResizeObserver(resize)
  observer.observe(room)
  document.fonts.addEventListener('loadingdone', resize)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', resize)
    chart.dispose()
  }
}

/** The drawing itself; in a chunk of its own, loaded when the first chart is needed. */
export function ChartCanvas({ option, height, label, onReady, onPick }: ChartCanvasProps) {
  const room = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useEffectEvent((index: number) => onPick?.(index))
  const ready = useEffectEvent(onReady)
  useEffect(() => {
    if (!room.current) return undefined
    const drawn = init(room.current)
    chart.current = drawn
    drawn.on('click', (event) => pick(event.dataIndex))
    ready({
      picture: (ground) => drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: ground }),
    })
    return watch(drawn, room.current)
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return <div ref={room} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
