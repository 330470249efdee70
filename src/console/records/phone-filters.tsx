import { FilterOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { breakpoints } from '#console/tokens/tokens'
import { useMedia } from '#console/tokens/theme'
import type { Column } from './columns'
import { labelWords } from './field-words'
import { FilterEditor } from './filter-editor'
import { filterWords } from './filter-words'
import type { List } from './use-list'

const words = {
  title: text('筛选与排序', 'Filter and order'),
  back: text('返回各项', 'Back to the fields'),
  order: text('排序', 'Order'),
  usual: text('默认排序', 'The usual order'),
  up: text('升序', 'ascending'),
  down: text('降序', 'descending'),
}

/** Every order a column can give, as one choice. */
function Order({ list }: { readonly list: List }) {
  const { t, language } = useLanguage()
  const key = list.query?.sort[0]
  const now = key ? `${key.descending ? '-' : ''}${key.field}` : ''
  const orders = list.columns.all
    .filter(({ field }) => field.kind !== 'references')
    .flatMap(({ name, field }) =>
      [false, true].map((descending) => ({
        value: `${descending ? '-' : ''}${name}`,
        label: `${labelWords(field, language)} · ${t(descending ? words.down : words.up)}`,
      })),
    )
  return (
    <label className="phone-order">
      <span>{t(words.order)}</span>
      <Select
        value={orders.some(({ value }) => value === now) ? now : null}
        placeholder={t(words.usual)}
        options={orders}
        onChange={(next: string) =>
          list.setSort([{ field: next.replace(/^-/, ''), descending: next.startsWith('-') }])
        }
      />
    </label>
  )
}

interface FieldsProps {
  readonly list: List
  readonly onChoose: (column: Column) => void
}

/** The fields one can filter by, each with what it is filtered to now. */
function Fields({ list, onChoose }: FieldsProps) {
  const { t, language } = useLanguage()
  const context = { language, titles: list.reply?.titles ?? {} }
  const columns = list.columns.all.filter(({ name }) => name !== 'unit_id')
  return (
    <ul className="phone-fields">
      {columns.map((column) => {
        const filters = (list.query?.filters ?? []).filter(({ field }) => field === column.name)
        return (
          <li key={column.name}>
            <button type="button" className="plain-button" onClick={() => onChoose(column)}>
              <span>
                {t(column.field.label)}
                {filters.map((filter) => (
                  <small key={filter.op}>{filterWords(column.field, filter, context)}</small>
                ))}
              </span>
              <RightOutlined aria-hidden="true" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function FieldFilter({ list, column, onDone }: { list: List; column: Column; onDone: () => void }) {
  const filters = (list.query?.filters ?? []).filter(({ field }) => field === column.name)
  return (
    <FilterEditor
      column={column}
      filters={filters}
      onApply={(next) => {
        onDone()
        list.setFilters(column.name, next)
      }}
    />
  )
}

interface PhoneFiltersProps {
  readonly list: List
  /** On a desk too, where a page shows its rows without heads. */
  readonly always?: boolean
}

/** How the sheet comes: from below on a phone, from the side on a desk. */
function useSheet(always: boolean, isField: boolean) {
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  if (always && !phone) return { placement: 'right', size: 400 } as const
  return { placement: 'bottom', size: isField ? 'auto' : '82vh' } as const
}

/** What the heads of a table offer on a desk, as a sheet from below on a phone. */
export function PhoneFilters({ list, always = false }: PhoneFiltersProps) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const [column, setColumn] = useState<Column>()
  const close = () => {
    setOpen(false)
    setColumn(undefined)
  }
  const count = list.query?.filters.length ?? 0
  const sheet = useSheet(always, column !== undefined)
  return (
    <>
      <Button
        {...(!always && { className: 'narrow-only' })}
        icon={<FilterOutlined aria-hidden="true" />}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {t(words.title)}
        {count > 0 && ` (${count})`}
      </Button>
      <Drawer
        open={open}
        {...sheet}
        className="phone-sheet"
        title={t(column ? column.field.label : words.title)}
        extra={
          column && (
            <Button
              type="text"
              icon={<LeftOutlined aria-hidden="true" />}
              onClick={() => setColumn(undefined)}
            >
              {t(words.back)}
            </Button>
          )
        }
        onClose={close}
        destroyOnHidden
      >
        {column ? (
          <FieldFilter list={list} column={column} onDone={close} />
        ) : (
          <>
            <Order list={list} />
            <Fields list={list} onChoose={setColumn} />
          </>
        )}
      </Drawer>
    </>
  )
}
