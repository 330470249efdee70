import { DesktopOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { text } from '#engine/result/result'
import { usePlace } from '#console/frame/place'
import { ErrorPage } from '#console/frame/message-page'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { PageHeader } from '#console/ui/page-header'
import { SampleMark } from '#console/ui/sample-mark'
import { ExplainPanel } from '#modules/indicators/console/explain-panel'
import type { BoardReply } from '../contract'
import { AheadSection } from './ahead-section'
import { useBoard, useFiguresOf } from './board-queries'
import { DueLists } from './due-lists'
import { FiguresSection } from './figures-section'
import { useFreshFigures } from './fresh-figures'
import { StandingSection } from './standing-section'
import { UnitTrail } from './unit-trail'
import { useExplain } from './use-explain'
import './board.css'
import './figures.css'
import './tables.css'

const words = {
  screen: text('大屏', 'Big screen'),
}
const freshWords = (count: number) =>
  text(
    `刚刚发布了新数据，更新 ${count} 项`,
    count === 1 ? 'One figure has just changed' : `${count} figures have just changed`,
  )

function BoardHead({ board }: { readonly board: BoardReply }) {
  const { t, period } = useLanguage()
  const { unit } = board
  return (
    <PageHeader
      title={text(`${unit.name.zh}看板`, unit.name.en)}
      marks={unit.sample && <SampleMark />}
      about={
        <>
          <UnitTrail code={unit.code} /> {period(board.period)}
        </>
      }
      actions={
        <GoLink to="/board/screen" search={{ unit: unit.code }} className="ant-btn screen-link">
          <DesktopOutlined aria-hidden="true" /> {t(words.screen)}
        </GoLink>
      }
    />
  )
}

interface BodyProps {
  readonly board: BoardReply
  /** What is shown is the board before, while the next is on its way. */
  readonly stale: boolean
}

function BoardBody({ board, stale }: BodyProps) {
  const { t } = useLanguage()
  const figures = useFiguresOf(board.units)
  const fresh = useFreshFigures(board)
  const { target, explain, close } = useExplain()
  return (
    <div className="board" data-stale={stale || undefined} aria-busy={stale}>
      <BoardHead board={board} />
      <p className="visually-hidden" role="status">
        {fresh.size > 0 ? t(freshWords(fresh.size)) : ''}
      </p>
      <StandingSection board={board} figures={figures} fresh={fresh} onExplain={explain} />
      {board.units.length > 0 && <AheadSection board={board} figures={figures} fresh={fresh} />}
      <DueLists board={board} late={board.ranking !== null || board.units.length === 0} />
      <FiguresSection board={board} figures={figures} onExplain={explain} />
      <ExplainPanel figure={target} onClose={close} />
    </div>
  )
}

/** The board: how we stand, who is ahead, what is late and whose, what changed, what comes. */
export function BoardPage() {
  const { unit, period } = usePlace()
  const { search } = useAddress()
  const asked = { unit: unit?.code ?? '', period, ranking: search.ranking }
  const { data, error, isPlaceholderData, refetch } = useBoard(asked)
  if (error && !data) return <ErrorPage error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} />
  return <BoardBody board={data} stale={isPlaceholderData} />
}
