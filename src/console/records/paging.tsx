import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { List } from './use-list'

const words = {
  previous: text('上一页', 'Previous page'),
  next: text('下一页', 'Next page'),
  size: text('每页条数', 'Rows per page'),
  pages: text('翻页', 'Pages'),
}
const sizes = [20, 50, 100, 200]

const place = (from: number, to: number, total: number) =>
  text(`第 ${from}–${to} 条，共 ${total} 条`, `${from}–${to} of ${total}`)

/** Where one is in the list, and the way on; the place is in the address. */
export function Paging({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { query, reply } = list
  if (!query || !reply) return null
  const total = reply.total ?? reply.rows.length
  const from = (query.page - 1) * query.size + 1
  const to = from + reply.rows.length - 1
  const last = Math.max(1, Math.ceil(total / query.size))
  return (
    <nav className="paging" aria-label={t(words.pages)}>
      <span>{reply.rows.length > 0 && t(place(from, to, total))}</span>
      <span className="frame-space" />
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t(words.previous)}
        disabled={query.page <= 1}
        onClick={() => list.setPage(query.page - 1)}
      />
      <span>
        {query.page} / {last}
      </span>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t(words.next)}
        disabled={query.page >= last}
        onClick={() => list.setPage(query.page + 1)}
      />
      <Select
        size="small"
        aria-label={t(words.size)}
        value={query.size}
        options={[...new Set([...sizes, query.size])].map((size) => ({ value: size, label: String(size) }))}
        onChange={list.setSize}
      />
    </nav>
  )
}
