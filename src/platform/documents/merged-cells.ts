import { columnIndex } from './sheet-cells'
import { unreadable } from './unreadable'
import { attribute, startTags } from './xml-tags'
import { entryBytes, type ZipEntry } from './zip-entries'

/** A merged range: rows as Excel counts them, columns from 0, both ends included. */
export interface Merge {
  readonly range: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Sheets have a handful of merged cells; what follows the rows is otherwise small. */
const mostTail = 16 * 1024 * 1024

function readRange(range: string): Merge | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range)
  if (!match) return undefined
  const [, left = '', top, right = '', bottom] = match
  return {
    range,
    left: columnIndex(left),
    top: Number(top),
    right: columnIndex(right),
    bottom: Number(bottom),
  }
}

/** What follows the rows: merged cells are named there, after everything they apply to. */
async function afterRows(bytes: Uint8Array, sheet: ZipEntry): Promise<string> {
  const decoder = new TextDecoder('latin1')
  let tail = ''
  let found = false
  for await (const chunk of entryBytes(bytes, sheet)) {
    const piece: string = tail + decoder.decode(chunk, { stream: true })
    const end: number = found ? 0 : piece.search(/<\/(?:\w{1,20}:)?sheetData>/)
    found ||= end >= 0
    tail = found ? piece.slice(Math.max(end, 0)) : piece.slice(-40)
    if (tail.length > mostTail)
      throw unreadable('工作表的附加内容过大', 'What follows the rows of the sheet is too large')
  }
  return found ? tail : ''
}

/** The merged ranges of a sheet. They cost a first pass through it, which also proves that it unpacks whole. */
export async function mergedCells(bytes: Uint8Array, sheet: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = []
  for (const { name, attributes } of startTags(await afterRows(bytes, sheet))) {
    const merge = name === 'mergeCell' ? readRange(attribute(attributes, 'ref') ?? '') : undefined
    if (merge) merges.push(merge)
  }
  return merges
}
