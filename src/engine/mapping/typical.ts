import { decimal } from '#engine/quantity/decimal'
import type { GridCell } from './grid'

/** Fewer numbers than this have no middle that says anything. */
const enough = 4
/** More would only cost time. */
const most = 2000

/** Collects bare numbers of a column and tells the middle one. */
export class Typical {
  readonly #numbers: string[] = []

  add(cell: GridCell | undefined): void {
    if (this.#numbers.length >= most) return
    const plain =
      typeof cell === 'string' ? cell.replace(/[,，\s]/g, '') : typeof cell === 'number' ? String(cell) : ''
    if (/^\d{1,15}(\.\d{1,6})?$/.test(plain) && Number(plain) !== 0) this.#numbers.push(plain)
  }

  get middle(): string | undefined {
    if (this.#numbers.length < enough) return undefined
    const sorted = this.#numbers.map(decimal).toSorted((a, b) => a.comparedTo(b))
    return sorted[Math.floor(sorted.length / 2)]?.toFixed()
  }
}
