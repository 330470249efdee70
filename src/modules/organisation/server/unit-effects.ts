import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import { invalidInput } from '#platform/records/refusals'
import type { Units } from './unit-tree'

/** The tree stays a tree: a unit cannot be moved below itself. */
export function unitEffects(units: Units): Effect {
  return {
    before(_tx: Transaction, deed: Deed) {
      const { parent, id } = deed.row as unknown as { parent: string | null; id: string }
      if (deed.name === 'update' && parent !== null && units.tree().within(id).includes(parent))
        throw invalidInput([
          {
            field: 'parent',
            code: 'rule',
            value: shown(parent),
            says: text('不能移到自己的下级之下', 'cannot lie below itself'),
            mend: text('请选择另一个上级', 'Choose another parent.'),
          },
        ])
      return Promise.resolve(undefined)
    },
  }
}
