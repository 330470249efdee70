import { Button, Skeleton } from 'antd'
import { text } from '#engine/result/result'
import { usePlace } from '#console/frame/place'
import { useLanguage } from '#console/language/language'
import { GoLink, useGo } from '#console/router/go'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import type { ListedProject, YearRollReply } from '../../portfolio-contract'
import { useYearRoll } from './portfolio-queries'
import { useYear } from './use-year'
import '#console/records/records.css'
import './year-list.css'

const words = {
  title: text('清单进出', 'Entry and exit'),
  beginning: text('年初', 'At the beginning'),
  entered: text('进入', 'Came'),
  left: text('退出', 'Left'),
  now: text('现有', 'Now'),
  entry: text('年内进入的项目', 'Projects that came to the list'),
  exit: text('退出的项目及原因', 'Projects that left, and why'),
  noEntry: text('年内没有项目进入', 'No project has come to the list'),
  noExit: text('年内没有项目退出', 'No project has left the list'),
  project: text('项目', 'Project'),
  on: text('日期', 'Day'),
  reason: text('原因', 'Reason'),
  list: text('打开清单', 'Open the list'),
  how: text(
    '首批列入（或未填日期）的为年初；其后列入的为进入。',
    'Whoever was listed on the first day, or without a day, was there at the beginning; whoever came later has entered.',
  ),
}
const firstWords = (day: string) => text(`首批列入：${day}。`, `First listed on ${day}.`)
const titleWords = (year: string) => text(`${year} 年度清单进出`, `The list of ${year}: entry and exit`)
const countWords = (count: number) => text(`${count} 个`, `${count}`)

interface ListedTableProps {
  readonly rows: readonly ListedProject[]
  readonly withReason: boolean
}

function ListedTable({ rows, withReason }: ListedTableProps) {
  const { t, date } = useLanguage()
  return (
    <div className="part-room">
      <table className="part-table">
        <thead>
          <tr>
            <th scope="col">{t(words.project)}</th>
            <th scope="col">{t(words.on)}</th>
            {withReason && <th scope="col">{t(words.reason)}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <GoLink to={`/records/project/${encodeURIComponent(row.project)}`}>{row.name}</GoLink>{' '}
                {row.sample && <SampleMark />}
              </th>
              <td>{date(row.on)}</td>
              {withReason && <td>{row.reason ?? '—'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Beginning + came − left = now, as one line that adds up. */
function Sum({ roll }: { readonly roll: YearRollReply }) {
  const { t, date } = useLanguage()
  const parts = [
    ['', words.beginning, roll.beginning],
    ['+', words.entered, roll.entered.length],
    ['−', words.left, roll.left.length],
    ['=', words.now, roll.now],
  ] as const
  return (
    <>
      <dl className="year-sum">
        {parts.map(([sign, label, count]) => (
          <div key={label.zh}>
            <span aria-hidden="true">{sign}</span>
            <dt>{t(label)}</dt>
            <dd>{t(countWords(count))}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {roll.begun_on && t(firstWords(date(roll.begun_on)))} {t(words.how)}
      </p>
    </>
  )
}

/** The list of a year as it was, who came, who left and why, and how it stands now. */
export function YearListPage() {
  const { t } = useLanguage()
  const { unit } = usePlace()
  const go = useGo()
  const year = useYear()
  const { data, error } = useYearRoll(unit?.code ?? '', year)
  if (error && !data) throw error
  return (
    <div className="stack">
      <PageHeader
        title={titleWords(year)}
        about={unit && t(unit.name)}
        actions={
          <Button onClick={() => go('/records/project-year', { search: { year } })}>{t(words.list)}</Button>
        }
      />
      {data ? (
        <>
          <Panel>
            <Sum roll={data} />
          </Panel>
          <Panel title={t(words.exit)}>
            {data.left.length > 0 ? (
              <ListedTable rows={data.left} withReason />
            ) : (
              <p className="quiet">{t(words.noExit)}</p>
            )}
          </Panel>
          <Panel title={t(words.entry)}>
            {data.entered.length > 0 ? (
              <ListedTable rows={data.entered} withReason={false} />
            ) : (
              <p className="quiet">{t(words.noEntry)}</p>
            )}
          </Panel>
        </>
      ) : (
        <Skeleton active />
      )}
    </div>
  )
}
