import { canonical } from '#engine/quantity/decimal'
import { randomStream, seedOf } from './random'
import type { SamplePark } from './sample-zone.data'

/** Where the sample zone is drawn: a plain by the sea, and round numbers, for it is nowhere. */
const middle = { longitude: 120.6, latitude: 33.2 }
/** Degrees between a park and the next on the spiral about the middle, and within which its projects lie. */
const betweenParks = 0.055
const withinPark = 0.023
const turn = Math.PI * (3 - Math.sqrt(5))

interface SamplePlace {
  readonly longitude: string | null
  readonly latitude: string | null
}

/** Every eleventh project has not been located yet, as in any real list. */
const isUnknown = (number: number): boolean => number % 11 === 7
/** Some are a second phase on the plot of the one before. */
const isSecondPhase = (index: number): boolean => index % 4 === 3

/** Made-up coordinates of a project, scattered about the middle of its park; the same for the same place in the zone. */
export function samplePlace(
  park: SamplePark,
  [parkIndex, index]: readonly [park: number, index: number],
): SamplePlace {
  if (isUnknown(parkIndex * 4 + index)) return { longitude: null, latitude: null }
  const plot = isSecondPhase(index) && parkIndex % 3 === 0 ? index - 1 : index
  const random = randomStream(seedOf('place', park.code, String(plot)))
  const far = betweenParks * Math.sqrt(parkIndex)
  const spread = () => (random() - 0.5) * 2 * withinPark
  const degrees = (value: number) => canonical(value.toFixed(4))
  return {
    longitude: degrees(middle.longitude + 1.2 * far * Math.cos(parkIndex * turn) + 1.2 * spread()),
    latitude: degrees(middle.latitude + far * Math.sin(parkIndex * turn) + spread()),
  }
}
