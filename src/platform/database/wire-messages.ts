// What is said to the embedded database, in PostgreSQL's own protocol (PostgreSQL documentation, chapter 55).

/** One element of an array literal. */
function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayLiteral(value)
  return `"${printed(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`

/** A parameter as text, by the same rules as the driver for PostgreSQL: arrays as literals, objects as JSON. */
function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return arrayLiteral(value)
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return value instanceof Date ? value.toISOString() : JSON.stringify(value)
}

class Writer {
  #bytes = Buffer.allocUnsafe(1024)
  #at = 0
  #start = 0

  begin(kind: string): this {
    this.#room(5)
    this.#bytes[this.#at] = kind.charCodeAt(0)
    this.#start = this.#at + 1
    this.#at += 5
    return this
  }

  end(): this {
    this.#bytes.writeInt32BE(this.#at - this.#start, this.#start)
    return this
  }

  int16(value: number): this {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(value, this.#at)
    return this
  }

  int32(value: number): this {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
    return this
  }

  text(value: string): this {
    const bytes = Buffer.byteLength(value)
    this.#room(bytes)
    this.#at += this.#bytes.write(value, this.#at)
    return this
  }

  terminated(value: string): this {
    this.text(value)
    this.#room(1)
    this.#bytes[this.#at++] = 0
    return this
  }

  done(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#bytes, 0, this.#at)
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}

/** Statements without parameters. */
export const simpleMessage = (sql: string): Uint8Array => new Writer().begin('Q').terminated(sql).end().done()

export interface BoundStatement {
  /** '' for one that is asked once. */
  readonly name: string
  /** Absent when the name has been prepared before. */
  readonly sql?: string
  readonly values: readonly unknown[]
}

/** One statement with its parameters: parse (unless known), bind, describe, execute, sync. */
export function boundMessage({ name, sql, values }: BoundStatement): Uint8Array {
  const writer = new Writer()
  if (sql !== undefined) writer.begin('P').terminated(name).terminated(sql).int16(0).end()
  writer.begin('B').terminated('').terminated(name).int16(0).int16(values.length)
  for (const value of values) {
    if (value === null || value === undefined) writer.int32(-1)
    else {
      const text = printed(value)
      writer.int32(Buffer.byteLength(text)).text(text)
    }
  }
  writer.int16(0).end()
  writer.begin('D').text('P').terminated('').end()
  writer.begin('E').terminated('').int32(0).end()
  return writer.begin('S').end().done()
}
