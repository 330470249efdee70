/** A date that was moved and kept: what it was before, so that it can be put back. */
export interface KeptMove {
  readonly node: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

/**
 * What can be undone, the last first. A version a node: each writing of one's own raises it, somebody else's makes the
 * server refuse the undoing instead of losing their change.
 */
export interface UndoMoves {
  readonly moves: readonly KeptMove[]
  readonly versions: Readonly<Record<string, number>>
}

export const nothingMoved: UndoMoves = { moves: [], versions: {} }

/** Steps that are remembered; an afternoon of moving bars has fewer. */
const most = 50

/** After a move was kept as this version of its node. */
export const withMove = ({ moves, versions }: UndoMoves, move: KeptMove, version: number): UndoMoves => ({
  moves: [move, ...moves].slice(0, most),
  versions: { ...versions, [move.node]: version },
})

/** After the last move was put back, as this version of its node; the earlier ones go on from there. */
export const withoutLast = ({ moves, versions }: UndoMoves, version: number): UndoMoves => {
  const [last, ...rest] = moves
  return last ? { moves: rest, versions: { ...versions, [last.node]: version } } : nothingMoved
}

/** A node that somebody else has changed meanwhile: none of its moves can be put back any more. */
export const withoutNode = ({ moves, versions }: UndoMoves, node: string): UndoMoves => ({
  moves: moves.filter((move) => move.node !== node),
  versions,
})
