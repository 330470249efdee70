import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { RowReply } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { ApiProblem } from '#console/api/api-problem'
import { useSession } from '#console/api/session'
import { NotFoundPage } from '#console/frame/message-page'
import { useLanguage } from '#console/language/language'
import { RecordThreads } from '#console/records/record-detail'
import { useRow } from '#console/records/record-queries'
import { RowMarks } from '#console/records/row-panel'
import { GoLink } from '#console/router/go'
import { useMedia } from '#console/tokens/theme'
import { breakpoints } from '#console/tokens/tokens'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { StateMark } from '#console/ui/state-mark'
import type { GridReply } from '#modules/indicators/contract'
import { report } from '#modules/indicators/records/report'
import { dueWords, todayInChina } from './due-words'
import { ConflictNote } from './entry/conflict-note'
import { EntryCards } from './entry/entry-cards'
import { EntryGrid } from './entry/entry-grid'
import { GridBar } from './entry/grid-bar'
import { ReportActions } from './entry/report-actions'
import { gridQuery } from './entry/report-grid-query'
import { ReturnedNote } from './entry/returned-note'
import { rowViews } from './entry/row-view'
import { useAutosave } from './entry/use-autosave'
import { useEntryBook } from './entry/use-entry-book'
import { useGridControl } from './entry/use-grid-control'
import { ExplainPanel, type ExplainTarget } from './explain-panel'
import { ReadProblem } from './read-problem'
import './entry/grid.css'
import '#console/records/records.css'

const words = {
  list: text('返回填报列表', 'Back to reports'),
  due: text('截止', 'Due'),
  happened: text('过程与评论', 'What happened'),
  closed: text('报表不在填报状态，只能查看。', 'This report is not open for entry: read only.'),
  empty: text('这张填报表还没有指标。', 'This form has no indicators yet.'),
}

interface LoadedProps {
  readonly grid: GridReply
  readonly reply: RowReply
}

function useReport({ grid }: LoadedProps) {
  const { language } = useLanguage()
  const session = useSession()
  const book = useEntryBook(grid, session.person)
  const save = useAutosave(grid, book)
  const rows = useMemo(
    () => rowViews(grid.lines, { book, save, findings: grid.findings, language }),
    [grid, book, save, language],
  )
  return { book, save, control: useGridControl({ rows, book, open: grid.open }) }
}

function titleOf({ grid, reply }: LoadedProps, period: (id: string) => string): Text {
  const form = reply.titles.reporting_form?.[String(reply.row.form)]
  const when = period(grid.report.period)
  const plain = typeof reply.row.title === 'string' ? reply.row.title : when
  return form ? text(`${form.zh} · ${when}`, `${form.en} · ${when}`) : text(plain, plain)
}

function Where({ grid, reply }: LoadedProps) {
  const { t, date } = useLanguage()
  const { row, titles } = reply
  const unit = titles.unit?.[row.unit_id]
  const due = grid.open ? dueWords(row.due_on, todayInChina()) : undefined
  return (
    <>
      {unit ? t(unit) : row.unit_id}
      {typeof row.due_on === 'string' && ` · ${t(words.due)} ${date(row.due_on)} `}
      {row.due_on === null && due && ' · '}
      {due && <StateMark standing={due.standing} word={due.word} />}
      {' · '}
      <GoLink to="/reports">{t(words.list)}</GoLink>
    </>
  )
}

function Report(props: LoadedProps) {
  const { grid, reply } = props
  const { t, period } = useLanguage()
  const phone = useMedia(`(max-width: ${breakpoints.phone}px)`)
  const { book, save, control } = useReport(props)
  const [figure, setFigure] = useState<ExplainTarget>()
  const [notice, setNotice] = useState<Text>()
  const title = titleOf(props, period)
  const row = { ...reply.row, version: Math.max(reply.row.version, grid.report.version) }
  const unsaved = grid.open && Object.keys(book.entries).length > 0
  return (
    <>
      <PageHeader
        title={title}
        about={<Where {...props} />}
        marks={<RowMarks record={report} row={row} />}
        actions={<ReportActions row={row} titles={reply.titles} title={title} unsaved={unsaved} />}
      />
      <GridBar control={control} save={save} findings={grid.findings} notice={notice} />
      {save.problem && (
        <Alert
          className="grid-bar"
          type="error"
          showIcon
          title={t(save.problem.reply.message)}
          description={t(save.problem.reply.remedy)}
        />
      )}
      <ReturnedNote id={row.id} state={row.state} note={reply.row.note} />
      <ConflictNote book={book} lines={grid.lines} />
      {phone ? (
        <EntryCards control={control} />
      ) : (
        <EntryGrid
          grid={grid}
          control={control}
          label={t(title)}
          onExplain={setFigure}
          onNotice={setNotice}
        />
      )}
      {grid.lines.length === 0 && <p className="quiet">{t(words.empty)}</p>}
      <div className="report-threads">
        <Panel title={t(words.happened)}>
          <RecordThreads record={report} row={row} />
        </Panel>
      </div>
      <ExplainPanel figure={figure} onClose={() => setFigure(undefined)} />
    </>
  )
}

function Loaded({ id }: { readonly id: string }) {
  const grid = useQuery(gridQuery(id))
  const row = useRow(report, id)
  const error = grid.error ?? row.error
  if (grid.data && row.data) return <Report grid={grid.data} reply={row.data} />
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  if (error) return <ReadProblem error={error} />
  return <Skeleton active paragraph={{ rows: 10 }} />
}

/** `/reports/$id`: one unit's month, filled in like a sheet. */
export function ReportPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return <Loaded key={id} id={id} />
}
