import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import {
  mostPreferences,
  readPreferences,
  type Preferences,
  type PreferencesReply,
} from '#engine/records/preferences'
import { shown } from '#engine/records/problem'
import type { Actor } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { type Database, queries, type Transaction } from '#platform/database/database'
import { objectBody, signedIn } from '#platform/http/request'
import { invalidInput } from '#platform/records/refusals'

async function storedPreferences(tx: Transaction): Promise<Preferences> {
  const rows = await tx.all<{ key: string; value: unknown }>(
    sql`SELECT key, value FROM person_preference WHERE person_id = ${tx.actor.person} ORDER BY key`,
  )
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** The zone of the person's account: preferences lie where the person does. */
async function zoneOf(tx: Transaction, person: string): Promise<string> {
  const account = await tx.asKernel.first<{ zone_id: string }>(
    sql`SELECT zone_id FROM account WHERE person_id = ${person} ORDER BY id LIMIT 1`,
  )
  return account?.zone_id ?? ''
}

const forget = (tx: Transaction, names: readonly string[]) =>
  tx.run(queries().deleteFrom('person_preference').where('key', 'in', names))

async function keep(tx: Transaction, zone: string, given: Preferences): Promise<void> {
  const rows = Object.entries(given).map(([key, value]) => ({
    zone_id: zone,
    person_id: tx.actor.person,
    key,
    value: sql`${JSON.stringify(value)}::jsonb`,
  }))
  await tx.run(
    queries()
      .insertInto('person_preference')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['zone_id', 'person_id', 'key'])
          .doUpdateSet({ value: sql`excluded.value`, updated_at: sql`now()` }),
      ),
  )
}

const tooMany = (count: number) =>
  invalidInput([
    {
      field: '',
      code: 'rule',
      value: shown(count),
      says: text('个人设置过多', 'are too many settings for one person'),
      mend: text(
        `最多 ${mostPreferences} 项，请先清除不用的`,
        `Keep at most ${mostPreferences}; clear some first.`,
      ),
    },
  ])

async function setPreferences(tx: Transaction, actor: Actor, given: Preferences): Promise<Preferences> {
  const gone = Object.keys(given).filter((name) => given[name] === null)
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  if (gone.length > 0) await forget(tx, gone)
  if (Object.keys(kept).length > 0) await keep(tx, await zoneOf(tx, actor.person), kept)
  const now = await storedPreferences(tx)
  if (Object.keys(now).length > mostPreferences) throw tooMany(Object.keys(now).length)
  return now
}

/**
 * `GET` and `PUT /api/me/preferences`: what a person has set for themselves follows them to every browser. A setting is
 * nobody else's business and no deed of office, so it is no event of the ledger.
 */
export function registerPreferenceRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/me/preferences', async (request): Promise<PreferencesReply> => {
    const preferences = await database.transaction(signedIn(request), 'read', storedPreferences)
    return { preferences }
  })
  app.put('/api/me/preferences', async (request): Promise<PreferencesReply> => {
    const actor = signedIn(request)
    const read = readPreferences(objectBody(request))
    if (!read.ok) throw invalidInput(read.error)
    const preferences = await database.transaction(actor, 'write', (tx) =>
      setPreferences(tx, actor, read.value),
    )
    return { preferences }
  })
}
