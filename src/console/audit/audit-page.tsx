import { Button, Dropdown, Skeleton } from 'antd'
import type { AuditReply } from '#engine/ledger/audit-entry'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { usePlace } from '#console/frame/place'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { AuditFilters } from './audit-filters'
import { type Conditions, exportAddress, useConditions, useEvents } from './audit-query'
import { AuditTable } from './audit-table'
import './audit.css'

const words = {
  title: text('审计记录', 'Audit'),
  about: text(
    '每次登录、变更与被拒的访问；只增不改，按批封签，可核验。',
    'Every sign-in, change and refused access: never altered, sealed in batches, verifiable.',
  ),
  export: text('导出', 'Export'),
  earlier: text('更早的记录', 'Earlier events'),
  none: text('没有符合条件的记录', 'No event fits'),
  notYours: text('只有审计管理员可以查看审计记录。', 'Only the audit administrator reads the audit.'),
  noneWhat: text('放宽条件，或切换上方的单位。', 'Widen the conditions, or switch the unit above.'),
}

const count = (total: number, isLeast: boolean) =>
  text(
    `${isLeast ? '至少 ' : ''}${total.toLocaleString('en')} 条`,
    `${isLeast ? 'at least ' : ''}${total.toLocaleString('en')} events`,
  )

function ExportButton(given: { readonly conditions: Conditions; readonly unit: string | undefined }) {
  const { t, language } = useLanguage()
  const items = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: <a href={exportAddress(format, { ...given, language })}>{format === 'xlsx' ? 'Excel' : 'CSV'}</a>,
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>{t(words.export)}</Button>
    </Dropdown>
  )
}

function Entries({ pages, isStale }: { readonly pages: readonly AuditReply[]; readonly isStale: boolean }) {
  const { t } = useLanguage()
  const entries = pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyState why={words.none} what={words.noneWhat} />
  return (
    <div
      className="audit-scroll"
      data-stale={isStale || undefined}
      role="region"
      aria-label={t(words.title)}
      tabIndex={0}
    >
      <AuditTable entries={entries} />
    </div>
  )
}

function Results({ events }: { readonly events: ReturnType<typeof useEvents> }) {
  const { t } = useLanguage()
  const { data, error } = events
  if (data) return <Entries pages={data.pages} isStale={events.isPlaceholderData} />
  if (error) return <EmptyState why={wordsOf(error).message} what={wordsOf(error).remedy} />
  return (
    <div aria-label={t(words.title)}>
      <Skeleton active paragraph={{ rows: 8 }} title={false} className="audit-wait" />
    </div>
  )
}

/** `/audit`: for the audit administrator; whoever else comes by an address is told whose page it is. */
export function AuditPage() {
  const { t } = useLanguage()
  const { reach } = useSession()
  if ((reach.audit_admin?.length ?? 0) > 0) return <AuditDesk />
  return (
    <>
      <PageHeader title={words.title} about={t(words.about)} />
      <EmptyState why={words.notYours} />
    </>
  )
}

function AuditDesk() {
  const { t } = useLanguage()
  const unit = usePlace().unit?.code
  const { conditions, setConditions } = useConditions()
  const events = useEvents(conditions, unit)
  const first = events.data?.pages[0]
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about)}
        actions={<ExportButton conditions={conditions} unit={unit} />}
      />
      <Stack>
        <Panel>
          <AuditFilters conditions={conditions} onChange={setConditions} />
        </Panel>
        <Panel
          flush
          extra={first && <span aria-live="polite">{t(count(first.total, first.total_is_least))}</span>}
        >
          <Results events={events} />
          {events.hasNextPage && (
            <div className="audit-more">
              <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
                {t(words.earlier)}
              </Button>
            </div>
          )}
        </Panel>
      </Stack>
    </>
  )
}
