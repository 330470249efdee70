import type { RowOf } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Deed, Effect } from '#platform/records/effects'
import { organisationErrors, threeAdministrators } from '../contract'
import type { post } from '../records/post'

const refuse = errorsOf(organisationErrors)

type PostRow = Pick<RowOf<typeof post>, 'id' | 'person' | 'role' | 'starts_on' | 'ends_on'>

/**
 * System, security and audit administrator are three people (三员分立): a person whose terms of two of them would overlap
 * by a day is refused. Asked as the kernel, because the other post may lie where the actor cannot look.
 */
export async function assertThreeApart(tx: Transaction, row: PostRow): Promise<void> {
  const others = threeAdministrators.filter((role) => role !== row.role)
  if (row.person === null || others.length === threeAdministrators.length) return
  const held = queries()
    .selectFrom('post')
    .select('id')
    .where('person', '=', row.person)
    .where('role', 'in', others)
    .where('id', '<>', row.id)
    .where((or) => or.or([or('ends_on', 'is', null), or('ends_on', '>=', row.starts_on)]))
  const overlapping = row.ends_on === null ? held : held.where('starts_on', '<=', row.ends_on)
  if (await tx.asKernel(() => tx.first(overlapping))) throw refuse('three_administrators')
}

/** A post's own rule, whichever way it is written. */
export function postEffects(): Effect {
  return {
    async before(tx: Transaction, deed: Deed) {
      await assertThreeApart(tx, deed.row as unknown as PostRow)
      return undefined
    },
  }
}
