import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { StateTag } from '#console/ui/state-mark'
import type { DeskReply, DeskRow } from '../../dispatch-contract'
import { useDesk } from './dispatch-queries'
import { standingLook } from './dispatch-words'
import './dispatch.css'

const words = {
  report: text('填报月报', 'Report the month'),
  open: text('查看月报', 'Open the report'),
  due: text('报送截止', 'Due'),
}
const titleOf = (month: string) => text(`${month}调度`, `Dispatch of ${month}`)

/** Whether the reader may fill in the report as it stands. */
function mayFillIn(desk: DeskReply, own: DeskRow): boolean {
  if (desk.dispatch?.state === 'closed') return false
  return own.report === null ? desk.may_report : own.may.includes('update')
}

/** On a project's page: how its report of the month stands, and the way to it. Nothing where none is due. */
export function MonthPanel({ row }: { readonly row: ReplyRow }) {
  const { t, date, period } = useLanguage()
  const { data } = useDesk({ unit: row.unit_id, month: undefined })
  const own = data?.rows.find(({ project }) => project === row.id)
  if (!data || !own) return null
  const mayFill = mayFillIn(data, own)
  return (
    <Panel title={t(titleOf(period(data.month)))} className="dispatch-panel">
      <div className="month-now">
        <StateTag {...standingLook(own.standing)} />
        {data.dispatch && (
          <span>
            {t(words.due)} {date(data.dispatch.due_on)}
          </span>
        )}
        {mayFill && (
          <GoLink
            className="desk-way"
            to={`/dispatch/project/${encodeURIComponent(row.id)}`}
            search={{ period: data.month }}
          >
            {t(words.report)}
          </GoLink>
        )}
        {!mayFill && own.report && (
          <GoLink className="desk-way" to={`/records/project-month/${own.report}`}>
            {t(words.open)}
          </GoLink>
        )}
      </div>
    </Panel>
  )
}
