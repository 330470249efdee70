import { useCallback, useEffect, useMemo, useState } from 'react'
import { readStored, writeStored } from '#console/preferences/stored-value'
import type { GridReply } from '#modules/indicators/contract'
import {
  afterSave,
  conflictsIn,
  entryKey,
  settled,
  storedTexts,
  withChanges,
  type CellChange,
  type Entries,
  type EntryField,
} from './entry-book'
import { emptyStack, redo, undo, withAct, type UndoStack } from './undo-stack'

/** What has been typed into a grid: kept in this browser until the server has it, so that no reload loses a number. */
export function useEntryBook(grid: GridReply, owner: string) {
  const key = `report.${owner}.${grid.report.id}`
  const [entries, setEntries] = useState<Entries>(() => readStored<Entries>(key, {}))
  const [stack, setStack] = useState<UndoStack>(emptyStack)
  const stored = useMemo(() => storedTexts(grid.lines), [grid.lines])
  useEffect(() => {
    writeStored(key, Object.keys(entries).length > 0 ? entries : undefined)
  }, [key, entries])
  const textOf = useCallback(
    (code: string, field: EntryField): string => {
      const cell = entryKey(code, field)
      return entries[cell]?.text ?? stored.get(cell) ?? ''
    },
    [entries, stored],
  )
  const write = (changes: readonly CellChange[]) => setEntries((now) => withChanges(now, changes, stored))
  const set = (changes: readonly CellChange[]) => {
    const before = changes.map(({ code, field }) => ({ code, field, text: textOf(code, field) }))
    setStack((now) => withAct(now, { before, after: changes }))
    write(changes)
  }
  const step = (way: typeof undo) => {
    const taken = way(stack)
    if (!taken) return
    setStack(taken.stack)
    write(taken.cells)
  }
  const takeSaved = useCallback((reply: GridReply, sent: Readonly<Record<string, string>>) => {
    setEntries((now) => afterSave(now, sent, storedTexts(reply.lines)))
  }, [])
  return {
    entries,
    stored,
    textOf,
    set,
    undo: () => step(undo),
    redo: () => step(redo),
    canUndo: stack.done.length > 0,
    canRedo: stack.undone.length > 0,
    conflicts: conflictsIn(entries, stored),
    settle: (cell: string, keep: 'mine' | 'theirs') =>
      setEntries((now) => settled(now, { key: cell, keep }, stored)),
    takeSaved,
  }
}

export type EntryBook = ReturnType<typeof useEntryBook>
