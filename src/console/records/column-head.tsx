import { CaretDownOutlined, CaretUpOutlined, FilterFilled, FilterOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useRef, useState, type PointerEvent } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { isNumeric, type Column } from './columns'
import { labelWords } from './field-words'
import { FilterEditor } from './filter-editor'
import type { List } from './use-list'

const filterName = (label: { zh: string; en: string }) => text(`筛选${label.zh}`, `Filter ${label.en}`)
const narrowest = 64

interface ColumnHeadProps {
  readonly list: List
  readonly column: Column
  readonly width: number
}

/** Dragging the edge of a head sets the width of its column. */
function Edge({ list, column, width }: ColumnHeadProps) {
  const from = useRef<{ x: number; width: number }>(undefined)
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  const move = (event: PointerEvent) => {
    if (!from.current) return
    list.columns.setWidth(
      column.name,
      Math.max(narrowest, from.current.width + event.clientX - from.current.x),
    )
  }
  return (
    <span
      className="head-edge"
      aria-hidden="true"
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => (from.current = undefined)}
    />
  )
}

function FilterButton({ list, column }: Omit<ColumnHeadProps, 'width'>) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const filters = (list.query?.filters ?? []).filter((filter) => filter.field === column.name)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <FilterEditor
          column={column}
          filters={filters}
          onApply={(next) => {
            setOpen(false)
            list.setFilters(column.name, next)
          }}
        />
      }
    >
      <button
        type="button"
        className="head-filter plain-button"
        data-on={filters.length > 0 || undefined}
        aria-label={t(filterName(column.field.label))}
        aria-expanded={open}
      >
        {filters.length > 0 ? <FilterFilled /> : <FilterOutlined />}
      </button>
    </Popover>
  )
}

/** What is encrypted at rest can be neither sorted nor filtered. */
const isSealed = (field: Column['field']): boolean => field.kind === 'text' && field.sealed === true

/** Which way the list is sorted by this column first, if it is. */
function orderOf(list: List, column: Column): 'ascending' | 'descending' | undefined {
  const key = list.query?.sort[0]
  if (key?.field !== column.name) return undefined
  return key.descending ? 'descending' : 'ascending'
}

/** The head of a column: name and unit, order by a click, filter, width. */
export function ColumnHead({ list, column, width }: ColumnHeadProps) {
  const { language } = useLanguage()
  const order = orderOf(list, column)
  const sealed = isSealed(column.field)
  return (
    <th
      scope="col"
      className={isNumeric(column.field) ? 'numeric' : undefined}
      {...(order && { 'aria-sort': order })}
    >
      <div className="head">
        <button
          type="button"
          className="head-sort plain-button"
          disabled={sealed || column.field.kind === 'references'}
          onClick={() => list.sortBy(column.name)}
        >
          {order === 'ascending' && <CaretUpOutlined aria-hidden="true" />}
          {order === 'descending' && <CaretDownOutlined aria-hidden="true" />}
          {labelWords(column.field, language)}
        </button>
        {column.name !== 'unit_id' && !sealed && <FilterButton list={list} column={column} />}
      </div>
      <Edge list={list} column={column} width={width} />
    </th>
  )
}
