import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BackupDamaged } from './manifest'

/** The plain POSIX form (ustar): any tar opens it. Names are ours and short; a size has eleven octal digits. */
const block = 512
const largest = 8 ** 11 - 1

const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`

function checksum(header: Buffer): number {
  let sum = 0
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte
  return sum
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(block)
  const put = (text: string, at: number) => header.write(text, at, 'latin1')
  put(name, 0)
  put(octal(0o600, 7), 100)
  put(octal(0, 7), 108)
  put(octal(0, 7), 116)
  put(octal(size, 11), 124)
  put(octal(0, 11), 136)
  put('0ustar\0', 156)
  put('ustar\x0000', 257)
  put(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

async function* entries(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const { size } = await stat(join(folder, name))
    if (size > largest) throw new Error(`${name} is too large for a .tar: back up to a folder`)
    yield headerOf(name, size)
    yield* createReadStream(join(folder, name)) as AsyncIterable<Buffer>
    yield Buffer.alloc((block - (size % block)) % block)
  }
  yield Buffer.alloc(2 * block)
}

/** Packs these files of a folder, in this order. */
export const packTar = (folder: string, names: readonly string[], file: string): Promise<void> =>
  pipeline(Readable.from(entries(folder, names)), createWriteStream(file, { flags: 'wx', mode: 0o600 }))

function readHeader(header: Buffer, archive: string): { name: string; size: number } {
  const text = (from: number, to: number) =>
    header.subarray(from, to).toString('latin1').replace(/\0.*$/s, '').trim()
  const [name, size] = [text(0, 100), Number.parseInt(text(124, 136), 8)]
  const fits = checksum(header) === Number.parseInt(text(148, 156), 8)
  // A name with a folder in it could lead out of where it is unpacked.
  if (!fits || name === '' || name !== basename(name) || name.startsWith('.'))
    throw new BackupDamaged(archive, 'a header is not one: it was altered')
  return { name, size }
}

interface Piece {
  readonly file: string
  readonly at: number
  readonly size: number
}

const pieceStream = ({ file, at, size }: Piece) =>
  size === 0 ? Readable.from([]) : createReadStream(file, { start: at, end: at + size - 1 })

/** Unpacks what `packTar` wrote into a folder; throws `BackupDamaged` naming the file that is torn. */
export async function unpackTar(file: string, folder: string): Promise<void> {
  const archive = await open(file)
  try {
    const { size: whole } = await archive.stat()
    const header = Buffer.alloc(block)
    for (let at = 0; ;) {
      const { bytesRead } = await archive.read(header, 0, block, at)
      if (bytesRead < block) throw new BackupDamaged(basename(file), 'it ends in the middle: it was torn off')
      if (header.every((byte) => byte === 0)) return
      const { name, size } = readHeader(header, basename(file))
      if (at + block + size > whole)
        throw new BackupDamaged(name, 'it ends in the middle: the archive was torn off')
      await pipeline(pieceStream({ file, at: at + block, size }), createWriteStream(join(folder, name)))
      at += block + Math.ceil(size / block) * block
    }
  } finally {
    await archive.close()
  }
}
