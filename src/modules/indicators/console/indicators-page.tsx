import { SearchOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Skeleton } from 'antd'
import { useMemo } from 'react'
import { mayCreateSomewhere } from '#engine/records/rights'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { pinyinInitials } from '#console/language/pinyin-initials'
import { useRecordList } from '#console/records/record-queries'
import { GoLink, useAddress, useGo } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { indicator } from '#modules/indicators/records/indicator'
import { faultsOf } from './dictionary/check-formula'
import { IndicatorTable } from './dictionary/indicator-table'
import { ReadProblem } from './read-problem'

const words = {
  title: text('指标字典', 'Indicators'),
  about: text(
    '每个指标的口径、单位、频度、累计、汇总与公式',
    'What each indicator means and how it comes about',
  ),
  search: text('按名称、代码或拼音首字母查找', 'Find by name or code'),
  none: text('没有符合的指标', 'No indicator fits'),
  noneWhat: text('换个说法，或清空查找。', 'Try other words, or clear the search.'),
  create: text('新建指标', 'New indicator'),
  formula: text('公式说明与检查', 'Formulas: help and check'),
  list: text('列表与导入', 'List and import'),
}
const count = (shown: number, all: number) =>
  shown === all
    ? text(`共 ${all} 个指标`, `${all} indicators`)
    : text(`${shown} / ${all} 个指标`, `${shown} of ${all}`)
const faulty = (faults: number) =>
  text(`有 ${faults} 处公式或汇总规则不能计算`, `${faults} formulas or roll-ups do not work`)

/** All indicators there are: far fewer than the largest page. */
export function useIndicators() {
  return useRecordList(indicator, { size: '500', sort: 'position,code' })
}

const fits = (row: ReplyRow, sought: string): boolean => {
  const name = typeof row.name_zh === 'string' ? row.name_zh : ''
  return [row.code, name, row.name_en, pinyinInitials(name)].some(
    (given) => typeof given === 'string' && given.toLowerCase().includes(sought),
  )
}

function Faults({ rows }: { readonly rows: readonly ReplyRow[] }) {
  const { t } = useLanguage()
  const faults = useMemo(() => faultsOf(rows), [rows])
  if (faults.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={t(faulty(faults.length))}
      description={
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>
              {fault.subject}：{t(fault.message)}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Listed({ rows }: { readonly rows: readonly ReplyRow[] }) {
  const { t } = useLanguage()
  const { search, change } = useAddress()
  const sought = (search.q ?? '').trim().toLowerCase()
  const shown = useMemo(() => (sought ? rows.filter((row) => fits(row, sought)) : rows), [rows, sought])
  return (
    <Panel flush>
      <div className="dictionary-search no-print">
        <Input
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={t(words.search)}
          aria-label={t(words.search)}
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined }, true)}
        />
        <span className="quiet" role="status">
          {t(count(shown.length, rows.length))}
        </span>
        <span className="frame-space" />
        <GoLink to="/records/indicator">{t(words.list)}</GoLink>
      </div>
      {shown.length > 0 ? (
        <IndicatorTable rows={shown} />
      ) : (
        <EmptyState why={words.none} what={words.noneWhat} />
      )}
    </Panel>
  )
}

/** `/indicators`: the dictionary of indicators, by group. */
export function IndicatorsPage() {
  const { t } = useLanguage()
  const session = useSession()
  const go = useGo()
  const { data, error } = useIndicators()
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about)}
        actions={
          <>
            <Button onClick={() => go('/indicators/formulas')}>{t(words.formula)}</Button>
            {mayCreateSomewhere(session, indicator) && (
              <Button type="primary" onClick={() => go('/records/indicator/new')}>
                {t(words.create)}
              </Button>
            )}
          </>
        }
      />
      {!data && <ReadProblem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && <Faults rows={data.rows} />}
      {data && <Listed rows={data.rows} />}
    </>
  )
}
