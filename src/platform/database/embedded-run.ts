import { Worker } from 'node:worker_threads'
import type { Listening, QueryOutcome, Session } from './connection'
import { DatabaseError, isEnd } from './database-error'
import { isStale, StatementNames } from './statement-names'
import { boundMessage, simpleMessage } from './wire-messages'
import { readReply, type WireReply } from './wire-reply'
import { WorkerCalls } from './worker-calls'

/** Where an embedded database lies: in `folder`, or in memory when absent; `image` starts it as a copy. */
export interface EmbeddedPlace {
  readonly folder?: string
  readonly image?: Uint8Array
  /** The folder holds none yet: one is unpacked there. */
  readonly isNew?: boolean
}

/** An existing folder opens in a second; one that does not by then never will. */
const openingTime = 120_000

/** A database that finds no room to write its last may not end by itself. */
const closingTime = 15_000

/** Rejects when it takes longer. */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new DatabaseError({ message: 'the embedded database does not answer', code: '57P03' })),
      limit,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * The embedded database as long as it lives: a worker and the one session in it. A disk without room for its log ends
 * it for good, and a fault of its own may; it then answers nothing more, and another run has to take its place.
 */
export class EmbeddedRun {
  readonly session: Session = { acts: 'owner' }
  readonly #names = new StatementNames()
  readonly #prepared = new Set<string>()
  #ended: Promise<unknown> | undefined
  /** The SQLSTATE of what ended it, where it told one. */
  diedOf: string | undefined

  private constructor(
    private readonly worker: Worker,
    readonly calls: WorkerCalls,
    private readonly listeners: ReadonlyMap<string, Listening>,
  ) {}

  /** Opens it and listens to what is listened to. */
  static async start(place: EmbeddedPlace, listeners: ReadonlyMap<string, Listening>): Promise<EmbeddedRun> {
    const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), { workerData: place })
    const run = new EmbeddedRun(worker, new WorkerCalls(worker), listeners)
    try {
      await within(openingTime, run.calls.ready())
      // A plan made for no value in particular stays as it was made while a table grows, since nothing here tells that
      // it has grown: sums took twenty times as long by it.
      await run.run("SET TimeZone = 'UTC'; SET plan_cache_mode = force_custom_plan")
      for (const channel of listeners.keys()) await run.run(`LISTEN ${channel}`)
      return run
    } catch (error) {
      await run.end()
      throw error
    }
  }

  get isDead(): boolean {
    return this.#ended !== undefined
  }

  async query(sql: string, values: readonly unknown[]): Promise<QueryOutcome> {
    const name = this.#names.nameOf(sql) ?? ''
    const isKnown = name !== '' && this.#prepared.has(name)
    // Counted as prepared when it is sent: the next one may be on its way before this one is answered.
    if (name !== '') this.#prepared.add(name)
    const reply = await this.#exchange(boundMessage({ name, values, ...(!isKnown && { sql }) }))
    if (!isKnown && !reply.parsed) this.#prepared.delete(name)
    if (!reply.error) return reply.outcome
    if (isStale(reply.error)) this.#names.renew(sql)
    throw new DatabaseError(reply.error)
  }

  async run(sql: string): Promise<void> {
    const { error } = await this.#exchange(simpleMessage(sql))
    if (error) throw new DatabaseError(error)
  }

  /** Ends the worker, whatever it does; what waits for an answer is refused. */
  end(): Promise<unknown> {
    this.#ended ??= this.worker.terminate()
    return this.#ended
  }

  /** Ends it in order where it still can: what is not in its files by then is in its log. */
  async close(): Promise<void> {
    if (!this.isDead) await within(closingTime, this.calls.call('close')).catch(() => {})
    await this.end()
  }

  async #exchange(message: Uint8Array): Promise<WireReply> {
    const answer = await this.calls.exchange(message).catch((error: unknown) => {
      // A refused statement is answered as a message; a call that fails has met a database that is broken.
      void this.end()
      const { message: told } = error as Error
      throw error instanceof DatabaseError && error.code !== ''
        ? error
        : new DatabaseError({ message: told, code: '57P02', severity: 'PANIC' })
    })
    const reply = readReply(answer)
    if (reply.error && isEnd(reply.error)) {
      this.diedOf = reply.error.code
      void this.end()
    }
    for (const { channel, payload } of reply.notifications) this.listeners.get(channel)?.heard(payload)
    return reply
  }
}
