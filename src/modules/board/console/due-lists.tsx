import { useState } from 'react'
import { text } from '#engine/result/result'
import { deedWords } from '#console/records/deed-words'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import { report } from '#modules/indicators/records/report'
import type { BoardReply, DueItem } from '../contract'
import { groupDue, type DueGroup } from './due-groups'
import { DueLink, useDueTitle } from './due-link'
import { joined } from './list-words'

const words = {
  late: text('逾期事项与责任人', 'What is late, and whose it is'),
  noneLate: text('没有逾期事项', 'Nothing is late'),
  changed: text('最新变动', 'What changed'),
  noneChanged: text('近期没有变动', 'Nothing has changed lately'),
  coming: text('近期到期', 'What comes this month'),
  noneComing: text('未来一个月没有到期事项', 'Nothing comes due within a month'),
  noOwner: text('未设责任人', 'No one in charge'),
}

const lateWords = (days: number) =>
  days === 0
    ? text('今天逾期', 'Late since today')
    : text(`逾期 ${days} 天`, days === 1 ? '1 day late' : `${days} days late`)
const leftWords = (days: number) =>
  days === 0
    ? text('今天到期', 'Due today')
    : text(`还有 ${days} 天`, days === 1 ? '1 day left' : `${days} days left`)

const unitsWords = (count: number) => text(`共 ${count} 个单位`, `${count} units`)

/** More lines than this are for the list, not the board. */
const most = 8
const moreWords = (count: number) => text(`另有 ${count} 项`, `${count} more`)

interface LineProps<Of> {
  readonly of: Of
  readonly board: BoardReply
}

const unitName = (board: BoardReply, unit: string) => board.names[unit] ?? text(unit, unit)

function LateLine({ of: due, board }: LineProps<DueItem>) {
  const { t, date } = useLanguage()
  return (
    <li className="due-line">
      <div>
        <DueLink thing={due} marked={due.sample && !board.unit.sample} />
        <p className="quiet">
          {due.limit && `${t(due.limit)} · `}
          {t(unitName(board, due.unit))} · {due.owner ? t(due.owner) : t(words.noOwner)}
        </p>
      </div>
      <div className="due-when">
        <StateMark standing={due.days > 5 ? 'late' : 'watch'} word={lateWords(due.days)} />
        <small className="quiet">{date(due.due_on)}</small>
      </div>
    </li>
  )
}

/** What is late and whose it is. */
export function LatePanel({ board }: { readonly board: BoardReply }) {
  const { t } = useLanguage()
  const { late } = board
  const [all, setAll] = useState(false)
  return (
    <Panel title={t(words.late)} extra={late.length > 0 ? String(late.length) : undefined}>
      {late.length === 0 && <p className="quiet">{t(words.noneLate)}</p>}
      <ul className="due-list">
        {late.slice(0, all ? late.length : most).map((one) => (
          <LateLine key={`${one.id} ${one.limit?.en ?? ''}`} of={one} board={board} />
        ))}
      </ul>
      {late.length > most && !all && (
        <button type="button" className="link-button due-more" onClick={() => setAll(true)}>
          {t(moreWords(late.length - most))}
        </button>
      )}
    </Panel>
  )
}

/** The same thing due in several units on the same day is one line of the calendar. */
function ComingLine({ of: group, board }: LineProps<DueGroup>) {
  const { t, date, language } = useLanguage()
  const titleOf = useDueTitle()
  const units = group.due.map((one) => t(unitName(board, one.unit)))
  const [first] = group.due
  if (!first) return null
  const marked = first.sample && !board.unit.sample
  return (
    <li className="due-line">
      <div>
        {group.due.length === 1 ? (
          <DueLink thing={first} marked={marked} />
        ) : (
          <>
            {titleOf(first)} {marked && <SampleMark />}
          </>
        )}
        <p className="quiet">
          {first.limit && `${t(first.limit)} · `}
          {joined(units, language)}
          {units.length > 1 && ` · ${t(unitsWords(units.length))}`}
        </p>
      </div>
      <div className="due-when">
        <span>{t(leftWords(-first.days))}</span>
        <small className="quiet">{date(first.due_on)}</small>
      </div>
    </li>
  )
}

function ComingPanel({ board }: { readonly board: BoardReply }) {
  const { t } = useLanguage()
  const groups = groupDue(board.coming)
  return (
    <Panel title={t(words.coming)} extra={board.coming.length > 0 ? String(board.coming.length) : undefined}>
      {groups.length === 0 && <p className="quiet">{t(words.noneComing)}</p>}
      <ul className="due-list">
        {groups.slice(0, most).map((group) => (
          <ComingLine key={group.key} of={group} board={board} />
        ))}
      </ul>
    </Panel>
  )
}

/** Blank reports that the calendar opened are no news; whoever worked on one is. */
function ChangesPanel({ board }: { readonly board: BoardReply }) {
  const { t, instant } = useLanguage()
  const changes = board.changes.filter((change) => change.deed !== 'create')
  return (
    <Panel title={t(words.changed)}>
      {changes.length === 0 && <p className="quiet">{t(words.noneChanged)}</p>}
      <ul className="due-list">
        {changes.slice(0, most).map((change) => (
          <li key={`${change.at}-${change.id}-${change.deed}`} className="due-line">
            <div>
              <DueLink
                thing={{ ...change, title: change.title.zh }}
                marked={change.sample && !board.unit.sample}
              />
              <p className="quiet">
                {t(unitName(board, change.unit))} · {t(change.person)} · {t(deedWords(report, change.deed))}
              </p>
            </div>
            <small className="quiet due-when">{instant(change.at)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The board's last questions; `late` is left out where it already stands above. */
export function DueLists({ board, late }: { readonly board: BoardReply; readonly late: boolean }) {
  return (
    <div className="board-three">
      {late && <LatePanel board={board} />}
      <ChangesPanel board={board} />
      <ComingPanel board={board} />
    </div>
  )
}
