import { Skeleton } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import type { ExplainTarget } from '#modules/indicators/console/explain-panel'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'
import { isReadable } from './board-queries'
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

/** Where the unit has no key figure of its own: those of the units below, once they have come. */
function Heads({ board, figures, onExplain }: Omit<StandingSectionProps, 'fresh'>) {
  const { t } = useLanguage()
  if (figures.size > 0) return <HeadlineCards units={board.units} figures={figures} onExplain={onExplain} />
  // They come a moment later: until then it is not said that there are none.
  if (board.units.some(isReadable)) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  return <p className="quiet">{t(words.none)}</p>
}

function Cards({ board, fresh, onExplain }: Omit<StandingSectionProps, 'figures'>) {
  return (
    <ul className="key-cards">
      {board.key_figures.map((item) => (
        <KeyFigureCard
          key={item.indicator.code}
          item={item}
          time={board.time_progress}
          fresh={fresh.has(figureId(item.figure))}
          onExplain={onExplain}
        />
      ))}
    </ul>
  )
}

const headsTitle = ({ unit, units }: BoardReply) => {
  if (!units.some(isReadable)) return words.title
  return unit.kind === 'system' ? words.zones : words.parks
}

/** How do we stand: the key figures, or the main figures of the units where nothing may be added up. */
export function StandingSection(props: StandingSectionProps) {
  const { board } = props
  const { t, number } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const { key_figures: items, time_progress: time } = board
  if (items.length === 0)
    return (
      <Panel title={t(headsTitle(board))} className="board-standing">
        <Heads {...props} />
      </Panel>
    )
  const title = t(words.title)
  const extra = (
    <>
      {t(words.time)} {number(Number(time).toFixed(1))}%{' '}
      <TableSwitch asTable={asTable} name={title} back={boardWords.asCards} onSwitch={setAsTable} />
    </>
  )
  return (
    <Panel title={title} className="board-standing" extra={extra}>
      {asTable ? <KeyFiguresTable items={items} name={title} /> : <Cards {...props} />}
    </Panel>
  )
}
