import type { Connection, ConnectionSource, Listening } from './connection'
import { DatabaseError } from './database-error'
import { isMade, makeFolder } from './embedded-folder'
import { type EmbeddedPlace, EmbeddedRun } from './embedded-run'

/** An embedded database: PGlite in a worker, one connection that transactions take in turn. */
export interface EmbeddedDatabase extends ConnectionSource {
  /** The whole data folder as one file, to start copies from (tests, first start). */
  image(): Promise<Uint8Array>
}

/** Hands the one connection to one holder after another, first come first served. */
class Turn {
  #tail: Promise<void> = Promise.resolve()
  /** Holders and those that wait. */
  taken = 0
  take(): Promise<() => void> {
    let done = () => {}
    this.taken += 1
    const mine = new Promise<void>((resolve) => (done = resolve)).then(() => {
      this.taken -= 1
    })
    const before = this.#tail
    this.#tail = before.then(() => mine)
    return before.then(() => done)
  }
}

/** A disk that is still full lets no database open: everybody who waits is not to try it one after the other. */
const pauseAfterFailure = 3_000

/** The database that is running, or one that takes its place when it has died. */
class Living {
  #cause = '57P03'
  #refused: { readonly until: number; readonly error: unknown } | undefined

  constructor(
    private readonly place: EmbeddedPlace,
    private readonly listeners: ReadonlyMap<string, Listening>,
    public run: EmbeddedRun,
  ) {}

  /** To be called by the holder of the turn alone. */
  async alive(): Promise<EmbeddedRun> {
    if (!this.run.isDead) return this.run
    if (this.#refused && performance.now() < this.#refused.until) throw this.#refused.error
    try {
      await this.#restart()
    } catch (error) {
      // Why it does not open it says in words only; most likely it is what it has died of.
      const { message } = error as Error
      const refusal = new DatabaseError({ message, code: this.#cause })
      this.#refused = { until: performance.now() + pauseAfterFailure, error: refusal }
      throw refusal
    }
    return this.run
  }

  async #restart(): Promise<void> {
    const { folder } = this.place
    if (folder === undefined)
      throw new DatabaseError({ message: 'a database in memory is gone with its worker', code: '57P01' })
    // Two at once on one folder would corrupt it.
    await this.run.end()
    this.#cause = this.run.diedOf ?? this.#cause
    this.run = await EmbeddedRun.start({ folder }, this.listeners)
    for (const listening of this.listeners.values()) listening.back()
  }
}

async function firstRun(
  place: EmbeddedPlace,
  listeners: ReadonlyMap<string, Listening>,
): Promise<EmbeddedRun> {
  const { folder } = place
  if (folder === undefined || isMade(folder)) return EmbeddedRun.start(place, listeners)
  return makeFolder(folder, () => EmbeddedRun.start({ ...place, isNew: true }, listeners))
}

/**
 * Opens the embedded database in `folder`, or in memory when absent; `image` starts it as a copy. The caller holds the
 * folder's lock: two processes on one folder would corrupt it. Should it die, the next transaction opens it again.
 */
export async function openEmbedded(place: EmbeddedPlace = {}): Promise<EmbeddedDatabase> {
  const listeners = new Map<string, Listening>()
  const living = new Living(place, listeners, await firstRun(place, listeners))
  const turn = new Turn()
  return {
    kind: 'embedded',
    async acquire(): Promise<Connection> {
      const done = await turn.take()
      try {
        const run = await living.alive()
        return {
          query: (sql, parameters) => run.query(sql, parameters),
          run: (sql) => run.run(sql),
          session: run.session,
          release: done,
        }
      } catch (error) {
        done()
        throw error
      }
    },
    async listen(channel, listening) {
      listeners.set(channel, listening)
      await living.run.run(`LISTEN ${channel}`)
    },
    load: () => ({ open: 1, idle: turn.taken === 0 ? 1 : 0, waiting: Math.max(0, turn.taken - 1) }),
    image: () => living.run.calls.call<Uint8Array>('image'),
    async close() {
      const done = await turn.take()
      await living.run.close()
      done()
    },
  }
}
