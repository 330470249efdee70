import type { RowOf } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Deed, Effect } from '#platform/records/effects'
import { lockRow } from '#platform/records/lock-row'
import { organisationErrors } from '../contract'
import { rolesConflict, type Term, termsOverlap } from '../domain/access-request'
import { person } from '../records/person'
import type { post } from '../records/post'

const refuse = errorsOf(organisationErrors)

export type PostRow = Pick<RowOf<typeof post>, 'id' | 'person' | 'role' | 'starts_on' | 'ends_on'>

/** The person's other posts, asked as the kernel: they may lie where the actor cannot look. */
async function otherPosts(tx: Transaction, row: PostRow): Promise<(Term & { readonly role: Role })[]> {
  // Two grants for one person at once would not see each other's post: the second waits here for the first.
  await lockRow(tx.asKernel, person, { id: row.person ?? '' })
  return await tx.asKernel.all(
    queries()
      .selectFrom('post')
      .select(['role', 'starts_on', 'ends_on'])
      .where('person', '=', row.person)
      .where('id', '<>', row.id),
  )
}

/**
 * System, security and audit administrator are three people (三员分立), and the system administrator holds no post of the
 * business: a person whose terms of two such posts would overlap by a day is refused.
 */
export async function assertThreeApart(tx: Transaction, row: PostRow): Promise<void> {
  if (row.person === null) return
  const others = await otherPosts(tx, row)
  if (others.some((other) => rolesConflict(row.role, other.role) && termsOverlap(row, other)))
    throw refuse('three_administrators')
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
