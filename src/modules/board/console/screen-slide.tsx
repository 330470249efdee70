import { useMemo } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { OriginMark } from '#console/ui/origin-mark'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'
import { useFiguresOf } from './board-queries'
import { boardWords } from './board-words'
import { useDueTitle } from './due-link'
import { figureId, groupByTheme, headlinesOf } from './figure-groups'
import { mapUnits } from './map-unit'
import { rankedWords } from './ranked-words'
import { ScreenCard, type ScreenFigure } from './screen-card'
import { figureText } from './shown-figure'
import { StandingCount } from './standing-count'
import { UnitMap } from './unit-map'

const words = {
  late: text('逾期事项', 'Late'),
  noOwner: text('未设责任人', 'no one in charge'),
}
const lateWords = (days: number) =>
  days === 0 ? text('今天逾期', 'late today') : text(`逾期 ${days} 天`, `${days} d late`)
const moreWords = (count: number) => text(`另有 ${count} 项数据`, `${count} more figures`)

/** Cards that can be read from six metres, and lines beside them. */
const mostCards = 6
const mostLines = 11
const mostLinesWithLate = 8
const mostLate = 2

interface SlideProps {
  readonly board: BoardReply
  readonly figures: FiguresReply | undefined
  readonly fresh: ReadonlySet<string>
  /** Width of one design pixel of 1920 × 1080, in px. */
  readonly pixel: number
  readonly onGo: (unit: string) => void
}

/** Key figures first; where they are few, the published ones; at the top, the main figure of each zone. */
function figuresOf(
  board: BoardReply,
  own: FiguresReply | undefined,
  below: ReadonlyMap<string, FiguresReply>,
) {
  const keys: ScreenFigure[] = board.key_figures.map(({ figure, indicator, comparison }) => ({
    figure,
    indicator,
    comparison,
  }))
  const seen = new Set(keys.map(({ indicator }) => indicator.code))
  const heads =
    board.unit.kind === 'system'
      ? headlinesOf(board.units, below).map((head) => ({ ...head, whose: head.whose.name }))
      : []
  const rest = own && board.unit.kind !== 'system' ? groupByTheme(own).flatMap(({ entries }) => entries) : []
  const all: ScreenFigure[] = [...keys, ...heads]
  return [...all, ...rest.filter(({ indicator }) => !seen.has(indicator.code))]
}

function FigureLines({ items, most }: { readonly items: readonly ScreenFigure[]; readonly most: number }) {
  const { t, language, period } = useLanguage()
  return (
    <div className="screen-lines">
      <ul>
        {items.slice(0, most).map(({ figure, indicator }) => (
          <li key={figureId(figure)}>
            <span>{t(indicator.name)}</span>
            <small>{period(figure.period)}</small>
            <OriginMark nature={figure.nature} />
            <strong>{figureText(figure, indicator, language)}</strong>
          </li>
        ))}
      </ul>
      {items.length > most && <p className="quiet">{t(moreWords(items.length - most))}</p>}
    </div>
  )
}

function LateLines({ board }: { readonly board: BoardReply }) {
  const { t } = useLanguage()
  const titleOf = useDueTitle()
  if (board.late.length === 0) return null
  return (
    <section className="screen-late">
      <h2>
        {t(words.late)} {board.late.length}
      </h2>
      <ul>
        {board.late.slice(0, mostLate).map((due) => (
          <li key={`${due.id} ${due.limit?.en ?? ''}`}>
            <StateMark standing="late" word={lateWords(due.days)} />
            <span>
              {t(board.names[due.unit] ?? text(due.unit, due.unit))} {titleOf(due)}
            </span>
            {due.sample && !board.unit.sample && <SampleMark />}
            <span className="quiet">{due.owner ? t(due.owner) : t(words.noOwner)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const noLight = () => undefined

/** One unit on the big screen: its figures, its map, what is late. */
export function ScreenSlide({ board, figures, fresh, pixel, onGo }: SlideProps) {
  const { t, language, period } = useLanguage()
  const below = useFiguresOf(board.units)
  const units = useMemo(
    () => mapUnits({ board, figures: below, t, language, inWords: period }),
    [board, below, t, language, period],
  )
  const items = useMemo(() => figuresOf(board, figures, below), [board, figures, below])
  const hasMap = units.length > 0
  const lateRoom = board.late.length > 0 ? Math.min(board.late.length, mostLate) * 40 + 60 : 0
  return (
    <div className="screen-body">
      <div>
        {items.length === 0 && <p className="screen-none">{t(boardWords.none)}</p>}
        <ul className="screen-cards" data-count={Math.min(items.length, mostCards)}>
          {items.slice(0, mostCards).map((item) => (
            <ScreenCard
              key={figureId(item.figure)}
              item={item}
              period={board.period}
              fresh={fresh.has(figureId(item.figure))}
            />
          ))}
        </ul>
      </div>
      <div className="screen-side">
        {hasMap ? (
          <>
            <StandingCount units={board.units} />
            <UnitMap
              kind={board.unit.kind}
              core={t(board.unit.name)}
              units={units}
              about={
                board.ranking
                  ? rankedWords(board.ranking, t(board.ranking.indicator.name), { language, period })
                  : undefined
              }
              scale={2 * pixel}
              height={(760 - lateRoom) * pixel}
              touch={{ lit: undefined, onLit: noLight, onGo }}
            />
          </>
        ) : (
          <FigureLines
            items={items.slice(mostCards)}
            most={board.late.length > 0 ? mostLinesWithLate : mostLines}
          />
        )}
        <LateLines board={board} />
      </div>
    </div>
  )
}
