import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consequencesOf,
  destination,
  type Move,
  stepped,
  type TreeNode,
  undoing,
  visibleRows,
  within,
} from './tree-order'

const node = (id: string, parent: string | null): TreeNode => ({ id, parent })
const tree = [
  node('cn', null),
  node('qd', 'cn'),
  node('sn', 'qd'),
  node('sb', 'qd'),
  node('ls', 'qd'),
  node('lz', 'cn'),
  node('x', 'sn'),
]
const everything = () => true

/** The tree after a move, as the server would give it back. */
function after(nodes: readonly TreeNode[], move: Move): TreeNode[] {
  const moved = move.ids.map((id) => node(id, move.parent))
  return [...nodes.filter((one) => !move.ids.includes(one.id)), ...moved]
}
const under = (nodes: readonly TreeNode[], parent: string | null) =>
  nodes.filter((one) => one.parent === parent).map((one) => one.id)

describe('putting a unit down', () => {
  it.each([
    ['before a sibling', 'ls', { id: 'sn', where: 'before' }, 'qd', ['ls', 'sn', 'sb']],
    ['after a sibling', 'sn', { id: 'sb', where: 'after' }, 'qd', ['sb', 'sn', 'ls']],
    ['on another: last under it', 'sb', { id: 'sn', where: 'inside' }, 'sn', ['x', 'sb']],
    ['beside the child of another', 'ls', { id: 'x', where: 'before' }, 'sn', ['ls', 'x']],
  ] as const)('%s', (_what, moved, target, parent, ids) => {
    expect(destination(tree, moved, target)).toEqual({ moved, parent, ids })
  })

  it.each([
    ['on itself', 'sn', { id: 'sn', where: 'inside' }],
    ['on its own child', 'sn', { id: 'x', where: 'inside' }],
    ['where it is', 'sb', { id: 'sn', where: 'after' }],
    ['on the parent whose last child it is', 'ls', { id: 'qd', where: 'inside' }],
  ] as const)('%s changes nothing', (_what, moved, target) => {
    expect(destination(tree, moved, target)).toBeUndefined()
  })

  it('one step, but not beyond the end', () => {
    expect(stepped(tree, 'sb', -1)?.ids).toEqual(['sb', 'sn', 'ls'])
    expect(stepped(tree, 'sb', 1)?.ids).toEqual(['sn', 'ls', 'sb'])
    expect(stepped(tree, 'ls', 1)).toBeUndefined()
    expect(stepped(tree, 'sn', -1)).toBeUndefined()
  })

  it('any move keeps every unit once and without a ring, and can be undone', () => {
    const ids = fc.constantFrom(...tree.map((one) => one.id))
    const wheres = fc.constantFrom('before', 'inside', 'after')
    fc.assert(
      fc.property(ids, ids, wheres, (moved, id, where) => {
        const move = destination(tree, moved, { id, where })
        const back = undoing(tree, moved)
        if (!move || !back) return
        const moved2 = after(tree, move)
        expect(
          visibleRows(moved2, everything)
            .map((row) => row.node.id)
            .sort(),
        ).toEqual(tree.map((one) => one.id).sort())
        expect(within(moved2, moved).has(move.parent ?? '')).toBe(false)
        const restored = after(moved2, back)
        for (const parent of [null, ...tree.map((one) => one.id)])
          expect(under(restored, parent)).toEqual(under(tree, parent))
      }),
    )
  })
})

describe('whose totals change', () => {
  it('the new parent gains, what is above both stays', () => {
    const move = destination(tree, 'sn', { id: 'sb', where: 'inside' }) as Move
    expect(consequencesOf(tree, move)).toEqual({ gains: ['sb'], loses: [], along: 1 })
  })
  it('the old parent loses', () => {
    const move = destination(tree, 'x', { id: 'sb', where: 'inside' }) as Move
    expect(consequencesOf(tree, move)).toEqual({ gains: ['sb'], loses: ['sn'], along: 0 })
  })
})

describe('what is shown', () => {
  it('nothing below a closed row', () => {
    const rows = visibleRows(tree, (id) => id === 'cn')
    expect(rows.map((row) => [row.node.id, row.depth, row.place, row.of, row.hasChildren])).toEqual([
      ['cn', 0, 1, 1, true],
      ['qd', 1, 1, 2, true],
      ['lz', 1, 2, 2, false],
    ])
  })
  it('rows whose parent is unseen, and rows in a ring, at the top', () => {
    const torn = [node('a', 'gone'), node('b', 'c'), node('c', 'b'), node('d', 'b')]
    expect(
      visibleRows(torn, everything)
        .map((row) => row.node.id)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })
})
