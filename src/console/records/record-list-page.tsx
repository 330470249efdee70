import { Alert, Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { mayCreateSomewhere } from '#engine/records/rights'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { breakpoints } from '#console/tokens/tokens'
import { useMedia } from '#console/tokens/theme'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { ColumnChoice } from './column-choice'
import { ListChips } from './list-chips'
import { ListMenu } from './list-menu'
import { ListSearch } from './list-search'
import { ListViews } from './list-views'
import { OpenOnly } from './open-only'
import { Paging } from './paging'
import { pluralLabel } from './plural-label'
import { PhoneFilters } from './phone-filters'
import { RecordCards } from './record-cards'
import { RecordTable } from './record-table'
import { useSelection, type Selection } from './selection'
import { useList, type List } from './use-list'
import './records.css'

const RowPanel = lazy(() => import('./row-panel').then((room) => ({ default: room.RowPanel })))
const ImportDialog = lazy(() => import('./import-dialog').then((room) => ({ default: room.ImportDialog })))
const BulkBar = lazy(() => import('./bulk-bar').then((room) => ({ default: room.BulkBar })))

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

function Body({ list, selection }: { readonly list: List; readonly selection: Selection }) {
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
        <RecordTable list={list} rows={rows} selection={selection} />
      )}
      <Paging list={list} />
    </>
  )
}

/** The list of any record type, made from its declaration. */
export function RecordListPage({ record }: { readonly record: RecordType }) {
  const { t } = useLanguage()
  const list = useList(record)
  const selection = useSelection()
  const [importing, setImporting] = useState(false)
  const where = record.scope === 'unit' && list.unit ? `${t(list.unit.name)} · ` : ''
  return (
    <div className="list-page" data-panel={Boolean(list.open) || undefined}>
      <PageHeader
        title={pluralLabel(record)}
        about={`${where}${t(record.about)}`}
        actions={<ListMenu list={list} onImport={() => setImporting(true)} />}
      />
      <section className="list-panel" aria-label={t(pluralLabel(record))}>
        <div className="list-tools no-print">
          <ListSearch list={list} />
          <PhoneFilters list={list} />
          <ListChips list={list} />
          <span className="frame-space" />
          <OpenOnly list={list} />
          <ListViews list={list} />
          <ColumnChoice list={list} />
        </div>
        <Body list={list} selection={selection} />
      </section>
      <Suspense fallback={null}>
        {selection.count > 0 && <BulkBar list={list} selection={selection} />}
        {list.open && <RowPanel record={record} id={list.open} onClose={() => list.setOpen(undefined)} />}
        {importing && <ImportDialog record={record} onClose={() => setImporting(false)} />}
      </Suspense>
    </div>
  )
}
