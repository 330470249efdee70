import { describe, expect, it } from 'vitest'
import { emptyStack, redo, undo, withAct, type UndoStack } from './undo-stack'

const cell = (text: string, code = 'revenue') => ({ code, field: 'value' as const, text })
const act = (before: string, after: string) => ({ before: [cell(before)], after: [cell(after)] })

describe('undo gives back what was there', () => {
  const two = withAct(withAct(emptyStack, act('', '1')), act('1', '2'))
  it('step by step, and forward again', () => {
    const first = undo(two)
    expect(first?.cells).toEqual([cell('1')])
    const second = undo(first?.stack as UndoStack)
    expect(second?.cells).toEqual([cell('')])
    expect(undo(second?.stack as UndoStack)).toBeUndefined()
    expect(redo(second?.stack as UndoStack)?.cells).toEqual([cell('1')])
  })
  it('forgets what was undone once something new is typed', () => {
    const back = undo(two)?.stack as UndoStack
    expect(redo(withAct(back, act('1', '9')))).toBeUndefined()
  })
  it('a paste of many cells is one act', () => {
    const paste = { before: [cell(''), cell('', 'profit')], after: [cell('1'), cell('2', 'profit')] }
    expect(undo(withAct(emptyStack, paste))?.cells).toHaveLength(2)
  })
  it('what changes nothing leaves nothing to undo', () => {
    expect(withAct(emptyStack, act('1', '1'))).toBe(emptyStack)
  })
})
