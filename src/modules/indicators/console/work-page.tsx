import { Skeleton } from 'antd'
import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { pileWords, WorkPanel } from '#console/records/work-panel'
import { pileCount, useWorkPiles, type WorkPile } from '#console/records/work-piles'
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

const words = {
  title: text('我的工作', 'My work'),
  idle: text('今天没有待办。', 'Nothing waits for you today.'),
  idleWhat: text(
    '要填报、审核、退回待改的，临期和逾期的，由您经办的，都会出现在这里。',
    'What is to be filled in, verified or mended, what falls due or is late, and what is in your charge will show up here.',
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

interface PilesProps {
  readonly rows: readonly ReplyRow[]
  readonly titles: Titles
  /** What waits in other lists than that of reports. */
  readonly others: readonly WorkPile[]
  readonly unit: string | undefined
}

const idOf = ({ record, why }: WorkPile) => `${record.name}-${why}`

function Piles({ rows, titles, others, unit }: PilesProps) {
  const { t } = useLanguage()
  const piles = pilesOf(rows)
  if (piles.length === 0 && others.length === 0)
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
      <Tiles least={200}>
        {piles.map(({ pile, rows: own }) => (
          <a key={pile} className="work-tile" href={`#${pile}`} data-pile={pile}>
            <strong>{own.length}</strong> {t(groupWords[pile])}
          </a>
        ))}
        {others.map((pile) => (
          <a key={idOf(pile)} className="work-tile" href={`#${idOf(pile)}`} data-pile={pile.why}>
            <strong>{pileCount(pile)}</strong> {t(pileWords(pile))}
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
      {others.map((pile) => (
        <div key={idOf(pile)} id={idOf(pile)} className="work-pile">
          <WorkPanel pile={pile} unit={unit} />
        </div>
      ))}
    </>
  )
}

/** Reports have a way of their own here; who a person or a post is, is nobody's work of today. */
const besides = ['report', 'person', 'post']

/** `/home`: what is due, returned, waits for review or is in one's charge today, in the unit one stands in and below. */
export function WorkPage() {
  const { t, date } = useLanguage()
  const session = useSession()
  const today = todayInChina()
  const unit = usePlace().unit?.code
  const { data, error } = useOpenReports(unit)
  const others = useWorkPiles(unit, besides)
  return (
    <>
      <PageHeader title={words.title} about={`${t(session.name)} · ${today ? date(today) : ''}`} />
      {!data && <ReadProblem error={error} />}
      {(!data || !others) && !error && <Skeleton active paragraph={{ rows: 5 }} />}
      {data && others && <Piles rows={data.rows} titles={data.titles} others={others} unit={unit} />}
    </>
  )
}
