import { describe, expect, it } from 'vitest'
import { text } from '#engine/result/result'
import { type KeptMove, nothingMoved, withMove, withoutLast, withoutRow } from './undo-moves'

const move = (row: string, from: string | null): KeptMove => ({
  of: row === 'project' ? 'promise' : 'node',
  row,
  name: text(row, row),
  from,
})

describe('undoing moves', () => {
  it('puts back the last first, each in the version that the one before has left', () => {
    const kept = withMove(withMove(nothingMoved, move('a', null), 2), move('a', '1'), 3)
    expect(kept.moves[0]).toEqual(move('a', '1'))
    const once = withoutLast(kept, 4)
    expect(once.moves).toEqual([move('a', null)])
    expect(once.versions.a).toBe(4)
    expect(withoutLast(once, 5).moves).toEqual([])
  })

  it('gives up the moves of a row that somebody else has changed, and keeps the others', () => {
    const kept = withMove(withMove(nothingMoved, move('a', null), 2), move('b', null), 7)
    expect(withoutRow(kept, 'b').moves).toEqual([move('a', null)])
  })

  it('a promise and a node are put back in the order in which they were moved, each in its own version', () => {
    const kept = withMove(withMove(nothingMoved, move('project', '2028-06-30'), 4), move('a', null), 2)
    expect(kept.moves.map(({ of }) => of)).toEqual(['node', 'promise'])
    expect(kept.versions).toEqual({ project: 4, a: 2 })
  })

  it('remembers a bounded number of steps', () => {
    const many = Array.from({ length: 80 }, (_, index) => move('a', String(index)))
    expect(many.reduce((kept, one) => withMove(kept, one, 1), nothingMoved).moves).toHaveLength(50)
  })
})
