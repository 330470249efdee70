/** What a statement gave back: rows with decimals, dates and moments as text, and how many rows it touched. */
export interface QueryOutcome {
  readonly rows: readonly Record<string, unknown>[]
  readonly affected: number
}

/** One conversation with the database, used by one transaction at a time. */
export interface Connection {
  /** One statement with parameters $1, $2 … */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome>
  /** Several statements without parameters, in one round trip. */
  run(sql: string): Promise<void>
  /** Gives the connection back; `broken` ends it instead. */
  release(broken?: boolean): void
}

/** Where connections come from: the embedded database or a pool to PostgreSQL. Nothing else touches a driver. */
export interface ConnectionSource {
  readonly kind: 'embedded' | 'postgres'
  acquire(): Promise<Connection>
  /** Calls back for every NOTIFY on the channel, from this or any other server on the same database. */
  listen(channel: string, heard: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

/** `2026-11-23 20:42:28.12+00` as PostgreSQL prints it in UTC → `2026-11-23T20:42:28.12Z`. */
export const instantFromDatabase = (printed: string): string =>
  `${printed.replace(' ', 'T').replace(/\+00(:?00)?$/, '')}Z`

/** Types whose driver defaults differ or lose digits, by oid: int8, date, timestamptz, numeric, and json as parsed. */
export const typeReaders: Readonly<Record<number, (printed: string) => unknown>> = {
  20: Number,
  1082: String,
  1184: instantFromDatabase,
  1700: String,
}

/** Runs work on one connection and gives it back whatever happens. For migrations and inspection, as the owner of the schema. */
export async function withConnection<T>(
  source: ConnectionSource,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await source.acquire()
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}
