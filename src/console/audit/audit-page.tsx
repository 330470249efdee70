import { Button, Dropdown, Skeleton } from 'antd'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { Problems } from '#console/ui/problems'
import { AuditFilters } from './audit-filters'
import { exportAddress, useConditions, useEvents } from './audit-query'
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
  noneWhat: text('放宽条件，或切换上方的单位。', 'Widen the conditions, or switch the unit above.'),
}

const count = (total: number, isLeast: boolean) =>
  text(
    `${isLeast ? '至少 ' : ''}${total.toLocaleString('en')} 条`,
    `${isLeast ? 'at least ' : ''}${total.toLocaleString('en')} events`,
  )

/** `/audit`: for the audit administrator. */
export function AuditPage() {
  const { t, language } = useLanguage()
  const unit = usePlace().unit?.code
  const { conditions, setConditions } = useConditions()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useEvents(
    conditions,
    unit,
  )
  const [first] = data?.pages ?? []
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const files = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: (
      <a href={exportAddress(format, { conditions, unit, language })}>
        {format === 'xlsx' ? 'Excel' : 'CSV'}
      </a>
    ),
  }))
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about)}
        actions={
          <Dropdown menu={{ items: files }} trigger={['click']}>
            <Button>{t(words.export)}</Button>
          </Dropdown>
        }
      />
      <Stack>
        <Panel>
          <AuditFilters conditions={conditions} onChange={setConditions} />
        </Panel>
        <Panel
          flush
          extra={first && <span aria-live="polite">{t(count(first.total, first.total_is_least))}</span>}
        >
          {error && !data && <EmptyState why={wordsOf(error).message} what={wordsOf(error).remedy} />}
          {!data && !error && (
            <Skeleton active paragraph={{ rows: 8 }} title={false} className="audit-wait" />
          )}
          {data && entries.length === 0 && <EmptyState why={words.none} what={words.noneWhat} />}
          {entries.length > 0 && (
            <div
              className="audit-scroll"
              data-stale={isPlaceholderData || undefined}
              role="region"
              aria-label={t(words.title)}
              tabIndex={0}
            >
              <AuditTable entries={entries} />
            </div>
          )}
          {hasNextPage && (
            <div className="audit-more">
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t(words.earlier)}
              </Button>
            </div>
          )}
        </Panel>
      </Stack>
    </>
  )
}
