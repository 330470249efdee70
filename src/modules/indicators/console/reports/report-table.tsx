import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { findState } from '#engine/lifecycles/lifecycle'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { Selection } from '#console/records/selection'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark, StateTag } from '#console/ui/state-mark'
import { reportLifecycle } from '#modules/indicators/records/report'
import { dueWords, todayInChina } from '../due-words'
import './reports.css'

const words = {
  report: text('报表', 'Report'),
  unit: text('单位', 'Unit'),
  state: text('状态', 'State'),
  due: text('截止', 'Due'),
  submitted: text('提交', 'Submitted'),
  published: text('发布', 'Published'),
  all: text('全选', 'Select all'),
  one: text('选择', 'Select'),
}

interface ReportTableProps {
  readonly caption: string
  readonly rows: readonly ReplyRow[]
  readonly titles: Titles
  /** Rows can be chosen for an act on all of them. */
  readonly selection?: Selection
  readonly stale?: boolean
}

/** The form and its period, which name a report better than its id. */
export function useReportName(titles: Titles): (row: ReplyRow) => string {
  const { t, period } = useLanguage()
  return (row) => {
    const form = titles.reporting_form?.[String(row.form)]
    return `${form ? t(form) : ''} ${period(row.period as string)}`.trim()
  }
}

function Chosen({
  rows,
  selection,
  name,
}: {
  rows: readonly ReplyRow[]
  selection: Selection
  name: string
}) {
  const chosen = rows.filter((row) => selection.has(row.id)).length
  return (
    <Checkbox
      aria-label={name}
      checked={chosen === rows.length && rows.length > 0}
      indeterminate={chosen > 0 && chosen < rows.length}
      onChange={(event) => selection.setAll(rows, event.target.checked)}
    />
  )
}

/** How much time is left, while it is still somebody's to fill in. */
function Due({ row }: { readonly row: ReplyRow }) {
  const { date } = useLanguage()
  const isOpen = ['draft', 'returned', 'correcting'].includes(row.state ?? '')
  const due = isOpen ? dueWords(row.due_on, todayInChina()) : undefined
  return (
    <>
      {due && <StateMark standing={due.standing} word={due.word} />}
      <span className="report-day">{typeof row.due_on === 'string' ? date(row.due_on) : '—'}</span>
    </>
  )
}

const dayOf = (instant: unknown) => (typeof instant === 'string' ? instant.slice(0, 10) : undefined)

function Day({ instant }: { readonly instant: unknown }) {
  const { date } = useLanguage()
  const day = dayOf(instant)
  return <>{day ? date(day) : '—'}</>
}

/** Reports, one a line; the first cell opens the grid. */
export function ReportTable({ caption, rows, titles, selection, stale = false }: ReportTableProps) {
  const { t } = useLanguage()
  const nameOf = useReportName(titles)
  const stateTag = (row: ReplyRow): ReactNode => {
    const state = findState(reportLifecycle, row.state ?? '')
    return state && <StateTag label={state.label} tone={state.tone} />
  }
  return (
    <div className="report-scroll" data-stale={stale || undefined}>
      <table className="report-table report-list">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="report-check">
                <Chosen rows={rows} selection={selection} name={t(words.all)} />
              </th>
            )}
            <th scope="col">{t(words.report)}</th>
            <th scope="col">{t(words.state)}</th>
            <th scope="col">{t(words.due)}</th>
            <th scope="col" className="report-late">
              {t(words.submitted)}
            </th>
            <th scope="col" className="report-late">
              {t(words.published)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {selection && (
                <td className="report-check">
                  <Chosen rows={[row]} selection={selection} name={`${t(words.one)} ${nameOf(row)}`} />
                </td>
              )}
              <th scope="row">
                <GoLink to={`/reports/${row.id}`}>{nameOf(row)}</GoLink>
                <span className="report-unit">
                  {t(titles.unit?.[row.unit_id] ?? text(row.unit_id, row.unit_id))}{' '}
                  {row.sample && <SampleMark />}
                </span>
              </th>
              <td>{stateTag(row)}</td>
              <td>
                <Due row={row} />
              </td>
              <td className="report-late">
                <Day instant={row.submitted_at} />
              </td>
              <td className="report-late">
                <Day instant={row.published_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
