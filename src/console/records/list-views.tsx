import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { ListQuery } from '#engine/records/list-query'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { usePreference } from '#console/preferences/preferences'
import type { List } from './use-list'

const words = {
  views: text('视图', 'Views'),
  none: text('还没有保存的视图', 'No saved views yet'),
  name: text('把当前筛选、排序、分组和列保存为', 'Save the present filters, order, groups and columns as'),
  save: text('保存', 'Save'),
}
const removeName = (name: string) => text(`删除视图 ${name}`, `Delete the view ${name}`)
const longest = 40

interface View {
  readonly name: string
  readonly query: Partial<ListQuery>
  /** Columns shown, in order; null: the usual ones. */
  readonly columns?: readonly string[] | null
}

function SaveView({ onSave }: { readonly onSave: (name: string) => void }) {
  const { t } = useLanguage()
  const id = useId()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onSave(name.trim())
    setName('')
  }
  return (
    <form className="view-save" onSubmit={submit}>
      <label htmlFor={id}>{t(words.name)}</label>
      <Input id={id} maxLength={longest} value={name} onChange={(event) => setName(event.target.value)} />
      <Button htmlType="submit" disabled={!name.trim()}>
        {t(words.save)}
      </Button>
    </form>
  )
}

const noViews: readonly View[] = []

/** Filters, search, order and columns under a name of one's own; kept for the person. */
export function ListViews({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const [views, setViews] = usePreference<readonly View[]>(
    `views.${list.record.name}`,
    noViews,
    Array.isArray,
  )
  const [open, setOpen] = useState(false)
  const save = (name: string) => {
    if (!list.query) return
    const { filters, sort, q, size, group } = list.query
    const query = { filters, sort, size, ...(q && { q }), ...(group && { group }) }
    setViews([...views.filter((view) => view.name !== name), { name, query, columns: list.columns.names }])
  }
  const show = (view: View) => {
    setOpen(false)
    if (view.columns !== undefined) list.columns.setNames(view.columns)
    list.show(view.query)
  }
  const content = (
    <div className="column-choice">
      {views.length === 0 && <p className="quiet">{t(words.none)}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className="link-button" onClick={() => show(view)}>
              {view.name}
            </button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t(removeName(view.name))}
              onClick={() => setViews(views.filter(({ name }) => name !== view.name))}
            />
          </li>
        ))}
      </ul>
      <SaveView onSave={save} />
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={content}
      destroyOnHidden
    >
      <Button icon={<StarOutlined aria-hidden="true" />}>{t(words.views)}</Button>
    </Popover>
  )
}
