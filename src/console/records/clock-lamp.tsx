import type { ClockState } from '#engine/clocks/fold-clock'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { KeyValue, type KeyValueItem } from '#console/ui/key-value'
import { StateMark } from '#console/ui/state-mark'
import { clockWords, countWords, clockStanding } from './clock-words'
import { unknownMark } from './field-words'

const words = {
  limits: text('时限', 'Limits'),
  due: text('到期', 'Due'),
  law: text('法定时限', 'Limit of the law'),
  limit: text('时限', 'Limit'),
  used: text('已用', 'Used'),
  pauses: text('中止', 'Pauses'),
  extended: text('已延期', 'Extended'),
  now: text('至今', 'until now'),
  notStarted: text('未开始', 'Not started'),
}
const times = (count: number) => text(`${count} 次`, count === 1 ? 'once' : `${count} times`)

/** How one limit of a row stands: shape, colour and words. */
export function ClockLamp({ state }: { readonly state: ClockState | null | undefined }) {
  if (!state || state.status === 'not_started') return unknownMark
  const standing = clockStanding(state)
  // What is done in time asks for nothing: it must not shine like what is still running.
  const isDone = state.status === 'stopped' && standing === 'on_track'
  return (
    <span className={isDone ? 'clock-done' : undefined}>
      <StateMark standing={standing} word={clockWords(state)} />
    </span>
  )
}

function Pauses({ state }: { readonly state: ClockState }) {
  const { t, instant } = useLanguage()
  return (
    <ul className="clock-pauses">
      {state.pauses.map((pause) => (
        <li key={pause.from}>
          {instant(pause.from)} – {pause.to ? instant(pause.to) : t(words.now)} {pause.reason}
        </li>
      ))}
    </ul>
  )
}

/** What is known of a running or finished limit; what is not known is left out. */
function useClockItems(state: ClockState): KeyValueItem[] {
  const { t, instant } = useLanguage()
  const count = (of: number) => t(countWords(of, state.unit))
  const items: (KeyValueItem | false)[] = [
    state.dueAt !== undefined && { key: 'due', label: t(words.due), value: instant(state.dueAt) },
    state.statutoryDueAt !== undefined && {
      key: 'law',
      label: t(words.law),
      value: instant(state.statutoryDueAt),
    },
    { key: 'limit', label: t(words.limit), value: count(state.limit) },
    state.elapsed !== undefined && { key: 'used', label: t(words.used), value: count(state.elapsed) },
    state.extensions > 0 && { key: 'extended', label: t(words.extended), value: t(times(state.extensions)) },
    state.pauses.length > 0 && {
      key: 'pauses',
      label: t(words.pauses),
      value: <Pauses state={state} />,
      wide: true,
    },
  ]
  return items.filter((item) => item !== false)
}

function Clock({ label, state }: { readonly label: string; readonly state: ClockState }) {
  const { t } = useLanguage()
  const items = useClockItems(state)
  return (
    <div className="clock">
      <h3>
        {label} <ClockLamp state={state} />
      </h3>
      {state.reason && <p className="clock-reason">{t(state.reason)}</p>}
      <KeyValue items={items} />
    </div>
  )
}

/** The limits of a row, each with how it stands and what moved it; nothing where none has started. */
export function RowClocks({ record, row }: { readonly record: RecordType; readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const started = Object.entries(record.clocks ?? {}).flatMap(([name, { label }]) => {
    const state = row.clocks?.[name]
    return state && state.status !== 'not_started' ? [{ name, label, state }] : []
  })
  if (started.length === 0) return null
  return (
    <section className="detail-group">
      <h2>{t(words.limits)}</h2>
      {started.map(({ name, label, state }) => (
        <Clock key={name} label={t(label)} state={state} />
      ))}
    </section>
  )
}
