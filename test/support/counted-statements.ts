import { currentRequest } from '#platform/audit/events'
import type { Connection, ConnectionSource } from '#platform/database/connection'

/** How many statements each request has had sent so far: what tells a row that is there from one that is not, if anything does. */
export interface Counter {
  of(request: string): number
}

/** That a session is still in use is noted now and then, whatever is asked. */
const isBookkeeping = (sql: string): boolean => /"?session"?\b/.test(sql)

/** Counts, from now on, what is sent to the database, request by request. Changes nothing of it. */
export function countStatements(source: ConnectionSource): Counter {
  const sent = new Map<string, number>()
  const count = (sql: string) => {
    const request = currentRequest.getStore()?.id
    if (request === undefined || isBookkeeping(sql)) return
    sent.set(request, (sent.get(request) ?? 0) + 1)
  }
  const acquire = source.acquire.bind(source)
  const counted = (connection: Connection): Connection => ({
    ...connection,
    query(sql, parameters) {
      count(sql)
      return connection.query(sql, parameters)
    },
    run(sql) {
      count(sql)
      return connection.run(sql)
    },
    release: (broken) => connection.release(broken),
  })
  Object.assign(source, { acquire: async () => counted(await acquire()) })
  return { of: (request) => sent.get(request) ?? 0 }
}
