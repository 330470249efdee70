// What the embedded database answers, in PostgreSQL's own protocol.
import type { QueryOutcome } from './connection'
import type { DriverError } from './database-error'
import { readerOf } from './type-readers'

export interface Notification {
  readonly channel: string
  readonly payload: string
}

export interface WireReply {
  readonly outcome: QueryOutcome
  readonly parsed: boolean
  readonly error: DriverError | undefined
  readonly notifications: readonly Notification[]
}

interface Column {
  readonly name: string
  readonly read: (printed: string) => unknown
}

class Reader {
  at = 0
  constructor(readonly bytes: Buffer) {}

  int16(): number {
    const value = this.bytes.readInt16BE(this.at)
    this.at += 2
    return value
  }

  int32(): number {
    const value = this.bytes.readInt32BE(this.at)
    this.at += 4
    return value
  }

  terminated(): string {
    const end = this.bytes.indexOf(0, this.at)
    const text = this.bytes.toString('utf8', this.at, end)
    this.at = end + 1
    return text
  }
}

function columns(reader: Reader): Column[] {
  return Array.from({ length: reader.int16() }, () => {
    const name = reader.terminated()
    reader.at += 6
    const oid = reader.int32()
    reader.at += 8
    return { name, read: readerOf(oid) }
  })
}

function row(reader: Reader, described: readonly Column[]): Record<string, unknown> {
  const count = reader.int16()
  const values: Record<string, unknown> = {}
  for (let index = 0; index < count; index++) {
    const { name, read } = described[index] as Column
    const length = reader.int32()
    if (length < 0) values[name] = null
    else {
      values[name] = read(reader.bytes.toString('utf8', reader.at, reader.at + length))
      reader.at += length
    }
  }
  return values
}

/** `INSERT 0 3`, `UPDATE 3`, `SELECT 3`: the last word counts the rows. */
const touched = (tag: string): number => Number(/ (\d+)$/.exec(tag)?.[1] ?? 0)

const errorFields: Readonly<Record<string, keyof DriverError>> = {
  V: 'severity',
  M: 'message',
  C: 'code',
  n: 'constraint',
  t: 'table',
  c: 'column',
  D: 'detail',
}

function errorOf(reader: Reader): DriverError {
  const error: Record<string, string> = { message: '' }
  for (;;) {
    const kind = String.fromCharCode(reader.bytes[reader.at++] ?? 0)
    if (kind === '\0') return error as unknown as DriverError
    const value = reader.terminated()
    const name = errorFields[kind]
    if (name) error[name] = value
  }
}

function notification(reader: Reader): Notification {
  reader.at += 4
  return { channel: reader.terminated(), payload: reader.terminated() }
}

/** Reads everything that was answered to one message. */
export function readReply(given: Uint8Array): WireReply {
  const reader = new Reader(Buffer.from(given.buffer, given.byteOffset, given.byteLength))
  const rows: Record<string, unknown>[] = []
  const notifications: Notification[] = []
  let described: Column[] = []
  let affected = 0
  let parsed = false
  let error: DriverError | undefined
  while (reader.at < reader.bytes.length) {
    const kind = String.fromCharCode(reader.bytes[reader.at] ?? 0)
    const next = reader.at + 1 + reader.bytes.readInt32BE(reader.at + 1)
    reader.at += 5
    if (kind === 'D') rows.push(row(reader, described))
    else if (kind === 'T') described = columns(reader)
    else if (kind === 'C') affected = touched(reader.terminated())
    else if (kind === '1') parsed = true
    else if (kind === 'E') error ??= errorOf(reader)
    else if (kind === 'A') notifications.push(notification(reader))
    reader.at = next
  }
  return { outcome: { rows, affected }, parsed, error, notifications }
}
