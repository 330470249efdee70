import { kmPerDegree, placeAt, pointOf, type Plane } from './plane'

/** 1, 2 and 5 of every power of ten, in whose steps people read an axis. */
const digits = [1, 2, 5, 10] as const

const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value))

/** The largest of 1, 2, 5 × 10ⁿ that is no more than this. */
export function roundBelow(value: number): number {
  const power = powerBelow(value)
  return (digits.findLast((digit) => digit * power <= value) ?? 1) * power
}

/** The least of 1, 2, 5 × 10ⁿ that is no less than this. */
export function roundAbove(value: number): number {
  const power = powerBelow(value)
  return (digits.find((digit) => digit * power >= value) ?? 10) * power
}

export interface ScaleBar {
  readonly km: number
  readonly width: number
}

/** A round distance that takes at most so many px; true on the parallel of the plane. */
export function scaleBar({ scale }: Plane, most: number): ScaleBar {
  const km = roundBelow((most / scale) * kmPerDegree)
  return { km, width: (km / kmPerDegree) * scale }
}

export interface GridLine {
  readonly degrees: number
  /** Px from the left for a meridian, from the top for a parallel. */
  readonly at: number
  /** 120.65°E, with as many decimals as tell one line from the next. */
  readonly label: string
}

export interface Graticule {
  readonly meridians: readonly GridLine[]
  readonly parallels: readonly GridLine[]
}

/** Room for the longest label beside the next. */
const apart = 96

/** Lines of round degrees across the room, the same step both ways, no closer than can be read. */
export function graticule(plane: Plane): Graticule {
  const { room } = plane
  const [first, last] = [placeAt(plane, { x: 0, y: room.height }), placeAt(plane, { x: room.width, y: 0 })]
  const step = roundAbove((apart * (last.longitude - first.longitude)) / room.width)
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const lines = (from: number, to: number, of: (degrees: number) => Omit<GridLine, 'degrees'>) => {
    const begin = Math.ceil(from / step)
    return Array.from({ length: Math.max(0, Math.floor(to / step) - begin + 1) }, (_, index) => {
      const degrees = Number(((begin + index) * step).toFixed(decimals))
      return { degrees, ...of(degrees) }
    })
  }
  return {
    meridians: lines(first.longitude, last.longitude, (longitude) => ({
      at: pointOf(plane, { ...first, longitude }).x,
      label: `${longitude.toFixed(decimals)}°E`,
    })),
    parallels: lines(first.latitude, last.latitude, (latitude) => ({
      at: pointOf(plane, { ...first, latitude }).y,
      label: `${latitude.toFixed(decimals)}°N`,
    })),
  }
}
