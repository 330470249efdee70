import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { mayCreateSomewhere } from '#engine/records/rights'
import type { ListGroup } from '#engine/records/reply'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { breakpoints } from '#console/tokens/tokens'
import { useMedia } from '#console/tokens/theme'
import { EmptyState } from '#console/ui/empty-state'
import { Paging } from './paging'
import { pluralLabel } from './plural-label'
import { RecordCards } from './record-cards'
import { RecordTable } from './record-table'
import type { Selection } from './selection'
import type { List } from './use-list'

const words = {
  clear: text('清除筛选', 'Clear the filters'),
  retry: text('重试', 'Try again'),
  badAddress: text('地址中的筛选条件无法识别', 'The address holds a filter that cannot be read'),
}

const emptyWords = (record: RecordType) => ({
  filtered: text(
    `没有符合条件的${record.label.zh}`,
    `No ${pluralLabel(record).en.toLowerCase()} fit these conditions`,
  ),
  filteredWhat: text(
    '放宽或清除筛选，或切换上方的单位。',
    'Loosen or clear the filters, or switch the unit above.',
  ),
  none: text(
    `当前单位还没有${record.label.zh}`,
    `No ${pluralLabel(record).en.toLowerCase()} in this unit yet`,
  ),
  shared: text(`还没有${record.label.zh}`, `No ${pluralLabel(record).en.toLowerCase()} yet`),
  create: text(
    `${record.about.zh}。点右上角新建一条，或下载模板后从 Excel 批量导入。`,
    `${record.about.en}. Create one above, or import many from Excel.`,
  ),
  wait: text(
    `${record.about.zh}。可切换上方的单位查看其他单位。`,
    `${record.about.en}. Switch the unit above to look elsewhere.`,
  ),
})

function Empty({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const session = useSession()
  const says = emptyWords(list.record)
  const { query } = list
  if (query && (query.filters.length > 0 || query.q || query.page > 1))
    return (
      <EmptyState why={says.filtered} what={says.filteredWhat}>
        <Button onClick={list.clear}>{t(words.clear)}</Button>
      </EmptyState>
    )
  const what = mayCreateSomewhere(session, list.record) ? says.create : says.wait
  return <EmptyState why={list.record.scope === 'unit' ? says.none : says.shared} what={what} />
}

function Refusal({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const ways = (
    <Button size="small" onClick={list.error ? list.retry : list.clear}>
      {t(list.error ? words.retry : words.clear)}
    </Button>
  )
  if (list.problems.length > 0)
    return (
      <Alert
        type="warning"
        title={t(words.badAddress)}
        description={list.problems.map((problem) => `${problem.field}：${t(problem.says)}`).join('；')}
        action={ways}
      />
    )
  const { message, remedy } = wordsOf(list.error)
  return <Alert type="error" title={t(message)} description={t(remedy)} action={ways} />
}

interface ListBodyProps {
  readonly list: List
  readonly selection: Selection
  /** What a page adds to the head of a group. */
  readonly groupNote?: ((group: ListGroup) => ReactNode) | undefined
}

/** The rows of a list as they stand: as a table, as cards on a phone; why there are none, or what cannot be read. */
export function ListBody({ list, selection, groupNote }: ListBodyProps) {
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  if (list.problems.length > 0 || (list.error && !list.reply)) return <Refusal list={list} />
  if (!list.reply) return <Skeleton className="list-wait" active title={false} paragraph={{ rows: 10 }} />
  if (list.reply.rows.length === 0) return <Empty list={list} />
  const { rows } = list.reply
  return (
    <>
      {phone ? (
        <RecordCards list={list} rows={rows} />
      ) : (
        <RecordTable list={list} rows={rows} selection={selection} groupNote={groupNote} />
      )}
      {(phone || !list.reply.groups) && <Paging list={list} />}
    </>
  )
}
