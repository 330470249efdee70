import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { List } from '#console/records/use-list'
import { EmptyState } from '#console/ui/empty-state'
import type { ProjectCardsReply } from '../../portfolio-contract'
import { askedOf, useProjectCards } from './portfolio-queries'
import { portfolioWords } from './portfolio-words'
import { ProjectCard } from './project-card'
import '../plan.css'
import './cards.css'

const words = {
  previous: text('上一个', 'Previous'),
  next: text('下一个', 'Next'),
}
const ownWords = (own: number, shown: number, total: number) =>
  text(
    `您包联 ${own} 个，排在最前；共 ${total} 个${total > shown ? `，显示前 ${shown} 个` : ''}`,
    `You lead ${own}, shown first; ${total} in all${total > shown ? `, the first ${shown} shown` : ''}`,
  )

/** The card one has turned to: by swiping, by the buttons below, by the arrow keys. */
function useTurning(count: number) {
  const room = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const onScroll = useCallback(() => {
    const { current } = room
    if (current) setAt(Math.round(current.scrollLeft / Math.max(1, current.clientWidth)))
  }, [])
  const turn = useCallback(
    (step: number) => {
      const { current } = room
      const next = Math.max(0, Math.min(count - 1, at + step))
      current?.scrollTo({ left: next * current.clientWidth, behavior: 'auto' })
    },
    [at, count],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    turn(event.key === 'ArrowLeft' ? -1 : 1)
  }
  return { room, at, onScroll, turn, onKeyDown }
}

function Cards({ reply }: { readonly reply: ProjectCardsReply }) {
  const { t } = useLanguage()
  const count = reply.rows.length
  const { room, at, onScroll, turn, onKeyDown } = useTurning(count)
  return (
    <>
      <p className="quiet cards-note">{t(ownWords(reply.own, count, reply.total))}</p>
      <div
        ref={room}
        className="project-cards"
        role="region"
        aria-label={t(portfolioWords.cards)}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {reply.rows.map((row) => (
          <ProjectCard key={row.id} row={row} reply={reply} />
        ))}
      </div>
      <nav className="cards-turn" aria-label={t(portfolioWords.cards)}>
        <Button
          size="large"
          icon={<LeftOutlined aria-hidden="true" />}
          disabled={at === 0}
          onClick={() => turn(-1)}
        >
          {t(words.previous)}
        </Button>
        <span aria-live="polite">
          {Math.min(at, count - 1) + 1} / {count}
        </span>
        <Button size="large" type="primary" disabled={at >= count - 1} onClick={() => turn(1)}>
          {t(words.next)} <RightOutlined aria-hidden="true" />
        </Button>
      </nav>
    </>
  )
}

/** For a leader on the way: one project a screen on a phone, side by side on a desk, one's own first. */
export function PortfolioCards({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { data, error } = useProjectCards(askedOf(list.asked))
  if (error && !data) throw error
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 10 }} />
  if (data.rows.length === 0)
    return (
      <EmptyState why={portfolioWords.none} what={portfolioWords.noneWhat}>
        <Button onClick={list.clear}>{t(portfolioWords.clear)}</Button>
      </EmptyState>
    )
  return <Cards key={JSON.stringify(list.asked)} reply={data} />
}
