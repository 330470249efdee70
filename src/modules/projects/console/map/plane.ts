/** A place on the earth, in degrees of CGCS2000. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

/** A place on the screen, in px from the top left of the room. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Room {
  readonly width: number
  readonly height: number
}

/** Px at each side of the room in which no place lies while the whole is shown: names, scale bar and buttons stand there. */
export interface Margin {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Equirectangular: degrees as they are, those of longitude made narrower as they are on the parallel. */
export interface Plane {
  /** The latitude on which distances are true in both directions: the middle of what is shown. */
  readonly parallel: number
  /** The place in the middle of the room. */
  readonly centre: Place
  /** Px a degree of latitude. */
  readonly scale: number
  readonly room: Room
}

/** A degree of latitude on the mean sphere, in km: for a scale bar the flattening of the earth is below what is seen. */
export const kmPerDegree = 111.195

/** Of one project, or of several at one place, so many km are shown: a map of a single point has no scale of its own. */
const leastKm = 4
/** Px a degree at the closest: about a metre a px, beyond which the sixth decimal is all one would see. */
const closest = 110_000

const narrowing = ({ parallel }: Plane): number => Math.cos((parallel * Math.PI) / 180)

export const pointOf = (plane: Plane, { longitude, latitude }: Place): Point => ({
  x: plane.room.width / 2 + (longitude - plane.centre.longitude) * plane.scale * narrowing(plane),
  y: plane.room.height / 2 - (latitude - plane.centre.latitude) * plane.scale,
})

export const placeAt = (plane: Plane, { x, y }: Point): Place => ({
  longitude: plane.centre.longitude + (x - plane.room.width / 2) / (plane.scale * narrowing(plane)),
  latitude: plane.centre.latitude - (y - plane.room.height / 2) / plane.scale,
})

/** The plane moved along under the room by px, as a drag does. */
export const shifted = (plane: Plane, by: Point): Plane => ({
  ...plane,
  centre: placeAt(plane, { x: plane.room.width / 2 - by.x, y: plane.room.height / 2 - by.y }),
})

export interface Extent {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** The least span that holds all the places; undefined where there is none. */
export function extentOf(places: readonly Place[]): Extent | undefined {
  const [first] = places
  if (!first) return undefined
  const begun = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  return places.reduce<Extent>(
    ({ west, east, south, north }, { longitude, latitude }) => ({
      west: Math.min(west, longitude),
      east: Math.max(east, longitude),
      south: Math.min(south, latitude),
      north: Math.max(north, latitude),
    }),
    begun,
  )
}

/** The plane on which the whole extent is as large as the room between the margins allows. */
export function fitted({ west, east, south, north }: Extent, room: Room, margin: Margin): Plane {
  const free = {
    width: Math.max(1, room.width - margin.left - margin.right),
    height: Math.max(1, room.height - margin.top - margin.bottom),
  }
  const centre = { longitude: (west + east) / 2, latitude: (south + north) / 2 }
  const plane = { parallel: centre.latitude, centre, room, scale: 1 }
  const scale = Math.min(
    free.width / ((east - west) * narrowing(plane)),
    free.height / (north - south),
    (Math.min(free.width, free.height) * kmPerDegree) / leastKm,
  )
  // The middle of the extent stands in the middle of what the margins leave.
  return shifted(
    { ...plane, scale },
    { x: (margin.left - margin.right) / 2, y: (margin.top - margin.bottom) / 2 },
  )
}

const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** The plane moved back so far that the room shows nothing beyond the whole. */
export function within(plane: Plane, whole: Plane): Plane {
  const half = ({ scale, room }: Plane) => ({
    width: room.width / 2 / (scale * narrowing(whole)),
    height: room.height / 2 / scale,
  })
  const [own, all] = [half(plane), half(whole)]
  const clamped = (value: number, middle: number, reach: number) =>
    between(value, middle - Math.max(0, reach), middle + Math.max(0, reach))
  return {
    ...plane,
    centre: {
      longitude: clamped(plane.centre.longitude, whole.centre.longitude, all.width - own.width),
      latitude: clamped(plane.centre.latitude, whole.centre.latitude, all.height - own.height),
    },
  }
}

/** Closer by a factor, or farther where it is below 1; the place under the point stays where it is while the whole allows. */
export function zoomed(
  plane: Plane,
  by: { readonly factor: number; readonly about: Point },
  whole: Plane,
): Plane {
  const scale = between(plane.scale * by.factor, whole.scale, Math.max(closest, whole.scale))
  const next = { ...plane, scale }
  const now = pointOf(next, placeAt(plane, by.about))
  return within(shifted(next, { x: by.about.x - now.x, y: by.about.y - now.y }), whole)
}
