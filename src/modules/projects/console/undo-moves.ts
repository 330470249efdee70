import type { PlanMove } from './plan-moves'

/** A date that was moved and kept: what it was before, so that it can be put back. */
export type KeptMove = Pick<PlanMove, 'of' | 'row' | 'name' | 'from'>

/**
 * What can be undone, the last first. A version a row: each writing of one's own raises it, somebody else's makes the
 * server refuse the undoing instead of losing their change.
 */
export interface UndoMoves {
  readonly moves: readonly KeptMove[]
  readonly versions: Readonly<Record<string, number>>
}

export const nothingMoved: UndoMoves = { moves: [], versions: {} }

/** Steps that are remembered; an afternoon of moving bars has fewer. */
const most = 50

/** After a move was kept as this version of its row. */
export const withMove = ({ moves, versions }: UndoMoves, move: KeptMove, version: number): UndoMoves => ({
  moves: [move, ...moves].slice(0, most),
  versions: { ...versions, [move.row]: version },
})

/** After the last move was put back, as this version of its row; the earlier ones go on from there. */
export const withoutLast = ({ moves, versions }: UndoMoves, version: number): UndoMoves => {
  const [last, ...rest] = moves
  return last ? { moves: rest, versions: { ...versions, [last.row]: version } } : nothingMoved
}

/** A row that somebody else has changed meanwhile: none of its moves can be put back any more. */
export const withoutRow = ({ moves, versions }: UndoMoves, row: string): UndoMoves => ({
  moves: moves.filter((move) => move.row !== row),
  versions,
})
