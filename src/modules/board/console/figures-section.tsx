import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'
import { readable, useUnitFigures } from './board-queries'
import { publishedWords, ZoneBlock } from './published-section'

const words = {
  jump: text('跳到', 'Jump to'),
  sampleZone: text('本区数据', 'Figures of the zone'),
}

interface FiguresSectionProps {
  readonly board: BoardReply
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly onExplain: (figure: ExplainTarget) => void
}

/** At the top: every zone's published figures, one after the other. */
function ZonesFigures({ board, figures, onExplain }: FiguresSectionProps) {
  const { t } = useLanguage()
  return (
    <Panel title={t(publishedWords.zones)}>
      <nav className="zone-jump no-print" aria-label={t(words.jump)}>
        {board.units.map((unit) => (
          <a key={unit.code} href={`#figures-${unit.code}`}>
            {t(unit.name)}
          </a>
        ))}
      </nav>
      {board.units.map((unit) => (
        <ZoneBlock
          key={unit.code}
          unit={unit}
          reply={figures.get(unit.code)}
          large={unit.figures > readable}
          headed
          onExplain={onExplain}
        />
      ))}
    </Panel>
  )
}

/** Inside a zone or park: its own figures; of a unit with thousands, those of the board's period. */
function OwnFigures({ board, onExplain }: Omit<FiguresSectionProps, 'figures'>) {
  const { t } = useLanguage()
  const { unit, units, period } = board
  const large = unit.sample || units.reduce((sum, one) => sum + one.figures, 0) > readable
  const asked = large
    ? ({ unit: unit.code, from: period, to: period } as const)
    : ({ unit: unit.code, below: 'true' } as const)
  const { data } = useUnitFigures(asked)
  const parks = large ? [] : units.map(({ code, name }) => ({ code, name }))
  const shown = {
    code: unit.code,
    name: unit.name,
    sample: unit.sample,
    figures: data?.figures.length ?? 0,
    parks,
  }
  const title = large ? words.sampleZone : unit.kind === 'park' ? publishedWords.park : publishedWords.zone
  return (
    <Panel title={t(title)}>
      <ZoneBlock unit={shown} reply={data} large={false} headed={false} onExplain={onExplain} />
    </Panel>
  )
}

/** Every figure the board knows of the units shown, as it was published. */
export function FiguresSection(props: FiguresSectionProps) {
  return props.board.unit.kind === 'system' ? <ZonesFigures {...props} /> : <OwnFigures {...props} />
}
