import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { Actor } from '#engine/records/rights'
import { closedVault, type Vault } from '#platform/crypto/vault'
import { actAsApplication, type Connection, type ConnectionSource, type QueryOutcome } from './connection'
import { kernelError } from '#platform/errors/app-error'
import { asAppError, isLost } from './database-error'

/** Any table, any column: record tables are built from declarations. Modules narrow it with `queries<Tables>()`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyTables = any

/** Kysely as a builder of statements only: what runs them, and as whom, is `transaction`. */
export function queries<Tables = AnyTables>(): Kysely<Tables> {
  return builder as Kysely<Tables>
}

const builder = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A statement built with Kysely, or with its `sql` tag. */
export type Statement<Row> = Compilable<Row> | RawBuilder<Row>

/** The kernel itself: sign-in, sealing, recomputing roll-ups. Sees all rows of the tables it needs, signs as `system`. */
export const kernelActor: KernelActor = { person: 'system', kernel: true }

/** The kernel at work: for itself (`system`), or for a person whose decision it carries out and who signs for it. */
export interface KernelActor {
  readonly person: string
  readonly kernel: true
}

export type AnyActor = Actor | KernelActor

/** `read`: a READ ONLY transaction in which list and count agree. */
export type Mode = 'read' | 'write'

/** The only way to rows: statements run as the actor, within one transaction. */
export interface Transaction {
  readonly actor: AnyActor
  readonly mode: Mode
  /** When it was opened, in milliseconds of a clock that nobody sets: it sees nothing that was committed later. */
  readonly opened: number
  /** Seals and opens what is encrypted at rest. */
  readonly vault: Vault
  all<Row>(statement: Statement<Row>): Promise<Row[]>
  first<Row>(statement: Statement<Row>): Promise<Row | undefined>
  /** Rows touched. */
  run(statement: Statement<unknown>): Promise<number>
  /**
   * The same transaction for kernel work inside an actor's (events, roll-up cells): what it writes is signed by the actor
   * and asks for no right. Each statement runs as the one whose it is, however they are mixed.
   */
  readonly asKernel: Transaction
  /**
   * Called once the transaction has been committed; never when it failed. The same act is called once however often it
   * is given. What it returns is waited for before the caller goes on; it must not fail, for what is saved is saved.
   */
  afterCommit(act: AfterCommit): void
}

export type AfterCommit = () => void | Promise<void>

export interface Database {
  readonly source: ConnectionSource
  readonly vault: Vault
  transaction<T>(actor: AnyActor, mode: Mode, work: (tx: Transaction) => Promise<T>): Promise<T>
}

const compiled = <Row>(statement: Statement<Row>): CompiledQuery<Row> =>
  (statement as RawBuilder<Row>).compile(builder)

