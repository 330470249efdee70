import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { openBytes, sealBytes } from '#platform/crypto/envelope'
import { cryptoProvider } from '#platform/crypto/provider'
import { BackupDamaged } from './manifest'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Text gathered before it becomes a frame. */
const frameSize = 1024 * 1024
/** More than a frame can hold: a length beyond it is no length but damage. */
const largestFrame = 1024 * 1024 * 1024

export interface PartPlace {
  readonly path: string
  /** File name within the back-up, for messages and as the context of its encryption. */
  readonly file: string
  readonly key: Uint8Array | undefined
}

const contextOf = ({ file }: PartPlace, frame: number, isLast: boolean) =>
  `${file}|${frame}|${isLast ? 'last' : 'more'}`

/** Writes lines as frames: last flag (1 byte), length (4), compressed and sealed text. Each frame knows its place. */
export class PartWriter {
  readonly #file
  readonly #digest = cryptoProvider.startDigest('sm3')
  #lines: string[] = []
  #size = 0
  #frame = 0
  rows = 0
  bytes = 0

  constructor(private readonly place: PartPlace) {
    this.#file = createWriteStream(place.path, { flags: 'wx', mode: 0o600 })
    // A disk that is full may tell so between two pieces: it is thrown by the next, and ends nothing but the back-up.
    this.#file.on('error', () => {})
  }

  async add(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#lines.push(line)
      this.#size += line.length
      this.rows += 1
      if (this.#size >= frameSize) await this.#flush(false)
    }
  }

  /** Ends the file; returns its SM3. */
  async end(): Promise<string> {
    await this.#flush(true)
    this.#file.end()
    await finished(this.#file)
    return this.#digest.end()
  }

  async #flush(isLast: boolean): Promise<void> {
    const { key } = this.place
    const text = await compress(this.#lines.join('\n'), { level: 4 })
    const context = contextOf(this.place, this.#frame, isLast)
    const body = key ? sealBytes(cryptoProvider, { key, context, bytes: text }) : text
    const head = Buffer.alloc(5)
    head.writeUInt8(isLast ? 1 : 0, 0)
    head.writeUInt32BE(body.length, 1)
    for (const piece of [head, body]) await this.#write(piece)
    this.#lines = []
    this.#size = 0
    this.#frame += 1
  }

  async #write(piece: Uint8Array): Promise<void> {
    this.#digest.update(piece)
    this.bytes += piece.length
    if (this.#file.write(piece)) return
    await new Promise<void>((resolve, reject) => {
      this.#file.once('drain', resolve)
      this.#file.once('error', reject)
    })
  }
}

async function* framesOf(place: PartPlace): AsyncGenerator<{ isLast: boolean; body: Buffer }> {
  let held = Buffer.alloc(0)
  let isLast = false
  for await (const chunk of createReadStream(place.path, { highWaterMark: frameSize })) {
    held = Buffer.concat([held, chunk as Buffer])
    while (held.length >= 5) {
      const length = held.readUInt32BE(1)
      if (isLast || length > largestFrame) throw new BackupDamaged(place.file, 'a frame is not one')
      if (held.length < 5 + length) break
      isLast = held.readUInt8(0) === 1
      yield { isLast, body: held.subarray(5, 5 + length) }
      held = held.subarray(5 + length)
    }
  }
  if (!isLast || held.length > 0)
    throw new BackupDamaged(place.file, 'it ends in the middle: it was torn off')
}

async function textOf(place: PartPlace, context: string, body: Uint8Array): Promise<string> {
  try {
    const bytes = place.key ? openBytes(cryptoProvider, { key: place.key, context, bytes: body }) : body
    return (await expand(bytes)).toString('utf8')
  } catch {
    throw new BackupDamaged(place.file, 'a frame does not open: it was altered')
  }
}

/** The lines of a part, a frame at a time; throws `BackupDamaged` at the first frame that is not as it was written. */
export async function* readPart(place: PartPlace): AsyncGenerator<string[]> {
  let frame = 0
  for await (const { isLast, body } of framesOf(place)) {
    const text = await textOf(place, contextOf(place, frame, isLast), body)
    frame += 1
    if (text !== '') yield text.split('\n')
  }
}

/** Size and SM3 of a file as it lies there. */
export async function fileDigest(path: string): Promise<{ bytes: number; sm3: string }> {
  const digest = cryptoProvider.startDigest('sm3')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: frameSize })) {
    digest.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sm3: digest.end() }
}
