import type pg from 'pg'
import type { Connection, Session } from './connection'
import { DatabaseError, type DriverError } from './database-error'
import { isStale, type StatementNames } from './statement-names'

/** What is known of a client of the pool as long as it lasts. */
interface Known {
  readonly session: Session
  /** Its server is gone: whatever it answers with from now on means that. */
  lost: boolean
}

const clients = new WeakMap<pg.PoolClient, Known>()

function knownOf(client: pg.PoolClient): Known {
  const known = clients.get(client) ?? { session: { acts: 'owner' }, lost: false }
  clients.set(client, known)
  return known
}

/**
 * Hears that a client has lost its server. The pool itself listens to idle clients only: one that is lost while it
 * works for a request would emit an error that nobody hears, which ends the process.
 */
export function watchClient(client: pg.PoolClient): void {
  const known = knownOf(client)
  client.on('error', () => {
    known.lost = true
  })
}

interface Inside {
  readonly connection: { readonly stream: { cork(): void; uncork(): void; destroy(): void } }
}

const streamOf = (client: pg.PoolClient) => (client as unknown as Inside).connection.stream

/** What is asked in one turn of the event loop goes out in one piece: each write costs as much as a small query. */
function together(client: pg.PoolClient): void {
  const stream = streamOf(client)
  stream.cork()
  setImmediate(() => stream.uncork())
}

/** The driver names a lost connection in words only; every other failure carries a Node error code or an SQLSTATE. */
function refused(error: unknown, known: Known): DatabaseError {
  const driver = error as DriverError
  if (known.lost && driver.code === undefined)
    return new DatabaseError({ message: driver.message, code: '08006' })
  return new DatabaseError(driver)
}

/** Migrations may take as long as they must; the application's first statement only becomes the application. */
const isLimited = (session: Session, text: string): boolean =>
  session.acts === 'application' || text.startsWith('SET ROLE')

interface Terms {
  readonly names: StatementNames
  /** Milliseconds for a statement of the application. */
  readonly patience: number
}

/** A client of the pool as the product speaks with it. */
export function connectionOf(client: pg.PoolClient, { names, patience }: Terms): Connection {
  const known = knownOf(client)
  /** A database that has frozen keeps its connections: left alone, they would wait for as long as it does. */
  const answered = async <T>(text: string, asked: () => Promise<T>): Promise<T> => {
    together(client)
    const limit = isLimited(known.session, text)
      ? setTimeout(() => streamOf(client).destroy(), patience)
      : undefined
    try {
      return await asked()
    } catch (error) {
      throw refused(error, known)
    } finally {
      clearTimeout(limit)
    }
  }
  return {
    session: known.session,
    async query(text, parameters) {
      const name = names.nameOf(text)
      const statement = { text, values: parameters as unknown[], ...(name !== undefined && { name }) }
      try {
        const result = await answered(text, () => client.query<Record<string, unknown>>(statement))
        return { rows: result.rows, affected: result.rowCount ?? 0 }
      } catch (error) {
        if (isStale(error as DatabaseError)) names.renew(text)
        throw error
      }
    },
    async run(sql) {
      await answered(sql, () => client.query(sql))
    },
    release: (broken) => client.release(broken === true || known.lost),
  }
}
