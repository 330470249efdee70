import { sql } from 'kysely'
import type { SessionEntry } from '#engine/records/session'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { Holder } from './accounts'

/** What names a session to people: enough of its id to tell a person's sessions apart, useless for signing in. */
export const handleOf = (session: string): string => session.slice(0, 16)

interface SessionRow {
  readonly id: string
  readonly client: string
  readonly address: string
  readonly way: SessionEntry['way']
  readonly created_at: string
  readonly used_at: string
  readonly expires_at: string
}

/** A person's open sessions, the one used last first. Called as the kernel. */
export async function listSessionsOf(
  tx: Transaction,
  person: string,
  given: { own?: string; idleMinutes?: number } = {},
): Promise<SessionEntry[]> {
  const idle = given.idleMinutes ?? 1440
  const rows = await tx.all<SessionRow>(
    sql`SELECT id, client, address, way, created_at, used_at, expires_at FROM session
      WHERE person_id = ${person} AND expires_at > now() AND used_at > now() - make_interval(mins => ${idle})
      ORDER BY used_at DESC LIMIT 200`,
  )
  return rows.map(({ id, ...row }) => ({ ...row, id: handleOf(id), current: id === given.own }))
}

/** Ends one session of a person, named by its handle; not-found where it is not theirs or has ended. */
export async function endSession(tx: Transaction, holder: Holder, handle: string): Promise<void> {
  if (!/^[0-9a-f]{16}$/.test(handle)) throw kernelError('not_found')
  const ended = await tx.all<{ account_id: string }>(
    queries()
      .deleteFrom('session')
      .where('person_id', '=', holder.person)
      .where(sql<boolean>`left(id, 16) = ${handle}`)
      .returning('account_id') as never,
  )
  const [first] = ended
  if (!first) throw kernelError('not_found')
  await noteEnded(tx, holder, first.account_id)
}

/** Ends every session of a person but the one that is kept; returns how many. */
export async function endOtherSessions(tx: Transaction, holder: Holder, kept: string): Promise<number> {
  const ended = await tx.all<{ account_id: string }>(
    queries()
      .deleteFrom('session')
      .where('person_id', '=', holder.person)
      .where('id', '<>', kept)
      .returning('account_id') as never,
  )
  const [first] = ended
  if (first) await noteEnded(tx, holder, first.account_id)
  return ended.length
}

const noteEnded = (tx: Transaction, holder: Holder, account: string) =>
  appendEvents(tx, [
    { zone: holder.zone, unit: holder.unit, record: 'account', id: account, deed: 'sessions_ended' },
  ])
