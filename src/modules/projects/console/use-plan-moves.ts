import { App } from 'antd'
import type { Text } from '#engine/result/result'
import { useState } from 'react'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { useRecordChange } from '#console/records/record-queries'
import type { ScheduledNodeReply } from '../contract'
import { projectNode } from '../records/project-node'
import { useTrial } from './plan-queries'
import type { Trial } from './plan-trial'
import { planWords, undoneWords } from './plan-words'
import { type KeptMove, nothingMoved, withMove, withoutLast, withoutNode } from './undo-moves'

interface Placing {
  readonly id: string
  readonly version: number
  readonly start: string | null
}

const nodes = recordClient(projectNode)

/** Writes the start of a node in the version that was seen; whatever shows the plan is worked out again. */
const usePlacing = () =>
  useRecordChange(projectNode, ({ id, version, start }: Placing) =>
    nodes.update({ id, version }, { fixed_start: start }),
  )

const isConflict = (error: unknown) => error instanceof ApiProblem && error.status === 409

const useTold = () => {
  const { t } = useLanguage()
  const { message } = App.useApp()
  return {
    well: (words: Text) => void message.success(t(words)),
    badly: (error: unknown) => void message.error(t(wordsOf(error).message)),
  }
}

/** Puts back what was moved, the last first. */
function useUndo(place: ReturnType<typeof usePlacing>) {
  const told = useTold()
  const [kept, setKept] = useState(nothingMoved)
  const [last] = kept.moves
  return {
    undoable: kept.moves.length,
    remember: (move: KeptMove, version: number) => setKept((now) => withMove(now, move, version)),
    undo: () => {
      if (!last || place.isPending) return
      const seen = { id: last.node, version: kept.versions[last.node] ?? 0, start: last.from }
      place.mutate(seen, {
        onSuccess: ({ row }) => {
          setKept((now) => withoutLast(now, row.version))
          told.well(undoneWords(last.name))
        },
        onError: (error) => {
          if (isConflict(error)) setKept((now) => withoutNode(now, last.node))
          told.badly(error)
        },
      })
    },
  }
}

/** Moving a bar: tried first, kept only when somebody has seen what it does, and put back step by step. */
export function usePlanMoves(project: string) {
  const { t } = useLanguage()
  const told = useTold()
  const [trial, setTrial] = useState<Trial>()
  const tried = useTrial(project)
  const place = usePlacing()
  const { undoable, undo, remember } = useUndo(place)
  const keep = () => {
    if (!trial) return
    const { node, start } = trial
    const move = { node: node.id, name: t(node.name), from: node.fixed_start, to: start }
    place.mutate(
      { ...node, start },
      {
        onSuccess: ({ row }) => {
          setTrial(undefined)
          remember(move, row.version)
          told.well(planWords.kept)
        },
        onError: told.badly,
      },
    )
  }
  return {
    trial,
    busy: place.isPending,
    undoable,
    move: (node: ScheduledNodeReply, start: string) =>
      tried.mutate([{ node: node.id, start }], {
        onSuccess: (result) => setTrial({ node, start, result }),
        onError: told.badly,
      }),
    drop: () => setTrial(undefined),
    keep,
    undo,
  }
}

export type PlanMoves = ReturnType<typeof usePlanMoves>
