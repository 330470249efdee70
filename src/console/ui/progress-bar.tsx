import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { standings, type Standing } from '#console/tokens/tokens'
import './figure.css'

interface ProgressBarProps {
  /** Share of the plan that is done, in %, as exact text; null: not known. */
  readonly done: string | null
  /** Share of the time that has passed, in %: the tick. */
  readonly time?: string | null
  readonly standing?: Standing
  /** What is measured, for the bar's name. */
  readonly name: string
}

const words = {
  done: text('完成', 'Done'),
  time: text('时间进度', 'time passed'),
  unknown: text('完成情况未知', 'Not known how much is done'),
}

const short = (percent: string) => {
  const number = Number(percent)
  return `${Number.isInteger(number) ? percent : number.toFixed(1)}%`
}

const within = (percent: string | null | undefined) => Math.max(0, Math.min(100, Number(percent ?? 0)))
const variable = { on_track: 'on-track', watch: 'watch', late: 'late', unknown: 'unknown' } as const

/** How much of a plan is done, beside how much of the time has passed. */
export function ProgressBar({ done, time = null, standing = 'unknown', name }: ProgressBarProps) {
  const { t } = useLanguage()
  const told = done === null ? t(words.unknown) : `${t(words.done)} ${short(done)}`
  const clock = time === null ? '' : ` · ${t(words.time)} ${short(time)}`
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={within(done)}
        aria-valuetext={told + clock}
      >
        <span
          className="progress-fill"
          style={{ width: `${within(done)}%`, background: `var(--${variable[standing]})` }}
        />
        {time !== null && <span className="progress-tick" style={{ insetInlineStart: `${within(time)}%` }} />}
      </div>
      <div className="progress-words" aria-hidden="true">
        <span style={{ color: `var(--${variable[standing]})` }}>{standings[standing].shape}</span> {told}
        <span className="quiet">{clock}</span>
      </div>
    </div>
  )
}
