import { useLanguage } from '#console/language/language'
import { Figure, FigureMarks } from '#console/ui/figure'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardUnit } from '../contract'
import { figureId, headlinesOf } from './figure-groups'
import { decimalsShown } from './shown-figure'
import { UnitLink } from './unit-link'

interface HeadlineCardsProps {
  readonly units: readonly BoardUnit[]
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly onExplain: (figure: ExplainTarget) => void
}

/** Where nothing adds up over the units: the figures of each that say most, with whose they are. */
export function HeadlineCards({ units, figures, onExplain }: HeadlineCardsProps) {
  const { t, period } = useLanguage()
  return (
    <ul className="key-cards key-heads">
      {headlinesOf(units, figures).map(({ whose: unit, figure, indicator }) => {
        const decimals = decimalsShown(figure, indicator)
        return (
          <li key={figureId(figure)} className="key-card">
            <div className="key-head">
              <h3>{t(indicator.name)}</h3>
            </div>
            <div className="key-value">
              <Figure
                figure={figure}
                size="key"
                name={`${t(unit.name)} ${t(indicator.name)} ${period(figure.period)}`}
                onExplain={() => onExplain(figure)}
                {...(decimals !== undefined && { decimals })}
              />
            </div>
            <div className="key-whose">
              <UnitLink code={unit.code}>{t(unit.name)}</UnitLink>
            </div>
            <div className="key-marks">
              <span className="quiet">{period(figure.period)}</span>
              <FigureMarks figure={figure} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
