import { useLanguage } from '#console/language/language'
import { Figure, FigureMarks } from '#console/ui/figure'
import { ProgressBar } from '#console/ui/progress-bar'
import { StateMark } from '#console/ui/state-mark'
import { changeWords } from '#modules/indicators/console/figure-words'
import type { KeyFigure } from '../contract'
import { boardWords, standingWord } from './board-words'
import type { FigureEntry } from './figure-groups'
import { decimalsShown } from './shown-figure'

/** A key figure, or a published one that has nothing to be compared with. */
export interface ScreenFigure extends Pick<FigureEntry, 'figure' | 'indicator'> {
  readonly comparison?: KeyFigure['comparison']
}

/** One figure to be read from six metres. */
export function ScreenCard({ item, fresh }: { readonly item: ScreenFigure; readonly fresh: boolean }) {
  const { t, language, period } = useLanguage()
  const { figure, indicator, comparison } = item
  const completion = comparison?.completion
  const decimals = decimalsShown(figure, indicator)
  return (
    <li className="screen-card" data-fresh={fresh || undefined}>
      <div className="screen-card-head">
        <h2>{t(indicator.name)}</h2>
        {completion && <StateMark standing={completion.standing} {...standingWord(completion.standing)} />}
      </div>
      <div className="screen-value">
        <Figure figure={figure} size="key" {...(decimals !== undefined && { decimals })} />
        {comparison && comparison.yoy.value !== null && (
          <span className="screen-yoy">
            {t(boardWords.yoy)} {changeWords(comparison.yoy, language)}
          </span>
        )}
      </div>
      {completion && (
        <ProgressBar
          name={t(indicator.name)}
          done={completion.completion}
          time={completion.pace === 'time' ? completion.expected : null}
          standing={completion.standing}
        />
      )}
      <div className="screen-marks">
        <span>{period(figure.period)}</span>
        <FigureMarks figure={figure} />
      </div>
    </li>
  )
}
