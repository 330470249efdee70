import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import type { CalendarReply } from '../contract'
import { useCalendar } from './calendar-queries'
import { dayStates, MonthGrid } from './month-grid'
import { NoticeDialog } from './notice-dialog'
import { today } from './post-term'
import { festivalsOf, missingNextYear, workdaysIn } from './year-view'
import { Waiting } from './waiting'
import './calendar.css'
import './organisation.css'

const words = {
  title: text('工作日历', 'Working calendar'),
  about: text(
    '国务院放假通知的节假日与调休；各项时限按它计算',
    'Holidays and make-up days of the State Council’s notices; every limit is counted by it',
  ),
  take: text('导入放假通知', 'Take in a notice'),
  list: text('日期列表', 'List of days'),
  previous: text('上一年', 'Previous year'),
  next: text('下一年', 'Next year'),
  festivals: text('节假日', 'Holidays'),
  festival: text('节日', 'Occasion'),
  off: text('放假', 'Off'),
  days: text('天数', 'Days'),
  worked: text('调休上班', 'Worked instead'),
  none: text('尚未导入这一年的放假通知', 'The notice of this year has not been taken in'),
  uncounted: text(
    '下面只有普通周末；涉及这一年的时限不会计算，也不会猜测。',
    'Below are plain weekends only: limits that reach into this year are not counted, and never guessed.',
  ),
  covered: text('已有通知的年份', 'Years with a notice'),
}
const workdayWords = (count: number) => text(`全年 ${count} 个工作日`, `${count} working days in the year`)
const missingWords = (year: number) =>
  text(`${year} 年的放假通知尚未导入`, `The notice of ${year} has not been taken in`)
const laterWords = (year: number) =>
  text(
    `国务院通常在十月、十一月发布；涉及 ${year} 年的时限要等导入后才能计算。`,
    `It usually comes out in October or November; limits that reach into ${year} are counted once it is here.`,
  )
const pressingWords = (year: number) =>
  text(
    `跨年的时限和 ${year} 年报表的截止日期现在都算不出来。请在通知发布后立即导入。`,
    `Limits that run over the turn of the year, and due dates in ${year}, cannot be counted now. Take the notice in as soon as it is out.`,
  )
/** Years as spans (2004–2026), so that twenty years are one line. */
function yearSpans(years: readonly number[]): string {
  const spans: [number, number][] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}

function MissingBanner({
  reply,
  onTake,
}: {
  readonly reply: CalendarReply
  readonly onTake: (year: number) => void
}) {
  const { t } = useLanguage()
  const missing = missingNextYear(reply.covered, today())
  if (!missing) return null
  const { year, isPressing } = missing
  return (
    <Alert
      type={isPressing ? 'warning' : 'info'}
      showIcon
      {...(isPressing && { role: 'alert' })}
      title={t(missingWords(year))}
      description={t(isPressing ? pressingWords(year) : laterWords(year))}
      action={
        reply.editable && (
          <Button type={isPressing ? 'primary' : 'default'} onClick={() => onTake(year)}>
            {t(words.take)}
          </Button>
        )
      }
    />
  )
}

function Legend() {
  const { t } = useLanguage()
  return (
    <ul className="calendar-legend">
      {Object.entries(dayStates).map(([state, { sign, word }]) => (
        <li key={state}>
          <span className="legend-day" data-state={state} aria-hidden="true">
            8{t(sign) && <small>{t(sign)}</small>}
          </span>
          {t(word)}
        </li>
      ))}
    </ul>
  )
}

function FestivalTable({ reply }: { readonly reply: CalendarReply }) {
  const { t, date } = useLanguage()
  const heads = [words.festival, words.off, words.days, words.worked]
  return (
    <Panel title={t(words.festivals)} className="festivals">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.zh} scope="col" className={head === words.days ? 'number' : undefined}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {festivalsOf(reply.days).map((festival) => (
            <tr key={festival.first}>
              <th scope="row">{festival.name}</th>
              <td>
                {date(festival.first)}
                {festival.last !== festival.first && ` – ${date(festival.last)}`}
              </td>
              <td className="number">{festival.days}</td>
              <td>{festival.makeups.map(date).join('、') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function YearHead({ reply, year }: { readonly reply: CalendarReply; readonly year: number }) {
  const { t, period } = useLanguage()
  const { change } = useAddress()
  const count = reply.covered.includes(year) ? workdaysIn(year, reply.days) : undefined
  const go = (next: number) => change({ year: String(next) }, true)
  return (
    <div className="year-head">
      <Button icon={<LeftOutlined />} aria-label={t(words.previous)} onClick={() => go(year - 1)} />
      <h2 aria-live="polite">{period(String(year))}</h2>
      <Button icon={<RightOutlined />} aria-label={t(words.next)} onClick={() => go(year + 1)} />
      {count !== undefined && <span>{t(workdayWords(count))}</span>}
      <span className="quiet">
        {t(words.covered)} {yearSpans(reply.covered)}
      </span>
    </div>
  )
}

/** The year of the address, else this one. */
function useYear(): number {
  const { search } = useAddress()
  const asked = Number(search.year)
  return asked >= 2000 && asked <= 2100 ? asked : Number(today().slice(0, 4))
}

interface YearProps {
  readonly reply: CalendarReply
  readonly year: number
  readonly onTake: (year: number) => void
}

/** A year that is on its way keeps the old one, dimmed; only its own days are drawn into it. */
function Year({ reply, year, onTake }: YearProps) {
  const isHere = reply.year === year
  const isCovered = reply.covered.includes(year)
  const days = new Map((isHere ? reply.days : []).map((day) => [day.date, day]))
  return (
    <div className="calendar" aria-busy={!isHere}>
      <MissingBanner reply={reply} onTake={onTake} />
      <YearHead reply={reply} year={year} />
      {!isCovered && <EmptyState why={words.none} what={words.uncounted} />}
      <Legend />
      <div className="year-grid">
        {Array.from({ length: 12 }, (_, index) => (
          <MonthGrid
            key={index}
            year={year}
            month={index + 1}
            days={days}
            today={today()}
            isCovered={isCovered}
          />
        ))}
      </div>
      {days.size > 0 && <FestivalTable reply={reply} />}
    </div>
  )
}

/** The year as the calendar counts it, what is missing, and the way to take in a new notice. */
export function CalendarPage() {
  const { t } = useLanguage()
  const { change } = useAddress()
  const year = useYear()
  const { data, error } = useCalendar(year)
  const [taking, setTaking] = useState<number>()
  const taken = (written: number) => {
    setTaking(undefined)
    change({ year: String(written) }, true)
  }
  return (
    <>
      <PageHeader
        title={words.title}
        about={t(words.about)}
        actions={
          <>
            <span className="header-links">
              <GoLink to="/records/calendar-day">{t(words.list)}</GoLink>
            </span>
            {data?.editable && <Button onClick={() => setTaking(year)}>{t(words.take)}</Button>}
          </>
        }
      />
      {data ? <Year reply={data} year={year} onTake={setTaking} /> : <Waiting error={error} />}
      {taking !== undefined && (
        <NoticeDialog year={taking} onClose={() => setTaking(undefined)} onTaken={taken} />
      )}
    </>
  )
}
