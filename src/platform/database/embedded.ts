import { Worker } from 'node:worker_threads'
import type { Connection, ConnectionSource, QueryOutcome } from './connection'
import { DatabaseError, type DriverError } from './database-error'

interface Reply {
  readonly id?: number
  readonly value?: unknown
  readonly error?: DriverError
  readonly ready?: true
  readonly failed?: DriverError
  readonly heard?: { readonly channel: string; readonly payload: string }
}

/** An embedded database: PGlite in a worker, one connection that transactions take in turn. */
export interface EmbeddedDatabase extends ConnectionSource {
  /** The whole data folder as one file, to start copies from (tests, first start). */
  image(): Promise<Uint8Array>
}

/** Calls to the worker, answered by number. */
class WorkerCalls {
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  >()
  readonly #listeners = new Map<string, (payload: string) => void>()
  #next = 1
  #gone: Error | undefined

  constructor(readonly worker: Worker) {
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (error) => this.#end(error))
    worker.on('exit', () => this.#end(new Error('the embedded database has stopped')))
  }

  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const once = (reply: Reply) => {
        if (reply.ready) resolve()
        else if (reply.failed) reject(new DatabaseError(reply.failed))
        else return
        this.worker.off('message', once)
      }
      this.worker.on('message', once)
      this.worker.once('error', reject)
    })
  }

  call<T>(command: string, given: object = {}): Promise<T> {
    if (this.#gone) return Promise.reject(new DatabaseError({ message: this.#gone.message, code: '57P01' }))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      this.worker.postMessage({ id, command, ...given })
    })
  }

  hear(channel: string, heard: (payload: string) => void): void {
    this.#listeners.set(channel, heard)
  }

  #settle(reply: Reply): void {
    if (reply.heard) this.#listeners.get(reply.heard.channel)?.(reply.heard.payload)
    const waiting = reply.id === undefined ? undefined : this.#waiting.get(reply.id)
    if (!waiting || reply.id === undefined) return
    this.#waiting.delete(reply.id)
    if (reply.error) waiting.reject(new DatabaseError(reply.error))
    else waiting.resolve(reply.value)
  }

  #end(error: Error): void {
    this.#gone = error
    for (const { reject } of this.#waiting.values())
      reject(new DatabaseError({ message: error.message, code: '57P01' }))
    this.#waiting.clear()
  }
}

/** Hands the one connection to one holder after another, first come first served. */
class Turn {
  #tail: Promise<void> = Promise.resolve()
  take(): Promise<() => void> {
    let done = () => {}
    const mine = new Promise<void>((resolve) => (done = resolve))
    const before = this.#tail
    this.#tail = before.then(() => mine)
    return before.then(() => done)
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
  await calls.call('run', { sql: "SET TimeZone = 'UTC'" })
  return {
    kind: 'embedded',
    async acquire(): Promise<Connection> {
      const done = await turn.take()
      return {
        query: (sql, parameters) => calls.call<QueryOutcome>('query', { sql, parameters }),
        run: (sql) => calls.call<void>('run', { sql }),
        release: done,
      }
    },
    async listen(channel, heard) {
      calls.hear(channel, heard)
      await calls.call('listen', { channel })
    },
    image: () => calls.call<Uint8Array>('image'),
    async close() {
      const done = await turn.take()
      await calls.call('close')
      await worker.terminate()
      done()
    },
  }
}
