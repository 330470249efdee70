import type { SampleCounts } from '#main/world/sample-size'

/** How much is measured: the sizes of the design, or a smoke form that proves that everything runs. */
export interface Size {
  readonly world: SampleCounts & { readonly projectsPerPark: number }
  readonly rounds: number
  readonly seconds: number
  readonly importRows: number
  readonly publications: number
  readonly starts: number
}

/** One month more than is published: the last is being reported. */
const full: Size = {
  world: { parks: 20, indicators: 200, months: 121, projectsPerPark: 1000 },
  rounds: 5,
  seconds: 2,
  importRows: 20_000,
  publications: 9,
  starts: 3,
}

const quick: Size = {
  world: { parks: 4, indicators: 40, months: 25, projectsPerPark: 100 },
  rounds: 1,
  seconds: 0.5,
  importRows: 1000,
  publications: 2,
  starts: 1,
}

export const sizeOf = (isQuick: boolean): Size => (isQuick ? quick : full)
