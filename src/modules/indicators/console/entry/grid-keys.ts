import type { KeyboardEvent } from 'react'
import { columnAt, isEditable, moved, nextEntry, type GridPlace } from './grid-place'
import type { GridControl } from './use-grid-control'

interface KeyGiven {
  readonly control: GridControl
  readonly explainAt: (place: GridPlace) => void
  /** Escape was pressed: the next Tab leaves the grid, so that nobody is caught in it. */
  readonly leaving: { current: boolean }
}

type Act = (given: KeyGiven, event: KeyboardEvent) => void

const tab: Act = ({ control, leaving }, event) => {
  const next = nextEntry(control.selection.at, control.rows.length, event.shiftKey ? -1 : 1)
  if (!next || leaving.current) return
  event.preventDefault()
  control.stand(next)
}

const down = ({ control }: KeyGiven, back: boolean) => {
  const { row, column } = control.selection.at
  control.stand({ row: row + (back ? -1 : 1), column })
}

const enter: Act = (given, event) => {
  event.preventDefault()
  const { at } = given.control.selection
  if (isEditable(columnAt(at))) down(given, event.shiftKey)
  else given.explainAt(at)
}

const escape: Act = ({ control, leaving }) => {
  leaving.current = true
  control.stand(control.selection.at)
}

const plainKeys: Readonly<Record<string, Act>> = {
  Tab: tab,
  Enter: enter,
  Escape: escape,
  F2: ({ control }, event) => {
    event.preventDefault()
    control.begin('edit')
  },
  Delete: ({ control }, event) => {
    event.preventDefault()
    control.clear()
  },
  Backspace: ({ control }, event) => {
    event.preventDefault()
    control.begin('type', '')
  },
  // An input method has begun: the input must stand there before its first letter.
  Process: ({ control }) => control.begin('type', ''),
}

const commandKeys: Readonly<Record<string, Act>> = {
  z: ({ control }, event) => (event.shiftKey ? control.book.redo() : control.book.undo()),
  y: ({ control }) => control.book.redo(),
  d: ({ control }) => control.fillDown(),
  a: ({ control }) => control.selectAll(),
}

function command(given: KeyGiven, event: KeyboardEvent): boolean {
  const act = commandKeys[event.key.toLowerCase()]
  if (!act || event.altKey) return false
  event.preventDefault()
  act(given, event)
  return true
}

/** Keys after which Tab still leaves the grid. */
const leavingKeys = new Set(['Escape', 'Tab', 'Shift'])

function plain(given: KeyGiven, event: KeyboardEvent): void {
  const act = plainKeys[event.key]
  if (act) {
    act(given, event)
    return
  }
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  if (!isLetter) return
  event.preventDefault()
  given.control.begin('type', event.key)
}

/** A key in the grid while no cell is being typed in. */
export function pressInGrid(given: KeyGiven, event: KeyboardEvent): void {
  const { control, leaving } = given
  const isFar = event.ctrlKey || event.metaKey
  if (!leavingKeys.has(event.key)) leaving.current = false
  if (isFar && command(given, event)) return
  const place = moved(control.selection.at, { key: event.key, isFar }, control.rows.length)
  if (!place) {
    plain(given, event)
    return
  }
  event.preventDefault()
  control.stand(place, event.shiftKey)
}

const finishing: Readonly<Record<string, Act>> = {
  Enter: (given, event) => {
    event.preventDefault()
    given.control.commit()
    down(given, event.shiftKey)
  },
  Tab: (given, event) => {
    given.control.commit()
    tab(given, event)
  },
  Escape: ({ control }, event) => {
    event.preventDefault()
    control.cancel()
  },
}

/** A key inside the cell being typed in; letters are the input's own. */
export function pressInCell(given: KeyGiven, event: KeyboardEvent): void {
  const { control } = given
  // Enter that chooses a word of an input method does not finish the cell.
  if (event.nativeEvent.isComposing) return
  event.stopPropagation()
  const finish = finishing[event.key]
  if (finish) {
    finish(given, event)
    return
  }
  const isArrow = event.key.startsWith('Arrow') && control.editing?.mode === 'type'
  const place = isArrow && moved(control.selection.at, { key: event.key, isFar: false }, control.rows.length)
  if (!place) return
  event.preventDefault()
  control.commit()
  control.stand(place)
}
