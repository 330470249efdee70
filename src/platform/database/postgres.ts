import pg from 'pg'
import type { Connection, ConnectionSource, Session } from './connection'
import { DatabaseError, type DriverError } from './database-error'
import { isStale, StatementNames } from './statement-names'
import { readerOf } from './type-readers'

/** Every 'bad connection' failure of the driver carries a Node error code (ECONNREFUSED …) or an SQLSTATE. */
const refused = (error: unknown): DatabaseError => new DatabaseError(error as DriverError)

type Reader = (printed: string) => unknown

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Reader =>
    format === 'binary' ? (pg.types.getTypeParser(oid, format) as Reader) : readerOf(oid)) as never,
}

const sessions = new WeakMap<pg.PoolClient, Session>()

function sessionOf(client: pg.PoolClient): Session {
  const session = sessions.get(client) ?? { acts: 'owner' }
  sessions.set(client, session)
  return session
}

interface Corked {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } }
}

/** What is asked in one turn of the event loop goes out in one piece: each write costs as much as a small query. */
function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Corked).connection
  stream.cork()
  setImmediate(() => stream.uncork())
}

function connectionOf(client: pg.PoolClient, names: StatementNames): Connection {
  return {
    session: sessionOf(client),
    async query(text, parameters) {
      const name = names.nameOf(text)
      together(client)
      try {
        const result = await client.query<Record<string, unknown>>({
          text,
          values: parameters as unknown[],
          ...(name !== undefined && { name }),
        })
        return { rows: result.rows, affected: result.rowCount ?? 0 }
      } catch (error) {
        const known = refused(error)
        if (isStale(known)) names.renew(text)
        throw known
      }
    },
    async run(sql) {
      together(client)
      try {
        await client.query(sql)
      } catch (error) {
        throw refused(error)
      }
    },
    release: (broken) => client.release(broken === true),
  }
}

/** A pool to PostgreSQL. A lost connection is reported to its user and replaced; the server need not restart. */
export function openPostgres(given: { url: string; connections: number }): ConnectionSource {
  const pool = new pg.Pool({
    connectionString: given.url,
    max: given.connections,
    // Without a limit a dead host would hold a request for minutes.
    connectionTimeoutMillis: 5_000,
    // Statements are parsed once, but planned for the values they are asked with: a plan for any list of units and any
    // period is a plan for none (a sum over twenty parks took ten times as long).
    options: '-c TimeZone=UTC -c plan_cache_mode=force_custom_plan',
    types,
    // Statements go out without waiting for the answer to the one before.
    pipeline: true,
  })
  const names = new StatementNames()
  // An idle client that loses its server emits here; unheard it would end the process.
  pool.on('error', () => {})
  const listeners: pg.Client[] = []
  return {
    kind: 'postgres',
    async acquire() {
      try {
        return connectionOf(await pool.connect(), names)
      } catch (error) {
        throw new DatabaseError({ message: (error as Error).message, code: '08006' })
      }
    },
    async listen(channel, heard) {
      const client = new pg.Client({ connectionString: given.url })
      client.on('error', () => {})
      client.on('notification', (message) => heard(message.payload ?? ''))
      await client.connect()
      await client.query(`LISTEN ${channel}`)
      listeners.push(client)
    },
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await Promise.all(listeners.map((client) => client.end()))
      await pool.end()
    },
  }
}
