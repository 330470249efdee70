import { isUtf8 } from 'node:buffer'
import type { SheetRow } from './sheet-cells'
import { mostColumns } from './sheet-cells'
import { unreadable } from './unreadable'

const slice = 1024 * 1024
/** A quote that is never closed would swallow the whole file into one cell. */
const longestCell = 100_000

/** UTF-8 where it is valid, UTF-16 by its mark, else GB18030: what Chinese Excel saves as CSV. */
export function textEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

function* decodedSlices(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(textEncoding(bytes))
  for (let at = 0; at < bytes.length; at += slice)
    yield decoder.decode(bytes.subarray(at, at + slice), { stream: true })
  yield decoder.decode()
}

/** The sign that parts cells: whichever the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, 20_000).split('\n', 1)[0] ?? ''
  const count = (sign: string) => line.split(sign).length - 1
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** An export marks text that a spreadsheet could take for a formula; reading it back takes the mark away. */
const unmarked = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** Reads RFC 4180 sign by sign, keeping its place between slices. */
class CsvReader {
  #cells: string[] = []
  #parts: string[] = []
  #length = 0
  #quoted = false
  /** A quote has just been seen inside a quoted cell: its end, or the first of two. */
  #closing = false
  #line = 1
  #began = 1
  #rows: SheetRow[] = []

  constructor(readonly separator: string) {}

  feed(text: string): SheetRow[] {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at]
      if (sign !== '"' && sign !== this.separator && sign !== '\n') {
        this.#closing = false
        continue
      }
      if (sign === '\n') this.#line += 1
      if (sign === '"') from = this.#quote(text, from, at)
      else if (!this.#quoted) from = this.#part(text, { from, at, ends: sign === '\n' })
    }
    this.#keep(text.slice(from))
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  end(): SheetRow[] {
    if (this.#quoted)
      throw unreadable(
        `第 ${this.#began} 行的引号没有结束`,
        `The quote opened in line ${this.#began} is never closed`,
      )
    if (this.#cells.length > 0 || this.#parts.length > 0) this.#endRow()
    return this.#rows
  }

  #keep(piece: string): void {
    if (!piece) return
    this.#parts.push(piece)
    this.#length += piece.length
    if (this.#length > longestCell)
      throw unreadable(`第 ${this.#began} 行有过长的单元格`, `A cell in line ${this.#began} is too long`)
  }

  #quote(text: string, from: number, at: number): number {
    const bare = !this.#quoted && !this.#closing
    // Inside a bare cell (5" pipe) a quote is a sign like any other.
    if (bare && (at > from || this.#length > 0)) return from
    this.#keep(text.slice(from, at))
    if (this.#closing) this.#keep('"')
    this.#closing = this.#quoted
    this.#quoted = !this.#quoted
    return at + 1
  }

  #part(text: string, { from, at, ends }: { from: number; at: number; ends: boolean }): number {
    this.#keep(text.slice(from, at))
    this.#endCell()
    if (ends) this.#endRow()
    return at + 1
  }

  #endCell(): void {
    this.#closing = false
    this.#cells.push(unmarked(this.#parts.join('').replace(/\r$/, '')))
    this.#parts = []
    this.#length = 0
    if (this.#cells.length > mostColumns)
      throw unreadable(
        `第 ${this.#began} 行超过 ${mostColumns} 列`,
        `Line ${this.#began} has more than ${mostColumns} columns`,
      )
  }

  #endRow(): void {
    if (this.#parts.length > 0) this.#endCell()
    const cells = this.#cells.map((cell) => cell || null)
    if (cells.some((cell) => cell !== null)) this.#rows.push({ row: this.#began, cells })
    this.#cells = []
    this.#began = this.#line
  }
}

/** The rows of a CSV file that hold anything; `row` is the line a row begins in, as an editor counts. */
export function* csvRows(bytes: Uint8Array): Generator<SheetRow[]> {
  let reader: CsvReader | undefined
  for (const text of decodedSlices(bytes)) {
    reader ??= new CsvReader(separatorOf(text))
    const rows = reader.feed(text)
    if (rows.length > 0) yield rows
  }
  const rest = reader?.end() ?? []
  if (rest.length > 0) yield rest
}
