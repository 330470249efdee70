import type { Point } from './plane'

/** Something round at a place, with the room it needs about it. */
export interface Spot {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The golden angle: a spiral by it leaves no direction out. */
const turn = Math.PI * (3 - Math.sqrt(5))
/** How close the places lie that are tried, as a part of a spot's radius. */
const fine = 0.5

/** More squares than any map is high: no two have one key. */
const columns = 1_000_003

/** Spots in squares as wide as the largest two beside each other: whoever is too near stands in one of nine. */
class Taken {
  readonly #side: number
  readonly #squares = new Map<number, Spot[]>()

  constructor(largest: number) {
    this.#side = Math.max(1, largest * 2)
  }

  #square(value: number): number {
    return Math.floor(value / this.#side)
  }

  #key(column: number, row: number): number {
    return column * columns + row
  }

  add(spot: Spot): void {
    const key = this.#key(this.#square(spot.x), this.#square(spot.y))
    const others = this.#squares.get(key)
    if (others) others.push(spot)
    else this.#squares.set(key, [spot])
  }

  isFree({ x, y, radius }: Spot): boolean {
    const [column, row] = [this.#square(x), this.#square(y)]
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of this.#squares.get(this.#key(column + dx, row + dy)) ?? [])
          if (Math.hypot(x - other.x, y - other.y) < radius + other.radius) return false
    return true
  }
}

/** The nearest place of a spiral about its own at which nobody stands yet, and how far along it lies. */
function placed(spot: Spot, taken: Taken, from: number): { readonly at: Spot; readonly step: number } {
  for (let step = from; ; step += 1) {
    const far = spot.radius * fine * Math.sqrt(step)
    const at = { ...spot, x: spot.x + far * Math.cos(step * turn), y: spot.y + far * Math.sin(step * turn) }
    if (taken.isFree(at)) return { at, step }
  }
}

/**
 * Where each stands so that none lies on another: at its own place if it can, else as near to it as there is room. The
 * larger come first, those of one size by their ids, so that the same spots always lie the same.
 */
export function fannedOut(spots: readonly Spot[]): Map<string, Point> {
  const taken = new Taken(Math.max(0, ...spots.map(({ radius }) => radius)))
  const found = new Map<string, Point>()
  const inOrder = [...spots].sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))
  // Whoever comes to the same px later need not try again what was taken before.
  const tried = new Map<string, number>()
  for (const spot of inOrder) {
    const here = `${Math.round(spot.x)},${Math.round(spot.y)},${spot.radius}`
    const { at, step } = placed(spot, taken, tried.get(here) ?? 0)
    tried.set(here, step + 1)
    taken.add(at)
    found.set(spot.id, { x: at.x, y: at.y })
  }
  return found
}
