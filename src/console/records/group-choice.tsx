import { Select } from 'antd'
import { isGroupable } from '#engine/records/list-group'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { List } from './use-list'

const words = {
  group: text('分组', 'Group by'),
  none: text('不分组', 'No groups'),
}

const chosenWords = (label: Text) => text(`分组：${label.zh}`, `Group: ${label.en}`)

/** By which field the rows are grouped; the choice is in the address, like every other part of the list. */
export function GroupChoice({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { record, query, columns } = list
  const groupable = columns.all.filter(({ name }) => isGroupable(record, name))
  if (!query || groupable.length === 0) return null
  const chosen = groupable.find(({ name }) => name === query.group)
  const none = { value: '', label: t(words.none) }
  return (
    <Select
      className="wide-only group-choice"
      aria-label={t(words.group)}
      value={query.group ?? ''}
      options={[none, ...groupable.map(({ name, field }) => ({ value: name, label: t(field.label) }))]}
      labelRender={({ value }) => (chosen && value ? t(chosenWords(chosen.field.label)) : t(words.group))}
      popupMatchSelectWidth={false}
      onChange={(name: string) => list.setGroup(name || undefined)}
    />
  )
}
