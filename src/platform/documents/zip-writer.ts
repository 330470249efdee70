import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

type Chunks = AsyncIterable<string> | Iterable<string>

/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const flags = 0x0808
/** 1 January 1980: the archive of the same rows is the same file, whenever it is made. */
const day = 0x0021

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(day, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Omit<Written, 'name' | 'offset'>): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(day, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

interface Sum {
  crc: number
  size: number
}

/** Packs in the thread pool while the next text is made; `sum` is filled as it goes. */
async function* deflated(chunks: Chunks, sum: Sum): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 4 })
  const feed = async () => {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk, 'utf8')
      sum.crc = crc32(bytes, sum.crc)
      sum.size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
  }
  const fed = feed().catch((error: unknown) => deflate.destroy(error as Error))
  yield* deflate as AsyncIterable<Buffer>
  await fed
}

/** An archive, entry after entry, as it is made: nothing but each entry's sums is kept. Below 4 GB. */
export async function* zipStream(
  entries: Iterable<readonly [name: string, text: Chunks]>,
): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const [path, chunks] of entries) {
    const name = Buffer.from(path, 'utf8')
    const sum = { crc: 0, size: 0 }
    const header = localHeader(name)
    const begin = offset
    let packed = 0
    yield header
    for await (const piece of deflated(chunks, sum)) {
      packed += piece.length
      yield piece
    }
    yield descriptor({ ...sum, packed })
    written.push({ name, ...sum, packed, offset: begin })
    offset += header.length + packed + 16
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield directoryEnd(written.length, directory.length, offset)
}
