import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import { invalidInput } from '#platform/records/refusals'
import type { Units } from './unit-tree'

const refused = (parent: string, says: [string, string], mend: [string, string]) =>
  invalidInput([
    { field: 'parent', code: 'rule', value: shown(parent), says: text(...says), mend: text(...mend) },
  ])

/** What follows from a unit's move, in the same transaction: main knows whose figures hang on the tree. */
type Moved = (tx: Transaction, move: { readonly unit: string; readonly from: string | null }) => Promise<void>

/**
 * The tree stays a tree: a unit cannot be moved below itself, nor into another zone: its rows and figures carry the zone
 * in their keys and would be left behind.
 */
export function unitEffects(units: Units, moved?: Moved): Effect {
  return {
    async after(tx: Transaction, deed: Deed) {
      tx.afterCommit(units.followCommit)
      const from = (deed.before?.parent ?? null) as string | null
      if (deed.before && from !== deed.row.parent) await moved?.(tx, { unit: deed.row.id, from })
    },
    before(_tx: Transaction, deed: Deed) {
      const { parent, id, kind } = deed.row as unknown as { parent: string | null; id: string; kind: string }
      if (deed.name !== 'update' || parent === null) return Promise.resolve(undefined)
      const tree = units.tree()
      if (tree.within(id).includes(parent))
        throw refused(
          parent,
          ['不能移到自己的下级之下', 'cannot lie below itself'],
          ['请选择另一个上级', 'Choose another parent.'],
        )
      if (kind !== 'zone' && tree.zoneOf(parent) !== tree.zoneOf(id))
        throw refused(
          parent,
          ['不能移到另一个高新区', 'cannot be moved into another zone'],
          ['请在该高新区新建园区', 'Create a park in that zone instead.'],
        )
      return Promise.resolve(undefined)
    },
  }
}
