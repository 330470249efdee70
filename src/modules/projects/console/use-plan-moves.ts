import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { project } from '../records/project'
import { projectNode } from '../records/project-node'
import { changeOf, type PlanMove, type Trial } from './plan-moves'
import { useTrial } from './plan-queries'
import { planWords, undoneWords } from './plan-words'
import { type KeptMove, nothingMoved, withMove, withoutLast, withoutRow } from './undo-moves'

/** Where each kind of move is written. */
const written = {
  node: { record: projectNode, field: 'fixed_start' },
  promise: { record: project, field: 'promised_on' },
} as const

interface Placing extends Pick<PlanMove, 'of' | 'row' | 'version'> {
  readonly day: string | null
}

/** Writes the day in the version that was seen; whatever shows the plan is worked out again. */
function usePlacing() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ of, row, version, day }: Placing) =>
      recordClient(written[of].record).update({ id: row, version }, { [written[of].field]: day }),
    onSuccess: (_reply, { of }) =>
      queries.invalidateQueries({ queryKey: ['record', written[of].record.name] }),
  })
}

const isConflict = (error: unknown) => error instanceof ApiProblem && error.status === 409

const stop = text('。', '. ')

/** What the server refuses: every problem it names with its mend, else the refusal as a whole. */
function refusalWords(error: unknown, t: (words: Text) => string): string {
  const problems = error instanceof ApiProblem ? (error.reply.problems ?? []) : []
  if (problems.length === 0) return t(wordsOf(error).message)
  return problems.map(({ says, mend }) => `${t(says)}${t(stop)}${t(mend)}`).join(' ')
}

function useTold() {
  const { t } = useLanguage()
  const { message } = App.useApp()
  return useMemo(
    () => ({
      well: (words: Text) => void message.success(t(words)),
      badly: (error: unknown) => void message.error(refusalWords(error, t), 6),
    }),
    [t, message],
  )
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
      const seen = { ...last, version: kept.versions[last.row] ?? 0, day: last.from }
      place.mutate(seen, {
        onSuccess: ({ row }) => {
          setKept((now) => withoutLast(now, row.version))
          told.well(undoneWords(last.name))
        },
        onError: (error) => {
          if (isConflict(error)) setKept((now) => withoutRow(now, last.row))
          told.badly(error)
        },
      })
    },
  }
}

/** Moving a day: tried first, kept only when somebody has seen what it does, and put back step by step. */
export function usePlanMoves() {
  const told = useTold()
  const [trial, setTrial] = useState<Trial>()
  const { mutate } = useTrial()
  const place = usePlacing()
  const { undoable, undo, remember } = useUndo(place)
  const attempt = useCallback(
    (move: PlanMove) =>
      mutate(
        { project: move.project, changes: [changeOf(move)] },
        { onSuccess: (result) => setTrial({ ...move, result }), onError: told.badly },
      ),
    [mutate, told],
  )
  const keep = () => {
    if (!trial) return
    place.mutate(
      { ...trial, day: trial.to },
      {
        onSuccess: ({ row }) => {
          setTrial(undefined)
          remember(trial, row.version)
          told.well(planWords.kept)
        },
        onError: told.badly,
      },
    )
  }
  return { trial, busy: place.isPending, undoable, attempt, drop: () => setTrial(undefined), keep, undo }
}

export type PlanMoves = ReturnType<typeof usePlanMoves>

/** Ctrl Z puts the last move back, except where it would take back what is typed. */
export const undoByKey = (moves: PlanMoves) => (event: KeyboardEvent) => {
  if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
  if (event.target instanceof HTMLInputElement || moves.undoable === 0) return
  event.preventDefault()
  moves.undo()
}
