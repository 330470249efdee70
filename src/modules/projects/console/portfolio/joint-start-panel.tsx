import { Skeleton } from 'antd'
import { findState } from '#engine/lifecycles/lifecycle'
import type { ListReply, ReplyRow } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { fieldWords, quantityWords } from '#console/records/field-words'
import { useRecordList } from '#console/records/record-queries'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateTag } from '#console/ui/state-mark'
import { jointDifference, jointTotals } from '../../domain/joint-totals'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { differenceWords, jointWords, knownOf, withdrawnWords } from './joint-words'
import './joint-start.css'

/** As many projects as a batch shows; the largest of those published has some dozens. */
const most = '500'

const money = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function ProjectLine({ row, titles }: { readonly row: ReplyRow; readonly titles: ListReply['titles'] }) {
  const { language } = useLanguage()
  const { name_zh: name, category, promised_on: promised, investment } = project.fields
  const context = { language, titles, qualifier: row.investment_qualifier }
  const state = findState(projectLifecycle, row.state ?? '')
  return (
    <tr data-withdrawn={row.state === 'withdrawn' || undefined}>
      <th scope="row">
        <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>
          {fieldWords(name, row.name_zh, context)}
        </GoLink>{' '}
        {row.sample && <SampleMark />}
      </th>
      <td>{fieldWords(category, row.category, context)}</td>
      <td>{state && <StateTag label={state.label} tone={state.tone} />}</td>
      <td className="numeric">{fieldWords(promised, row.promised_on, context)}</td>
      <td className="numeric">{fieldWords(investment, row.investment, context)}</td>
    </tr>
  )
}

function Totals({ row, reply }: { readonly row: ReplyRow; readonly reply: ListReply }) {
  const { t, language } = useLanguage()
  const totals = jointTotals(
    reply.rows.map((one) => ({
      state: one.state ?? null,
      investment: money(one.investment),
      investment_qualifier: one.investment_qualifier,
    })),
  )
  const context = { language, titles: {} }
  const field = project.fields.investment
  const [published, counted] = [money(row.published_investment), money(row.counted_investment)]
  const says = differenceWords(jointDifference(published, { counted, qualifier: totals.qualifier }), totals)
  const hidden = (Array.isArray(row.projects) ? row.projects.length : 0) - reply.rows.length
  return (
    <>
      <p className="joint-figures">
        <span>
          {t(jointWords.published)} <b>{quantityWords(field, published, context)}</b>
        </span>
        <span>
          {t(jointWords.ledger)}{' '}
          <b>{quantityWords(field, counted, { ...context, qualifier: totals.qualifier })}</b>{' '}
          {hidden === 0 && <small>{t(knownOf(totals))}</small>}
        </span>
      </p>
      {hidden > 0 && <p className="quiet">{t(jointWords.hidden)}</p>}
      {hidden === 0 && says && <p>{t(says)}</p>}
      {totals.withdrawn > 0 && <p>{t(withdrawnWords(totals.withdrawn))}</p>}
    </>
  )
}

function Projects({ row, ids }: { readonly row: ReplyRow; readonly ids: readonly string[] }) {
  const { t } = useLanguage()
  const asked = { 'id.in': ids.join(','), sort: '-investment,name_zh', size: most }
  const { data } = useRecordList(project, asked)
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  return (
    <>
      <Totals row={row} reply={data} />
      <div className="part-room">
        <table className="part-table joint-table">
          <thead>
            <tr>
              <th scope="col">{t(jointWords.project)}</th>
              <th scope="col">{t(jointWords.category)}</th>
              <th scope="col">{t(jointWords.state)}</th>
              <th scope="col" className="numeric">
                {t(jointWords.promised)}
              </th>
              <th scope="col" className="numeric">
                {t(jointWords.investment)}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((one) => (
              <ProjectLine key={one.id} row={one} titles={data.titles} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** The projects of a joint start, and how what they add up to stands to what was published. */
export function JointStartPanel({ row }: { readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const ids = Array.isArray(row.projects) ? (row.projects as string[]) : []
  return (
    <Panel title={t(jointWords.title)} className="joint-panel">
      {ids.length === 0 ? (
        <EmptyState why={jointWords.none} what={jointWords.noneWhat} />
      ) : (
        <Projects row={row} ids={ids} />
      )}
    </Panel>
  )
}
