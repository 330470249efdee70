/** What a statement gave back: rows with decimals, dates and moments as text, and how many rows it touched. */
export interface QueryOutcome {
  readonly rows: readonly Record<string, unknown>[]
  readonly affected: number
}

/** A session of the database, which outlives its holders: as whom it acts outside any transaction. */
export interface Session {
  acts: 'owner' | 'application'
}

/**
 * One conversation with the database, used by one transaction at a time. What is asked goes out at once and is answered
 * in order: the next statement need not wait for the one before.
 */
export interface Connection {
  /** One statement with parameters $1, $2 … */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome>
  /** Several statements without parameters, in one round trip. */
  run(sql: string): Promise<void>
  /** What is known of the session behind it, as long as it lasts. */
  readonly session: Session
  /** Gives the connection back; `broken` ends it instead. */
  release(broken?: boolean): void
}

/** Connections there are, those of them that are free, and transactions that wait for one. */
export interface ConnectionLoad {
  readonly open: number
  readonly idle: number
  readonly waiting: number
}

/** What somebody who listens is told. */
export interface Listening {
  heard(payload: string): void
  /** Nothing is heard any more; said again with every try to listen that fails. */
  lost(): void
  /** Heard again from here on; what was told in between is not told again. */
  back(): void
}

/** Where connections come from: the embedded database or a pool to PostgreSQL. Nothing else touches a driver. */
export interface ConnectionSource {
  readonly kind: 'embedded' | 'postgres'
  acquire(): Promise<Connection>
  /** Tells of every NOTIFY on the channel, from this or any other server on the same database. */
  listen(channel: string, listening: Listening): Promise<void>
  /** How busy it is at this moment. */
  load(): ConnectionLoad
  close(): Promise<void>
}

/**
 * From here on the session by itself is the application without a person, which reaches no row: a statement that fell
 * out of its transaction would find nothing, instead of everything.
 */
export async function actAsApplication(connection: Connection): Promise<void> {
  if (connection.session.acts === 'application') return
  await connection.run('SET ROLE yipanqi_app')
  connection.session.acts = 'application'
}

/** The owner of the schema again: for migrations and inspection. */
export async function actAsOwner(connection: Connection): Promise<void> {
  if (connection.session.acts === 'owner') return
  await connection.run('RESET ROLE')
  connection.session.acts = 'owner'
}

/** Runs work on one connection and gives it back whatever happens. For migrations and inspection, as the owner of the schema. */
export async function withConnection<T>(
  source: ConnectionSource,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await source.acquire()
  try {
    await actAsOwner(connection)
    return await work(connection)
  } finally {
    connection.release()
  }
}
