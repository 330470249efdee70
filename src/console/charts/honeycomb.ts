export interface HexCell {
  /** Centre, in px. */
  readonly x: number
  readonly y: number
}

export interface Honeycomb {
  readonly width: number
  readonly height: number
  /** From centre to corner. */
  readonly radius: number
  /** The first is the core, the others stand around it. */
  readonly cells: readonly HexCell[]
}

const rowStep = 1.5
const half = Math.sqrt(3) / 2

/** Centres for `count` hexes around the origin in units of a radius, nearest first; `stretch` > 1 grows sideways first. */
function spiral(count: number, stretch: number): HexCell[] {
  const reach = Math.ceil(Math.sqrt(count)) + 2
  const all: HexCell[] = []
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++)
      all.push({ x: (column * 2 + Math.abs(row % 2)) * half, y: row * rowStep })
  const far = ({ x, y }: HexCell) => Math.round((x * x + stretch * y * y) * 1000)
  return all.sort((a, b) => far(a) - far(b) || a.y - b.y || a.x - b.x).slice(0, count)
}

/** Around the core in reading order: who reads or tabs goes from top left to bottom right. */
const readingOrder = ([core, ...others]: readonly HexCell[]): HexCell[] => [
  ...(core ? [core] : []),
  ...others.sort((a, b) => a.y - b.y || a.x - b.x),
]

export interface HoneycombRoom {
  readonly width: number
  readonly largest: number
  /** Absent: as high as it needs. */
  readonly height?: number | undefined
}

/** A honeycomb of `count` cells as large as the room and the largest radius allow; cells touch, never overlap. */
export function honeycomb(count: number, given: HoneycombRoom): Honeycomb {
  const isUpright = given.height === undefined ? given.width < 480 : given.width < given.height
  const cells = readingOrder(spiral(count, isUpright ? 0.5 : 2))
  const edge = (axis: 'x' | 'y', side: 1 | -1) => Math.max(...cells.map((cell) => cell[axis] * side))
  const across = edge('x', 1) + edge('x', -1) + 2 * half
  const down = edge('y', 1) + edge('y', -1) + 2
  const radius = Math.min(given.largest, (given.width - 4) / across, ((given.height ?? Infinity) - 4) / down)
  const left = (given.width - across * radius) / 2
  return {
    width: given.width,
    height: down * radius + 4,
    radius,
    cells: cells.map(({ x, y }) => ({
      x: left + (x + edge('x', -1) + half) * radius,
      y: 2 + (y + edge('y', -1) + 1) * radius,
    })),
  }
}

/** The six corners of a cell, a hair smaller than its room so that neighbours' edges stay apart. */
export function hexPoints({ x, y }: HexCell, radius: number): string {
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`
  }).join(' ')
}
