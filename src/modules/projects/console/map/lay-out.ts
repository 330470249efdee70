import type { ReplyRow } from '#engine/records/reply'
import { fannedOut, type Spot } from './fan-out'
import { type Mark, markRadius } from './map-marks'
import { type Place, type Plane, type Point, pointOf, type Room } from './plane'

export interface LocatedRow {
  readonly row: ReplyRow
  readonly place: Place
}

const degrees = (value: unknown): number => (typeof value === 'string' ? Number(value) : Number.NaN)

/** The rows whose place is known: one coordinate alone is none. */
export function locatedRows(rows: readonly ReplyRow[]): LocatedRow[] {
  return rows
    .map((row) => ({
      row,
      place: { longitude: degrees(row.longitude), latitude: degrees(row.latitude) },
    }))
    .filter(({ place }) => Number.isFinite(place.longitude) && Number.isFinite(place.latitude))
}

/** A finger or an unsteady hand needs 24 px about a mark. */
const least = 12
/** A mark's corners reach beyond its radius. */
const corners = 1.15
/** Of the room so much may be taken by marks: beyond that all of them are drawn smaller. */
const fullest = 0.12

/** How much smaller than usual marks are drawn, so that as many as there are have room. */
export function crowding(count: number, { width, height }: Room): number {
  const taken = count * (2 * least) ** 2
  return Math.min(1, Math.sqrt((width * height * fullest) / Math.max(1, taken)))
}

/** A mark with the place it belongs to, which is not where it stands if others are in the way. */
export interface LaidMark extends Mark {
  readonly target: number
  readonly from: Point
}

/** Every project at its place, beside it where another already stands there. */
export function laidOut(rows: readonly LocatedRow[], plane: Plane): LaidMark[] {
  const smaller = crowding(rows.length, plane.room)
  const marks = rows.map(({ row, place }) => {
    const radius = markRadius(row.investment) * smaller
    return {
      row,
      radius,
      target: Math.max(least * smaller, radius * corners + 1),
      from: pointOf(plane, place),
    }
  })
  const places = fannedOut(marks.map(({ row, target, from }) => ({ id: row.id, ...from, radius: target })))
  return marks.map((mark) => ({ ...mark, ...(places.get(mark.row.id) ?? mark.from) }))
}

/** The mark as something round with room about it. */
export const spotOf = ({ row, x, y, target }: LaidMark): Spot => ({ id: row.id, x, y, radius: target })

/** Whether it was moved so far from its place that a line must say where it belongs. */
export const isAside = ({ x, y, from }: LaidMark): boolean => Math.hypot(x - from.x, y - from.y) > 5
