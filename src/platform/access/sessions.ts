import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#engine/records/rights'
import type { Bus } from '#platform/audit/bus'
import { appendEvents } from '#platform/audit/events'
import type { Config } from '#platform/config/config'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { Directory } from './directory'
import { hashPassword, isPassword } from './passwords'

/** Tries before an account is locked, and for how long: ten guesses an hour do not find a password. */
const triesAllowed = 5
const lockMinutes = 15

/** How long a session is believed without asking the database again; a revocation on this server counts at once. */
const believed = 5_000

interface AccountRow {
  readonly zone_id: string
  readonly id: string
  readonly person_id: string
  readonly password_hash: string
  readonly failures: number
  readonly locked_until: string | null
  readonly disabled: boolean
}

export interface OpenSession {
  readonly id: string
  readonly actor: Actor
  readonly expires: string
}

export interface Sessions {
  /** Checks the password and opens a session; returns its token, which is stored only as a hash. */
  signIn(given: {
    account: string
    password: string
    client: string
  }): Promise<{ token: string; session: OpenSession }>
  /** The session behind a token, when it is open. */
  find(token: string): Promise<OpenSession | undefined>
  end(session: string): Promise<void>
}

export const sessionId = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Compared against when there is no such account, so that the time taken does not tell whether there is. */
let decoy: Promise<string> | undefined

async function findAccount(tx: Transaction, name: string): Promise<AccountRow | undefined> {
  return (await tx.first(
    queries()
      .selectFrom('account')
      .selectAll()
      .where('id', '=', name.trim().toLowerCase().slice(0, 100))
      .forUpdate(),
  )) as AccountRow | undefined
}

async function countFailure(tx: Transaction, account: AccountRow): Promise<void> {
  const locks = account.failures + 1 >= triesAllowed
  await tx.run(
    queries()
      .updateTable('account')
      .set({
        failures: locks ? 0 : account.failures + 1,
        ...(locks && { locked_until: sql`now() + make_interval(mins => ${lockMinutes})` }),
      })
      .where('id', '=', account.id)
      .where('zone_id', '=', account.zone_id),
  )
  await note(tx, account, locks ? 'account_locked' : 'sign_in_refused')
}

const note = (tx: Transaction, account: AccountRow, deed: string) =>
  appendEvents(tx, [
    {
      zone: account.zone_id,
      unit: account.zone_id,
      record: 'account',
      id: account.id,
      deed,
      person: account.person_id,
    },
  ])

type Verdict = 'sign_in_refused' | 'account_locked' | AccountRow

/** The failure is counted and committed before it is told: a refused try must not roll back its own count. */
async function judge(tx: Transaction, given: { account: string; password: string }): Promise<Verdict> {
  const account = await findAccount(tx, given.account)
  decoy ??= hashPassword('no account has this password')
  const fits = await isPassword(account?.password_hash ?? (await decoy), given.password.slice(0, 200))
  if (!account || account.disabled) return 'sign_in_refused'
  if (account.locked_until && Date.parse(account.locked_until) > Date.now()) return 'account_locked'
  if (fits) return account
  await countFailure(tx, account)
  return 'sign_in_refused'
}

interface Parts {
  readonly database: Database
  readonly directory: Directory
  readonly bus: Bus
  readonly config: Config
}

async function openSession(
  tx: Transaction,
  account: AccountRow,
  given: { token: string; client: string; hours: number },
): Promise<string> {
  const id = sessionId(given.token)
  const rows = await tx.all<{ expires_at: string }>(
    queries()
      .insertInto('session')
      .values({
        zone_id: account.zone_id,
        id,
        account_id: account.id,
        person_id: account.person_id,
        client: given.client.slice(0, 200),
        expires_at: sql`now() + make_interval(hours => ${given.hours})`,
      })
      .returning('expires_at') as never,
  )
  await tx.run(
    queries()
      .updateTable('account')
      .set({ failures: 0, locked_until: null })
      .where('id', '=', account.id)
      .where('zone_id', '=', account.zone_id),
  )
  await note(tx, account, 'sign_in')
  return rows[0]?.expires_at ?? ''
}

/** Sessions: opaque tokens, stored hashed, that end by age, by idleness, or when revoked. */
export function openSessions({ database, directory, bus, config }: Parts): Sessions {
  const known = new Map<string, { session: OpenSession; checked: number }>()
  // A change of posts or an ended session counts from the next request on.
  bus.subscribe(({ record }) => {
    if (['post', 'unit', 'person', 'account', 'session'].includes(record)) known.clear()
  })

  const look = async (id: string): Promise<OpenSession | undefined> => {
    const row = await database.transaction(kernelActor, 'write', (tx) =>
      tx.first<{ person_id: string; expires_at: string }>(
        sql`UPDATE session SET used_at = now() WHERE id = ${id} AND expires_at > now()
          AND used_at > now() - make_interval(mins => ${config.idleMinutes}) RETURNING person_id, expires_at`,
      ),
    )
    const actor = row && (await directory.actorOf(row.person_id))
    return row && actor && { id, actor, expires: row.expires_at }
  }

  return {
    async signIn(given) {
      const token = randomBytes(32).toString('base64url')
      const verdict = await database.transaction(kernelActor, 'write', async (tx) => {
        const judged = await judge(tx, given)
        if (typeof judged === 'string') return judged
        return {
          account: judged,
          expires: await openSession(tx, judged, { token, client: given.client, hours: config.sessionHours }),
        }
      })
      if (typeof verdict === 'string') throw kernelError(verdict)
      const actor = await directory.actorOf(verdict.account.person_id)
      if (!actor) throw kernelError('sign_in_refused')
      return { token, session: { id: sessionId(token), actor, expires: verdict.expires } }
    },
    async find(token) {
      const id = sessionId(token)
      const before = known.get(id)
      if (before && Date.now() - before.checked < believed) return before.session
      const session = await look(id)
      if (known.size > 10_000) known.clear()
      if (session) known.set(id, { session, checked: Date.now() })
      else known.delete(id)
      return session
    },
    async end(id) {
      known.delete(id)
      await database.transaction(kernelActor, 'write', async (tx) => {
        await tx.run(queries().deleteFrom('session').where('id', '=', id))
      })
    },
  }
}
