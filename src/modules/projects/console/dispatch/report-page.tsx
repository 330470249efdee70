import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Stack } from '#console/ui/layout'
import { PageHeader } from '#console/ui/page-header'
import { SampleMark } from '#console/ui/sample-mark'
import { StateTag } from '#console/ui/state-mark'
import type { DispatchReport } from '../../dispatch-contract'
import { change, moneyNumber, nothingKept } from '../../domain/dispatch/figure-words'
import { dispatch } from '../../records/dispatch'
import { reportAddress, useReport } from './dispatch-queries'
import { dispatchWords } from './dispatch-words'
import { monthOf } from './month-of'
import { NoZone } from './no-zone'
import { FiguresOf } from './report-figure'
import { BlockerSection, CorrectionSection, NextSection, RedSection } from './report-matters'
import {
  CategorySection,
  ComparisonSection,
  MovementSection,
  OverviewSection,
  ParkSection,
} from './report-sections'
import './dispatch.css'
import './report.css'

const words = {
  print: text('打印', 'Print'),
  asOf: text('数据截至', 'As of'),
}
const titleOf = (report: DispatchReport, month: string) =>
  text(
    `${report.unit_name.zh}${month}重大项目调度报告`,
    `${report.unit_name.en}: dispatch report of ${month}`,
  )

const sinceClosing = (before: string | null, now: string | null) =>
  text(
    `冻结时本月完成投资 ${moneyNumber(before)} 亿元，更正后为 ${moneyNumber(now)} 亿元。`,
    `When it was closed ${moneyNumber(before)} was invested in the month; after corrections it is ${moneyNumber(now)}.`,
  )

/** A closed month whose figure has moved since says so, beside what was kept. */
function SinceClosing({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const { invested_then: then, figures } = report
  const moved = change(figures.invested_month, { ...figures.invested_month, value: then })
  if (moved === null || Number(moved) === 0) return null
  return <Alert type="warning" showIcon title={t(sinceClosing(then, figures.invested_month.value))} />
}

/** Months that were closed before anything was kept are read from the rows as they are. */
function NothingKept({ report }: { readonly report: DispatchReport }) {
  const { t } = useLanguage()
  const isMissing = report.dispatch?.state === 'closed' && !report.as_kept
  return isMissing ? <Alert type="info" showIcon title={t(nothingKept)} /> : null
}

function Report({ report }: { readonly report: DispatchReport }) {
  return (
    <FiguresOf report={report}>
      <Stack>
        <NothingKept report={report} />
        <SinceClosing report={report} />
        <OverviewSection report={report} />
        <MovementSection report={report} />
        <ParkSection report={report} />
        <CategorySection report={report} />
        <ComparisonSection report={report} />
        <RedSection report={report} />
        <BlockerSection report={report} />
        <NextSection report={report} />
        <CorrectionSection report={report} />
      </Stack>
    </FiguresOf>
  )
}

function Loaded({ unit }: { readonly unit: string }) {
  const { t, language, period: inWords } = useLanguage()
  const { period } = usePlace()
  const { data, error, isPlaceholderData } = useReport({ unit, month: monthOf(period) })
  if (error && !data) return <Alert type="error" showIcon title={t(wordsOf(error).message)} />
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />
  const { state } = data.dispatch ?? {}
  return (
    <div data-stale={isPlaceholderData || undefined} className="desk">
      <PageHeader
        title={titleOf(data, inWords(data.month))}
        marks={
          <>
            {state && <StateTag {...dispatch.lifecycle.states[state]} />} {data.sample && <SampleMark />}
          </>
        }
        about={
          <>
            {t(words.asOf)} {data.as_of} ·{' '}
            <GoLink to="/dispatch" className="desk-back" search={{ period: data.month }}>
              {t(dispatchWords.desk)}
            </GoLink>
          </>
        }
        actions={
          <>
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
              {t(words.print)}
            </Button>
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden="true" />}
              href={reportAddress({ unit, month: data.month }, language)}
            >
              {t(dispatchWords.word)}
            </Button>
          </>
        }
      />
      <Report report={data} />
    </div>
  )
}

/** `/dispatch/report`: the month's report, every figure with the projects behind it. */
export function ReportPage() {
  const { unit } = usePlace()
  return unit && unit.kind !== 'system' ? <Loaded key={unit.code} unit={unit.code} /> : <NoZone />
}
