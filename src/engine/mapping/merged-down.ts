import type { GridCell, GridMerge, GridRow } from './grid'

/** Values of merged cells that reach down one column: a file keeps them in the first row only, but shows them for all. Rows come in order. */
export class MergedDown<M extends GridMerge> {
  readonly #down: readonly M[]
  readonly #wide: ReadonlyMap<number, M>
  #open: { merge: M; value: GridCell }[] = []
  #next = 0

  /** `after`: the last row of the head, whose own merges are none of this. */
  constructor(merges: readonly M[], after: number) {
    const below = merges.filter(({ bottom }) => bottom > after)
    const single = (merge: M) => merge.left === merge.right && merge.top > after
    this.#down = below.filter(single).toSorted((one, other) => one.top - other.top)
    this.#wide = new Map(
      below.filter((merge) => !single(merge)).map((merge) => [Math.max(merge.top, after + 1), merge]),
    )
  }

  /** The row with the values that reach it from above. */
  filled({ row, cells }: GridRow): readonly GridCell[] {
    for (; (this.#down[this.#next]?.top ?? Infinity) <= row; this.#next += 1) {
      const merge = this.#down[this.#next] as M
      this.#open.push({ merge, value: merge.top === row ? (cells[merge.left] ?? null) : null })
    }
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= row)
    if (this.#open.length === 0) return cells
    const full = [...cells]
    for (const { merge, value } of this.#open) {
      while (full.length < merge.left) full.push(null)
      full[merge.left] ??= value
    }
    return full
  }

  /** A merge over several columns that begins in this row: which of them its value belongs to cannot be known. */
  wideAt(row: number): M | undefined {
    return this.#wide.get(row)
  }
}
