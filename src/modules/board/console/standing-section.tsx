import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'
import { boardWords } from './board-words'
import { figureId } from './figure-groups'
import { HeadlineCards } from './headline-cards'
import { KeyFigureCard } from './key-figure-card'
import { KeyFiguresTable } from './key-figures-table'
import { TableSwitch } from './table-switch'

const words = {
  title: text('总体情况', 'How do we stand'),
  time: text('时间进度', 'Time passed'),
  zones: text('各区要数', 'The main figure of each zone'),
  parks: text('各园要数', 'The main figure of each park'),
  none: text('本单位尚无关键指标数据。', 'No key figure is known of this unit yet.'),
}

interface StandingSectionProps {
  readonly board: BoardReply
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly fresh: ReadonlySet<string>
  readonly onExplain: (figure: ExplainTarget) => void
}

/** How do we stand: the key figures, or the main figure of each unit where nothing may be added up. */
export function StandingSection({ board, figures, fresh, onExplain }: StandingSectionProps) {
  const { t, number } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const { key_figures: items, time_progress: time } = board
  const heads = items.length === 0 && figures.size > 0
  const title = t(heads ? (board.unit.kind === 'system' ? words.zones : words.parks) : words.title)
  return (
    <Panel
      title={title}
      className="board-standing"
      extra={
        items.length > 0 && (
          <>
            {t(words.time)} {number(Number(time).toFixed(1))}%{' '}
            <TableSwitch asTable={asTable} name={title} back={boardWords.asCards} onSwitch={setAsTable} />
          </>
        )
      }
    >
      {heads && <HeadlineCards units={board.units} figures={figures} onExplain={onExplain} />}
      {!heads && items.length === 0 && <p className="quiet">{t(words.none)}</p>}
      {asTable ? (
        <KeyFiguresTable items={items} name={title} />
      ) : (
        items.length > 0 && (
          <ul className="key-cards">
            {items.map((item) => (
              <KeyFigureCard
                key={item.indicator.code}
                item={item}
                time={time}
                fresh={fresh.has(figureId(item.figure))}
                onExplain={onExplain}
              />
            ))}
          </ul>
        )
      )}
    </Panel>
  )
}
