import type { Worker } from 'node:worker_threads'
import { DatabaseError, type DriverError } from './database-error'

interface Reply {
  readonly id?: number
  readonly value?: unknown
  readonly error?: DriverError
  readonly ready?: true
  readonly failed?: DriverError
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** Calls to the worker of the embedded database, answered by number; it takes them in the order they are made. */
export class WorkerCalls {
  readonly #waiting = new Map<number, readonly Waiting[]>()
  #unsent: { message: Uint8Array; waiting: Waiting }[] = []
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

  /** One message of the database's protocol and what it answers. Those of one turn of the event loop travel together. */
  exchange(message: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#unsent.push({ message, waiting: { resolve: resolve, reject } })
      if (this.#unsent.length === 1) queueMicrotask(() => this.#flush())
    })
  }

  call<T>(command: string): Promise<T> {
    this.#flush()
    return new Promise((resolve, reject) => {
      this.#send({ command }, [{ resolve: resolve, reject }])
    })
  }

  #flush(): void {
    const sent = this.#unsent
    if (sent.length === 0) return
    this.#unsent = []
    this.#send(
      { messages: sent.map(({ message }) => message) },
      sent.map(({ waiting }) => waiting),
    )
  }

  #send(given: object, waiting: readonly Waiting[]): void {
    if (this.#gone) return refuse(waiting, { message: this.#gone.message, code: '57P01' })
    const id = this.#next++
    this.#waiting.set(id, waiting)
    this.worker.postMessage({ id, ...given })
  }

  #settle(reply: Reply): void {
    const waiting = reply.id === undefined ? undefined : this.#waiting.get(reply.id)
    if (!waiting || reply.id === undefined) return
    this.#waiting.delete(reply.id)
    if (reply.error) return refuse(waiting, reply.error)
    const values =
      waiting.length === 1 && !Array.isArray(reply.value) ? [reply.value] : (reply.value as unknown[])
    waiting.forEach(({ resolve }, index) => resolve(values[index] as never))
  }

  #end(error: Error): void {
    this.#gone = error
    for (const waiting of this.#waiting.values()) refuse(waiting, { message: error.message, code: '57P01' })
    this.#waiting.clear()
  }
}

function refuse(waiting: readonly Waiting[], error: DriverError): void {
  for (const { reject } of waiting) reject(new DatabaseError(error))
}
