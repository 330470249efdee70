import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure } from '#console/ui/figure'
import { OriginMark } from '#console/ui/origin-mark'
import { SampleMark } from '#console/ui/sample-mark'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FigureEntry } from './figure-groups'
import { decimalsShown } from './shown-figure'

const words = {
  part: text('其中', 'Of which'),
  open: text('出处未明', 'Source leaves open'),
}

interface FigureTileProps {
  readonly entry: FigureEntry
  readonly onExplain: (figure: ExplainTarget) => void
}

/** One published figure exactly as it was published; the whole tile explains it. */
export function FigureTile({ entry, onExplain }: FigureTileProps) {
  const { t, period } = useLanguage()
  const { figure, indicator, partOf } = entry
  const decimals = decimalsShown(figure, indicator)
  return (
    <li
      className="tile"
      data-part={partOf ? true : undefined}
      data-open={figure.ambiguity ? true : undefined}
    >
      <button type="button" className="plain-button" onClick={() => onExplain(figure)}>
        <span className="tile-name">
          {partOf && (
            <span className="tile-part" title={t(partOf.name)}>
              {t(words.part)}
              <span className="visually-hidden"> {t(partOf.name)}</span>
            </span>
          )}
          {t(indicator.name)}
        </span>
        <span className="tile-value">
          <Figure
            figure={{ ...figure, sample: false }}
            size="key"
            {...(decimals !== undefined && { decimals })}
          />
          {figure.sample && <SampleMark />}
        </span>
        <span className="tile-marks">
          <span>{period(figure.period)}</span>
          <OriginMark nature={figure.nature} origin={figure.origin} />
        </span>
        {figure.ambiguity && (
          <span className="tile-open">
            <span aria-hidden="true">▲ </span>
            {t(words.open)}
            <span className="tile-open-says">{t(figure.ambiguity)}</span>
          </span>
        )}
      </button>
    </li>
  )
}
