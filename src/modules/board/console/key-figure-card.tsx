import { Tooltip } from 'antd'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure, FigureMarks } from '#console/ui/figure'
import { ProgressBar } from '#console/ui/progress-bar'
import { Sparkline } from '#console/ui/sparkline'
import { StateMark } from '#console/ui/state-mark'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import { changeWords, figureWords } from '#modules/indicators/console/figure-words'
import type { ChangeReply } from '#modules/indicators/contract'
import type { KeyFigure } from '../contract'
import { boardWords, standingWord } from './board-words'
import { decimalsShown, figureText } from './shown-figure'

const words = {
  base: text('基期', 'Base'),
  unlike: text('两期覆盖单位不同，不完全可比', 'The two stand on different units: not like for like'),
  trend: text('近24个月走势', 'the last 24 months'),
  noTrend: text('尚无逐月数据', 'No monthly figures yet'),
}

interface ChangeProps {
  readonly item: KeyFigure
  readonly change: ChangeReply
}

/** 同比 with its sign; what it is compared with stands in the tooltip, for mouse and keyboard. */
export function YearOnYear({ item, change }: ChangeProps) {
  const { t, language, period } = useLanguage()
  if (change.value === null) return null
  const base = figureWords(
    { value: change.base, qualifier: 'exact' },
    { language, measure: item.indicator.unit, decimals: item.indicator.decimals },
  )
  const told = `${t(words.base)} ${period(change.base_period)} ${base}`
  return (
    <Tooltip title={change.like_for_like ? told : `${told} · ${t(words.unlike)}`}>
      <span className="key-yoy" tabIndex={0}>
        <span className="quiet">{t(boardWords.yoy)}</span> {changeWords(change, language)}
        {!change.like_for_like && <span aria-hidden="true"> ▲</span>}
        <span className="visually-hidden"> {told}</span>
      </span>
    </Tooltip>
  )
}

/** How far towards the target, beside how much of the year has passed. */
function Completion({ item, time }: { readonly item: KeyFigure; readonly time: string }) {
  const { t, language } = useLanguage()
  const completion = item.comparison?.completion
  if (!completion) return null
  const paced = completion.pace === 'time'
  return (
    <div className="key-target">
      <ProgressBar
        name={`${t(item.indicator.name)} ${t(boardWords.completion)}`}
        done={completion.completion}
        time={paced ? (completion.expected ?? time) : null}
        standing={completion.standing}
      />
      <small className="quiet">
        {t(boardWords.target)} {figureText(completion.target, item.indicator, language)}
      </small>
    </div>
  )
}

interface CardProps {
  readonly item: KeyFigure
  readonly time: string
  /** Somebody has just published another value. */
  readonly fresh: boolean
  readonly onExplain: (figure: ExplainTarget) => void
}

/** One key figure with all it is judged by: standing, growth, target against time, two years of months. */
export function KeyFigureCard({ item, time, fresh, onExplain }: CardProps) {
  const { t, period } = useLanguage()
  const { figure, indicator, comparison, trend } = item
  const standing = comparison?.completion?.standing
  const name = t(indicator.name)
  const decimals = decimalsShown(figure, indicator)
  const months = trend.filter((point) => point.value !== null).length
  return (
    <li className="key-card" data-fresh={fresh || undefined}>
      <div className="key-head">
        <h3>{name}</h3>
        {standing && <StateMark standing={standing} {...standingWord(standing)} />}
      </div>
      <div className="key-value">
        <Figure
          figure={figure}
          size="key"
          name={`${name} ${period(figure.period)}`}
          onExplain={() => onExplain(figure)}
          {...(decimals !== undefined && { decimals })}
        />
        {comparison && <YearOnYear item={item} change={comparison.yoy} />}
      </div>
      <Completion item={item} time={time} />
      <div className="key-trend">
        {months > 1 && (
          <Sparkline
            values={trend.map((point) => point.value)}
            label={`${name} ${t(words.trend)}`}
            width={220}
            height={28}
          />
        )}
      </div>
      <div className="key-marks">
        <span className="quiet">{period(figure.period)}</span>
        <FigureMarks figure={figure} />
      </div>
    </li>
  )
}
