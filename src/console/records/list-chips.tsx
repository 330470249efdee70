import { CloseOutlined } from '@ant-design/icons'
import { text } from '#engine/result/result'
import type { Filter } from '#engine/records/list-query'
import { useLanguage } from '#console/language/language'
import { filterWords } from './filter-words'
import type { List } from './use-list'

const words = {
  filters: text('筛选条件', 'Filters'),
  clear: text('清除全部', 'Clear all'),
  search: text('搜索', 'Search'),
}
const drop = (chip: string, language: string) => (language === 'zh' ? `去掉：${chip}` : `Remove: ${chip}`)

function Chip({ label, onDrop }: { readonly label: string; readonly onDrop: () => void }) {
  const { language } = useLanguage()
  return (
    <li className="chip">
      <span>{label}</span>
      <button type="button" className="plain-button" aria-label={drop(label, language)} onClick={onDrop}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  )
}

/** What the list is narrowed to, in words; each chip takes its condition away. */
export function ListChips({ list }: { readonly list: List }) {
  const { t, language } = useLanguage()
  const { query } = list
  if (!query || (query.filters.length === 0 && !query.q)) return null
  const context = { language, titles: list.reply?.titles ?? {} }
  const chips = query.filters.flatMap((filter: Filter) => {
    const column = list.columns.all.find(({ name }) => name === filter.field)
    return column ? [{ filter, label: filterWords(column.field, filter, context) }] : []
  })
  const without = (gone: Filter) =>
    list.setFilters(
      gone.field,
      query.filters.filter((filter) => filter.field === gone.field && filter !== gone),
    )
  return (
    <ul className="chips" aria-label={t(words.filters)}>
      {query.q && <Chip label={`${t(words.search)} “${query.q}”`} onDrop={() => list.setSearchText('')} />}
      {chips.map(({ filter, label }) => (
        <Chip key={`${filter.field}.${filter.op}`} label={label} onDrop={() => without(filter)} />
      ))}
      <li>
        <button type="button" className="link-button" onClick={list.clear}>
          {t(words.clear)}
        </button>
      </li>
    </ul>
  )
}
