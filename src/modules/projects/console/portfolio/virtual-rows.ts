/** Rows of different heights one below the other: where each begins, and how high all are together. */
export interface RowPlaces {
  readonly starts: readonly number[]
  readonly total: number
}

/** Places of `count` rows; those that stand open are higher by what they hold. */
export function rowPlaces(count: number, base: number, more: ReadonlyMap<number, number>): RowPlaces {
  const starts: number[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    starts.push(at)
    at += base + (more.get(index) ?? 0)
  }
  return { starts, total: at }
}

/** The last row that begins at or before this height. */
function rowAt(starts: readonly number[], height: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

/** Rows beyond the edges that are drawn as well, so that quick scrolling meets no gap. */
const spare = 6

/** First and last row of those that are seen between two heights; none where there is no row. */
export function rowsSeen(
  places: RowPlaces,
  top: number,
  height: number,
): readonly [number, number] | undefined {
  const { starts } = places
  if (starts.length === 0) return undefined
  return [
    Math.max(0, rowAt(starts, top) - spare),
    Math.min(starts.length - 1, rowAt(starts, top + height) + spare),
  ]
}

/** The pages, from 1, that hold these rows. */
export function pagesOf([first, last]: readonly [number, number], size: number): number[] {
  const [from, to] = [Math.floor(first / size), Math.floor(last / size)]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index + 1)
}
