import type { Actor } from '#engine/records/rights'
import type { Role } from '#engine/records/role.data'
import type { SessionPost } from '#engine/records/session'
import { text, type Text } from '#engine/result/result'
import type { Directory } from '#platform/access/directory'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import type { Units } from './unit-tree'
import { beijingToday } from '#platform/records/beijing-now'

interface PostRow {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly role: Role
  readonly unit_id: string
  readonly organ: string | null
}

interface Named {
  readonly name_zh: string
  readonly name_en: string | null
}

const named = (row: Named): Text => text(row.name_zh, row.name_en ?? row.name_zh)

/** Posts that a person holds today; a term's last day still counts. */
async function heldPosts(tx: Transaction, person: string): Promise<PostRow[]> {
  const today = beijingToday()
  const query = queries()
    .selectFrom('post')
    .select(['id', 'name_zh', 'name_en', 'role', 'unit_id', 'organ'])
    .where('person', '=', person)
    .where('starts_on', '<=', today)
    .where((or) => or.or([or('ends_on', 'is', null), or('ends_on', '>=', today)]))
    .orderBy('name_zh')
  return await tx.all(query)
}

async function findNamed(tx: Transaction, table: string, id: string): Promise<Named | undefined> {
  return await tx.first(queries().selectFrom(table).select(['name_zh', 'name_en']).where('id', '=', id))
}

/** For each role, the units of its posts with everything below them. */
function reachOf(posts: readonly PostRow[], units: Units): Actor['reach'] {
  const reach: Partial<Record<Role, string[]>> = {}
  for (const { role, unit_id } of posts)
    reach[role] = [...new Set([...(reach[role] ?? []), ...units.tree().within(unit_id)])]
  return reach
}

/** The organisation as the platform asks for it: people, their posts, and how far these reach. */
export function openDirectory(database: Database, units: Units): Directory {
  return {
    actorOf: (id) =>
      database.transaction(kernelActor, 'read', async (tx) => {
        const person = await findNamed(tx, 'person', id)
        return person && { person: id, reach: reachOf(await heldPosts(tx, id), units) }
      }),
    describe: (actor) =>
      database.transaction(kernelActor, 'read', async (tx) => {
        const person = await findNamed(tx, 'person', actor.person)
        const posts: SessionPost[] = []
        for (const post of await heldPosts(tx, actor.person)) {
          const organ = post.organ ? await findNamed(tx, 'organ', post.organ) : undefined
          posts.push({
            id: post.id,
            name: named(post),
            role: post.role,
            unit_id: post.unit_id,
            organ: organ ? named(organ) : null,
          })
        }
        const reached = new Set(Object.values(actor.reach).flat())
        return {
          ...actor,
          name: person ? named(person) : text('', ''),
          posts,
          units: units.tree().inOrder.filter((unit) => reached.has(unit.code)),
        }
      }),
  }
}
