interface Point {
  readonly code: string
  readonly x: number
  readonly y: number
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The point one would expect under an arrow key: ahead in that direction, sideways distance counting double. */
export function nearestTo(points: readonly Point[], from: string, key: string): string | undefined {
  const here = points.find((point) => point.code === from)
  const step = steps[key]
  if (!here || !step) return undefined
  const [dx, dy] = step
  return points
    .filter((point) => point !== here)
    .map((point) => {
      const ahead = (point.x - here.x) * dx + (point.y - here.y) * dy
      const aside = Math.abs((point.x - here.x) * dy) + Math.abs((point.y - here.y) * dx)
      return { code: point.code, ahead, cost: ahead + aside * 2 }
    })
    .filter(({ ahead }) => ahead > 1)
    .sort((a, b) => a.cost - b.cost)[0]?.code
}
