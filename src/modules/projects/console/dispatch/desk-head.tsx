import { Alert, Select } from 'antd'
import { useId } from 'react'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { StateMark, StateTag } from '#console/ui/state-mark'
import type { Standing } from '#console/tokens/tokens'
import type { DeskReply, DispatchHead, MonthStanding } from '../../dispatch-contract'
import { dispatch } from '../../records/dispatch'
import { dispatchWords, standingLook, standingOrder } from './dispatch-words'

const words = {
  due: text('报送截止', 'Due'),
  asked: text('本月要求', 'Asked for'),
  all: text('全部', 'All'),
  handedIn: text('报送进度', 'Handed in'),
  accepted: text('已审定', 'accepted'),
  unopened: text('本月调度尚未开始', 'The month has not been opened'),
  unopenedWhat: text(
    '仍可查看清单项目的月报；开始调度后有截止日和冻结。',
    'Reports can be seen all the same; once opened, the month has a due day and can be closed.',
  ),
}

const soon = 3

/** Days left to the due day, as a standing with its word; a closed month is owed nothing. */
function dueMark({ state, days_left: left }: DispatchHead): { standing: Standing; word: Text } | undefined {
  if (state === 'closed') return undefined
  if (left < 0) return { standing: 'late', word: text(`已过 ${-left} 天`, `${-left} days past`) }
  if (left === 0) return { standing: 'watch', word: text('今天截止', 'Due today') }
  return {
    standing: left <= soon ? 'watch' : 'on_track',
    word: text(`还有 ${left} 天`, `${left} days left`),
  }
}

/** Which month, and until when. */
export function MonthLine({ desk, onMonth }: { desk: DeskReply; onMonth: (month: string) => void }) {
  const { t, date, period } = useLanguage()
  const id = useId()
  const { dispatch: head, month, months } = desk
  const known = months.some((one) => one.month === month) ? months : [{ month, state: '' }, ...months]
  const mark = head && dueMark(head)
  return (
    <div className="desk-line">
      <label htmlFor={id} className="visually-hidden">
        {t(dispatchWords.month)}
      </label>
      <Select
        id={id}
        value={month}
        style={{ minWidth: 140 }}
        options={known.map((one) => ({ value: one.month, label: period(one.month) }))}
        onChange={onMonth}
      />
      {head && <StateTag {...dispatch.lifecycle.states[head.state]} />}
      {head && (
        <span>
          {t(words.due)} <b>{date(head.due_on)}</b>
        </span>
      )}
      {mark && <StateMark {...mark} />}
    </div>
  )
}

const closedWords = (head: DispatchHead, day: string) =>
  text(
    `${head.closed_by?.zh ?? ''}于 ${day} 冻结；更正须由领导在该项月报上“允许更正”。`,
    `Closed by ${head.closed_by?.en ?? ''} on ${day}; a leader may allow a correction on the report concerned.`,
  )
const reopenedWords = (head: DispatchHead) =>
  text(
    `${head.reopened_by?.zh ?? ''}已重新开放：${head.reopened_reason ?? ''}`,
    `Opened again by ${head.reopened_by?.en ?? ''}: ${head.reopened_reason ?? ''}`,
  )

/** What one has to know of the month before working in it. */
export function MonthNotes({ head }: { readonly head: DispatchHead | null }) {
  const { t, instant } = useLanguage()
  if (!head)
    return <Alert type="info" showIcon title={t(words.unopened)} description={t(words.unopenedWhat)} />
  return (
    <>
      {head.closed_at && (
        <Alert type="success" showIcon title={t(closedWords(head, instant(head.closed_at)))} />
      )}
      {head.state === 'reopened' && <Alert type="warning" showIcon title={t(reopenedWords(head))} />}
      {head.note && (
        <p className="desk-note">
          <b>{t(words.asked)}</b> {head.note}
        </p>
      )}
    </>
  )
}

interface CoverageProps {
  readonly desk: DeskReply
  readonly chosen: string | undefined
  readonly onChoose: (standing: string | undefined) => void
}

const shareWords = (handedIn: number, of: number) =>
  text(`应报 ${of} 项，已报 ${handedIn} 项`, `${handedIn} of ${of} handed in`)

/** How far the month has come: one bar, and the same numbers as filters. */
export function Coverage({ desk, chosen, onChoose }: CoverageProps) {
  const { t } = useLanguage()
  const { rows } = desk
  const count = (standing: MonthStanding) => rows.filter((row) => row.standing === standing).length
  const counts = standingOrder.map((standing) => ({ standing, count: count(standing) }))
  const known = counts.filter((one) => one.count > 0)
  const handedIn = count('submitted') + count('accepted')
  const percent = rows.length === 0 ? 0 : Math.round((handedIn / rows.length) * 100)
  const chip = (standing: MonthStanding | undefined, label: Text, number: number) => (
    <button
      key={standing ?? 'all'}
      type="button"
      className="desk-chip"
      aria-pressed={chosen === standing}
      onClick={() => onChoose(standing)}
    >
      {t(label)} <b>{number}</b>
    </button>
  )
  return (
    <div className="desk-coverage">
      <div className="desk-share">
        <strong>{percent}%</strong> <span>{t(shareWords(handedIn, rows.length))}</span>
      </div>
      <div
        className="desk-bar"
        role="meter"
        aria-label={t(words.handedIn)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={t(shareWords(handedIn, rows.length))}
      >
        {[...known].reverse().map(({ standing, count: number }) => (
          <span key={standing} data-standing={standing} style={{ flexGrow: number }} />
        ))}
      </div>
      <div className="desk-chips">
        {chip(undefined, words.all, rows.length)}
        {known.map(({ standing, count: number }) => chip(standing, standingLook(standing).label, number))}
      </div>
    </div>
  )
}
