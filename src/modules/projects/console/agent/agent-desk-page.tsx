import { Alert, Button, Select, Skeleton } from 'antd'
import { useSession } from '#console/api/session'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress, useGo } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { AgentDeskReply } from '../../contract'
import { approvalStages } from '../../records/project-procedure'
import { agentWords, counted, standingOf, units } from './agent-words'
import { useAgentDesk } from './agent-queries'
import './agent.css'

interface DeskProps {
  readonly desk: AgentDeskReply
}

const projectPath = (id: string) => `/records/project/${encodeURIComponent(id)}`

function ApprovalTable({ desk }: DeskProps) {
  const { t, date } = useLanguage()
  const heads = [
    agentWords.due,
    agentWords.procedure,
    agentWords.project,
    agentWords.office,
    agentWords.planned,
    agentWords.applied,
  ]
  return (
    <table className="agent-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.zh} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {desk.approvals.map((one) => (
          <tr key={one.id}>
            <td>
              <StateMark standing={standingOf[one.standing]} word={one.says} />
            </td>
            <td>
              <GoLink to={`/records/project-procedure/${encodeURIComponent(one.id)}`}>{one.name}</GoLink>
              <div className="quiet">{t(approvalStages[one.stage as keyof typeof approvalStages])}</div>
            </td>
            <td>
              <GoLink to={projectPath(one.project)}>{one.project_name}</GoLink> {one.sample && <SampleMark />}
              <div className="quiet">
                {desk.units[one.unit_id] && t(desk.units[one.unit_id] ?? agentWords.project)}
              </div>
            </td>
            <td>{one.office ?? '—'}</td>
            <td>{one.planned_on ? date(one.planned_on) : '—'}</td>
            <td>{one.applied_on ? date(one.applied_on) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Projects({ desk }: DeskProps) {
  const { t, date } = useLanguage()
  const go = useGo()
  return (
    <ul className="agent-projects">
      {desk.projects.map((one) => (
        <li key={one.id}>
          <div>
            <GoLink to={projectPath(one.id)}>{one.name}</GoLink> {one.sample && <SampleMark />}
            <p className="quiet">
              {one.last_contact ? `${t(agentWords.contact)} ${date(one.last_contact)}` : t(agentWords.never)}
              {' · '}
              {t(counted(agentWords.open, one.open_approvals, units.item))}
            </p>
          </div>
          <Button size="small" onClick={() => go('/records/agent-log/new', { search: { project: one.id } })}>
            {t(agentWords.write)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Counts({ desk }: DeskProps) {
  const { t } = useLanguage()
  const late = desk.approvals.filter(({ standing }) => standing === 'late').length
  const soon = desk.approvals.filter(({ standing }) => standing === 'soon').length
  const { services, errands, hours } = desk.month
  return (
    <p className="agent-counts">
      <strong data-late={late > 0 || undefined}>{t(counted(agentWords.late, late, units.item))}</strong>
      <strong>{t(counted(agentWords.soon, soon, units.item))}</strong>
      <span>{t(counted(agentWords.services, services, units.times))}</span>
      <span>{t(counted(agentWords.errands, errands, units.piece))}</span>
      <span>{t(counted(agentWords.hours, hours, units.hour))}</span>
    </p>
  )
}

/** Whose desk: one's own, or that of another agent whose projects one may see. */
function Whose({ desk }: DeskProps) {
  const { t } = useLanguage()
  const { name, person } = useSession()
  const { change } = useAddress()
  const own = desk.agents.some(({ id }) => id === person) ? [] : [{ value: person, label: t(name) }]
  const others = desk.agents.map(({ id, name: called, projects }) => ({
    value: id,
    label: `${t(called)} · ${String(projects)}`,
  }))
  return (
    <Select
      aria-label={t(agentWords.whose)}
      value={desk.agent}
      options={[...own, ...others]}
      popupMatchSelectWidth={false}
      onChange={(agent: string) => change({ agent: agent === person ? undefined : agent })}
    />
  )
}

function Desk({ desk }: DeskProps) {
  const { t } = useLanguage()
  return (
    <>
      <Counts desk={desk} />
      <div className="agent-desk">
        <Panel title={t(agentWords.approvals)} flush>
          {desk.approvals.length > 0 ? (
            <ApprovalTable desk={desk} />
          ) : (
            <EmptyState why={agentWords.none} what={agentWords.noneWhat} />
          )}
        </Panel>
        {desk.projects.length > 0 && (
          <Panel title={t(agentWords.projects)}>
            <Projects desk={desk} />
          </Panel>
        )}
      </div>
    </>
  )
}

/** `/projects/agent-desk`: what an agent has to see to, the latest first. */
export function AgentDeskPage() {
  const { t } = useLanguage()
  const { search } = useAddress()
  const { data, error } = useAgentDesk(search.agent)
  return (
    <>
      <PageHeader
        title={agentWords.desk}
        about={t(agentWords.about)}
        actions={data && data.agents.length > 0 ? <Whose desk={data} /> : undefined}
      />
      {error && <Alert type="error" showIcon title={t(wordsOf(error).message)} role="alert" />}
      {data ? <Desk desk={data} /> : !error && <Skeleton active paragraph={{ rows: 8 }} />}
    </>
  )
}
