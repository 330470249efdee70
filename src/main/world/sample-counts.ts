import type { World } from './world'

interface Made {
  readonly sample?: boolean
}

const isRows = (part: unknown): part is readonly Made[] => Array.isArray(part)

/** How many rows of each kind a world has that are made up; parts of projects are kept by their record types. */
export function sampleCounts(world: World): Readonly<Record<string, number>> {
  const kinds = Object.entries(world).flatMap(([name, part]: [string, unknown]): [string, unknown][] =>
    isRows(part) ? [[name, part]] : Object.entries(part as Readonly<Record<string, unknown>>),
  )
  return Object.fromEntries(
    kinds.map(([name, rows]) => [
      name,
      isRows(rows) ? rows.filter(({ sample }) => sample === true).length : 0,
    ]),
  )
}
