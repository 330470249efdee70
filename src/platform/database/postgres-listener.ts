import pg from 'pg'
import type { Listening } from './connection'

/** Before the tries to listen again: at once, then slower, so that a database that starts is not besieged. */
const pauses = [0, 250, 500, 1_000, 2_000, 5_000]
/** A connection that something on the way has cut without a word says nothing: it is asked now and then. */
const askEvery = 15_000
const patience = 5_000

/** A connection of its own that hears notifications, and listens again by itself whenever it has been lost. */
export class PostgresListener {
  #client: pg.Client | undefined
  #tries = 0
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly listening: Listening,
  ) {}

  /** Listens; throws when the database cannot be reached the first time. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    client.on('error', () => {})
    client.once('end', () => this.#lost(client))
    client.on('notification', (message) => this.listening.heard(message.payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${this.channel}`)
    } catch (error) {
      void client.end().catch(() => {})
      throw error
    }
    this.#client = client
    this.#tries = 0
    this.#timer = setInterval(() => void this.#ask(client), askEvery).unref()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#client?.end()
  }

  async #ask(client: pg.Client): Promise<void> {
    // Unanswered, the query ends with an error, and the connection with it.
    await client.query('SELECT 1').catch(() => client.end())
  }

  #lost(client: pg.Client): void {
    if (this.#closed || client !== this.#client) return
    this.#client = undefined
    clearTimeout(this.#timer)
    this.#again()
  }

  /** What other servers change meanwhile is not heard: whoever keeps anything is told so with each try. */
  #again(): void {
    this.listening.lost()
    const pause = pauses[Math.min(this.#tries, pauses.length - 1)] ?? 0
    this.#tries += 1
    this.#timer = setTimeout(() => {
      this.open().then(
        () => (this.#closed ? this.close() : this.listening.back()),
        () => this.#closed || this.#again(),
      )
    }, pause)
    this.#timer.unref()
  }
}
