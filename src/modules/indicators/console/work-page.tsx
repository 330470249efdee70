import { Skeleton } from 'antd'
import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { homeUnit } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { Tiles } from '#console/ui/layout'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { dueWords, todayInChina } from './due-words'
import { ReportTable } from './reports/report-table'
import { useOpenReports, workGroups, type WorkGroup } from './reports/report-queries'
import { ReadProblem } from './read-problem'
import '#console/records/records.css'

const words = {
  title: text('我的工作', 'My work'),
  idle: text('今天没有待办。', 'Nothing waits for you today.'),
  idleWhat: text(
    '新的报表、退回和待审核会出现在这里。',
    'New reports, returns and reviews will show up here.',
  ),
  reports: text('去报表填报', 'Go to reports'),
  figures: text('查看指标数据', 'See the figures'),
  all: text('全部在报表填报中查看', 'See them all under reports'),
}
const groupWords = {
  late: text('逾期未报', 'Late'),
  returned: text('退回待改', 'Returned'),
  verify: text('待审核', 'To verify'),
  publish: text('待发布', 'To publish'),
  fill: text('待填报', 'To fill in'),
}

const counted = (word: Text, count: number) => text(`${word.zh}（${count}）`, `${word.en} (${count})`)

type Pile = keyof typeof groupWords
const order: readonly Pile[] = ['late', 'returned', 'verify', 'publish', 'fill']

function pileOf(row: ReplyRow, name: WorkGroup['name']): Pile {
  if (name !== 'fill') return name
  if (row.state === 'returned') return 'returned'
  return dueWords(row.due_on, todayInChina())?.standing === 'late' ? 'late' : 'fill'
}

/** Today's work by what presses most; each report stands in one pile only. */
function pilesOf(
  rows: readonly ReplyRow[],
): readonly { readonly pile: Pile; readonly rows: readonly ReplyRow[] }[] {
  const seen = new Set<string>()
  const placed = workGroups(rows, true).flatMap(({ name, rows: own }) =>
    own
      .filter((row) => !seen.has(row.id) && seen.add(row.id))
      .map((row) => ({ row, pile: pileOf(row, name) })),
  )
  return order
    .map((pile) => ({ pile, rows: placed.filter((one) => one.pile === pile).map(({ row }) => row) }))
    .filter(({ rows: own }) => own.length > 0)
}

/** Lines of a pile shown here. */
const most = 8

function Piles({ rows, titles }: { readonly rows: readonly ReplyRow[]; readonly titles: Titles }) {
  const { t } = useLanguage()
  const piles = pilesOf(rows)
  if (piles.length === 0)
    return (
      <Panel>
        <EmptyState why={words.idle} what={words.idleWhat}>
          <GoLink to="/reports">{t(words.reports)}</GoLink>
          <GoLink to="/figures">{t(words.figures)}</GoLink>
        </EmptyState>
      </Panel>
    )
  return (
    <>
      <Tiles least={150}>
        {piles.map(({ pile, rows: own }) => (
          <a key={pile} className="work-tile" href={`#${pile}`} data-pile={pile}>
            <strong>{own.length}</strong> {t(groupWords[pile])}
          </a>
        ))}
      </Tiles>
      {piles.map(({ pile, rows: own }) => (
        <div key={pile} id={pile} className="work-pile">
          <Panel
            title={t(counted(groupWords[pile], own.length))}
            flush
            extra={own.length > most && <GoLink to="/reports">{t(words.all)}</GoLink>}
          >
            <ReportTable caption={t(groupWords[pile])} rows={own.slice(0, most)} titles={titles} />
          </Panel>
        </div>
      ))}
    </>
  )
}

/** `/home`: what is due, returned or waits for review today, for the unit of one's post. */
export function WorkPage() {
  const { t, date } = useLanguage()
  const session = useSession()
  const today = todayInChina()
  const { data, error } = useOpenReports(homeUnit(session)?.code)
  return (
    <>
      <PageHeader title={words.title} about={`${t(session.name)} · ${today ? date(today) : ''}`} />
      {!data && <ReadProblem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 5 }} />}
      {data && <Piles rows={data.rows} titles={data.titles} />}
    </>
  )
}
