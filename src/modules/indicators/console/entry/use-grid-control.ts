import { useEffect, useId, useRef, useState } from 'react'
import { entryKey, type CellChange } from './entry-book'
import {
  clamped,
  columnAt,
  gridColumns,
  holds,
  isEditable,
  rangeOf,
  type GridPlace,
  type GridSelection,
} from './grid-place'
import type { RowView } from './row-view'
import type { EntryBook } from './use-entry-book'

export interface Editing {
  /** What stands in the cell when editing begins. */
  readonly initial: string
  readonly text: string
  /** `type`: begun by typing, arrows finish and move; `edit`: begun by F2, arrows move inside the text. */
  readonly mode: 'type' | 'edit'
}

interface Given {
  readonly rows: readonly RowView[]
  readonly book: EntryBook
  readonly open: boolean
}

const start: GridPlace = { row: 0, column: 0 }

/** Cells of the selection that can be filled in, with their texts. */
function editableCells(rows: readonly RowView[], selection: GridSelection): CellChange[] {
  const range = rangeOf(selection)
  return rows.flatMap((view, row) =>
    gridColumns.flatMap((field, column) =>
      isEditable(field) && holds(range, { row, column })
        ? [
            {
              code: view.line.indicator.code,
              field,
              text: field === 'value' ? view.typed : view.explanation,
            },
          ]
        : [],
    ),
  )
}

/** Each column of the selection takes the text of its first cell. */
function filledDown(cells: readonly CellChange[]): CellChange[] {
  return cells.map((cell) => ({
    ...cell,
    text: cells.find((first) => first.field === cell.field)?.text ?? '',
  }))
}

function useEditing({ rows, book, open }: Given, selection: GridSelection) {
  const [editing, setEditing] = useState<Editing>()
  // Beside the state, so that the blur of a removed input cannot write what Escape has just given up.
  const draft = useRef<string>(undefined)
  // What was stored when typing began: somebody else may save the cell meanwhile.
  const base = useRef<string>(undefined)
  const view = rows[selection.at.row]
  const field = columnAt(selection.at)
  const begin = (mode: Editing['mode'], typed?: string) => {
    if (!open || !view || !isEditable(field)) return
    const initial = typed ?? (field === 'value' ? view.typed : view.explanation)
    draft.current = initial
    base.current = book.stored.get(entryKey(view.line.indicator.code, field))
    setEditing({ initial, text: initial, mode })
  }
  const end = () => {
    draft.current = undefined
    setEditing(undefined)
  }
  const commit = () => {
    const text = draft.current
    end()
    if (text !== undefined && view && isEditable(field))
      book.set([{ code: view.line.indicator.code, field, text: text.trim(), base: base.current }])
  }
  const type = (text: string) => {
    draft.current = text
    setEditing((now) => now && { ...now, text })
  }
  return { editing, begin, commit, cancel: end, type }
}

/** Where one stands in the grid, what is selected, what is being typed, and the acts on it. */
export function useGridControl(given: Given) {
  const { rows, book, open } = given
  const id = useId()
  const [selection, setSelection] = useState<GridSelection>({ anchor: start, at: start })
  const edit = useEditing(given, selection)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current || edit.editing) return
    wantsFocus.current = false
    document.getElementById(`${id}-${selection.at.row}-${selection.at.column}`)?.focus()
  }, [id, selection, edit.editing])
  const stand = (place: GridPlace, extend = false) => {
    const at = clamped(place, rows.length)
    wantsFocus.current = true
    setSelection((now) => ({ anchor: extend ? now.anchor : at, at }))
  }
  const change = (next: (cells: readonly CellChange[]) => readonly CellChange[]) => {
    if (open) book.set(next(editableCells(rows, selection)))
  }
  return {
    ...given,
    ...edit,
    id,
    selection,
    stand,
    selectAll: () => {
      wantsFocus.current = true
      setSelection({
        anchor: start,
        at: { row: rows.length - 1, column: gridColumns.length - 1 },
      })
    },
    /** Takes what was typed and leaves the focus where it has gone. */
    finish: edit.commit,
    commit: () => {
      wantsFocus.current = true
      edit.commit()
    },
    cancel: () => {
      wantsFocus.current = true
      edit.cancel()
    },
    clear: () => change((cells) => cells.map((cell) => ({ ...cell, text: '' }))),
    fill: (text: string) => change((cells) => cells.map((cell) => ({ ...cell, text }))),
    fillDown: () => change(filledDown),
  }
}

export type GridControl = ReturnType<typeof useGridControl>
