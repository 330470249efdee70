import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { List } from './use-list'

const pause = 300

const searchName = (label: { zh: string; en: string }) =>
  text(`搜索${label.zh}，可用拼音首字母`, `Search ${label.en.toLowerCase()}`)

/** The search box of a list; asks after a short pause, so that every letter is not a request. */
export function ListSearch({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const asked = list.query?.q ?? ''
  const [typed, setTyped] = useState(asked)
  const [seen, setSeen] = useState(asked)
  if (seen !== asked) {
    setSeen(asked)
    setTyped(asked)
  }
  const ask = useEffectEvent(() => {
    if (typed.trim() !== asked) list.setSearchText(typed.trim())
  })
  useEffect(() => {
    const timer = setTimeout(() => ask(), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const name = t(searchName(list.record.label))
  return (
    <Input
      className="list-search"
      type="search"
      allowClear
      aria-label={name}
      placeholder={name}
      prefix={<SearchOutlined aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
