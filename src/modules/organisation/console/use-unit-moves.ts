import { useState } from 'react'
import type { Text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import type { TreeUnit } from '../contract'
import { doneWords, mayLieUnder, unitNodes } from './move-words'
import { useArrangeUnits } from './organisation-queries'
import { type Move, undoing } from './tree-order'

/** What was done last, and how to take it back. */
export interface LastMove {
  readonly says: Text
  readonly back: Move | undefined
}

/**
 * Moves of units: a new order among siblings is done at once (an undo is offered), another parent is asked about first,
 * since totals and sight change with it.
 */
export function useUnitMoves(units: readonly TreeUnit[]) {
  const arrange = useArrangeUnits()
  const [asked, setAsked] = useState<Move>()
  const [last, setLast] = useState<LastMove>()
  const perform = (move: Move, undone = false) => {
    const back = undone ? undefined : undoing(unitNodes(units), move.moved)
    const says = doneWords(units, move)
    arrange.mutate(move, {
      onSuccess: () => setLast({ says, back }),
      onError: () => setLast(undefined),
      onSettled: () => setAsked(undefined),
    })
  }
  const request = (move: Move) => {
    const find = (code: string | null) => units.find((unit) => unit.code === code)
    const [moved, parent] = [find(move.moved), find(move.parent)]
    // What the server is going to refuse is not asked about first: its reason is shown at once.
    const isQuestion = moved && parent && moved.parent !== parent.code && mayLieUnder(units, moved, parent)
    if (isQuestion) setAsked(move)
    else perform(move)
  }
  return {
    request,
    perform,
    asked,
    decline: () => setAsked(undefined),
    last,
    undo: () => last?.back && perform(last.back, true),
    isBusy: arrange.isPending,
    refusal: arrange.error ? wordsOf(arrange.error) : undefined,
    forgive: arrange.reset,
  }
}

export type UnitMoves = ReturnType<typeof useUnitMoves>
