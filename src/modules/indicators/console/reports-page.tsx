import { Button, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { mayCreateSomewhere } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { report, reportLifecycle } from '#modules/indicators/records/report'
import { todayInChina } from './due-words'
import { CoverageTable } from './reports/coverage-table'
import { CreateReports } from './reports/create-reports'
import { ReportTable } from './reports/report-table'
import { WorkPanel } from './reports/to-do'
import { useOpenReports, useReports, workGroups } from './reports/report-queries'
import { ReadProblem } from './read-problem'
import '#console/records/records.css'

const words = {
  title: text('报表填报', 'Reports'),
  create: text('建立本期报表', 'Set up reports'),
  idle: text('没有待办的报表。', 'Nothing waits for you.'),
  idleWhat: text('全部报表在下方；也可切换上方的单位。', 'All reports are below; or switch the unit above.'),
  all: text('全部报表', 'All reports'),
  list: text('打开完整列表', 'Open the full list'),
  state: text('状态', 'State'),
  any: text('全部状态', 'Any state'),
  none: text('没有符合条件的报表', 'No report fits'),
  noneWhat: text('换一个状态、期间或单位看看。', 'Try another state, period or unit.'),
}
const coverageTitle = (year: string) => text(`${year}年上报与及时情况`, `Who kept the dates in ${year}`)
const standing = (unit: { zh: string; en: string }) => text(`${unit.zh}及其下级`, `${unit.en} and all below`)

function Work({ unit }: { readonly unit: string }) {
  const session = useSession()
  const { data, error } = useOpenReports(unit)
  if (error && !data) return <ReadProblem error={error} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  const groups = workGroups(data.rows, session.reach.economist !== undefined)
  if (groups.length === 0)
    return (
      <Panel>
        <EmptyState why={words.idle} what={words.idleWhat} />
      </Panel>
    )
  return (
    <>
      {groups.map((group) => (
        <WorkPanel key={group.name} group={group} titles={data.titles} />
      ))}
    </>
  )
}

function StateFilter({ value, onChange }: { value: string | undefined; onChange: (state: string) => void }) {
  const { t } = useLanguage()
  const id = useId()
  const states = Object.entries(reportLifecycle.states)
  return (
    <>
      <label htmlFor={id}>{t(words.state)}</label>
      <Select
        id={id}
        style={{ minWidth: 140 }}
        value={value ?? ''}
        options={[
          { value: '', label: t(words.any) },
          ...states.map(([name, { label }]) => ({ value: name, label: t(label) })),
        ]}
        onChange={onChange}
      />
    </>
  )
}

function AllReports({ unit, period }: { readonly unit: string; readonly period: string | undefined }) {
  const { t, period: inWords } = useLanguage()
  const { search, change } = useAddress()
  const { data, isPlaceholderData } = useReports({ unit, period, state: search.state, form: undefined })
  return (
    <Panel title={t(words.all)} flush extra={<GoLink to="/records/report">{t(words.list)}</GoLink>}>
      <div className="report-filters no-print">
        <StateFilter value={search.state} onChange={(state) => change({ state: state || undefined }, true)} />
        {period && (
          <Button size="small" onClick={() => change({ period: undefined })}>
            {inWords(period)} ×
          </Button>
        )}
      </div>
      {data?.rows.length === 0 && <EmptyState why={words.none} what={words.noneWhat} />}
      {data && data.rows.length > 0 && (
        <ReportTable caption={t(words.all)} rows={data.rows} titles={data.titles} stale={isPlaceholderData} />
      )}
    </Panel>
  )
}

/** `/reports`: what waits, who kept the dates, and every report of the unit one stands in. */
export function ReportsPage() {
  const { t } = useLanguage()
  const session = useSession()
  const { unit, period } = usePlace()
  const [creating, setCreating] = useState(false)
  const year = (period ?? todayInChina() ?? '').slice(0, 4)
  if (!unit) return null
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(standing(unit.name))}
        actions={
          mayCreateSomewhere(session, report) && (
            <Button onClick={() => setCreating(true)}>{t(words.create)}</Button>
          )
        }
      />
      <Stack>
        <Work unit={unit.code} />
        <AllReports unit={unit.code} period={period} />
        <Panel title={t(coverageTitle(year))} flush>
          <CoverageTable unit={unit.code} year={year} />
        </Panel>
      </Stack>
      {creating && <CreateReports unit={unit.code} onClose={() => setCreating(false)} />}
    </>
  )
}
