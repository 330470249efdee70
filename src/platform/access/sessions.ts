import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#engine/records/rights'
import type { SessionEntry } from '#engine/records/session'
import { type Bus, tell } from '#platform/audit/bus'
import type { Config } from '#platform/config/config'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { SessionEnd } from '#platform/http/request'
import { type AccountRow, changeAccount, noteAccount } from './account-row'
import type { Directory } from './directory'
import { handleOf } from './session-list'
import { type Credentials, judgeSignIn } from './sign-in'

/**
 * Milliseconds for which a session is believed without asking the database again, by a clock that nobody sets; an end
 * of it, wherever it was told, counts at once.
 */
const believed = 5_000

export interface OpenSession {
  readonly id: string
  readonly actor: Actor
  readonly ends: SessionEnd
}

/** Where a session is opened from, as the list of sessions tells it. */
export interface Origin {
  /** What the browser or program calls itself. */
  readonly client: string
  readonly address: string
}

export interface OpenedSession {
  readonly token: string
  readonly session: OpenSession
  readonly recovery_codes?: readonly string[]
}

export interface Sessions {
  /** Checks password and second factor and opens a session; returns its token, which is stored only as a hash. */
  signIn(given: Credentials, origin: Origin): Promise<OpenedSession>
  /** Opens a session for a person whom the provider of single sign-on has vouched for. */
  vouched(account: AccountRow, origin: Origin): Promise<OpenedSession>
  /** The session behind a token, when it is open. */
  find(token: string): Promise<OpenSession | undefined>
  end(session: string): Promise<void>
}

export const sessionId = (token: string): string => createHash('sha256').update(token).digest('hex')

interface Parts {
  readonly database: Database
  readonly directory: Directory
  readonly bus: Bus
  readonly config: Config
}

interface Opening extends Origin {
  readonly token: string
  readonly way: SessionEntry['way']
  readonly hours: number
}

interface EndRow {
  readonly expires_at: string
  readonly seconds_left: string
}

/** How long a session has left, by the clock that has set its end. */
const secondsLeft = sql`extract(epoch FROM expires_at - now())`

const endOf = ({ expires_at, seconds_left }: EndRow): SessionEnd => ({
  at: expires_at,
  moment: performance.now() + Number(seconds_left) * 1_000,
})

/** Writes the session; failures before it are forgotten. Returns when it ends at the latest. */
async function openSession(tx: Transaction, account: AccountRow, given: Opening): Promise<SessionEnd> {
  const [row] = await tx.all<EndRow>(
    queries()
      .insertInto('session')
      .values({
        zone_id: account.zone_id,
        id: sessionId(given.token),
        account_id: account.id,
        person_id: account.person_id,
        client: given.client.slice(0, 200),
        address: given.address.slice(0, 60),
        way: given.way,
        expires_at: sql`now() + make_interval(hours => ${given.hours})`,
      })
      .returning(['expires_at', secondsLeft.as('seconds_left')]) as never,
  )
  await changeAccount(tx, account, { failures: 0, locked_until: null })
  await noteAccount(tx, account, 'sign_in')
  return endOf(row as EndRow)
}

/** Ends sessions that have run out or lain idle, once in a while: nobody asks for them any more. */
const sweep = (tx: Transaction, idleMinutes: number) =>
  tx.run(
    sql`DELETE FROM session WHERE expires_at < now() OR used_at < now() - make_interval(mins => ${idleMinutes})`,
  )

/** How many sessions are open; neither whose nor from where. */
export async function countOpenSessions(tx: Transaction, idleMinutes: number): Promise<number> {
  const row = await tx.first<{ open: number }>(
    sql`SELECT count(*)::integer AS open FROM session
      WHERE expires_at > now() AND used_at > now() - make_interval(mins => ${idleMinutes})`,
  )
  return row?.open ?? 0
}