/** Settings go in as text literals (SET LOCAL takes no parameters): only these characters can reach the statement. */
function literal(value: string): string {
  if (!/^[\p{L}\p{N}_\-.:,{}[\]" *]*$/u.test(value))
    throw new Error('An actor holds a character that no setting may carry')
  return `'${value}'`
}

/** The statements that make a transaction this actor's. Custom settings are text, checked, and end with the transaction. */
function opening(actor: AnyActor, mode: Mode): string {
  const begin = mode === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN'
  return `${begin}; ${identity(actor)}`
}

function identity(actor: AnyActor): string {
  const kernel = 'kernel' in actor
  const scope = kernel ? '{}' : JSON.stringify(actor.reach)
  return [
    `SET LOCAL ROLE ${kernel ? 'yipanqi_kernel' : 'yipanqi_app'}`,
    `SET LOCAL yipanqi.person = ${literal(actor.person)}`,
    `SET LOCAL yipanqi.scope = ${literal(scope)}`,
  ].join('; ')
}

/** What the actor and the kernel share of a transaction: its connection, and as whom that acts at the moment. */
class Shared {
  readonly opened = performance.now()
  readonly committed = new Set<AfterCommit>()
  /**
   * What failed first. PostgreSQL refuses every statement after it, saying only that one has failed, and answers COMMIT by
   * rolling back, without an error: it must not pass for saved.
   */
  cause: unknown
  #acting: AnyActor
  constructor(
    private readonly connection: Connection,
    actor: AnyActor,
    readonly given: { readonly mode: Mode; readonly vault: Vault },
  ) {
    this.#acting = actor
  }

  /**
   * Nothing is waited for in between: what is asked is answered in order, and where becoming somebody else fails the
   * transaction is lost, so that the statement is refused.
   */
  async ask(actor: AnyActor, statement: Statement<unknown>): Promise<QueryOutcome> {
    const { sql, parameters } = compiled(statement)
    if (actor !== this.#acting) {
      this.#acting = actor
      this.connection.run(identity(actor)).catch(() => {})
    }
    try {
      return await this.connection.query(sql, parameters)
    } catch (error) {
      this.cause ??= error
      throw this.cause
    }
  }
}

class OpenTransaction implements Transaction {
  readonly asKernel: Transaction
  constructor(
    private readonly shared: Shared,
    readonly actor: AnyActor,
  ) {
    this.asKernel =
      'kernel' in actor ? this : new OpenTransaction(shared, { person: actor.person, kernel: true })
  }

  get mode(): Mode {
    return this.shared.given.mode
  }

  get vault(): Vault {
    return this.shared.given.vault
  }

  get opened(): number {
    return this.shared.opened
  }

  async all<Row>(statement: Statement<Row>): Promise<Row[]> {
    return (await this.shared.ask(this.actor, statement)).rows as Row[]
  }

  async first<Row>(statement: Statement<Row>): Promise<Row | undefined> {
    return (await this.all(statement))[0]
  }

  async run(statement: Statement<unknown>): Promise<number> {
    return (await this.shared.ask(this.actor, statement)).affected
  }

  afterCommit(act: AfterCommit): void {
    this.shared.committed.add(act)
  }
}

/** Rolls back; says whether the connection is still good. */
async function rolledBack(connection: Connection): Promise<boolean> {
  try {
    await connection.run('ROLLBACK')
    return true
  } catch {
    return false
  }
}

interface Work<T> {
  readonly actor: AnyActor
  readonly given: { readonly mode: Mode; readonly vault: Vault }
  readonly work: (tx: Transaction) => Promise<T>
}

interface Done<T> {
  readonly value: T
  /** What was begun after the commit: waited for when the connection is free again, since it may want one itself. */
  readonly followed: Promise<unknown>
}

/** A connection that is lost during COMMIT leaves open whether it was done: to say that it failed could be untrue. */
function unsure(error: unknown): never {
  if (isLost(error)) throw kernelError('saved_perhaps', { retryAfter: 5, cause: error })
  throw error
}

/**
 * The opening is sent together with the first statement. Should it fail, PostgreSQL refuses every later statement of the
 * transaction, and outside of one the session reaches no row; what is told then is why it failed.
 */
async function committed<T>(connection: Connection, { actor, given, work }: Work<T>): Promise<Done<T>> {
  const opened = connection.run(opening(actor, given.mode)).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  const shared = new Shared(connection, actor, given)
  const value = await work(new OpenTransaction(shared, actor)).catch(async (error: unknown) => {
    throw (await opened)?.error ?? error
  })
  const refused = await opened
  if (refused) throw refused.error
  if (shared.cause) throw new Error('A statement failed inside the transaction and was not passed on')
  const end = connection.run('COMMIT')
  // Nothing is lost with a reading transaction: the next one need not wait until this one is told to have ended.
  if (given.mode === 'read') end.catch(() => {})
  else await end.catch(unsure)
  return { value, followed: Promise.all([...shared.committed].map(async (act) => act())) }
}

/** Opens the door to rows over a source of connections. */
export function openDatabase(source: ConnectionSource, vault: Vault = closedVault): Database {
  const under = new AsyncLocalStorage<true>()
  return {
    source,
    vault,
    async transaction(actor, mode, work) {
      // On the embedded database's one connection it would wait for itself; on a pool, for others that wait likewise.
      if (under.getStore())
        throw new Error('A transaction was opened inside a transaction: pass the open one on')
      const connection = await source.acquire().catch((error: unknown) => {
        throw asAppError(error)
      })
      let broken = false
      let done
      try {
        await actAsApplication(connection)
        done = await committed(connection, {
          actor,
          given: { mode, vault },
          work: (tx) => under.run(true, () => work(tx)),
        })
      } catch (error) {
        broken = !(await rolledBack(connection)) || isLost(error)
        throw asAppError(error)
      } finally {
        connection.release(broken)
      }
      await done.followed
      return done.value
    },
  }
}
