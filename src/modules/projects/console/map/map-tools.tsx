import { AppstoreOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useAddress } from '#console/router/go'

const words = {
  drawing: text('画法', 'Drawing'),
  asTable: text('看表格', 'As a table'),
  asMap: text('看图', 'As a map'),
}

export const drawings = ['schematic', 'coordinates'] as const
export type Drawing = (typeof drawings)[number]

const drawingWords = {
  schematic: text('示意', 'Schematic'),
  coordinates: text('按经纬度', 'By coordinates'),
} satisfies Record<Drawing, unknown>

/** How the map is drawn, as the address says; schematic where it says nothing. */
export function useDrawing(): Drawing {
  const { search } = useAddress()
  return drawings.find((name) => name === search.map) ?? 'schematic'
}

interface ToolsProps {
  readonly asTable: boolean
  readonly onTable: (asTable: boolean) => void
  /** What the map shows, in a line. */
  readonly children: ReactNode
}

/** Above the map: what it shows, how it is drawn, and the table one click away. */
export function MapTools({ asTable, onTable, children }: ToolsProps) {
  const { t } = useLanguage()
  const { change } = useAddress()
  return (
    <div className="portfolio-tools map-tools">
      <span className="quiet">{children}</span>
      <span className="frame-space" />
      <Segmented<Drawing>
        aria-label={t(words.drawing)}
        size="small"
        value={useDrawing()}
        options={drawings.map((value) => ({ value, label: t(drawingWords[value]) }))}
        onChange={(value) => change({ map: value === 'schematic' ? undefined : value }, true)}
      />
      <Button
        type="text"
        size="small"
        icon={asTable ? <AppstoreOutlined aria-hidden="true" /> : <TableOutlined aria-hidden="true" />}
        onClick={() => onTable(!asTable)}
      >
        {t(asTable ? words.asMap : words.asTable)}
      </Button>
    </div>
  )
}
