import { Button, Skeleton } from 'antd'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useRow } from '#console/records/record-queries'
import { GoLink, useGo } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import { todayInChina } from '#console/records/today-in-china'
import { approvalDue } from '../../domain/approval-due'
import { agentLog, agentLogKinds } from '../../records/agent-log'
import { project } from '../../records/project'
import { agentWords, standingOf } from './agent-words'
import { useAgentLog, useOpenApprovals } from './agent-queries'
import './agent.css'

/** Entries and approvals shown on the project's page; all of them are one click away. */
const [mostEntries, mostApprovals] = [5, 4]

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

function Approvals({ id }: { readonly id: string }) {
  const { t, date } = useLanguage()
  const { data } = useOpenApprovals(id)
  const today = todayInChina()
  if (!data || !today) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  if (data.length === 0) return <p className="quiet">{t(agentWords.none)}</p>
  // Without a planned day they come last, whatever the database puts first.
  const ordered = [...data.filter((row) => row.planned_on), ...data.filter((row) => !row.planned_on)]
  return (
    <ul className="agent-approvals">
      {ordered.slice(0, mostApprovals).map((row) => {
        const { standing, says } = approvalDue(row.planned_on, today)
        return (
          <li key={row.id}>
            <GoLink to={`/records/project-procedure/${encodeURIComponent(row.id)}`}>
              {words(row.name_zh)}
            </GoLink>
            <StateMark standing={standingOf[standing]} word={says} />
            <span className="quiet">
              {[words(row.office), row.planned_on ? date(words(row.planned_on)) : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Entry({ row, titles }: { readonly row: ReplyRow; readonly titles: Titles }) {
  const { t, date } = useLanguage()
  const kind = agentLogKinds[row.kind as keyof typeof agentLogKinds]
  const result = agentLog.fields.result.options[row.result as keyof typeof agentLog.fields.result.options]
  const agent = titles.person?.[words(row.agent)]
  return (
    <li>
      <div className="agent-entry-head">
        <time dateTime={words(row.day)}>{date(words(row.day))}</time>
        <span className="agent-kind">{t(kind)}</span>
        <GoLink to={`/records/agent-log/${encodeURIComponent(row.id)}`}>{words(row.subject)}</GoLink>
        {result && <span className="quiet">{t(result)}</span>}
        {row.sample && <SampleMark />}
      </div>
      {row.done !== null && <p>{words(row.done)}</p>}
      <p className="quiet">{[agent ? t(agent) : '', words(row.counterpart)].filter(Boolean).join(' → ')}</p>
    </li>
  )
}

function Log({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const { data } = useAgentLog(id, mostEntries)
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (data.rows.length === 0) return <p className="quiet">{t(agentWords.noLog)}</p>
  return (
    <ol className="agent-log">
      {data.rows.map((row) => (
        <Entry key={row.id} row={row} titles={data.titles} />
      ))}
    </ol>
  )
}

const agentLine = (name: string) => text(`帮办代办员：${name}`, `Agent: ${name}`)

/** Agent service on the page of a project: whose it is, the next approvals, the latest of the log. */
export function AgentPanel({ row }: { readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const session = useSession()
  const go = useGo()
  const { data } = useRow(project, row.id)
  const agent = data?.titles.person?.[words(row.agent)]
  const writes = may(session, agentLog, { verb: 'create', row })
  return (
    <Panel
      title={t(agentWords.service)}
      className="agent-panel"
      extra={
        <>
          <span className="quiet">{t(agent ? agentLine(t(agent)) : agentWords.noAgent)}</span>
          {writes && (
            <Button
              size="small"
              type="primary"
              onClick={() => go('/records/agent-log/new', { search: { project: row.id } })}
            >
              {t(agentWords.write)}
            </Button>
          )}
        </>
      }
    >
      <div className="agent-parts">
        <section aria-label={t(agentWords.approvals)}>
          <h3>{t(agentWords.approvals)}</h3>
          <Approvals id={row.id} />
        </section>
        <section aria-label={t(agentWords.log)}>
          <h3>{t(agentWords.log)}</h3>
          <Log id={row.id} />
        </section>
      </div>
    </Panel>
  )
}
