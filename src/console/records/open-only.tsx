import { Button } from 'antd'
import { closedField, type Filter } from '#engine/records/list-query'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { List } from './use-list'

const words = { open: text('只看未办结', 'Open only') }

const onlyOpen: Filter = { field: closedField, op: 'eq', values: [false] }

const isOnlyOpen = ({ field, values }: Filter) => field === closedField && values[0] === false

/** One click between everything and what is still to be done, where rows come to an end. */
export function OpenOnly({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { record, query } = list
  const ends = Object.values(record.lifecycle?.states ?? {}).some((state) => state.final)
  if (!query || !ends) return null
  const pressed = query.filters.some(isOnlyOpen)
  return (
    <Button
      aria-pressed={pressed}
      type={pressed ? 'primary' : 'default'}
      ghost={pressed}
      onClick={() => list.setFilters(closedField, pressed ? [] : [onlyOpen])}
    >
      {t(words.open)}
    </Button>
  )
}
