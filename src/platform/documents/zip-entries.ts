import { createInflateRaw, crc32 } from 'node:zlib'
import { AppError } from '#platform/errors/app-error'
import { unreadable } from './unreadable'

/** Against archives that unpack to far more than they weigh; a sheet of 10⁶ rows × 16 columns is about 700 MB of XML. */
export const zipLimits = {
  entries: 5000,
  total: 1024 * 1024 * 1024,
  /** Deflate reaches 1 032 : 1; real sheets stay below 100 : 1. Small parts are not judged by it. */
  ratio: 250,
  ratioFrom: 16 * 1024 * 1024,
}

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

const damaged = (cause?: unknown) =>
  unreadable('文件已损坏或不完整', 'The file is damaged or incomplete', cause)
const bomb = () =>
  unreadable(
    '解压后过大，疑似压缩炸弹，已停止读取',
    'It unpacks to far too much (a zip bomb?): reading was stopped',
  )

const viewOf = (file: Uint8Array) => Buffer.from(file.buffer, file.byteOffset, file.byteLength)

/** Where the directory at the end of the archive says it begins, and how many entries it has. */
function directory(file: Buffer): { at: number; count: number } {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length) throw damaged()
  const count = file.readUInt16LE(end + 10)
  const at = file.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff)
    throw unreadable('不支持 ZIP64 格式的文件', 'ZIP64 archives are not supported')
  if (count > zipLimits.entries) throw bomb()
  return { at, count }
}

function readEntry(file: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw damaged()
  if (file.readUInt16LE(at + 8) & 1) throw unreadable('压缩包有密码保护', 'The archive is password-protected')
  const nameLength = file.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  const entry = {
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  }
  return { entry, next }
}

/** The archive's entries by name, from its directory; nothing is unpacked yet, but what it claims is held against the limits. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const file = viewOf(bytes)
  const { at, count } = directory(file)
  const entries = new Map<string, ZipEntry>()
  let total = 0
  let position = at
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(file, position)
    total += entry.size
    if (total > zipLimits.total) throw bomb()
    if (entry.size > zipLimits.ratioFrom && entry.size > entry.packed * zipLimits.ratio) throw bomb()
    entries.set(entry.name, entry)
    position = next
  }
  return entries
}

function packedBytes(file: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) throw damaged()
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + entry.packed > file.length) throw damaged()
  return file.subarray(start, start + entry.packed)
}

function unpacked(packed: Buffer, method: number): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (method === 0) return [packed]
  if (method !== 8) throw unreadable('压缩方式不支持', 'It is packed in a way that is not supported')
  // Large chunks: a row is looked for again whenever it is cut, so fewer cuts are less work.
  const inflate = createInflateRaw({ chunkSize: 1024 * 1024 })
  inflate.end(packed)
  return inflate as AsyncIterable<Buffer>
}

/** Unpacks one entry piece by piece; stops as soon as it grows beyond what the directory claimed, and checks its sum. */
export async function* entryBytes(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0
  let sum = 0
  try {
    for await (const chunk of unpacked(packedBytes(viewOf(bytes), entry), entry.method)) {
      size += chunk.length
      if (size > entry.size) throw bomb()
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  }
  if (size !== entry.size || sum !== entry.crc) throw damaged()
}

/** One entry as text; parts that must be held whole have a limit of their own. */
export async function entryText(bytes: Uint8Array, entry: ZipEntry, most: number): Promise<string> {
  if (entry.size > most) throw bomb()
  const decoder = new TextDecoder('utf-8')
  let whole = ''
  for await (const chunk of entryBytes(bytes, entry)) whole += decoder.decode(chunk, { stream: true })
  return whole + decoder.decode()
}
