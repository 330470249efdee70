import type { Spot } from './fan-out'
import type { Point, Room } from './plane'

/** A name that is to stand with the spots it names. */
export interface AskedLabel {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly spots: readonly Spot[]
}

interface Box extends Point {
  readonly width: number
  readonly height: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const covers = (box: Box, { x, y, radius }: Spot): boolean =>
  Math.abs(box.x - x) < box.width / 2 + radius && Math.abs(box.y - y) < box.height / 2 + radius

const overlaps = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

/** In the middle of its spots, else above or below them, at their sides, at last at their corners. */
function tried({ spots, width, height }: AskedLabel): Box[] {
  const edge = (of: (spot: Spot) => number, pick: (...values: number[]) => number) => pick(...spots.map(of))
  const middle = { x: mean(spots.map(({ x }) => x)), y: mean(spots.map(({ y }) => y)) }
  const top = edge(({ y, radius }) => y - radius, Math.min) - height / 2 - 2
  const bottom = edge(({ y, radius }) => y + radius, Math.max) + height / 2 + 2
  const left = edge(({ x, radius }) => x - radius, Math.min) - width / 2 - 4
  const right = edge(({ x, radius }) => x + radius, Math.max) + width / 2 + 4
  const sides = [right, left].map((x) => ({ ...middle, x }))
  const corners = [right, left].flatMap((x) => [top, bottom].map((y) => ({ x, y })))
  return [middle, { ...middle, y: top }, { ...middle, y: bottom }, ...sides, ...corners].map((at) => ({
    ...at,
    width,
    height,
  }))
}

const isCut = (box: Box, { width, height }: Room): boolean =>
  box.x < box.width / 2 ||
  box.y < box.height / 2 ||
  box.x > width - box.width / 2 ||
  box.y > height - box.height / 2

/** What a place costs: a name that is cut is worse than one that lies on another, and this worse than one on a mark. */
const cost = { mark: 1, name: 2, cut: 4 }

/** The middle of each label: where it lies on no mark and no other label, or on as few as can be; in the room, if one is given. */
export function placedLabels(
  labels: readonly AskedLabel[],
  marks: readonly Spot[],
  room?: Room,
): Map<string, Point> {
  const kept: Box[] = []
  const found = new Map<string, Point>()
  for (const label of labels) {
    if (label.spots.length === 0) continue
    const inTheWay = (box: Box) =>
      cost.mark * marks.filter((mark) => covers(box, mark)).length +
      cost.name * kept.filter((other) => overlaps(box, other)).length +
      (room && isCut(box, room) ? cost.cut : 0)
    const [best] = tried(label)
      .map((box) => ({ box, price: inTheWay(box) }))
      .sort((a, b) => a.price - b.price)
    if (!best) continue
    kept.push(best.box)
    found.set(label.id, { x: best.box.x, y: best.box.y })
  }
  return found
}
