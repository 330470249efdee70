import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RowReply } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import { ApiProblem } from '#console/api/api-problem'
import type { GridReply } from '#modules/indicators/contract'
import { pendingLines, type Pending } from './pending-lines'
import { gridQuery, saveLines } from './report-grid-query'
import type { EntryBook } from './use-entry-book'

/** Long enough that typing a line is one save, short enough that looking up finds it saved. */
const pause = 700
const longestPause = 15_000

export type SaveState = 'saved' | 'pending' | 'saving' | 'offline' | 'refused'

interface Failure {
  readonly problem: ApiProblem | undefined
  /** What was refused: the same is not sent again until something has changed. */
  readonly signature: string
  readonly times: number
}

const none: Failure = { problem: undefined, signature: '', times: 0 }

const waitFor = ({ times }: Failure) =>
  times === 0 ? pause : Math.min(longestPause, 1000 * 2 ** Math.min(times, 5))

/** A save that failed will be tried again by itself only when the server was away or the report has moved on. */
const isFinal = ({ problem }: Failure) =>
  problem !== undefined && !problem.isTransient && problem.code !== 'version_conflict'

function useSave(grid: GridReply, book: EntryBook) {
  const queries = useQueryClient()
  const { id } = grid.report
  const [failure, setFailure] = useState<Failure>(none)
  const save = useMutation({
    mutationFn: (given: Pending & { readonly signature: string }) =>
      saveLines({ id, version: grid.report.version, lines: given.lines }),
    onSuccess: (reply, { sent }) => {
      setFailure(none)
      queries.setQueryData(gridQuery(id).queryKey, reply)
      queries.setQueryData<RowReply>(['record', 'report', 'row', id], (old) =>
        old ? { ...old, row: { ...old.row, version: reply.report.version } } : old,
      )
      book.takeSaved(reply, sent)
    },
    onError: (error, { signature }) => {
      const problem = error instanceof ApiProblem ? error : undefined
      setFailure((last) => ({ problem, signature, times: last.times + 1 }))
      // Whoever saved first has moved the report on: its lines are read again, and what does not clash is sent once more.
      if (problem?.status === 409) void queries.invalidateQueries({ queryKey: ['record', 'report'] })
    },
  })
  return { save, failure }
}

function stateOf(given: { waiting: number; saving: boolean; failure: Failure; held: boolean }): SaveState {
  if (given.saving) return 'saving'
  if (given.waiting === 0) return 'saved'
  if (given.held) return 'refused'
  return given.failure.problem?.isTransient ? 'offline' : 'pending'
}

const problemsOf = ({ problem }: Failure): ReadonlyMap<string, Text> =>
  new Map((problem?.reply.problems ?? []).map((one) => [one.field, one.says]))

/** Saves what was typed, a moment after typing stops; keeps trying while the server is away. */
export function useAutosave(grid: GridReply, book: EntryBook) {
  const { entries, stored, conflicts } = book
  const { save, failure } = useSave(grid, book)
  const pending = useMemo(
    () => pendingLines(grid.lines, { entries, stored, conflicts }),
    [grid.lines, entries, stored, conflicts],
  )
  const signature = pending.lines.length > 0 ? JSON.stringify([grid.report.version, pending.lines]) : ''
  const held = isFinal(failure) && failure.signature === signature
  const { mutate, isPending } = save
  useEffect(() => {
    if (!signature || !grid.open || isPending || held) return undefined
    const timer = setTimeout(() => mutate({ ...pending, signature }), waitFor(failure))
    return () => clearTimeout(timer)
    // The signature says all about what is pending; a new object with the same lines must not restart the wait.
  }, [signature, grid.open, isPending, held, failure])
  const state = stateOf({ waiting: pending.lines.length, saving: isPending, failure, held })
  return {
    state,
    unreadable: pending.unreadable,
    /** Cells that await a choice between two people's texts. */
    undecided: conflicts.length,
    problem: held ? failure.problem : undefined,
    /** Sentences of the server by indicator, while what it refused stands unchanged. */
    refused: held ? problemsOf(failure) : new Map<string, Text>(),
  }
}

export type Autosave = ReturnType<typeof useAutosave>
