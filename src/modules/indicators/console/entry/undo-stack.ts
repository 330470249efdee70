import type { CellChange } from './entry-book'

/** One act of the person, however many cells it touched: a paste is undone as a whole. */
export interface Act {
  readonly before: readonly CellChange[]
  readonly after: readonly CellChange[]
}

export interface UndoStack {
  readonly done: readonly Act[]
  readonly undone: readonly Act[]
}

export const emptyStack: UndoStack = { done: [], undone: [] }

/** Acts that can be taken back; more would only hold memory. */
const deepest = 200

/** A new act; whatever had been undone is forgotten. An act that changes nothing is none. */
export function withAct(stack: UndoStack, act: Act): UndoStack {
  const changes = act.after.some((change, index) => change.text !== act.before[index]?.text)
  return changes ? { done: [...stack.done, act].slice(-deepest), undone: [] } : stack
}

/** The stack after undoing, and the cells to set. */
export function undo(
  stack: UndoStack,
): { readonly stack: UndoStack; readonly cells: readonly CellChange[] } | undefined {
  const act = stack.done.at(-1)
  if (!act) return undefined
  return { stack: { done: stack.done.slice(0, -1), undone: [...stack.undone, act] }, cells: act.before }
}

/** The stack after doing again what was undone last, and the cells to set. */
export function redo(
  stack: UndoStack,
): { readonly stack: UndoStack; readonly cells: readonly CellChange[] } | undefined {
  const act = stack.undone.at(-1)
  if (!act) return undefined
  return { stack: { done: [...stack.done, act], undone: stack.undone.slice(0, -1) }, cells: act.after }
}
