import { useEffect, useRef, useState } from 'react'
import type { BoardReply } from '../contract'
import { changedIds } from './changed-ids'
import { figureId } from './figure-groups'

/** How long a changed figure stays marked: long enough to be found from across the room. */
const shownFor = 12_000

/** Every value on the board by the figure's id. */
export function boardValues(board: BoardReply): ReadonlyMap<string, string> {
  const figures = [
    ...board.key_figures.map(({ figure }) => figure),
    ...(board.ranking?.ranked.map(({ figure }) => figure) ?? []),
  ]
  return new Map(figures.map((figure) => [figureId(figure), `${figure.qualifier} ${figure.value ?? ''}`]))
}

const none: ReadonlySet<string> = new Set()

/** The figures that somebody has just published while the board was open. */
export function useFreshFigures(board: BoardReply | undefined): ReadonlySet<string> {
  const before = useRef<ReadonlyMap<string, string>>(new Map())
  const [fresh, setFresh] = useState(none)
  useEffect(() => {
    if (!board) return undefined
    const now = boardValues(board)
    const changed = changedIds(before.current, now)
    before.current = now
    if (changed.length > 0) setFresh(new Set(changed))
    return undefined
  }, [board])
  useEffect(() => {
    if (fresh.size === 0) return undefined
    const timer = setTimeout(() => setFresh(none), shownFor)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}
