import { describe, expect, it } from 'vitest'
import { type KeptMove, nothingMoved, withMove, withoutLast, withoutNode } from './undo-moves'

const move = (node: string, from: string | null, to: string): KeptMove => ({ node, name: node, from, to })

describe('undoing moves', () => {
  it('puts back the last first, each in the version that the one before has left', () => {
    const kept = withMove(withMove(nothingMoved, move('a', null, '1'), 2), move('a', '1', '2'), 3)
    expect(kept.moves[0]).toEqual(move('a', '1', '2'))
    const once = withoutLast(kept, 4)
    expect(once.moves).toEqual([move('a', null, '1')])
    expect(once.versions.a).toBe(4)
    expect(withoutLast(once, 5).moves).toEqual([])
  })

  it('gives up the moves of a node that somebody else has changed, and keeps the others', () => {
    const kept = withMove(withMove(nothingMoved, move('a', null, '1'), 2), move('b', null, '1'), 7)
    expect(withoutNode(kept, 'b').moves).toEqual([move('a', null, '1')])
  })

  it('remembers a bounded number of steps', () => {
    const many = Array.from({ length: 80 }, (_, index) => move('a', null, String(index)))
    expect(many.reduce((kept, one) => withMove(kept, one, 1), nothingMoved).moves).toHaveLength(50)
  })
})
