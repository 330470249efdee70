import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { period } from '#engine/period/period'
import { previousPeriod } from '#engine/period/period-steps'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { NotFoundPage } from '#console/frame/message-page'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { useRecordList, useRow } from '#console/records/record-queries'
import { GoLink, useGo } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { StateTag } from '#console/ui/state-mark'
import type { DeskReply } from '../../dispatch-contract'
import { project } from '../../records/project'
import { projectMonth } from '../../records/project-month'
import { MonthLine } from './desk-head'
import { useDesk } from './dispatch-queries'
import { dispatchWords, standingLook } from './dispatch-words'
import { MonthForm } from './month-form'
import { monthOf } from './month-of'
import '#console/records/form.css'
import './dispatch.css'
import './month.css'

const words = {
  closed: text('该月调度已冻结', 'The month is closed'),
  closedWhat: text(
    '已审定的月报请领导“允许更正”；未报的请领导重新开放该月。',
    'A leader may allow a correction, or open the month again.',
  ),
  handedIn: text('本月月报已提交', 'The report of the month has been handed in'),
  open: text('查看月报', 'Open the report'),
  returned: text('退回意见', 'Returned'),
}
const titleOf = (month: string) => text(`${month}月报`, `Report of ${month}`)

interface BodyProps {
  readonly whole: ReplyRow
  readonly desk: DeskReply
  readonly months: readonly ReplyRow[]
}

/** A closed month takes nothing but a correction that was allowed. */
const isShut = (desk: DeskReply, row: ReplyRow | undefined): boolean =>
  desk.dispatch?.state === 'closed' && row?.correction_open !== true

/** The form while the month is to be filled in; else why it is not, and where to look. */
function Body({ whole, desk, months }: BodyProps) {
  const { t } = useLanguage()
  const go = useGo()
  const row = months.find(({ month }) => month === desk.month)
  const last = months.find(({ month }) => month === previousPeriod(period(desk.month)))
  if (row && !row.may.includes('update'))
    return (
      <EmptyState why={words.handedIn}>
        <GoLink to={`/records/project-month/${row.id}`}>{t(words.open)}</GoLink>
      </EmptyState>
    )
  if (isShut(desk, row)) return <EmptyState why={words.closed} what={words.closedWhat} />
  const back = desk.rows.find((one) => one.project === whole.id)?.returned_reason
  return (
    <>
      {back && (
        <Alert
          type="warning"
          showIcon
          className="month-returned"
          title={t(words.returned)}
          description={back}
        />
      )}
      <MonthForm
        key={desk.month}
        project={whole.id}
        month={desk.month}
        row={row}
        last={last}
        onSubmitted={() => go('/dispatch', { search: { period: desk.month } })}
      />
    </>
  )
}

function Loaded({ whole }: { readonly whole: ReplyRow }) {
  const { t, period: inWords } = useLanguage()
  // The period at the top of the page and the month that is shown are one and the same.
  const { period: chosen, setPeriod } = usePlace()
  const desk = useDesk({ unit: whole.unit_id, month: monthOf(chosen) })
  const months = useRecordList(projectMonth, { project: whole.id, sort: '-month', size: '24' })
  if (desk.error && !desk.data) return <Alert type="error" showIcon title={t(wordsOf(desk.error).message)} />
  if (!desk.data || !months.data) return <Skeleton active paragraph={{ rows: 6 }} />
  const row = months.data.rows.find((one) => one.month === desk.data.month)
  const look = row && standingLook(row.state as 'draft')
  return (
    <>
      <PageHeader
        title={titleOf(inWords(desk.data.month))}
        marks={look && <StateTag {...look} />}
        about={
          <>
            <GoLink to={`/records/project/${whole.id}`} className="desk-back">
              {String(whole.name_zh)}
            </GoLink>{' '}
            ·{' '}
            <GoLink to="/dispatch" className="desk-back" search={{ period: desk.data.month }}>
              {t(dispatchWords.desk)}
            </GoLink>
          </>
        }
      />
      <MonthLine desk={desk.data} onMonth={setPeriod} />
      <Body whole={whole} desk={desk.data} months={months.data.rows} />
    </>
  )
}

/** `/dispatch/project/{id}`: a project's report of the month, made for a phone. */
export function MonthPage() {
  const { project: id = '' }: { project?: string } = useParams({ strict: false })
  const { data, error } = useRow(project, id)
  if (error && !data) {
    if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
    throw error
  }
  return data ? <Loaded key={id} whole={data.row} /> : <Skeleton active paragraph={{ rows: 6 }} />
}
