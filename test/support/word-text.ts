import { inflateRawSync } from 'node:zlib'

/** A part of a Word file, which is a ZIP. */
export function wordPart(file: Buffer, part = 'word/document.xml'): string {
  // The list of contents at the end says where each part lies.
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
    const length = file.readUInt16LE(at + 28)
    if (file.toString('utf8', at + 46, at + 46 + length) !== part) continue
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    return (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`the file has no ${part}`)
}

/** What a reader of the file reads. */
export const wordText = (file: Buffer): string => wordPart(file).replace(/<[^>]+>/g, '')
