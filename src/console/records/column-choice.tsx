import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { Column } from './columns'
import type { List } from './use-list'

const words = {
  columns: text('列', 'Columns'),
  reset: text('恢复默认', 'Reset'),
}
const up = (label: Text) => text(`${label.zh}前移`, `Move ${label.en} forward`)
const down = (label: Text) => text(`${label.zh}后移`, `Move ${label.en} back`)

function moved(names: readonly string[], from: number, step: number): string[] {
  const next = [...names]
  const [name] = next.splice(from, 1)
  if (name) next.splice(from + step, 0, name)
  return next
}

function Choices({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { all, shown, setNames } = list.columns
  const names = shown.map((column) => column.name)
  const rest = all.filter((column) => !names.includes(column.name))
  const toggle = (column: Column, on: boolean) =>
    setNames(on ? [...names, column.name] : names.filter((name) => name !== column.name))
  return (
    <div className="column-choice">
      <ul>
        {[...shown, ...rest].map((column, index) => (
          <li key={column.name}>
            <Checkbox
              checked={index < shown.length}
              disabled={column.name === list.record.title}
              onChange={(event) => toggle(column, event.target.checked)}
            >
              {t(column.field.label)}
            </Checkbox>
            {index < shown.length && (
              <span className="column-moves">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={index === 0}
                  aria-label={t(up(column.field.label))}
                  onClick={() => setNames(moved(names, index, -1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  disabled={index === shown.length - 1}
                  aria-label={t(down(column.field.label))}
                  onClick={() => setNames(moved(names, index, 1))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => setNames(null)}>
        {t(words.reset)}
      </Button>
    </div>
  )
}

/** Which columns are shown and in which order; kept for the person. */
export function ColumnChoice({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<Choices list={list} />}
      destroyOnHidden
    >
      <Button icon={<TableOutlined aria-hidden="true" />} className="wide-only">
        {t(words.columns)}
      </Button>
    </Popover>
  )
}
