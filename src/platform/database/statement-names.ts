import type { DriverError } from './database-error'

/** Longer texts are inserts of many rows, each with its own number of places: they are not asked twice. */
const longest = 4000
/** Statements differ by which filters a list has: a client must not fill the database's memory with all of them. */
const most = 400

/**
 * Names for statements that come again: the database then plans them once a connection. Undefined for a text that is
 * seen for the first time, is too long, or is one too many.
 */
export class StatementNames {
  readonly #names = new Map<string, string | null>()
  #given = 0

  nameOf(text: string): string | undefined {
    if (text.length > longest) return undefined
    const known = this.#names.get(text)
    if (known) return known
    if (known === undefined) {
      if (this.#names.size >= most * 4) this.#forgetUnnamed()
      this.#names.set(text, null)
      return undefined
    }
    if (this.#given >= most) return undefined
    const name = `yipanqi_${++this.#given}`
    this.#names.set(text, name)
    return name
  }

  /** Another name from now on: the old one stands for a plan that no longer fits the tables. */
  renew(text: string): void {
    if (this.#names.get(text)) this.#names.set(text, `yipanqi_${++this.#given}`)
  }

  #forgetUnnamed(): void {
    for (const [text, name] of this.#names) if (name === null) this.#names.delete(text)
  }
}

/** A prepared statement that a change of the schema has made useless, or that is gone. */
export const isStale = ({ code, message }: DriverError): boolean =>
  code === '26000' || (code === '0A000' && message.includes('cached plan'))
