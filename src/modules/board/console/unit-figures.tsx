import { useLanguage } from '#console/language/language'
import { themeText } from '#modules/indicators/console/theme-words.data'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import { FigureTile } from './figure-tile'
import { figureId, groupByTheme } from './figure-groups'

interface UnitFiguresProps {
  readonly reply: FiguresReply
  /** Level of the themes' headings: below a unit's own, or right below the panel's. */
  readonly level: 'h3' | 'h4'
  readonly onExplain: (figure: ExplainTarget) => void
}

/** All figures of one unit by theme. */
export function UnitFigures({ reply, level: Heading, onExplain }: UnitFiguresProps) {
  const { t } = useLanguage()
  return (
    <div className="themes">
      {groupByTheme(reply).map(({ theme, entries }) => {
        return (
          <div key={theme ?? ''} className="theme">
            <Heading>{t(themeText(theme))}</Heading>
            <ul className="tiles">
              {entries.map((entry) => (
                <FigureTile key={figureId(entry.figure)} entry={entry} onExplain={onExplain} />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