/** Who an account name stands for; asked for unknown names as well, so that both take the same time. */
async function knownOf({ database, directory, config }: Parts, name: string) {
  const row = await database.transaction(kernelActor, 'read', (tx) =>
    tx.first<{ person_id: string }>(
      queries()
        .selectFrom('account')
        .select('person_id')
        .where('id', '=', name.trim().toLowerCase().slice(0, 100)) as never,
    ),
  )
  const actor = await directory.actorOf(row?.person_id ?? '')
  const { name: called } = await directory.describe(actor ?? { person: '', reach: {} })
  return { actor, names: [called.zh, called.en], config }
}

/** Looks sessions up and believes what it found for a few seconds, until a change is heard of. */
function sessionReader({ database, directory, bus, config }: Parts) {
  const known = new Map<string, { session: OpenSession; checked: number }>()
  let heard = 0
  // A change of posts or an ended session counts from the next request on; a look-up under way is not kept either.
  bus.whenChanged(['post', 'unit', 'person', 'account', 'session'], () => {
    heard += 1
    known.clear()
  })
  const look = async (id: string): Promise<OpenSession | undefined> => {
    // Where the database's clock was set back, no session lives longer from then on than a new one would.
    const row = await database.transaction(kernelActor, 'write', (tx) =>
      tx.first<EndRow & { person_id: string }>(
        sql`UPDATE session
          SET used_at = now(), expires_at = least(expires_at, now() + make_interval(hours => ${config.sessionHours}))
          WHERE id = ${id} AND expires_at > now()
          AND used_at > now() - make_interval(mins => ${config.idleMinutes})
          RETURNING person_id, expires_at, ${secondsLeft} AS seconds_left`,
      ),
    )
    const actor = row && (await directory.actorOf(row.person_id))
    return row && actor && { id, actor, ends: endOf(row) }
  }
  return {
    forget: (id: string) => known.delete(id),
    async find(token: string): Promise<OpenSession | undefined> {
      const id = sessionId(token)
      const before = known.get(id)
      if (before && performance.now() - before.checked < believed) return before.session
      const since = heard
      const session = await look(id)
      if (known.size > 10_000) known.clear()
      if (session && since === heard) known.set(id, { session, checked: performance.now() })
      else known.delete(id)
      return session
    },
  }
}

/** Sessions: opaque tokens, stored hashed, that end by age, by idleness, or when revoked. */
export function openSessions(parts: Parts): Sessions {
  const { database, directory, config } = parts
  const reader = sessionReader(parts)
  const opened = async (given: {
    account: AccountRow
    token: string
    ends: SessionEnd
  }): Promise<OpenedSession> => {
    const actor = await directory.actorOf(given.account.person_id)
    if (!actor) throw kernelError('sign_in_refused')
    return { token: given.token, session: { id: sessionId(given.token), actor, ends: given.ends } }
  }
  return {
    find: (token) => reader.find(token),
    async signIn(given, origin) {
      const token = randomBytes(32).toString('base64url')
      const known = await knownOf(parts, given.account)
      const verdict = await database.transaction(kernelActor, 'write', async (tx) => {
        const judged = await judgeSignIn(tx, given, known)
        if (typeof judged === 'string') return judged
        await sweep(tx, config.idleMinutes)
        const opening = { ...origin, token, way: judged.way, hours: config.sessionHours }
        return { ...judged, ends: await openSession(tx, judged.account, opening) }
      })
      if (typeof verdict === 'string') throw kernelError(verdict)
      const { recovery_codes } = verdict
      return { ...(await opened({ ...verdict, token })), ...(recovery_codes && { recovery_codes }) }
    },
    async vouched(account, origin) {
      const token = randomBytes(32).toString('base64url')
      const opening: Opening = { ...origin, token, way: 'oidc', hours: config.sessionHours }
      const ends = await database.transaction(kernelActor, 'write', (tx) => openSession(tx, account, opening))
      return opened({ account, token, ends })
    },
    async end(id) {
      reader.forget(id)
      await database.transaction(kernelActor, 'write', async (tx) => {
        await tx.run(queries().deleteFrom('session').where('id', '=', id))
        // Another server may still believe it, and a page may still be told of changes.
        await tell(tx, { type: 'ended', record: 'session', id: handleOf(id), unit: '' })
      })
    },
  }
}
