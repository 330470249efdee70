import pg from 'pg'
import { type Connection, type ConnectionSource, typeReaders } from './connection'
import { DatabaseError, type DriverError } from './database-error'

/** Every 'bad connection' failure of the driver carries a Node error code (ECONNREFUSED …) or an SQLSTATE. */
const refused = (error: unknown): DatabaseError => new DatabaseError(error as DriverError)

type Reader = (printed: string) => unknown

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Reader =>
    (format === 'binary' ? undefined : typeReaders[oid]) ??
    (pg.types.getTypeParser(oid, format) as Reader)) as never,
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    async query(sql, parameters) {
      try {
        const result = await client.query<Record<string, unknown>>(sql, parameters as unknown[])
        return { rows: result.rows, affected: result.rowCount ?? 0 }
      } catch (error) {
        throw refused(error)
      }
    },
    async run(sql) {
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
    options: '-c TimeZone=UTC',
    types,
  })
  // An idle client that loses its server emits here; unheard it would end the process.
  pool.on('error', () => {})
  const listeners: pg.Client[] = []
  return {
    kind: 'postgres',
    async acquire() {
      try {
        return connectionOf(await pool.connect())
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
    async close() {
      await Promise.all(listeners.map((client) => client.end()))
      await pool.end()
    },
  }
}
