import pg from 'pg'
import type { ConnectionSource } from './connection'
import { DatabaseError, type DriverError } from './database-error'
import { connectionOf, watchClient } from './postgres-connection'
import { PostgresListener } from './postgres-listener'
import { Turns } from './postgres-turns'
import { StatementNames } from './statement-names'
import { readerOf } from './type-readers'

type Reader = (printed: string) => unknown

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Reader =>
    format === 'binary' ? (pg.types.getTypeParser(oid, format) as Reader) : readerOf(oid)) as never,
}

/** A database that has frozen does not say good-bye: the end of the server must not wait for it. */
const partingTime = 5_000

/** Seconds a statement of the application may take where nothing else is said. */
const usualPatience = 60

/**
 * What was given up here must not go on there: the database looks whether its client is still there. Where it does not
 * know the setting, it goes on.
 */
const attentive = "SELECT set_config('client_connection_check_interval', '10s', false)"

/** A request that has waited this long for a connection is told that the server is busy. */
const longestTurn = 30_000

/** No connection: too many of them already, or no way to the database. */
const unreachable = ({ message, code }: DriverError) =>
  new DatabaseError({ message, code: code === '53300' ? code : '08006' })

interface Given {
  readonly url: string
  readonly connections: number
  readonly statementSeconds?: number
}

function openPool(given: Given): pg.Pool {
  const pool = new pg.Pool({
    connectionString: given.url,
    max: given.connections,
    // Without a limit a dead host would hold a request for minutes.
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Statements are parsed once, but planned for the values they are asked with: a plan for any list of units and any
    // period is a plan for none (a sum over twenty parks took ten times as long).
    options: '-c TimeZone=UTC -c plan_cache_mode=force_custom_plan',
    types,
    // Statements go out without waiting for the answer to the one before.
    pipeline: true,
  })
  pool.on('connect', (client) => {
    watchClient(client)
    client.query(attentive).catch(() => {})
  })
  // An idle client that loses its server emits here; unheard it would end the process.
  pool.on('error', () => {})
  return pool
}

/**
 * A pool to PostgreSQL. Connections that are lost are replaced, that which listens as well: neither a database that
 * goes and comes back nor one that freezes asks for a restart of the server.
 */
export function openPostgres(given: Given): ConnectionSource {
  const pool = openPool(given)
  const terms = {
    names: new StatementNames(),
    patience: (given.statementSeconds ?? usualPatience) * 1_000,
  }
  const turns = new Turns(given.connections, longestTurn, () =>
    unreachable({ message: 'no connection became free in time', code: '53300' }),
  )
  const listeners: PostgresListener[] = []
  return {
    kind: 'postgres',
    async acquire() {
      await turns.take()
      try {
        const connection = connectionOf(await pool.connect(), terms)
        return {
          ...connection,
          release(broken) {
            connection.release(broken)
            turns.give()
          },
        }
      } catch (error) {
        turns.give()
        const refused = unreachable(error as DriverError)
        turns.refuseAll(refused)
        throw refused
      }
    },
    async listen(channel, listening) {
      const listener = new PostgresListener(given.url, channel, listening)
      await listener.open()
      listeners.push(listener)
    },
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: turns.waiting }),
    async close() {
      let limit: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, partingTime)
      })
      const ended = Promise.all([...listeners.map((one) => one.close()), pool.end()])
      await Promise.race([ended, late]).finally(() => clearTimeout(limit))
    },
  }
}
