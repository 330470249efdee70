import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure, FigureMarks } from '#console/ui/figure'
import { ProgressBar } from '#console/ui/progress-bar'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import { changeWords } from '#modules/indicators/console/figure-words'
import type { ChangeReply } from '#modules/indicators/contract'
import type { KeyFigure } from '../contract'
import { standingWord } from './board-words'
import type { FigureEntry } from './figure-groups'
import { decimalsShown } from './shown-figure'

/** Short enough for the wall. */
const yearOnYear = text('同比', 'YoY')
const unlike = text('口径不全可比', 'not like for like')

/** A key figure, or a published one that has nothing to be compared with. */
export interface ScreenFigure extends Pick<FigureEntry, 'figure' | 'indicator'> {
  readonly comparison?: KeyFigure['comparison']
  /** Named where the slide shows several units' figures. */
  readonly whose?: Text
}

function Growth({ yoy }: { readonly yoy: ChangeReply }) {
  const { t, language } = useLanguage()
  if (yoy.value === null) return null
  return (
    <span className="screen-yoy">
      {t(yearOnYear)} {changeWords(yoy, language)}
      {!yoy.like_for_like && <span title={t(unlike)}> ▲</span>}
    </span>
  )
}

/** Growth and the marks that no number goes without; what the slide's head says already is not said again. */
function Marks({ item, period }: Pick<ScreenCardProps, 'item' | 'period'>) {
  const { period: inWords } = useLanguage()
  const { figure, comparison } = item
  const origin = figure.origin === 'published' ? 'published' : ''
  return (
    <>
      <div className="screen-marks">
        {comparison && <Growth yoy={comparison.yoy} />}
        {figure.sample && <SampleMark />}
      </div>
      <div className="screen-marks">
        {figure.period !== period && <span>{inWords(figure.period)}</span>}
        <FigureMarks figure={{ ...figure, sample: false, origin }} />
      </div>
    </>
  )
}

interface ScreenCardProps {
  readonly item: ScreenFigure
  /** The slide's period stands in its head; only another one is told here. */
  readonly period: string
  readonly fresh: boolean
}

/** One figure to be read from six metres. */
export function ScreenCard({ item, period, fresh }: ScreenCardProps) {
  const { t } = useLanguage()
  const { figure, indicator, comparison, whose } = item
  const completion = comparison?.completion
  const decimals = decimalsShown(figure, indicator)
  return (
    <li className="screen-card" data-fresh={fresh || undefined}>
      <div className="screen-card-head">
        <h2>
          {whose && <span className="screen-whose">{t(whose)}</span>}
          {t(indicator.name)}
        </h2>
        {completion && <StateMark standing={completion.standing} {...standingWord(completion.standing)} />}
      </div>
      <Figure figure={figure} size="key" {...(decimals !== undefined && { decimals })} />
      {completion && (
        <ProgressBar
          name={t(indicator.name)}
          done={completion.completion}
          time={completion.pace === 'time' ? completion.expected : null}
          standing={completion.standing}
        />
      )}
      <Marks item={item} period={period} />
    </li>
  )
}
