import { Worker } from 'node:worker_threads'
import type { Connection, ConnectionSource, QueryOutcome, Session } from './connection'
import { DatabaseError } from './database-error'
import { isStale, StatementNames } from './statement-names'
import { boundMessage, simpleMessage } from './wire-messages'
import { readReply, type WireReply } from './wire-reply'
import { WorkerCalls } from './worker-calls'

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

/** The one session: statements, and what is heard of notifications while they run. */
class Conversation {
  readonly #names = new StatementNames()
  readonly #prepared = new Set<string>()
  readonly #listeners = new Map<string, (payload: string) => void>()

  constructor(readonly calls: WorkerCalls) {}

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

  hear(channel: string, heard: (payload: string) => void): void {
    this.#listeners.set(channel, heard)
  }

  async #exchange(message: Uint8Array): Promise<WireReply> {
    const reply = readReply(await this.calls.exchange(message))
    for (const { channel, payload } of reply.notifications) this.#listeners.get(channel)?.(payload)
    return reply
  }
}

/**
 * Opens the embedded database in `folder`, or in memory when absent; `image` starts it as a copy. The caller holds the
 * folder's lock: two processes on one folder would corrupt it.
 */
export async function openEmbedded(
  given: { folder?: string; image?: Uint8Array } = {},
): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), { workerData: given })
  const calls = new WorkerCalls(worker)
  await calls.ready()
  const turn = new Turn()
  const conversation = new Conversation(calls)
  const session: Session = { acts: 'owner' }
  await conversation.run("SET TimeZone = 'UTC'")
  return {
    kind: 'embedded',
    async acquire(): Promise<Connection> {
      const done = await turn.take()
      return {
        query: (sql, parameters) => conversation.query(sql, parameters),
        run: (sql) => conversation.run(sql),
        session,
        release: done,
      }
    },
    async listen(channel, listening) {
      conversation.hear(channel, (payload) => listening.heard(payload))
      await conversation.run(`LISTEN ${channel}`)
    },
    load: () => ({ open: 1, idle: turn.taken === 0 ? 1 : 0, waiting: Math.max(0, turn.taken - 1) }),
    image: () => calls.call<Uint8Array>('image'),
    async close() {
      const done = await turn.take()
      await calls.call('close')
      await worker.terminate()
      done()
    },
  }
}
