import { rowCells, type SheetRow } from './sheet-cells'
import { unreadable } from './unreadable'
import type { WorkbookParts } from './workbook-parts'
import { entryBytes } from './zip-entries'

/** Characters of one row; longer means that no row ends here. */
const longestRow = 4 * 1024 * 1024

interface Scan {
  readonly rows: SheetRow[]
  /** What could not be read yet: the begin of a row whose end has not come. */
  readonly rest: string
  readonly row: number
}

const rowNumber = (head: string, last: number) => {
  const given = Number(/\sr="(\d{1,7})"/.exec(head)?.[1] ?? last + 1)
  return given > last ? given : last + 1
}

/** Reads the rows that are complete in `text`; never looks back. */
function scan(text: string, prefix: string, given: { parts: WorkbookParts; row: number }): Scan {
  const open = `<${prefix}row`
  const close = `</${prefix}row>`
  const rows: SheetRow[] = []
  let { row } = given
  let at = 0
  for (;;) {
    const start = text.indexOf(open, at)
    if (start < 0) return { rows, row, rest: text.slice(Math.max(at, text.length - open.length)) }
    const gt = text.indexOf('>', start)
    const head = gt < 0 ? '' : text.slice(start + open.length, gt)
    const empty = head.endsWith('/')
    const end = gt < 0 ? -1 : empty ? gt : text.indexOf(close, gt)
    if (end < 0) return { rows, row, rest: text.slice(start) }
    at = empty ? gt + 1 : end + close.length
    row = rowNumber(head, row)
    const cells = empty ? [] : rowCells(text.slice(gt + 1, end), prefix, given.parts)
    if (cells.length > 0) rows.push({ row, cells })
  }
}

/** The rows of a sheet that hold anything, in the batches in which they are unpacked; no more than one batch is kept. */
export async function* sheetRows(bytes: Uint8Array, parts: WorkbookParts): AsyncGenerator<SheetRow[]> {
  const decoder = new TextDecoder('utf-8')
  let state: Scan = { rows: [], rest: '', row: 0 }
  let prefix: string | undefined
  for await (const chunk of entryBytes(bytes, parts.sheet)) {
    const text = state.rest + decoder.decode(chunk, { stream: true })
    prefix ??= /<(\w{1,20}:)?worksheet[\s>]/.exec(text.slice(0, 8192))?.[1] ?? ''
    state = scan(beforeEnd(text, prefix), prefix, { parts, row: state.row })
    if (state.rest.length > longestRow)
      throw unreadable('工作表里有一行没有结尾', 'A row of the sheet has no end')
    if (state.rows.length > 0) yield state.rows
  }
}

/** `<rowBreaks>` and others follow the rows and begin like them. */
function beforeEnd(text: string, prefix: string): string {
  const end = text.indexOf(`</${prefix}sheetData>`)
  return end < 0 ? text : text.slice(0, end)
}
