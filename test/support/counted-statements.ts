import type { Connection, ConnectionSource } from '#platform/database/connection'

/** How many statements a source has been sent: what tells a row that is there from one that is not, if anything does. */
export interface Counter {
  statements: number
}

/** Counts, from now on, what is sent to the database. Changes nothing of it. */
export function countStatements(source: ConnectionSource): Counter {
  const counter: Counter = { statements: 0 }
  const acquire = source.acquire.bind(source)
  const counted = (connection: Connection): Connection => ({
    query(sql, parameters) {
      counter.statements += 1
      return connection.query(sql, parameters)
    },
    run(sql) {
      counter.statements += 1
      return connection.run(sql)
    },
    release: (broken) => connection.release(broken),
  })
  Object.assign(source, { acquire: async () => counted(await acquire()) })
  return counter
}
